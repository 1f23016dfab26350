#!/usr/bin/env bash
# Run: locale-currency@1.0.0 (getCurrency), beside the region in Intl.Locale.
# Guess: it takes the region of any BCP 47 tag, as its README says ("intelligently extracts
#   the country/region code from complex locale strings"): ar-SA-u-nu-latn is Saudi Arabia.
# What happens: the last part of two letters counts, extensions included. Their keys are two
#   letters, too: nu (digits) is Niue, NZD; ca (calendar) is Canada; co (sorting) is Colombia.
#   hc (12 or 24 hours) is no country, so null. ar-001, standard Arabic, is Argentina, as "ar"
#   alone is; for the latter the README allows bare country codes.
# Why it matters: these are the very tags by which a Saudi page asks for Latin digits or the
#   Gregorian calendar, and what resolvedOptions().locale answers there. Prices of 50 riyals
#   are shown as 50 dollars of New Zealand or Canada. Plain ar-SA is right, so tests pass.
#   Give it new Intl.Locale(tag).region.
# Seen: the lines of `want`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact \
  locale-currency@1.0.0 >/dev/null

cat >run.mjs <<'EOF'
import { getCurrency } from "locale-currency";
const price = (tag) => new Intl.NumberFormat("en", { style: "currency", currency: getCurrency(tag), currencyDisplay: "code" }).format(50).replace("\u00a0", " ");
const tags = ["ar-SA", "ar-Arab-SA", "ar-SA-u-nu-latn", "ar-SA-u-ca-gregory", "ar-SA-u-ca-gregory-nu-latn",
  "ar-SA-u-co-compat", "en-SA-u-hc-h12", "ar-AE-u-nu-latn", "ar", "ar-001"];
for (const tag of tags) {
  const currency = getCurrency(tag);
  console.log(`${tag}: ${currency}${currency ? `, ${price(tag)}` : ""}; region ${new Intl.Locale(tag).region}`);
}
console.log("resolvedOptions:", new Intl.DateTimeFormat("ar-SA-u-ca-gregory-nu-latn").resolvedOptions().locale);
EOF

want='ar-SA: SAR, SAR 50.00; region SA
ar-Arab-SA: SAR, SAR 50.00; region SA
ar-SA-u-nu-latn: NZD, NZD 50.00; region SA
ar-SA-u-ca-gregory: CAD, CAD 50.00; region SA
ar-SA-u-ca-gregory-nu-latn: NZD, NZD 50.00; region SA
ar-SA-u-co-compat: COP, COP 50; region SA
en-SA-u-hc-h12: null; region SA
ar-AE-u-nu-latn: NZD, NZD 50.00; region AE
ar: ARS, ARS 50.00; region undefined
ar-001: ARS, ARS 50.00; region 001
resolvedOptions: ar-SA-u-ca-gregory-nu-latn'
got=$(node run.mjs)
printf '%s\n' "$got"
if [ "$got" != "$want" ]; then
  printf 'CHANGED; expected:\n%s\n' "$want" >&2
  exit 1
fi
