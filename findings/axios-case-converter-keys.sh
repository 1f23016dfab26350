#!/usr/bin/env bash
# Run: axios-case-converter@1.1.2 with axios@1.14.0, an adapter in place of the network.
# Guess: keys with two words in Latin letters change their spelling, first_name to firstName;
#   an Arabic key and one that is a path, "custom_fields.12", stay as they are.
# What happens: every letter that isn't Latin is left out of the key. An Arabic key is "", in
#   both directions, and of two such keys the last one's value is all that is left. A path
#   loses its dot: "custom_fields.12" is customFields_12, and "address.city" is addressCity in
#   an answer, address_city in a request. In FormData both Arabic fields go, named "".
# Why it matters: answers with a key for each Arabic option or city come out with one key, "".
#   A validator's field errors, which are keyed by paths, match no input of the form any
#   more. The option `preservedKeys` takes a function that can let such keys be.
# Seen: the lines of `want`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact \
  axios@1.14.0 axios-case-converter@1.1.2 >/dev/null

cat >run.cjs <<'EOF'
const axios = require("axios");
const convert = require("axios-case-converter").default;
const answer = {
  first_name: "a",
  branches: { "الرياض": 1, "جدة": 2 },
  fields: { "custom_fields.12": ["x"], "address.city": ["y"] },
};
const adapter = async (config) => ({
  data: JSON.stringify(answer), status: 200, statusText: "OK", headers: {}, config,
});
const keep = (key) => /[^\w]/.test(key);
(async () => {
  for (const [title, options] of [["plain", {}], ["preservedKeys", { preservedKeys: keep }]]) {
    const client = convert(axios.create({ adapter }), options);
    const sent = { firstName: "a", "الرياض": 1, "جدة": 2, "address.city": 3 };
    const { data, config } = await client.post("/", sent);
    console.log(`${title}, sent: ${config.data}`);
    console.log(`${title}, got: ${JSON.stringify(data)}`);
    const form = new FormData();
    for (const key in sent) form.append(key, sent[key]);
    const { config: second } = await client.post("/", form);
    console.log(`${title}, form: ${JSON.stringify([...second.data])}`);
  }
})();
EOF

want='plain, sent: {"first_name":"a","":2,"address_city":3}
plain, got: {"firstName":"a","branches":{"":2},"fields":{"customFields_12":["x"],"addressCity":["y"]}}
plain, form: [["first_name","a"],["","1"],["","2"],["address_city","3"]]
preservedKeys, sent: {"first_name":"a","الرياض":1,"جدة":2,"address.city":3}
preservedKeys, got: {"firstName":"a","branches":{"الرياض":1,"جدة":2},"fields":{"custom_fields.12":["x"],"address.city":["y"]}}
preservedKeys, form: [["first_name","a"],["الرياض","1"],["جدة","2"],["address.city","3"]]'
got=$(node run.cjs)
printf '%s\n' "$got"
if [ "$got" != "$want" ]; then
  printf 'CHANGED; expected:\n%s\n' "$want" >&2
  exit 1
fi
