#!/usr/bin/env bash
# Run: intl-tel-input@29.5.1 with `hiddenInputs`, in jsdom@26.1.0; seen in Chromium 156, too.
# Guess: the hidden inputs hold the full number whenever the form is read.
# What happens: the library fills them in a `submit` listener of its own. A handler in
#   the form's `onsubmit` attribute was registered before it and runs first. So the
#   first FormData has an empty number, and each later one has the number of the
#   submit before: the visible field says 0509998877, the hidden one +966501112233.
# Why it matters: `<form onsubmit="return salla.form.onSubmit('profile.update', event)">`
#   is exactly such a handler. The customer corrects the phone, presses Save again, and
#   the previous number is saved. A test that submits once only sees "required".
#   Read getNumber() in the handler, or fill the field on `input`.
# Seen: the three lines of `want`; the third is a listener added after the library.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact \
  intl-tel-input@29.5.1 jsdom@26.1.0 >/dev/null

cat >run.cjs <<'EOF'
const { readFileSync } = require("fs");
const { JSDOM } = require("jsdom");
const library = readFileSync("node_modules/intl-tel-input/dist/js/intlTelInputWithUtils.js", "utf8");
const { window } = new JSDOM(
  `<form onsubmit="read('attribute', this); return false"><input type=tel name=phone></form>`,
  { runScripts: "dangerously", pretendToBeVisual: true },
);
window.matchMedia = () => ({ matches: false, addEventListener() {} });
let lines = [];
window.read = (who, form) => {
  const data = new window.FormData(form);
  lines.push(`${who}: ${data.get("phone")} -> "${data.get("full")}"`);
};
window.eval(library + ";window.intlTelInput = intlTelInput;");
const form = window.document.querySelector("form");
const input = window.document.querySelector("input");
window.intlTelInput(input, { initialCountry: "sa", hiddenInputs: () => ({ phone: "full" }) });
input.value = "0501112233";
form.requestSubmit();
form.addEventListener("submit", () => window.read("listener", form));
input.value = "0509998877";
form.requestSubmit();
console.log(lines.join("\n"));
process.exit();
EOF

want='attribute: 0501112233 -> ""
attribute: 0509998877 -> "+966501112233"
listener: 0509998877 -> "+966509998877"'
got=$(node run.cjs)
printf '%s\n' "$got"
if [ "$got" != "$want" ]; then
  printf 'CHANGED; expected:\n%s\n' "$want" >&2
  exit 1
fi
