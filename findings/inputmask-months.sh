#!/usr/bin/env bash
# Run: inputmask@5.0.9 and 5.0.10 (July 2026), alias `datetime`, in jsdom@26.1.0, a key at a time.
# Guess: with inputFormat dd/mm/yyyy the current version takes neither 31/02/1994 nor 18/13/1994.
# What happens: 5.0.10 takes both and calls them complete and valid. Its `mm` is minutes and its
#   `MM` the month, as in Unicode's patterns; until 5.0.9 it was the other way round. The
#   change log has a line on it, the README has none, and only the third number of the
#   version tells. HH:MM, as one wrote it before, makes 14:04 of 1445.
# Why it matters: `^5.0.9` brings it with the next install. The field looks as before, and every
#   real birthday passes, so no test with one finds it. Pin the version, or write
#   dd/MM/yyyy from 5.0.10 on.
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
  const typed = (text, inputFormat, outputFormat) => {
    input.value = "";
    window.Inputmask({ alias: "datetime", inputFormat }).mask(input);
    input.focus();
    for (const key of text) {
      for (const type of ["keydown", "keypress"]) {
        input.dispatchEvent(new window.KeyboardEvent(type, { key, keyCode: key.charCodeAt(0), bubbles: true, cancelable: true }));
      }
    }
    const seen = `${inputFormat}, typed ${text}: ${input.value}, ${input.inputmask.isComplete() ? "complete" : "not complete"}, ${input.inputmask.isValid() ? "valid" : "not valid"}`;
    input.inputmask.remove();
    return seen;
  };
  console.log(`5.0.${version}`);
  console.log(`  ${typed("18031994", "dd/mm/yyyy")}`);
  console.log(`  ${typed("31021994", "dd/mm/yyyy")}`);
  console.log(`  ${typed("18131994", "dd/mm/yyyy")}`);
  console.log(`  ${typed("31021994", "dd/MM/yyyy")}`);
  console.log(`  ${typed("1445", "HH:MM")}`);
}
process.exit();
EOF

want='5.0.9
  dd/mm/yyyy, typed 18031994: 18/03/1994, complete, valid
  dd/mm/yyyy, typed 31021994: 31/01/994y, not complete, not valid
  dd/mm/yyyy, typed 18131994: 18/11/994y, not complete, not valid
  dd/MM/yyyy, typed 31021994: 31/02/1994, complete, valid
  HH:MM, typed 1445: 14:45, complete, valid
5.0.10
  dd/mm/yyyy, typed 18031994: 18/03/1994, complete, valid
  dd/mm/yyyy, typed 31021994: 31/02/1994, complete, valid
  dd/mm/yyyy, typed 18131994: 18/13/1994, complete, valid
  dd/MM/yyyy, typed 31021994: 31/01/994y, not complete, not valid
  HH:MM, typed 1445: 14:04, complete, valid'
got=$(node run.cjs)
printf '%s\n' "$got"
if [ "$got" != "$want" ]; then
  printf 'CHANGED; expected:\n%s\n' "$want" >&2
  exit 1
fi
