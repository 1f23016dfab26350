#!/usr/bin/env bash
# Run: redaxios@0.5.1 and axios@1.14.0 with its fetch adapter, against a local server.
# Guess: redaxios, "the axios API" on top of fetch, hands `signal` on to fetch, which costs
#   nothing.
# What happens: it isn't handed on. With a signal that is aborted already the request is sent
#   and resolves; one that is aborted while the server thinks resolves, too. Nothing warns.
# Why it matters: a theme that swaps axios for it to save bytes keeps its `signal`s, and search
#   as one types shows the answer to an old question; a save that was given up is made. Put the
#   signal into a `fetch` of your own: redaxios takes one as an option.
# Seen: the lines of `want`; "arrived" is what the server counts.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact \
  redaxios@0.5.1 axios@1.14.0 >/dev/null

cat >run.mjs <<'EOF'
import http from "http";
import axios from "axios";
import redaxios from "redaxios";
let arrived = 0;
let onArrival = () => {};
let held;
const server = http.createServer((request, response) => {
  arrived++;
  held = response;
  onArrival();
});
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
const url = `http://127.0.0.1:${server.address().port}/`;
const answer = () => held.end("{}");
const outcome = async (call) => {
  arrived = 0;
  const ended = await call().then(() => "resolved", (error) => `rejected (${error.name})`);
  return `${ended}, arrived ${arrived}`;
};
const withFetch = axios.create({ adapter: "fetch" });
for (const [name, client, extra] of [
  ["axios", withFetch, () => ({})],
  ["redaxios", redaxios, () => ({})],
  ["redaxios, own fetch", redaxios, (signal) => ({ fetch: (to, init) => fetch(to, { ...init, signal }) })],
]) {
  onArrival = answer;
  const aborted = AbortSignal.abort();
  console.log(`${name}, aborted before:`, await outcome(() => client.post(url, {}, { signal: aborted, ...extra(aborted) })));
  const controller = new AbortController();
  onArrival = () => {
    controller.abort();
    setImmediate(answer);
  };
  const { signal } = controller;
  console.log(`${name}, aborted meanwhile:`, await outcome(() => client.post(url, {}, { signal, ...extra(signal) })));
}
server.closeAllConnections();
server.close();
EOF

want='axios, aborted before: rejected (CanceledError), arrived 0
axios, aborted meanwhile: rejected (CanceledError), arrived 1
redaxios, aborted before: resolved, arrived 1
redaxios, aborted meanwhile: resolved, arrived 1
redaxios, own fetch, aborted before: rejected (AbortError), arrived 0
redaxios, own fetch, aborted meanwhile: rejected (AbortError), arrived 1'
got=$(node run.mjs)
printf '%s\n' "$got"
if [ "$got" != "$want" ]; then
  printf 'CHANGED; expected:\n%s\n' "$want" >&2
  exit 1
fi
