#!/usr/bin/env bash
# Run: happy-dom@21.0.4, and jsdom@26.1.0, which does here what HTML's standard says.
# Guess: happy-dom's validity is the browsers': maxlength and minlength count for what a person
#   has typed, never for a value that the page itself has put in; a number field takes valid
#   floating-point numbers only, so that "+1" and "1." leave it empty.
# What happens: values set by a script, and the one in the attribute `value`, are tooLong and
#   tooShort. So checkValidity() is false and requestSubmit() fires no submit event for a
#   form that every browser submits. "+1" and "1." stay in a number field.
# Why it matters: a profile form is filled by the page, with names that are older than the
#   theme's limits. In a test on happy-dom it can't be saved, and the author looks for the fault
#   in the theme; or the limit is taken for a guard that in the shop it isn't.
# Seen: the lines of `want`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact happy-dom@21.0.4 jsdom@26.1.0 >/dev/null

cat >run.cjs <<'EOF'
const { JSDOM } = require("jsdom");
const { Window } = require("happy-dom");
const html = `<form><input id="attribute" value="Abdulrahman" maxlength="5">
  <input id="long" maxlength="5"><input id="short" minlength="5"><input id="number" type="number"></form>`;
const jsdom = new JSDOM(html, { pretendToBeVisual: true }).window;
const happy = new Window();
happy.document.body.innerHTML = html;
for (const [name, { document }] of [["jsdom", jsdom], ["happy-dom", happy]]) {
  const field = (id) => document.getElementById(id);
  field("long").value = "Abdulrahman";
  field("short").value = "Ali";
  let submits = 0;
  const form = document.querySelector("form");
  form.addEventListener("submit", (event) => (event.preventDefault(), submits++));
  form.requestSubmit();
  console.log(`${name}: attribute ${field("attribute").validity.tooLong ? "tooLong" : "good"},`,
    `set ${field("long").validity.tooLong ? "tooLong" : "good"}, ${field("short").validity.tooShort ? "tooShort" : "good"},`,
    `form ${form.checkValidity() ? "valid" : "not valid"}, submits ${submits}`);
  const kept = ["+1", "1.", "1.5"].map((text) => ((field("number").value = text), field("number").value || "(empty)"));
  console.log(`${name}: number +1, 1., 1.5 -> ${kept.join(", ")}`);
}
process.exit();
EOF

want='jsdom: attribute good, set good, good, form valid, submits 1
jsdom: number +1, 1., 1.5 -> (empty), (empty), 1.5
happy-dom: attribute tooLong, set tooLong, tooShort, form not valid, submits 0
happy-dom: number +1, 1., 1.5 -> +1, 1., 1.5'
got=$(node run.cjs)
printf '%s\n' "$got"
if [ "$got" != "$want" ]; then
  printf 'CHANGED; expected:\n%s\n' "$want" >&2
  exit 1
fi
