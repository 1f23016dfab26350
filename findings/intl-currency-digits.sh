#!/usr/bin/env bash
# Run: Intl.NumberFormat's digits of a currency in Node.js (V8), beside ISO 4217 as
#   currency-codes@2.2.0 and @dinero.js/currencies@2.0.0-alpha.15 have it.
# Guess: the digits are ISO 4217's, in every browser, as ECMA-402 had it and descriptions of
#   maximumFractionDigits still do: 3 for Iraq's dinar, 2 for Lebanon's pound.
# What happens: V8 answers with CLDR's, which are those in daily use: 0 for IQD, YER, SYP,
#   LBP, SOS, IRR, HUF and others. So does Chromium 156; Firefox 153 gives ISO's. Since 2024
#   ECMA-402 leaves it to the engine. KWD, BHD, OMR, JOD, TND and LYD have 3 in both, so what
#   is tried first agrees.
# Why it matters: digits turn an amount into minor units for a payment. 10 ** digits from Intl
#   makes 25 of 25 dinars in Chrome and 25,000 in Firefox, and a library with ISO's digits on
#   the other side divides by 1,000. Take digits for amounts from a table; Intl's are for
#   display, and give minimumFractionDigits there if both browsers are to show the same.
# Seen: the lines of `want`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact \
  currency-codes@2.2.0 @dinero.js/currencies@2.0.0-alpha.15 >/dev/null

cat >run.mjs <<'EOF'
import codes from "currency-codes";
import * as dinero from "@dinero.js/currencies";
const arab = ["SAR", "AED", "KWD", "BHD", "OMR", "QAR", "JOD", "EGP", "IQD", "YER", "SYP", "LBP", "SDG", "LYD", "TND", "DZD", "MAD", "SOS", "DJF", "KMF"];
const intl = (currency) => new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits;
const same = arab.filter((code) => intl(code) === codes.code(code).digits);
console.log(`as in ISO 4217: ${same.map((code) => `${code} ${intl(code)}`).join(", ")}`);
for (const code of arab.filter((code) => !same.includes(code))) {
  console.log(`${code}: Intl ${intl(code)}, ISO 4217 ${codes.code(code).digits}, dinero ${dinero[code].exponent};`,
    `25 in minor units by Intl, read by dinero: ${(25 * 10 ** intl(code)) / 10 ** dinero[code].exponent}`);
}
console.log("12.5 IQD:", new Intl.NumberFormat("en", { style: "currency", currency: "IQD" }).format(12.5).replace("\u00a0", " "));
EOF

want='as in ISO 4217: SAR 2, AED 2, KWD 3, BHD 3, OMR 3, QAR 2, JOD 3, EGP 2, SDG 2, LYD 3, TND 3, DZD 2, MAD 2, DJF 0, KMF 0
IQD: Intl 0, ISO 4217 3, dinero 3; 25 in minor units by Intl, read by dinero: 0.025
YER: Intl 0, ISO 4217 2, dinero 2; 25 in minor units by Intl, read by dinero: 0.25
SYP: Intl 0, ISO 4217 2, dinero 2; 25 in minor units by Intl, read by dinero: 0.25
LBP: Intl 0, ISO 4217 2, dinero 2; 25 in minor units by Intl, read by dinero: 0.25
SOS: Intl 0, ISO 4217 2, dinero 2; 25 in minor units by Intl, read by dinero: 0.25
12.5 IQD: IQD 13'
got=$(node run.mjs)
printf '%s\n' "$got"
if [ "$got" != "$want" ]; then
  printf 'CHANGED; expected:\n%s\n' "$want" >&2
  exit 1
fi
