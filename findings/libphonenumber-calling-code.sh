#!/usr/bin/env bash
# Run: libphonenumber-js@1.13.16.
# Guess: { defaultCallingCode: "966" } reads a number as { defaultCountry: "SA" } does;
#   it is the same piece of knowledge in other words.
# What happens: it does for 0501112233. But "00" in front is an international prefix only
#   where a *country* is known. With the calling code, 00966501112233 is taken for a
#   national number: +9660966501112233, country SA, not valid. A number with 00 of
#   *another* country fails the same way.
# Why it matters: some phone fields hand over the dial code, not the country
#   (`country_code` = "+966"). The customers who write 00 are then refused. Turn the code
#   into a country first, or "00" into "+".
# Seen: the three lines of `want`: by country / by calling code.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact libphonenumber-js@1.13.16 >/dev/null

cat >run.cjs <<'EOF'
const parse = require("libphonenumber-js/max").parsePhoneNumberFromString;
const say = (phone) => `${phone.number} ${phone.country} ${phone.isValid() ? "valid" : "not valid"}`;
for (const typed of ["0501112233", "00966501112233", "00971501112233"]) {
  const byCountry = parse(typed, { defaultCountry: "SA" });
  const byCode = parse(typed, { defaultCallingCode: "966" });
  console.log(`${typed}: ${say(byCountry)} / ${say(byCode)}`);
}
EOF

want='0501112233: +966501112233 SA valid / +966501112233 SA valid
00966501112233: +966501112233 SA valid / +9660966501112233 SA not valid
00971501112233: +971501112233 AE valid / +9660971501112233 SA not valid'
got=$(node run.cjs)
printf '%s\n' "$got"
if [ "$got" != "$want" ]; then
  printf 'CHANGED; expected:\n%s\n' "$want" >&2
  exit 1
fi
