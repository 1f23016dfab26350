#!/usr/bin/env bash
# Run: tseep@1.3.1 (EventEmitter), beside Node's own EventEmitter.
# Guess: every listener gets what emit was given, as with every emitter that has its API.
# What happens: an event with two listeners or more hands on as many arguments as the longest
#   of them declares: `function.length`. Rest parameters, parameters with a default,
#   `arguments` and most wrappers (debounce, spies) declare none. Two of these get nothing;
#   beside a listener of one parameter each gets one. A single listener that declares fewer
#   than six gets exactly five, filled up with undefined, or cut.
# Why it matters: `(payload = {}) => …` works until a second script listens; then the payload
#   is {} in both. The order of scripts and the other listener's signature decide. Issue 25 of
#   its repository, closed, tells of the undefined; the README of none of it.
#   addListener(name, f, 5) sets the number.
# Seen: the lines of `want`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact \
  tseep@1.3.1 >/dev/null

cat >run.mjs <<'EOF'
import { EventEmitter as Node } from "node:events";
import { EventEmitter as Tseep } from "tseep";
const cases = {
  "one with rest": [1, ["rest"]],
  "two with rest": [1, ["rest", "rest"]],
  "two with a default": [1, ["fallback", "fallback"]],
  "two, one wrapped": [2, ["wrapped", "one"]],
  "one with rest, 7 arguments": [7, ["rest"]],
};
for (const [name, [count, kinds]] of Object.entries(cases)) {
  const line = [Node, Tseep].map((Emitter) => {
    const got = [];
    const make = {
      rest: () => (...args) => got.push(args),
      fallback: () => (payload = "its default") => got.push([payload]),
      wrapped: () => function () { got.push([...arguments]); },
      one: () => (payload) => got.push([payload]),
    };
    const emitter = new Emitter();
    for (const kind of kinds) emitter.on("profile::updated", make[kind]());
    emitter.emit("profile::updated", ...Array.from({ length: count }, (_, i) => i + 1));
    return got.map((args) => `(${args.map(String).join(", ")})`).join(" ");
  });
  console.log(`${name}: Node.js ${line[0]}; tseep ${line[1]}`);
}
const emitter = new Tseep();
const got = [];
for (const listener of [(...args) => got.push(args.length), (...args) => got.push(args.length)]) emitter.addListener("x", listener, 5);
emitter.emit("x", { id: 1 });
console.log("two with rest, addListener(…, 5): lengths", got.join(", "));
EOF

want='one with rest: Node.js (1); tseep (1, undefined, undefined, undefined, undefined)
two with rest: Node.js (1) (1); tseep () ()
two with a default: Node.js (1) (1); tseep (its default) (its default)
two, one wrapped: Node.js (1, 2) (1); tseep (1) (1)
one with rest, 7 arguments: Node.js (1, 2, 3, 4, 5, 6, 7); tseep (1, 2, 3, 4, 5)
two with rest, addListener(…, 5): lengths 5, 5'
got=$(node run.mjs)
printf '%s\n' "$got"
if [ "$got" != "$want" ]; then
  printf 'CHANGED; expected:\n%s\n' "$want" >&2
  exit 1
fi
