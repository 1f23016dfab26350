#!/usr/bin/env bash
# Run: maska@3.2.1 (MaskInput with `number`, locale ar-SA), in jsdom@26.1.0, a key at a time.
# Guess: the field shows Arabic-Indic digits, grouped, as Intl does: ١٬٢٣٤٫٥ at the end.
# What happens: it shows ١٢٣٤ without a group, and the decimal point empties the field; the
#   next key begins anew. The mask writes the locale's digits and reads ASCII only: what it
#   wrote, it can't read. So `unmasked` of what it wrote is empty as well. The locales
#   whose digits are ASCII (ar and ar-AE in Node.js 20, en) are right.
# Why it matters: a price or weight field of a Saudi store loses what is typed, with no
#   error. It works for a developer whose page is English, or for `locale: "ar"`. Give the
#   mask a locale with ASCII digits: ar-SA-u-nu-latn.
# Seen: the lines of `want`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact maska@3.2.1 jsdom@26.1.0 >/dev/null

cat >run.cjs <<'EOF'
const { JSDOM } = require("jsdom");
const { Mask, MaskInput } = require("maska");
const { window } = new JSDOM("<input>");
for (const name of ["document", "Event", "InputEvent", "CustomEvent", "HTMLInputElement", "AbortController"]) {
  globalThis[name] = window[name];
}
const typed = (locale, keys) => {
  document.body.innerHTML = "<input>";
  const input = document.querySelector("input");
  new MaskInput(input, { number: { locale, fraction: 2 } });
  return [...keys].map((key) => {
    input.value += key;
    input.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText", data: key }));
    return input.value || "(empty)";
  });
};
for (const locale of ["en", "ar-SA", "ar-SA-u-nu-latn"]) {
  const mask = new Mask({ number: { locale, fraction: 2 } });
  console.log(`${locale} typed: ${typed(locale, "1234.5").join(" ")}`);
  console.log(`${locale} whole: ${mask.masked("1234.5")}, unmasked: ${mask.unmasked(mask.masked("1234.5")) || "(empty)"}`);
}
process.exit();
EOF

want='en typed: 1 12 123 1,234 1,234. 1,234.5
en whole: 1,234.5, unmasked: 1234.5
ar-SA typed: ١ ٢ ٣ ٤ (empty) ٥
ar-SA whole: ١٬٢٣٤٫٥, unmasked: (empty)
ar-SA-u-nu-latn typed: 1 12 123 1,234 1,234. 1,234.5
ar-SA-u-nu-latn whole: 1,234.5, unmasked: 1234.5'
got=$(node run.cjs)
printf '%s\n' "$got"
if [ "$got" != "$want" ]; then
  printf 'CHANGED; expected:\n%s\n' "$want" >&2
  exit 1
fi
