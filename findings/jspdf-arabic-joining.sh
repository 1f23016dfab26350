#!/usr/bin/env bash
# Run: jspdf@4.2.1 (processArabic, which text() applies to Arabic), beside
#   arabic-persian-reshaper@1.0.1.
# Guess: it joins letters as Unicode says. Vowel marks are transparent; ء joins to neither
#   side. Lam and alef, which are hard, are right.
# What happens: where the letter before it has a vowel mark, a letter inside a word takes the
#   form of a first one: مُحَمَّد comes apart in front of ح and of its second م. So does a last
#   letter before ء: the ي of شيء and the ف of دفء reach out to the left and join nothing. جزء
#   and ضوء, whose last letters join on one side only, are right.
# Why it matters: names with marks, and plain words such as شيء, are misspelt to the eye on
#   invoices made in the browser. Names without marks pass. Give it text without marks
#   (\p{M}), or shape with the other library and its own font.
# Seen: the lines of `want`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact --omit=optional \
  jspdf@4.2.1 arabic-persian-reshaper@1.0.1 >/dev/null

cat >run.cjs <<'EOF'
const { ArabicShaper } = require("arabic-persian-reshaper");
const { jsPDF } = require("jspdf");
const pdf = new jsPDF();
// The form's name is in Unicode's compatibility mapping; here by place: isolated, final, initial, medial.
const forms = (text) => [...text].filter((char) => !/\p{M}/u.test(char)).map((char) => {
  const base = char.normalize("NFKC");
  const code = char.codePointAt(0);
  if (base === char) return char;
  let first = code;
  while (String.fromCodePoint(first - 1).normalize("NFKC") === base) first -= 1;
  return `${base} ${["isolated", "final", "initial", "medial"][code - first]}`;
}).join(", ");
for (const word of ["محمد", "مُحَمَّد", "السلام", "شيء", "بطيء", "دفء", "عبء", "جزء", "ضوء"]) {
  const [ours, theirs] = [pdf.processArabic(word), ArabicShaper.convertArabic(word)].map(forms);
  console.log(`${word}: ${ours === theirs ? `both ${ours}` : `jspdf ${ours} | reshaper ${theirs}`}`);
}
EOF

want='محمد: both م initial, ح medial, م medial, د final
مُحَمَّد: jspdf م initial, ح initial, م initial, د final | reshaper م initial, ح medial, م medial, د final
السلام: both ا isolated, ل initial, س medial, لا final, م isolated
شيء: jspdf ش initial, ي initial, ء isolated | reshaper ش initial, ي final, ء isolated
بطيء: jspdf ب initial, ط medial, ي initial, ء isolated | reshaper ب initial, ط medial, ي final, ء isolated
دفء: jspdf د isolated, ف initial, ء isolated | reshaper د isolated, ف isolated, ء isolated
عبء: jspdf ع initial, ب initial, ء isolated | reshaper ع initial, ب final, ء isolated
جزء: both ج initial, ز final, ء isolated
ضوء: both ض initial, و final, ء isolated'
got=$(node run.cjs)
printf '%s\n' "$got"
if [ "$got" != "$want" ]; then
  printf 'CHANGED; expected:\n%s\n' "$want" >&2
  exit 1
fi
