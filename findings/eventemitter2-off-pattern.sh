#!/usr/bin/env bash
# Run: eventemitter2@6.4.9 with { wildcard: true, delimiter: "::" }, as `salla.event` has it.
# Guess: off("profile::*", f) ends what on("profile::*", f) began, and leaves
#   on("profile::updated", f) alone; removeAllListeners("profile::*") likewise.
# What happens: the pattern selects events, not registrations. off() takes f away from
#   every event that the pattern matches. It begins with the newest one and stops at
#   the first event where other listeners remain. So, with a second listener on
#   profile::updated, the exact registration is gone and the one by pattern stays:
#   the opposite of what was asked. removeAllListeners(pattern) empties all matches.
# Why it matters: a theme that watches profile::* for a while and takes its function off
#   again can end its own (or, by removeAllListeners, everybody's) profile::updated.
#   The same was seen on `salla.event` of @salla.sa/twilight 2.14.570. The object of
#   on(…, { objectify: true }) behaves alike: give each registration its own function.
# Seen: the lines of `want`: what is still called for profile::updated and profile::failed.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact eventemitter2@6.4.9 >/dev/null

cat >run.cjs <<'EOF'
const { EventEmitter2 } = require("eventemitter2");
function still(title, others, end) {
  const emitter = new EventEmitter2({ wildcard: true, delimiter: "::" });
  const called = [];
  const f = () => called.push("f");
  emitter.on("profile::*", f);
  emitter.on("profile::updated", f);
  for (const name of others) emitter.on("profile::updated", () => called.push(name));
  end(emitter, f);
  const count = (event) => {
    called.length = 0;
    emitter.emit(event);
    return called.join("+") || "nobody";
  };
  console.log(`${title}: updated ${count("profile::updated")}, failed ${count("profile::failed")}`);
}
still("before", ["g"], () => {});
still("off(pattern, f), f alone", [], (e, f) => e.off("profile::*", f));
still("off(pattern, f), f and g", ["g"], (e, f) => e.off("profile::*", f));
still("off(exact, f)", ["g"], (e, f) => e.off("profile::updated", f));
still("removeAllListeners(pattern)", ["g"], (e) => e.removeAllListeners("profile::*"));
EOF

want='before: updated f+g+f, failed f
off(pattern, f), f alone: updated nobody, failed nobody
off(pattern, f), f and g: updated g+f, failed f
off(exact, f): updated g+f, failed f
removeAllListeners(pattern): updated nobody, failed nobody'
got=$(node run.cjs)
printf '%s\n' "$got"
if [ "$got" != "$want" ]; then
  printf 'CHANGED; expected:\n%s\n' "$want" >&2
  exit 1
fi
