#!/usr/bin/env bash
# Run: accounting@0.4.1 (unformat), currency.js@2.0.4 and numeral@2.0.6 on prices as Arabic
#   storefronts show them: the abbreviation ر.س or د.ك in front or behind, and Intl's own
#   text.
# Guess: they drop what is neither digit, sign nor decimal point, so the currency goes, as
#   that of "SAR 12.50" does. At worst NaN.
# What happens: the abbreviation has a point of its own, and that is kept. In front of a whole
#   number it becomes the decimal point: "ر.س 12" is 0.12, "ر.س 1,250" is 0.125, in all three.
#   With a second point currency.js and numeral give NaN (currency.js doesn't throw
#   with errorOnInvalid either), accounting 0.12 or 0, unless the abbreviation is behind.
#   Of the three, accounting alone reads what Intl writes for riyals.
# Why it matters: a cart total, a filter of prices or an analytics event that is read off the
#   page says 0.12 for 12 riyals, and that is a number, so no check stops it. Read the number
#   from data, or take letters with their points away first.
# Seen: the lines of `want`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact \
  accounting@0.4.1 currency.js@2.0.4 numeral@2.0.6 >/dev/null

cat >run.cjs <<'EOF'
const accounting = require("accounting");
const currency = require("currency.js");
const numeral = require("numeral");
const intl = (options) =>
  new Intl.NumberFormat("ar-SA-u-nu-latn", { style: "currency", currency: "SAR", ...options }).format(1250.5);
const texts = ["SAR 12", "ر.س 12", "ر.س 5", "ر.س 1,250", "د.ك 5", "12 ر.س", "ر.س 12.50", "12.50 ر.س",
  "ر.س.\u200f 99", intl({}), intl({ currencyDisplay: "code" })];
for (const text of texts) {
  const shown = text.replace(/[\u200f\u00a0]/g, (c) => (c === "\u00a0" ? " " : ""));
  console.log(`${shown} | accounting ${accounting.unformat(text)} | currency.js ${currency(text).value} | numeral ${numeral(text).value()}`);
}
console.log("errorOnInvalid:", currency("ر.س 12.50", { errorOnInvalid: true }).value);
EOF

want='SAR 12 | accounting 12 | currency.js 12 | numeral 12
ر.س 12 | accounting 0.12 | currency.js 0.12 | numeral 0.12
ر.س 5 | accounting 0.5 | currency.js 0.5 | numeral 0.5
ر.س 1,250 | accounting 0.125 | currency.js 0.13 | numeral 0.125
د.ك 5 | accounting 0.5 | currency.js 0.5 | numeral 0.5
12 ر.س | accounting 12 | currency.js 12 | numeral 12
ر.س 12.50 | accounting 0.12 | currency.js NaN | numeral NaN
12.50 ر.س | accounting 12.5 | currency.js NaN | numeral NaN
ر.س. 99 | accounting 0 | currency.js NaN | numeral NaN
1,250.50 ر.س. | accounting 1250.5 | currency.js NaN | numeral NaN
1,250.50 SAR | accounting 1250.5 | currency.js 1250.5 | numeral 1250.5
errorOnInvalid: NaN'
got=$(node run.cjs)
printf '%s\n' "$got"
if [ "$got" != "$want" ]; then
  printf 'CHANGED; expected:\n%s\n' "$want" >&2
  exit 1
fi
