#!/usr/bin/env bash
# Run: humanize-duration@3.35.1 with { language: "ar" }, beside Intl.NumberFormat.
# Guess: the digits are Arabic-Indic, U+0660 to U+0669, as Intl writes them for ar-SA.
# What happens: 1 to 9 are, but the zero is U+06F0, the one of Persian and Urdu. It looks the
#   same in most fonts. No other digit is of that block: ٣۰ mixes two sets of digits.
# Why it matters: "send again in ٣۰ seconds" under a code field is not what a test or a
#   search for ٣٠ finds; a reader that knows U+0660 to U+0669 alone makes 3 of 30, and
#   Intl's own text of 30 never equals it. Only counts with a zero show it: 10, 20, 30, 60.
#   Give it the digits: { digitReplacements: [...] }, or ASCII ones.
# Seen: the lines of `want`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact \
  humanize-duration@3.35.1 >/dev/null

cat >run.cjs <<'EOF'
const humanize = require("humanize-duration");
const digits = (text) => [...text].filter((c) => /\p{Nd}/u.test(c));
const codes = (text) => digits(text).map((c) => c.codePointAt(0).toString(16)).join(" ");
const intl = new Intl.NumberFormat("ar-SA-u-nu-arab");
for (const seconds of [10, 30, 45]) {
  const text = humanize(seconds * 1000, { language: "ar" });
  const read = text.replace(/[\u0660-\u0669]/g, (c) => c.charCodeAt(0) - 0x660);
  console.log(`${seconds}: digits ${codes(text)}, by Intl ${codes(intl.format(seconds))};`,
    `includes ${seconds} as Intl writes it: ${text.includes(intl.format(seconds))}; read by U+0660 to U+0669: ${parseInt(read, 10)}`);
}
const all = humanize(1234567890e3, { language: "ar", units: ["s"] });
console.log("1234567890:", codes(all));
const own = ["٠", "١", "٢", "٣", "٤", "٥", "٦", "٧", "٨", "٩"];
console.log("30 with digits given:", codes(humanize(30000, { language: "ar", digitReplacements: own })));
EOF

want='10: digits 661 6f0, by Intl 661 660; includes 10 as Intl writes it: false; read by U+0660 to U+0669: 1
30: digits 663 6f0, by Intl 663 660; includes 30 as Intl writes it: false; read by U+0660 to U+0669: 3
45: digits 664 665, by Intl 664 665; includes 45 as Intl writes it: true; read by U+0660 to U+0669: 45
1234567890: 661 662 663 664 665 666 667 668 669 6f0
30 with digits given: 663 660'
got=$(node run.cjs)
printf '%s\n' "$got"
if [ "$got" != "$want" ]; then
  printf 'CHANGED; expected:\n%s\n' "$want" >&2
  exit 1
fi
