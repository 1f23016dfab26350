#!/usr/bin/env bash
# Run: intl-tel-input@29.5.1 (the build with utils) in jsdom@26.1.0; seen in Chromium 156, too.
# Guess: a number typed in Arabic-Indic digits is either refused or comes out of
#   getNumber() as E.164, which is ASCII: +966501112233.
# What happens: isValidNumber() and isValidNumberPrecise() are true, and getNumber()
#   returns "+" and twelve Arabic-Indic digits: the country code that the library adds
#   is in them, too.
#   Versions to 23.9.3 gave +966501112233 here; 25.15.1 and later don't.
# Why it matters: a theme that trusts "valid" sends a text that a pattern such as
#   ^\+\d+$ refuses. Convert digits on the way out, also behind a phone library.
# Seen: "+٩٦٦٥٠١١١٢٢٣٣ valid precise" for ٠٥٠١١١٢٢٣٣; ASCII for the same number in ASCII digits.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact \
  intl-tel-input@29.5.1 jsdom@26.1.0 >/dev/null

cat >run.cjs <<'EOF'
const { readFileSync, existsSync } = require("fs");
const { JSDOM } = require("jsdom");
const root = "node_modules/intl-tel-input";
const file = ["dist", "build"].map((f) => `${root}/${f}/js/intlTelInputWithUtils.js`).find(existsSync);
const library = readFileSync(file, "utf8") + ";window.intlTelInput ??= intlTelInput;";

for (const typed of ["0501112233", "٠٥٠١١١٢٢٣٣"]) {
  const { window } = new JSDOM("<input type=tel>", { runScripts: "outside-only", pretendToBeVisual: true });
  window.matchMedia = () => ({ matches: false, addEventListener() {} });
  window.eval(library);
  const input = window.document.querySelector("input");
  const phone = window.intlTelInput(input, { initialCountry: "sa" });
  input.value = typed;
  console.log(phone.getNumber(), phone.isValidNumber() ? "valid" : "not valid",
    phone.isValidNumberPrecise() ? "precise" : "not precise");
}
process.exit();
EOF

want='+966501112233 valid precise
+٩٦٦٥٠١١١٢٢٣٣ valid precise'
got=$(node run.cjs)
printf '%s\n' "$got"
if [ "$got" != "$want" ]; then
  printf 'CHANGED; expected:\n%s\n' "$want" >&2
  exit 1
fi
