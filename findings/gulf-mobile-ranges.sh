#!/usr/bin/env bash
# Run: validator@13.15.35 (isMobilePhone with the country's locale) and phone@3.1.72, against
#   libphonenumber-js@1.13.16 (metadata `max`). A range is the first four digits behind the
#   country code, filled up to the country's length; all in international form, +CC….
# Guess: both take every mobile range that libphonenumber knows in the six Gulf states. And
#   `phone` takes +9660501112233 (a 0 too many) with { country: "SA" } if it does without.
# What happens: validator refuses all of the Emirates' 53 and of Oman's 901 to 909, phone all
#   of Kuwait's 41 and the Bahraini ones beginning with 63, 64 and 66 in part. A Kuwaiti
#   number without +965 is no number for validator, while the other five states may leave it
#   out. And `phone`, told the country, refuses what it takes (and mends) when it isn't told.
# Why it matters: such a customer can't save the form, and nobody in the shop can tell why. A
#   list of ranges in a library is as old as the library's version. Ask for digits and a
#   length, and leave the range to the code that is sent.
# Seen: the lines of `want`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact \
  validator@13.15.35 phone@3.1.72 libphonenumber-js@1.13.16 >/dev/null

cat >run.cjs <<'EOF'
const { isMobilePhone } = require("validator");
const { phone } = require("phone");
const { parsePhoneNumberFromString } = require("libphonenumber-js/max");
const states = {
  SA: ["966", 9, "501112233"], AE: ["971", 9, "501112233"], KW: ["965", 8, "50111223"],
  QA: ["974", 8, "33111223"], BH: ["973", 8, "36111223"], OM: ["968", 8, "92111223"],
};
for (const [country, [code, length, local]] of Object.entries(states)) {
  let ranges = 0;
  const refused = { validator: new Map(), phone: new Map() };
  for (let i = 1000; i < 10000; i++) {
    const number = `+${code}${i}${"1234567".slice(0, length - 4)}`;
    const known = parsePhoneNumberFromString(number);
    if (!known?.isValid() || known.getType() !== "MOBILE") continue;
    ranges++;
    const note = (map) => map.set(String(i).slice(0, 2), (map.get(String(i).slice(0, 2)) ?? 0) + 1);
    if (!isMobilePhone(number, `ar-${country}`)) note(refused.validator);
    if (!phone(number, { country }).isValid) note(refused.phone);
  }
  const list = (map) => [...map].map(([two, n]) => `${two}: ${n}`).join(", ") || "none";
  console.log(`${country}: ${ranges} ranges; refused by validator: ${list(refused.validator)}; by phone: ${list(refused.phone)};`,
    `without the code: ${isMobilePhone(local, `ar-${country}`) ? "taken" : "refused"} by validator`);
}
const extra = "+9660501112233";
console.log(`${extra}: ${phone(extra).phoneNumber} without a country, ${phone(extra, { country: "SA" }).phoneNumber} with SA`);
EOF

want='SA: 899 ranges; refused by validator: none; by phone: none; without the code: taken by validator
AE: 700 ranges; refused by validator: 53: 100; by phone: none; without the code: taken by validator
KW: 1291 ranges; refused by validator: none; by phone: 41: 100; without the code: refused by validator
QA: 4000 ranges; refused by validator: none; by phone: none; without the code: taken by validator
BH: 1030 ranges; refused by validator: none; by phone: 63: 4, 64: 1, 66: 35; without the code: taken by validator
OM: 1791 ranges; refused by validator: 15: 1, 90: 90; by phone: 15: 1; without the code: taken by validator
+9660501112233: +966501112233 without a country, null with SA'
got=$(node run.cjs)
printf '%s\n' "$got"
if [ "$got" != "$want" ]; then
  printf 'CHANGED; expected:\n%s\n' "$want" >&2
  exit 1
fi
