#!/usr/bin/env bash
# Run: axios-mock-adapter@2.1.0 with axios@1.21.1.
# Guess: onPost(url, formData) matches a FormData with the same fields and no other.
# What happens: any FormData matches any other, an empty one included, since the two
#   are compared as objects without members. A URLSearchParams never matches, not even
#   an equal one, since axios has made a text of the request's by then.
# Why it matters: a test of a profile form, "the phone goes out as +966501112233", passes
#   with every other phone, and without one. Compare [...config.data] in a reply
#   function instead.
# Seen: the five lines of `want`; 404 is the adapter's "no handler".
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact \
  axios@1.21.1 axios-mock-adapter@2.1.0 >/dev/null

cat >run.cjs <<'EOF'
const axios = require("axios");
const MockAdapter = require("axios-mock-adapter");
const form = (fields) => {
  const data = new FormData();
  for (const name in fields) data.append(name, fields[name]);
  return data;
};
const api = axios.create({ validateStatus: () => true });
const mock = new MockAdapter(api);
mock.onPost("/form", form({ phone: "+966501112233" })).reply(200);
mock.onPost("/params", new URLSearchParams({ phone: "+966501112233" })).reply(200);
mock.onPost("/json", { phone: "+966501112233" }).reply(200);
(async () => {
  const say = async (title, url, body) => console.log(`${title}: ${(await api.post(url, body)).status}`);
  await say("FormData, same phone", "/form", form({ phone: "+966501112233" }));
  await say("FormData, other phone", "/form", form({ phone: "+966500000000" }));
  await say("FormData, empty", "/form", form({}));
  await say("URLSearchParams, same phone", "/params", new URLSearchParams({ phone: "+966501112233" }));
  await say("object, other phone", "/json", { phone: "+966500000000" });
})();
EOF

want='FormData, same phone: 200
FormData, other phone: 200
FormData, empty: 200
URLSearchParams, same phone: 404
object, other phone: 404'
got=$(node run.cjs)
printf '%s\n' "$got"
if [ "$got" != "$want" ]; then
  printf 'CHANGED; expected:\n%s\n' "$want" >&2
  exit 1
fi
