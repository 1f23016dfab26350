#!/usr/bin/env bash
# Run: inputmask@5.0.9 and 5.0.10 (July 2026) in jsdom@26.1.0, a key at a time.
# Guess: Arabic digits are dropped where a mask has 9.
# What happens: in 5.0.9 they are. 5.0.10 keeps them as they are typed, is complete and valid
#   with them, and unmaskedvalue() has them; what the mask itself adds is ASCII: +966 ٥٠ ١١١ ٢٢٣٣.
#   The alias `decimal` takes them in both versions and drops the Arabic decimal mark: ١٢٣٤٫٥
#   becomes ١٢,٣٤٥.
# Why it matters: \d, Number() and a store that wants ASCII refuse a phone or a code that the mask
#   has passed. The README doesn't say it; the change log has a line on "letters & numbers".
#   Make the digits ASCII behind the mask, or define the 9: { validator: "[0-9]" }.
# Seen: the lines of `want`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact \
  jsdom@26.1.0 inputmask-9@npm:inputmask@5.0.9 inputmask-10@npm:inputmask@5.0.10 >/dev/null

cat >run.cjs <<'EOF'
const { readFileSync } = require("fs");
const { JSDOM } = require("jsdom");
for (const version of ["9", "10"]) {
  const { window } = new JSDOM("<input>", { runScripts: "outside-only", pretendToBeVisual: true });
  window.matchMedia ??= () => ({ matches: false });
  window.eval(readFileSync(`node_modules/inputmask-${version}/dist/inputmask.js`, "utf8"));
  const input = window.document.querySelector("input");
  const typed = (text, title, options) => {
    input.value = "";
    window.Inputmask(options).mask(input);
    input.focus();
    for (const key of text) {
      for (const type of ["keydown", "keypress"]) {
        input.dispatchEvent(new window.KeyboardEvent(type, { key, keyCode: key.charCodeAt(0), bubbles: true, cancelable: true }));
      }
    }
    const mask = input.inputmask;
    console.log(`  ${title}, typed ${text}: ${input.value || "(empty)"}, unmasked ${mask.unmaskedvalue() || "(empty)"},`,
      `${mask.isComplete() ? "complete" : "not complete"}, ${mask.isValid() ? "valid" : "not valid"}`);
    mask.remove();
  };
  console.log(`5.0.${version}`);
  typed("٥٠١١١٢٢٣٣", "phone", { mask: "+\\966 99 999 9999", definitions: { 6: { validator: "6", static: true } } });
  typed("١٢٣٤", "code", { mask: "9999" });
  typed("١٢٣٤", "code, own definition", { mask: "9999", definitions: { 9: { validator: "[0-9]" } } });
  typed("١٢٣٤٫٥", "decimal", { alias: "decimal", groupSeparator: "," });
}
process.exit();
EOF

want='5.0.9
  phone, typed ٥٠١١١٢٢٣٣: (empty), unmasked (empty), not complete, not valid
  code, typed ١٢٣٤: (empty), unmasked (empty), not complete, not valid
  code, own definition, typed ١٢٣٤: (empty), unmasked (empty), not complete, not valid
  decimal, typed ١٢٣٤٫٥: ١٢,٣٤٥, unmasked ١٢٣٤٥, not complete, not valid
5.0.10
  phone, typed ٥٠١١١٢٢٣٣: +966 ٥٠ ١١١ ٢٢٣٣, unmasked ٥٠١١١٢٢٣٣, complete, valid
  code, typed ١٢٣٤: ١٢٣٤, unmasked ١٢٣٤, complete, valid
  code, own definition, typed ١٢٣٤: (empty), unmasked (empty), not complete, not valid
  decimal, typed ١٢٣٤٫٥: ١٢,٣٤٥, unmasked ١٢٣٤٥, not complete, not valid'
got=$(node run.cjs)
printf '%s\n' "$got"
if [ "$got" != "$want" ]; then
  printf 'CHANGED; expected:\n%s\n' "$want" >&2
  exit 1
fi
