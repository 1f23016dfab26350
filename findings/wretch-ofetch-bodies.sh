#!/usr/bin/env bash
# Run: wretch@2.11.1, ofetch@1.5.1, up-fetch@2.6.1, ky@1.14.3 and Node.js's fetch, against a
#   local server that says what it got.
# Guess: each hands to fetch what fetch can send (FormData, URLSearchParams, a Blob, text) and
#   makes JSON of plain objects only, with the header that fits; an object without a
#   prototype, as `Object.create(null)` or a query parser makes it, is one of these.
# What happens: wretch's post(URLSearchParams) and post(Blob) send {} as JSON, and the promise
#   resolves; only FormData is spared. ofetch sends the text of a form as application/json.
#   ofetch and up-fetch reject the object without a prototype with a TypeError. ky, whose
#   `body` is fetch's (its `json` is another member), is as fetch is.
# Why it matters: moving a theme's save from fetch or jQuery to wretch empties it, and the server
#   may well say 200. With ofetch the body of $(form).serialize() is no JSON, and a server that
#   believes the header refuses it or sees nothing. Set Content-Type yourself for text; hand
#   FormData to all of them.
# Seen: the lines of `want`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact \
  wretch@2.11.1 ofetch@1.5.1 up-fetch@2.6.1 ky@1.14.3 >/dev/null

cat >run.mjs <<'EOF'
import http from "http";
import ky from "ky";
import { ofetch } from "ofetch";
import { up } from "up-fetch";
import wretch from "wretch";
const server = http.createServer((request, response) => {
  let body = "";
  request.on("data", (part) => (body += part));
  request.on("end", () => {
    response.setHeader("Content-Type", "application/json");
    response.end(JSON.stringify({ type: (request.headers["content-type"] ?? "none").split(";")[0], body }));
  });
});
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
const url = `http://127.0.0.1:${server.address().port}/`;
const upfetch = up(fetch);
const clients = {
  fetch: (body) => fetch(url, { method: "POST", body }).then((response) => response.json()),
  ky: async (body) => ky.post(url, { body }).json(),
  "up-fetch": async (body) => upfetch(url, { method: "POST", body }),
  ofetch: async (body) => ofetch(url, { method: "POST", body }),
  wretch: async (body) => wretch(url).post(body).json(),
};
const bodies = {
  URLSearchParams: new URLSearchParams({ name: "a" }),
  Blob: new Blob(["name=a"], { type: "text/plain" }),
  text: "name=a&email=b",
  "no prototype": Object.assign(Object.create(null), { name: "a" }),
};
for (const kind in bodies) {
  for (const name in clients) {
    const got = await clients[name](bodies[kind]).catch((error) => ({ type: "rejected", body: (error.cause ?? error).name }));
    console.log(`${kind} by ${name}: ${got.type} ${got.body}`);
  }
}
server.close();
EOF

want='URLSearchParams by fetch: application/x-www-form-urlencoded name=a
URLSearchParams by ky: application/x-www-form-urlencoded name=a
URLSearchParams by up-fetch: application/x-www-form-urlencoded name=a
URLSearchParams by ofetch: application/x-www-form-urlencoded name=a
URLSearchParams by wretch: application/json {}
Blob by fetch: text/plain name=a
Blob by ky: text/plain name=a
Blob by up-fetch: text/plain name=a
Blob by ofetch: text/plain name=a
Blob by wretch: application/json {}
text by fetch: text/plain name=a&email=b
text by ky: text/plain name=a&email=b
text by up-fetch: text/plain name=a&email=b
text by ofetch: application/json name=a&email=b
text by wretch: text/plain name=a&email=b
no prototype by fetch: rejected TypeError
no prototype by ky: rejected TypeError
no prototype by up-fetch: rejected TypeError
no prototype by ofetch: rejected TypeError
no prototype by wretch: application/json {"name":"a"}'
got=$(node run.mjs)
printf '%s\n' "$got"
if [ "$got" != "$want" ]; then
  printf 'CHANGED; expected:\n%s\n' "$want" >&2
  exit 1
fi
