#!/usr/bin/env bash
# Run: @internationalized/number@3.6.9 (NumberParser, behind React Aria's number fields).
# Guess: ١٢.٥, Arabic digits with the point of an ASCII keyboard, is 12.5 as "12.5" is, or NaN.
# What happens: it is 125, and a valid partial number at every key. The point is a mark of
#   thousands as soon as the digits are Arabic, wherever it stands, and one of decimals when they are
#   ASCII, in one locale and one parser. With { useGrouping: false } ar-SA and ar-EG read 12.5
#   (and say that it isn't valid), ar-AE NaN.
# Why it matters: many keyboards give Arabic digits and a point. A price, a weight or a size in
#   a custom field is ten times as large, or a hundred, and nothing warns. Make the digits
#   ASCII before the parser sees them.
# Seen: the lines of `want`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact \
  @internationalized/number@3.6.9 >/dev/null

cat >run.mjs <<'EOF'
import { NumberParser } from "@internationalized/number";
for (const locale of ["ar-SA", "ar-EG", "ar-AE"]) {
  for (const options of [{}, { useGrouping: false }]) {
    const parser = new NumberParser(locale, options);
    const read = ["12.5", "١٢٫٥", "١٢,٥", "١٢.٥", "١٢.٥٠"].map((text) =>
      `${text} ${parser.parse(text)}${parser.isValidPartialNumber(text) ? "" : " (not valid)"}`);
    console.log(`${locale}${options.useGrouping === false ? " without grouping" : ""}: ${read.join("; ")}`);
  }
}
EOF

want='ar-SA: 12.5 12.5; ١٢٫٥ 12.5; ١٢,٥ 12.5; ١٢.٥ 125; ١٢.٥٠ 1250
ar-SA without grouping: 12.5 12.5; ١٢٫٥ 12.5; ١٢,٥ 12.5; ١٢.٥ 12.5 (not valid); ١٢.٥٠ 12.5 (not valid)
ar-EG: 12.5 12.5; ١٢٫٥ 12.5; ١٢,٥ 12.5; ١٢.٥ 125; ١٢.٥٠ 1250
ar-EG without grouping: 12.5 12.5; ١٢٫٥ 12.5; ١٢,٥ 12.5; ١٢.٥ 12.5 (not valid); ١٢.٥٠ 12.5 (not valid)
ar-AE: 12.5 12.5; ١٢٫٥ 12.5; ١٢,٥ 12.5; ١٢.٥ 125; ١٢.٥٠ 1250
ar-AE without grouping: 12.5 12.5; ١٢٫٥ 12.5; ١٢,٥ 12.5; ١٢.٥ NaN (not valid); ١٢.٥٠ NaN (not valid)'
got=$(node run.mjs)
printf '%s\n' "$got"
if [ "$got" != "$want" ]; then
  printf 'CHANGED; expected:\n%s\n' "$want" >&2
  exit 1
fi
