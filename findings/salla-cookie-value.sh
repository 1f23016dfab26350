#!/usr/bin/env bash
# Run: @salla.sa/twilight@2.14.570 in jsdom@26.1.0: `salla.cookie.set(name, value)` and
#   `.get(name)`.
# Guess: `get` returns what `set` was given, as cookie libraries do, or `set` encodes it.
# What happens: nothing is encoded, and `get` returns what stands before the first "=" of the
#   value. Base64 loses its padding, "/profile?tab=1" becomes "/profile?tab". A semicolon ends
#   the value when it is set, and what stands behind it is read as an attribute. In
#   document.cookie the text with "=" is whole.
# Why it matters: a theme that keeps a token, an address to return to or a list "a=1&b=2"
#   reads a shorter text back, with no error. Words, Arabic too, and JSON without "=" are
#   right. encodeURIComponent before set and decode behind get, or use salla.storage.
# Seen: the lines of `want`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact \
  jsdom@26.1.0 >/dev/null
tar -xzf "$(npm pack --silent @salla.sa/twilight@2.14.570)"

cat >run.cjs <<'EOF'
const { readFileSync } = require("fs");
const { JSDOM } = require("jsdom");
const { window } = new JSDOM("", { url: "https://shop.example/ar/profile", runScripts: "outside-only", pretendToBeVisual: true });
window.eval(readFileSync("package/dist/@salla.sa/twilight.min.js", "utf8"));
const { cookie } = window.salla;
for (const value of ["سارة", '{"tab":1}', "YWJjZA==", "/profile?tab=1&code=2", "a; b"]) {
  cookie.set("finding", value);
  console.log(`set ${value} | document.cookie ${window.document.cookie} | get ${cookie.get("finding")}`);
}
process.exit();
EOF

want='set سارة | document.cookie finding=سارة | get سارة
set {"tab":1} | document.cookie finding={"tab":1} | get {"tab":1}
set YWJjZA== | document.cookie finding=YWJjZA== | get YWJjZA
set /profile?tab=1&code=2 | document.cookie finding=/profile?tab=1&code=2 | get /profile?tab
set a; b | document.cookie finding=a | get a'
got=$(node run.cjs)
printf '%s\n' "$got"
if [ "$got" != "$want" ]; then
  printf 'CHANGED; expected:\n%s\n' "$want" >&2
  exit 1
fi
