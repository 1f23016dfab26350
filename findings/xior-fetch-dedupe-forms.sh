#!/usr/bin/env bash
# Run: xior@0.8.5 with its plugins dedupe, throttle and cache, and fetch-dedupe@3.0.0: two
#   POSTs at once whose forms differ, as JSON, URLSearchParams and FormData.
# Guess: the body is part of the key, so both are sent; a body that can't be compared is never
#   taken for the same.
# What happens: xior's key has JSON.stringify of the body, which is {} for FormData and
#   URLSearchParams; fetch-dedupe's has String(body), "[object FormData]". The second form is
#   not sent, and its caller gets the first one's answer as success. ("0 sent": xior gave the
#   answer to the other kind of form, sent before.) JSON differs as it should. fetch-dedupe
#   does it without any option, for POST too; xior where enableDedupe, enableThrottle or
#   enableCache is set for the call.
# Why it matters: two saves of one page (a name, then a photo) end as one, and the customer
#   reads "saved" twice. Tests that send JSON pass. Set fetch-dedupe's requestKey, and leave
#   the plugins off where the body is a form.
# Seen: the lines of `want`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact \
  xior@0.8.5 fetch-dedupe@3.0.0 >/dev/null

cat >run.mjs <<'EOF'
import { createServer } from "node:http";
import { fetchDedupe } from "fetch-dedupe";
import xior from "xior";
import cache from "xior/plugins/cache";
import dedupe from "xior/plugins/dedupe";
import throttle from "xior/plugins/throttle";
const bodies = [];
const server = createServer(async (request, response) => {
  let text = "";
  for await (const chunk of request) text += chunk;
  const name = text.match(/Sara|Noura/)[0];
  bodies.push(name);
  setTimeout(() => response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify({ saved: name })), 50);
});
await new Promise((resolve) => server.listen(0, resolve));
const url = `http://127.0.0.1:${server.address().port}/profile/update`;
const form = (name) => {
  const data = new FormData();
  data.set("first_name", name);
  return data;
};
const kinds = {
  object: (first_name) => ({ first_name }),
  URLSearchParams: (first_name) => new URLSearchParams({ first_name }),
  FormData: form,
};
const withPlugin = (plugin, option) => {
  const http = xior.create();
  http.plugins.use(plugin());
  return (body) => http.post(url, body, option).then((response) => response.data);
};
const libraries = {
  xior: (body) => xior.create().post(url, body).then((response) => response.data),
  "xior, dedupe": withPlugin(dedupe, { enableDedupe: true }),
  "xior, throttle": withPlugin(throttle, { enableThrottle: true }),
  "xior, cache": withPlugin(cache, { enableCache: true }),
  "fetch-dedupe": (body) => fetchDedupe(url, {
    method: "POST",
    body: Object.getPrototypeOf(body) === Object.prototype ? JSON.stringify(body) : body,
  }).then((response) => response.data),
};
for (const [name, post] of Object.entries(libraries)) {
  const line = [];
  for (const [kind, make] of Object.entries(kinds)) {
    bodies.length = 0;
    const answers = await Promise.all([post(make("Sara")), post(make("Noura"))]);
    line.push(`${kind}: ${bodies.length} sent, second answer ${answers[1]?.saved}`);
  }
  console.log(`${name} | ${line.join(" | ")}`);
}
server.close();
EOF

want='xior | object: 2 sent, second answer Noura | URLSearchParams: 2 sent, second answer Noura | FormData: 2 sent, second answer Noura
xior, dedupe | object: 2 sent, second answer Noura | URLSearchParams: 1 sent, second answer Sara | FormData: 1 sent, second answer Sara
xior, throttle | object: 2 sent, second answer Noura | URLSearchParams: 1 sent, second answer Sara | FormData: 0 sent, second answer Sara
xior, cache | object: 2 sent, second answer Noura | URLSearchParams: 1 sent, second answer Sara | FormData: 0 sent, second answer Sara
fetch-dedupe | object: 2 sent, second answer Noura | URLSearchParams: 2 sent, second answer Noura | FormData: 1 sent, second answer Sara'
got=$(node run.mjs)
printf '%s\n' "$got"
if [ "$got" != "$want" ]; then
  printf 'CHANGED; expected:\n%s\n' "$want" >&2
  exit 1
fi
