#!/usr/bin/env bash
# Run: lang.js@1.1.14 (the Lang.js that brings Laravel's translations to the browser).
# Guess: `choice` takes the same one of six Arabic forms for ar, ar-SA and ar_SA; and a range
#   [1,4] or [5,*] takes 4.5.
# What happens: for ar-SA, as for en-US, every count takes the first form: the rules know bare
#   languages only, and whoever isn't known gets form 0. In Arabic that is the text for zero.
#   No range takes a fraction between two of them: the result is undefined.
# Why it matters: a page's lang="ar-SA", handed on, says "no attempts left" for any number of
#   attempts, and "undefined" where a rating is 4.5; nothing warns. Cut the locale to its
#   language, and round what has ranges.
# Seen: the lines of `want`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact \
  lang.js@1.1.14 >/dev/null

cat >run.cjs <<'EOF'
const Lang = require("lang.js");
const counts = [0, 1, 2, 3, 11, 100];
const arabic = { forms: "zero|one|two|few|many|other", ranges: "{0} none|[1,4] some|[5,*] many" };
for (const locale of ["ar", "ar-SA", "ar_SA"]) {
  const lang = new Lang({ locale, messages: { [`${locale}.left`]: arabic } });
  console.log(`${locale}:`, counts.map((n) => `${n} ${lang.choice("left.forms", n)}`).join(", "));
}
const us = new Lang({ locale: "en-US", messages: { "en-US.left": { forms: "item|items" } } });
console.log("en-US:", counts.map((n) => `${n} ${us.choice("left.forms", n)}`).join(", "));
const lang = new Lang({ locale: "ar", messages: { "ar.left": arabic } });
console.log("ranges:", [0, 4, 4.5, 5].map((n) => `${n} ${lang.choice("left.ranges", n)}`).join(", "));
EOF

want='ar: 0 zero, 1 one, 2 two, 3 few, 11 many, 100 other
ar-SA: 0 zero, 1 zero, 2 zero, 3 zero, 11 zero, 100 zero
ar_SA: 0 zero, 1 zero, 2 zero, 3 zero, 11 zero, 100 zero
en-US: 0 item, 1 item, 2 item, 3 item, 11 item, 100 item
ranges: 0 none, 4 some, 4.5 undefined, 5 many'
got=$(node run.cjs)
printf '%s\n' "$got"
if [ "$got" != "$want" ]; then
  printf 'CHANGED; expected:\n%s\n' "$want" >&2
  exit 1
fi
