#!/usr/bin/env bash
# Run: cleave-zen@0.0.17 (formatDate) and cleave.js@1.6.0 in jsdom@26.1.0, a key at a time;
#   @tabby_ai/hijri-converter@1.0.5 tells which Hijri dates there are.
# Guess: a date mask puts in the slashes. A day that a month doesn't have is left as typed, for
#   the form's validation, or its last key is refused.
# What happens: the day is changed, silently, once the year is there: to the last one that the
#   month has in the Gregorian calendar. The second month gets 28 or 29. But Safar, the second
#   month of the Hijri year, has 29 days or 30.
# Why it matters: a customer born on 29 or 30 Safar types the right birthday and saves another
#   one; so does one who mistypes the month of a Gregorian date. The check behind the field
#   sees a good date and has nothing to say. Mask such a field by `blocks: [2, 2, 4]`.
# Seen: the lines of `want`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact \
  cleave-zen@0.0.17 cleave.js@1.6.0 @tabby_ai/hijri-converter@1.0.5 jsdom@26.1.0 >/dev/null

cat >run.cjs <<'EOF'
const { JSDOM } = require("jsdom");
const { window } = new JSDOM("<input>");
Object.assign(globalThis, { window, document: window.document, Event: window.Event });
Object.defineProperty(globalThis, "navigator", { value: window.navigator, configurable: true });
const { formatDate, formatGeneral } = require("cleave-zen");
const Cleave = require("cleave.js");
const { hijriToGregorian } = require("@tabby_ai/hijri-converter");

const typed = (keys, format) => [...keys].reduce((value, key) => format(value + key), "");
const classic = (keys) => {
  document.body.innerHTML = "<input>";
  const input = document.querySelector("input");
  const cleave = new Cleave(input, { date: true, datePattern: ["d", "m", "Y"] });
  return typed(keys, (value) => (cleave.setRawValue(value), input.value));
};
const isHijri = (text) => {
  const [day, month, year] = text.split("/").map(Number);
  if (year > 1500) return "";
  try {
    hijriToGregorian({ year, month, day });
    return " (there is that day)";
  } catch {
    return " (no such day)";
  }
};
for (const keys of ["29/02/1411", "30/02/1404", "30/02/1415", "31/04/1994", "18/03/1994"]) {
  const zen = typed(keys, (value) => formatDate(value, { datePattern: ["d", "m", "Y"] }));
  const blocks = typed(keys, (value) => formatGeneral(value, { blocks: [2, 2, 4], delimiter: "/", numericOnly: true }));
  console.log(`${keys}${isHijri(keys)}: cleave-zen ${zen}, cleave.js ${classic(keys)}, blocks ${blocks}`);
}
process.exit();
EOF

want='29/02/1411 (there is that day): cleave-zen 28/02/1411, cleave.js 28/02/1411, blocks 29/02/1411
30/02/1404 (there is that day): cleave-zen 29/02/1404, cleave.js 29/02/1404, blocks 30/02/1404
30/02/1415 (there is that day): cleave-zen 28/02/1415, cleave.js 28/02/1415, blocks 30/02/1415
31/04/1994: cleave-zen 30/04/1994, cleave.js 30/04/1994, blocks 31/04/1994
18/03/1994: cleave-zen 18/03/1994, cleave.js 18/03/1994, blocks 18/03/1994'
got=$(node run.cjs)
printf '%s\n' "$got"
if [ "$got" != "$want" ]; then
  printf 'CHANGED; expected:\n%s\n' "$want" >&2
  exit 1
fi
