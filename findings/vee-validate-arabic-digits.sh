#!/usr/bin/env bash
# Run: @vee-validate/rules@4.15.1 (numeric, alpha_num, integer, digits, min_value, between,
#   alpha, alpha_spaces).
# Guess: all take Arabic digits, or none; and a locale of ar-SA is Arabic.
# What happens: numeric and alpha_num take ١٢٣٤; integer, digits:4, min_value:5 and
#   between:1,2000 refuse it. Persian digits are refused by all. A locale without a list of its
#   own counts as English, and ar-SA has none: with it no Arabic name is "alpha", with ar or
#   without a locale each is.
# Why it matters: "numeric" alone lets ١٢٣٤ through to the store, where Number() makes it NaN
#   or a quantity is refused; "numeric|min_value:5" tells the customer that ١٢٣٤ is less than
#   5. Which half comes depends on the rules beside it. Make digits ASCII before validating,
#   and give ar for ar-SA.
# Seen: the lines of `want`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact \
  @vee-validate/rules@4.15.1 vue@3.5.45 >/dev/null

cat >run.mjs <<'EOF'
import { all } from "@vee-validate/rules";
const checks = [["numeric"], ["alpha_num"], ["integer"], ["digits", 4], ["min_value", 5], ["between", 1, 2000]];
for (const text of ["1234", "١٢٣٤", "۱۲۳۴"]) {
  const by = (answer) => checks.filter(([rule, ...params]) => all[rule](text, params) === answer).map(([rule, ...params]) => [rule, ...params].join(":"));
  console.log(`${text}: taken by ${by(true).join(" ") || "none"}; refused by ${by(false).join(" ") || "none"}`);
}
for (const locale of [undefined, "ar", "ar-SA"]) {
  const params = locale ? [locale] : [];
  console.log(`${locale ?? "no locale"}: سارة alpha ${all.alpha("سارة", params)}, سارة الفهد alpha_spaces ${all.alpha_spaces("سارة الفهد", params)}, ١٢٣٤ numeric ${all.numeric("١٢٣٤", params)}`);
}
console.log("Number:", Number("١٢٣٤"));
EOF

want='1234: taken by numeric alpha_num integer digits:4 min_value:5 between:1:2000; refused by none
١٢٣٤: taken by numeric alpha_num; refused by integer digits:4 min_value:5 between:1:2000
۱۲۳۴: taken by none; refused by numeric alpha_num integer digits:4 min_value:5 between:1:2000
no locale: سارة alpha true, سارة الفهد alpha_spaces true, ١٢٣٤ numeric true
ar: سارة alpha true, سارة الفهد alpha_spaces true, ١٢٣٤ numeric true
ar-SA: سارة alpha false, سارة الفهد alpha_spaces false, ١٢٣٤ numeric true
Number: NaN'
got=$(node run.mjs)
printf '%s\n' "$got"
if [ "$got" != "$want" ]; then
  printf 'CHANGED; expected:\n%s\n' "$want" >&2
  exit 1
fi
