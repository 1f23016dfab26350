#!/usr/bin/env bash
# Run: happy-dom@21.0.4, beside jsdom@26.1.0; the same form in Chromium 156.
# Guess: both test DOMs make the same FormData of a form as a browser does.
# What happens: happy-dom's also has the fields of a disabled <fieldset>, one option
#   only of a <select multiple>, and values that a browser never has: "1994-02-30" in a
#   date field, an Arabic digit in a number field, blanks around an e-mail. A field with a
#   later date than its `max` is valid, and one with pattern="\p{L}+" never is.
#   jsdom gives what Chromium gives in all six.
# Why it matters: a component test in happy-dom sees a profile form send other fields than
#   customers' browsers do, in both directions: locked fields that are never sent, and
#   interests of which all but one are lost.
# Seen: the two blocks of `want`; Chromium's is jsdom's.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact \
  happy-dom@21.0.4 jsdom@26.1.0 >/dev/null

cat >run.cjs <<'EOF'
const { JSDOM } = require("jsdom");
const { Window } = require("happy-dom");
const html = `<form>
  <fieldset disabled><input name="locked" value="1"></fieldset>
  <select name="interests" multiple><option selected>a<option selected>b</select>
  <input type="date" name="birthday" value="1994-02-30">
  <input type="number" name="number" value="٥">
  <input type="email" name="email" value=" a@example.com ">
  <input type="date" id="max" max="2010-01-01" value="2015-01-01">
  <input id="letters" pattern="\\p{L}+" value="علي"></form>`;
for (const [name, window] of [["jsdom", new JSDOM("").window], ["happy-dom", new Window()]]) {
  const { document } = window;
  document.body.innerHTML = html;
  const data = new window.FormData(document.querySelector("form"));
  console.log(`${name}: ${[...data].map((pair) => pair.join("=")).join("&")}`);
  const validity = (id) => document.getElementById(id).checkValidity();
  console.log(`  late date valid ${validity("max")}, letters valid ${validity("letters")}`);
}
process.exit();
EOF

want='jsdom: interests=a&interests=b&birthday=&number=&email=a@example.com
  late date valid false, letters valid true
happy-dom: locked=1&interests=a&birthday=1994-02-30&number=٥&email= a@example.com 
  late date valid true, letters valid false'
got=$(node run.cjs)
printf '%s\n' "$got"
if [ "$got" != "$want" ]; then
  printf 'CHANGED; expected:\n%s\n' "$want" >&2
  exit 1
fi
