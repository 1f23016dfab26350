#!/usr/bin/env bash
# Run: jsdom@29.1.1 (the last for Node.js 20), new FormData(form).
# Guess: the entries are a browser's: FormData is old, and jsdom's tests are the platform's.
# What happens: four things differ. A selected option that is disabled, the usual "choose …"
#   of a <select>, is an entry; browsers leave it out. The event `formdata` is never fired.
#   `dirname` is always "ltr", whatever `dir` the field or the form has, though :dir(rtl) of
#   the same jsdom finds all three fields. wrap="hard" breaks the text once, and then no more.
#   (31.0.1, for Node.js 22, has the same lines for the first three.)
# Why it matters: a test sees `country=` sent where the shop gets no such field and keeps the
#   old value; what a listener of `formdata` adds is never tested, nor a server that reads
#   name.dir. Check these in a browser: Chromium 156 has no country, the event, rtl three
#   times, and a break at each line.
# Seen: the lines of `want`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact \
  jsdom@29.1.1 >/dev/null

cat >run.cjs <<'EOF'
const { JSDOM } = require("jsdom");
const { window } = new JSDOM(`<form dir="rtl">
  <select name="country"><option value="" disabled selected>اختر</option><option value="SA">السعودية</option></select>
  <input name="auto" dirname="auto.dir" dir="auto" value="سارة">
  <input name="own" dirname="own.dir" dir="rtl" value="سارة">
  <input name="inherited" dirname="inherited.dir" value="سارة">
  <textarea name="note" wrap="hard" cols="5">aaaa bbbb cccc</textarea>
</form>`);
const form = window.document.forms[0];
let fired = false;
form.addEventListener("formdata", () => (fired = true));
for (const [name, value] of new window.FormData(form)) {
  if (!["auto", "own", "inherited"].includes(name)) console.log(`${name}: ${JSON.stringify(value)}`);
}
console.log("formdata fired:", fired);
console.log(":dir(rtl) of the same fields:", [...form.querySelectorAll("input:dir(rtl)")].map((input) => input.name).join(", "));
EOF

want='country: ""
auto.dir: "ltr"
own.dir: "ltr"
inherited.dir: "ltr"
note: "aaaa \nbbbb cccc"
formdata fired: false
:dir(rtl) of the same fields: auto, own, inherited'
got=$(node run.cjs)
printf '%s\n' "$got"
if [ "$got" != "$want" ]; then
  printf 'CHANGED; expected:\n%s\n' "$want" >&2
  exit 1
fi
