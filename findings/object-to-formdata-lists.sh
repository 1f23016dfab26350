#!/usr/bin/env bash
# Run: object-to-formdata@4.5.1, read back by qs@6.17.1 (Express); PHP 8.2 by hand.
# Guess: a list of two objects comes back as a list of two objects, as from axios or jQuery.
# What happens: by default the names have empty brackets: fields[][id],
#   fields[][value], and the same again. qs reads one object that holds two lists,
#   PHP's parse_str four objects of one member each:
#   [{"id":"1"},{"value":"a"},{"id":"2"},{"value":"b"}]. Neither says a word.
#   With { indices: true } both read the list that was meant.
# Why it matters: `updateCustomFields({ id, fields })` and the like, sent as multipart since
#   a photo is among the fields: the request succeeds, and the store has other fields. In
#   PHP a list of one object is already a list of two.
# Seen: the four lines of `want`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact \
  object-to-formdata@4.5.1 qs@6.17.1 >/dev/null

cat >run.cjs <<'EOF'
const { serialize } = require("object-to-formdata");
const qs = require("qs");
const profile = { fields: [{ id: 1, value: "a" }, { id: 2, value: "b" }] };
for (const options of [{}, { indices: true }]) {
  const form = serialize(profile, options);
  console.log([...form.keys()].join(" "));
  console.log(JSON.stringify(qs.parse(String(new URLSearchParams(form)))));
}
EOF

want='fields[][id] fields[][value] fields[][id] fields[][value]
{"fields":[{"id":["1","2"],"value":["a","b"]}]}
fields[0][id] fields[0][value] fields[1][id] fields[1][value]
{"fields":[{"id":"1","value":"a"},{"id":"2","value":"b"}]}'
got=$(node run.cjs)
printf '%s\n' "$got"
if [ "$got" != "$want" ]; then
  printf 'CHANGED; expected:\n%s\n' "$want" >&2
  exit 1
fi
