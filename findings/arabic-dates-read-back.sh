#!/usr/bin/env bash
# Run: date-fns@4.4.0 (format, then parse) and luxon@3.7.2 (toFormat, then fromFormat), each
#   with one pattern and one locale for both ways; 18th of each month of 1994.
# Guess: the library reads back what it has written, in every Arabic locale that it has.
# What happens: with date-fns, ar, arDZ, arEG and arTN do, but arSA reads none of the months
#   that it writes, and arMA one of twelve: they read the first letters of a name, and the
#   rest of it then stands in the way. luxon writes Arabic digits for ar-SA and ar-EG and reads
#   ASCII ones only, unless the numbering system is named: what Intl chose, it doesn't ask for.
# Why it matters: a birthday field in Arabic shows a date and calls the same text invalid as
#   soon as it loses the focus. The pattern with digits alone works in date-fns, so a
#   test with dd/MM/yyyy finds nothing. Use date-fns's `ar` (its month names are those
#   of arSA), and give luxon { numberingSystem: "latn" } both ways.
# Seen: the lines of `want`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact \
  date-fns@4.4.0 luxon@3.7.2 >/dev/null

cat >run.mjs <<'EOF'
import { format, isValid, parse } from "date-fns";
import * as locales from "date-fns/locale";
import { DateTime } from "luxon";
const months = Array.from({ length: 12 }, (_, i) => i);
for (const name of ["ar", "arDZ", "arEG", "arMA", "arSA", "arTN"]) {
  const locale = locales[name];
  const back = (pattern) => months.filter((month) => {
    const date = new Date(1994, month, 18);
    const read = parse(format(date, pattern, { locale }), pattern, new Date(2000, 0, 1), { locale });
    return isValid(read) && +read === +date;
  }).length;
  console.log(`date-fns ${name}: d MMMM yyyy ${back("d MMMM yyyy")} of 12, dd/MM/yyyy ${back("dd/MM/yyyy")}`);
}
const names = (locale) => months.map((month) => format(new Date(1994, month, 18), "MMMM", { locale })).join();
console.log("the months of ar and arSA:", names(locales.ar) === names(locales.arSA) ? "the same" : "not the same");
for (const options of [{ locale: "ar-SA" }, { locale: "ar-EG" }, { locale: "ar-SA", numberingSystem: "arab" }, { locale: "ar-SA", numberingSystem: "latn" }]) {
  const back = (pattern) => months.filter((month) => {
    const date = DateTime.local(1994, month + 1, 18, options);
    return +DateTime.fromFormat(date.toFormat(pattern), pattern, options) === +date;
  }).length;
  console.log(`luxon ${Object.values(options).join(" ")}: d MMMM yyyy ${back("d MMMM yyyy")} of 12, dd/MM/yyyy ${back("dd/MM/yyyy")}`);
}
EOF

want='date-fns ar: d MMMM yyyy 12 of 12, dd/MM/yyyy 12
date-fns arDZ: d MMMM yyyy 12 of 12, dd/MM/yyyy 12
date-fns arEG: d MMMM yyyy 12 of 12, dd/MM/yyyy 12
date-fns arMA: d MMMM yyyy 1 of 12, dd/MM/yyyy 12
date-fns arSA: d MMMM yyyy 0 of 12, dd/MM/yyyy 12
date-fns arTN: d MMMM yyyy 12 of 12, dd/MM/yyyy 12
the months of ar and arSA: the same
luxon ar-SA: d MMMM yyyy 0 of 12, dd/MM/yyyy 0
luxon ar-EG: d MMMM yyyy 0 of 12, dd/MM/yyyy 0
luxon ar-SA arab: d MMMM yyyy 12 of 12, dd/MM/yyyy 12
luxon ar-SA latn: d MMMM yyyy 12 of 12, dd/MM/yyyy 12'
got=$(node run.mjs)
printf '%s\n' "$got"
if [ "$got" != "$want" ]; then
  printf 'CHANGED; expected:\n%s\n' "$want" >&2
  exit 1
fi
