#!/usr/bin/env bash
# Run: country-telephone-data@0.6.3 (the masks in `format`) against the example mobile numbers
#   of libphonenumber-js@1.13.16; react-international-phone@4.8.0 beside it.
# Guess: masks may be of odd shape, but none is too short for the country's mobile numbers.
# What happens: 53 of 229 are. Of Arab states those of the Emirates, Lebanon, Libya, Yemen,
#   Somalia and Western Sahara: they are for landlines (+971 4 …). So are those of Bangladesh,
#   Nepal, the Philippines and Indonesia. Saudi Arabia's, Kuwait's and Egypt's are long enough.
#   The other library's five masks for Arab states are, too.
# Why it matters: an input that is filled by the mask drops the last digit or two of a right
#   mobile number, and the code goes to a number that isn't the customer's. Tests with a Saudi
#   number pass. Leave `format` out, and take the country codes only.
# Seen: the lines of `want`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --legacy-peer-deps --save-exact \
  country-telephone-data@0.6.3 libphonenumber-js@1.13.16 react-international-phone@4.8.0 react@19.3.1 >/dev/null

cat >run.cjs <<'EOF'
const { allCountries } = require("country-telephone-data");
const { getExampleNumber } = require("libphonenumber-js/max");
const examples = require("libphonenumber-js/mobile/examples");
const { defaultCountries, parseCountry } = require("react-international-phone");
const slots = (mask) => mask.split(".").length - 1;
const fill = (mask, digits) => { let i = 0; return mask.replace(/\./g, () => digits[i++] ?? "").replace(/-+$/, ""); };
const rows = allCountries.filter(({ format }) => format).map(({ iso2, format }) => {
  const number = getExampleNumber(iso2.toUpperCase(), examples)?.number.slice(1);
  return { country: iso2.toUpperCase(), format, number };
}).filter(({ number }) => number);
const short = rows.filter(({ format, number }) => slots(format) < number.length);
console.log(`too short: ${short.length} of ${rows.length}: ${short.map(({ country }) => country).sort().join(" ")}`);
for (const { country, format, number } of rows) {
  if (["AE", "LB", "YE", "PH", "SA"].includes(country)) console.log(`${country}: ${format} makes ${fill(format, number)} of +${number}`);
}
const list = defaultCountries.map(parseCountry).filter(({ format }) => typeof format === "string");
const alsoShort = list.filter(({ iso2, format }) => {
  const example = getExampleNumber(iso2.toUpperCase(), examples);
  return example && slots(format) < example.nationalNumber.length;
});
console.log(`react-international-phone: masks ${list.length}, too short ${alsoShort.map(({ iso2 }) => iso2).join(" ") || "none"}`);
const arab = "sa ae kw qa bh om ye jo lb sy iq ps eg sd ly tn dz ma mr".split(" ");
console.log("its masks for Arab states:", list.filter(({ iso2 }) => arab.includes(iso2)).map(({ iso2, format }) => `${iso2} ${format}`).join(", ") || "none");
EOF

want='too short: 53 of 229: AE AR BA BD BJ BR BT CI CM CN CW DE EC EE EH GA GN GW HR ID IL IT JP KI KP KR LA LB LR LY MC MM MU MX MZ NG NP NU PA PF PH SB SO SR TH TL TO TV TW VU WS YE ZW
LB: +...-.-...-... makes +961-7-112-345 of +96171123456
PH: +.. ... .... makes +63 905 1234 of +639051234567
SA: +...-..-...-.... makes +966-51-234-5678 of +966512345678
AE: +...-.-...-.... makes +971-5-012-3456 of +971501234567
YE: +...-.-...-... makes +967-7-123-456 of +967712345678
react-international-phone: masks 71, too short bq cw
its masks for Arab states: bh .... ...., kw .... ...., om .... ...., qa .... ...., sa .. ... ....'
got=$(node run.cjs)
printf '%s\n' "$got"
if [ "$got" != "$want" ]; then
  printf 'CHANGED; expected:\n%s\n' "$want" >&2
  exit 1
fi
