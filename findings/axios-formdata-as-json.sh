#!/usr/bin/env bash
# Run: axios@1.14.0 (the version inside @salla.sa/twilight 2.14.570).
# Guess: with the header `Content-Type: application/json` a FormData becomes JSON with the
#   form's names: {"first-name": …, "custom_fields": {"12": …, "15": …}}.
# What happens: `first-name` becomes {"first": {"name": …}}; every name without a Latin
#   letter or digit becomes the member "undefined", and two of them become one list;
#   custom_fields[12] and [15] become an array of sixteen, filled up with null; with the
#   one field custom_fields[12345] the body has 62 KB.
#   From 1.19.0 names stay whole; from 1.21.0 the numbered fields are an object.
# Why it matters: one line in a theme is enough, `defaults.headers.common["Content-Type"] =
#   "application/json"` on `salla.api.axios`. Then salla.profile.update(formData) of SDK
#   2.14.570 sends such a body and resolves (seen in jsdom against a local server). The
#   store's custom fields are named custom_fields[ID].
# Seen: the three bodies of `want`, as the server got them.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact axios@1.14.0 >/dev/null

cat >run.cjs <<'EOF'
const http = require("http");
const axios = require("axios");
const server = http.createServer((request, response) => {
  let body = "";
  request.on("data", (part) => (body += part));
  request.on("end", () => response.end(body));
});
server.listen(0, "127.0.0.1", async () => {
  const url = `http://127.0.0.1:${server.address().port}/`;
  axios.defaults.headers.common["Content-Type"] = "application/json";
  for (const fields of [
    { "first-name": "a" },
    { "الاسم": "a", "المدينة": "b" },
    { "custom_fields[12]": "a", "custom_fields[15]": "b" },
  ]) {
    const form = new FormData();
    for (const name in fields) form.append(name, fields[name]);
    const { data } = await axios.post(url, form);
    console.log(JSON.stringify(data));
  }
  server.close();
});
EOF

want='{"first":{"name":"a"}}
{"undefined":["a","b"]}
{"custom_fields":[null,null,null,null,null,null,null,null,null,null,null,null,"a",null,null,"b"]}'
got=$(node run.cjs)
printf '%s\n' "$got"
if [ "$got" != "$want" ]; then
  printf 'CHANGED; expected:\n%s\n' "$want" >&2
  exit 1
fi
