#!/usr/bin/env bash
# Run: tafgeetjs@2.1.0 (amounts in Arabic words, as on invoices and cheques), in riyals and
#   Tunisian dinars; n2words@4.0.0 (ar-SA, toCurrency) beside it.
# Guess: 12.5 is twelve riyals and fifty halalas.
# What happens: it is twelve riyals and *five* halalas (خمسة هللة), as 12.05 is: the digits
#   behind the point are read as a number of their own. A JavaScript number has no final zero,
#   so its README's own example, 556563.20 and "twenty" piastres, comes out as two. Below one
#   it says "undefined ريال". The text "12.50" is right, and so is n2words.
# Why it matters: every price of a tenth is wrong by a factor of ten, in the line that holds
#   where words and figures differ. Prices of two decimals (99.95) pass. Give it text:
#   amount.toFixed(2), for TND toFixed(3).
# Seen: the lines of `want`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact \
  tafgeetjs@2.1.0 n2words@4.0.0 >/dev/null

cat >run.mjs <<'EOF'
import Tafgeet from "tafgeetjs";
import { toCurrency } from "n2words/ar-SA";
for (const amount of [12.5, "12.50", 12.05, 99.95, 0.5]) {
  console.log(`${JSON.stringify(amount)} SAR: ${new Tafgeet(amount, "SAR").parse()} | n2words: ${toCurrency(amount)}`);
}
console.log(`556563.20 SDG: ${new Tafgeet(556563.20, "SDG").parse()}`);
for (const amount of [1.1, 1.25, 1.125]) console.log(`${amount} TND: ${new Tafgeet(amount, "TND").parse()}`);
EOF

want='12.5 SAR: فقط أثني عشر ريال سعودي وخمسة هللة لا غير | n2words: اثنا عشر ريالاً وخمسون هللة
"12.50" SAR: فقط أثني عشر ريال سعودي وخمسون هللة لا غير | n2words: اثنا عشر ريالاً وخمسون هللة
12.05 SAR: فقط أثني عشر ريال سعودي وخمسة هللة لا غير | n2words: اثنا عشر ريالاً وخمس هللات
99.95 SAR: فقط تسعة وتسعون ريال سعودي وخمسة وتسعون هللة لا غير | n2words: تسعة وتسعون ريالاً وخمس وتسعون هللة
0.5 SAR: فقط undefined ريال سعودي وخمسة هللة لا غير | n2words: خمسون هللة
556563.20 SDG: فقط خمسمائة وستة وخمسون ألف وخمسمائة وثلاثة وستون جنيه سوداني وٱثنين قرش لا غير
1.1 TND: فقط واحد دينار تونسي وواحد مليم لا غير
1.25 TND: فقط واحد دينار تونسي وخمسة وعشرون مليم لا غير
1.125 TND: فقط واحد دينار تونسي ومائة وخمسة وعشرون مليم لا غير'
got=$(node run.mjs)
printf '%s\n' "$got"
if [ "$got" != "$want" ]; then
  printf 'CHANGED; expected:\n%s\n' "$want" >&2
  exit 1
fi
