#!/usr/bin/env bash
# Run: direction@2.0.1, beside the Unicode algorithm in bidi-js@1.1.0, whose first step is
#   what HTML's dir="auto" does.
# Guess: "the first strong left-to-right or right-to-left character" decides, as its README
#   says. Digits are weak in either script; U+200F, the right-to-left mark, is strong.
# What happens: both the other way round. Arabic digits, the per cent sign ٪ and the comma ،
#   count as strong: "٥ items" is rtl, and so is a number on its own. U+200F doesn't count at
#   all: text that begins with it, as Intl's Arabic prices do, is ltr where a Latin letter
#   follows.
# Why it matters: a `dir` that is set from it differs from what the browser would do, and the
#   quantity or the currency jumps to the other side. Letters are right, so tests with words
#   pass. Use dir="auto", or bidi-js.
# Seen: the lines of `want`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact \
  direction@2.0.1 bidi-js@1.1.0 >/dev/null

cat >run.mjs <<'EOF'
import createBidi from "bidi-js";
import { direction } from "direction";
const bidi = createBidi();
const strong = (text) => {
  if (![...text].some((char) => ["L", "R", "AL"].includes(bidi.getBidiCharTypeName(char)))) return "neutral";
  return bidi.getEmbeddingLevels(text, "auto").paragraphs[0].level % 2 ? "rtl" : "ltr";
};
const price = new Intl.NumberFormat("ar-SA-u-nu-latn", { style: "currency", currency: "SAR", currencyDisplay: "code" }).format(12);
const texts = ["سلام items", "items سلام", "5 items", "٥ items", "۵ items", "٪ off", "، a", "٠٥٠١١١٢٢٣٣", "\u200fabc", price];
for (const text of texts) {
  const shown = text.replace("\u200f", "[RLM]").replace("\u00a0", " ");
  console.log(`"${shown}": direction ${direction(text)}, Unicode ${strong(text)}`);
}
EOF

want='"سلام items": direction rtl, Unicode rtl
"items سلام": direction ltr, Unicode ltr
"5 items": direction ltr, Unicode ltr
"٥ items": direction rtl, Unicode ltr
"۵ items": direction rtl, Unicode ltr
"٪ off": direction rtl, Unicode ltr
"، a": direction rtl, Unicode ltr
"٠٥٠١١١٢٢٣٣": direction rtl, Unicode neutral
"[RLM]abc": direction ltr, Unicode rtl
"[RLM]12.00 SAR": direction ltr, Unicode rtl'
got=$(node run.mjs)
printf '%s\n' "$got"
if [ "$got" != "$want" ]; then
  printf 'CHANGED; expected:\n%s\n' "$want" >&2
  exit 1
fi
