#!/usr/bin/env bash
# Run: ofetch@1.5.1 against a local server whose first answer never comes; ky@1.14.3 and
#   up-fetch@2.6.1 beside it.
# Guess: { timeout, retry: 2 } gives up after the time limit and sends again, and the second
#   answer is there; { timeout, signal } ends by whichever is first.
# What happens: the two retries are made, but with the signal of the limit that has struck:
#   nothing is sent, and the call fails. With a signal of the caller's, `timeout` is not
#   looked at: the call never ends. And beside a timeout an abort by the caller is retried, so
#   that it fails after all delays.
# Why it matters: a lost packet on a phone's network is the very case for the pair, and
#   `signal` is what a component that may be removed passes. Make the signal for each attempt,
#   AbortSignal.any([own, AbortSignal.timeout(ms)]), and retry outside.
# Seen: the lines of `want`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact \
  ofetch@1.5.1 ky@1.14.3 up-fetch@2.6.1 >/dev/null

cat >run.mjs <<'EOF'
import { createServer } from "node:http";
import { ofetch } from "ofetch";
import ky from "ky";
import { up } from "up-fetch";
let requests = 0;
const server = createServer((request, response) => {
  if (++requests > 1) response.writeHead(200, { "Content-Type": "application/json" }).end('{"saved":true}');
});
await new Promise((resolve) => server.listen(0, resolve));
const url = `http://127.0.0.1:${server.address().port}/`;
const run = async (name, call) => {
  requests = 0;
  const end = await Promise.race([
    call().then(JSON.stringify, (error) => `fails, ${(error.cause ?? error).name}`),
    new Promise((resolve) => setTimeout(resolve, 1500, "no end after 1.5 s")),
  ]);
  console.log(`${name}: requests ${requests}, ${end}`);
};
const signal = new AbortController().signal;
await run("ofetch, timeout and retry", () => ofetch(url, { timeout: 200, retry: 2, retryDelay: 50 }));
await run("ky, timeout and retry", () => ky(url, { timeout: 200, retry: { limit: 2, retryOnTimeout: true, delay: () => 50 } }).json());
await run("up-fetch, timeout and retry", () => up(fetch)(url, { timeout: 200, retry: { attempts: 2, delay: 50, when: ({ error }) => Boolean(error) } }));
await run("ofetch, timeout and signal", () => ofetch(url, { timeout: 200, signal }));
await run("ky, timeout and signal", () => ky(url, { timeout: 200, signal, retry: 0 }).json());
await run("up-fetch, timeout and signal", () => up(fetch)(url, { timeout: 200, signal }));
for (const options of [{}, { timeout: 5000 }]) {
  requests = 0;
  const start = Date.now();
  await ofetch(url, { signal: AbortSignal.abort(), retry: 2, retryDelay: 150, ...options }).catch(() => {});
  console.log(`ofetch, aborted${options.timeout ? " with a timeout" : ""}: fails ${Date.now() - start < 150 ? "at once" : "after its two delays"}`);
}
server.closeAllConnections();
server.close();
process.exit();
EOF

want='ofetch, timeout and retry: requests 1, fails, TimeoutError
ky, timeout and retry: requests 2, {"saved":true}
up-fetch, timeout and retry: requests 2, {"saved":true}
ofetch, timeout and signal: requests 1, no end after 1.5 s
ky, timeout and signal: requests 1, fails, TimeoutError
up-fetch, timeout and signal: requests 1, fails, TimeoutError
ofetch, aborted: fails at once
ofetch, aborted with a timeout: fails after its two delays'
got=$(node run.mjs)
printf '%s\n' "$got"
if [ "$got" != "$want" ]; then
  printf 'CHANGED; expected:\n%s\n' "$want" >&2
  exit 1
fi
