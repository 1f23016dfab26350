#!/usr/bin/env bash
# Run: countries-list@3.4.1 and world-countries@5.1.0.
# Guess: the native names of the Arab states are plain text, and where both packages use the
#   same words, equal.
# What happens: in countries-list the names of Bahrain and Libya begin with U+200F, and Egypt's
#   ends with U+200E: invisible marks of direction, in these three of some 250 countries. The
#   two lists show the same words and say that they aren't equal.
# Why it matters: in a list of countries with search, "البح" finds nothing, and sort() puts Bahrain
#   and Libya behind all others. A theme that saves the name, in a custom field, saves the mark
#   with it, and a rule of the store that asks for the name isn't met. Save the code; take the
#   marks out of what is searched.
# Seen: the lines of `want`; "+" stands where a mark is.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact \
  countries-list@3.4.1 world-countries@5.1.0 >/dev/null

cat >run.cjs <<'EOF'
const { countries } = require("countries-list");
const world = require("world-countries");
const marks = /[\u200e\u200f\u061c]/g;
const all = Object.entries(countries).map(([code, { native }]) => ({ code, native }));
for (const { code, native } of all) {
  if (native.search(marks) < 0) continue;
  const other = world.find(({ cca2 }) => cca2 === code).name.native.ara.common;
  console.log(`${code}: ${native.replace(marks, "+")}, without marks ${native.replace(marks, "") === other ? "equal" : "not equal"}`,
    `to world-countries, with them ${native === other ? "equal" : "not equal"}`);
}
console.log("begin with البح:", all.filter(({ native }) => native.startsWith("البح")).length);
const arab = all.filter(({ code }) => ["SA", "AE", "KW", "QA", "BH", "OM", "EG", "LY", "JO"].includes(code));
console.log("sorted:", arab.sort((a, b) => (a.native < b.native ? -1 : 1)).map(({ code }) => code).join(" "));
const bare = arab.map(({ code, native }) => ({ code, native: native.replace(marks, "") }));
console.log("sorted without marks:", bare.sort((a, b) => (a.native < b.native ? -1 : 1)).map(({ code }) => code).join(" "));
EOF

want='BH: +البحرين, without marks equal to world-countries, with them not equal
EG: مصر+, without marks equal to world-countries, with them not equal
LY: +ليبيا, without marks equal to world-countries, with them not equal
begin with البح: 0
sorted: JO KW SA AE OM QA EG BH LY
sorted without marks: JO BH KW SA AE OM QA LY EG'
got=$(node run.cjs)
printf '%s\n' "$got"
if [ "$got" != "$want" ]; then
  printf 'CHANGED; expected:\n%s\n' "$want" >&2
  exit 1
fi
