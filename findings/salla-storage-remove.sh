#!/usr/bin/env bash
# Run: @salla.sa/twilight@2.14.570 in jsdom@26.1.0.
# Guess: salla.storage.remove("draft.phone") takes back what set("draft.phone", …) wrote, as
#   set() and get() were guessed, and seen, to read the dot as a path.
# What happens: the phone stands inside the item `draft`. But remove() reads no path: it looks for an item whose name has the dot, finds none and
#   says nothing. The phone stays, in storage and for get().
# Why it matters: a theme that keeps a draft of the profile form, a phone or a code that
#   way and "removes" it afterwards leaves it for the next customer of the device.
#   Set the path to null, or remove the whole item.
# Seen: the five lines of `want`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact jsdom@26.1.0 >/dev/null
tar -xzf "$(npm pack --silent @salla.sa/twilight@2.14.570)"

cat >run.cjs <<'EOF'
const { readFileSync } = require("fs");
const { JSDOM } = require("jsdom");
const { window } = new JSDOM("", { url: "http://localhost/", runScripts: "outside-only", pretendToBeVisual: true });
window.eval(readFileSync("package/dist/@salla.sa/twilight.min.js", "utf8"));
const { storage } = window.salla;
storage.set("draft.phone", "0501112233");
storage.set("draft.email", "a@example.com");
console.log("set:", window.localStorage.getItem("draft"));
storage.remove("draft.phone");
console.log("removed:", window.localStorage.getItem("draft"));
console.log("get:", storage.get("draft.phone"));
storage.set("draft.phone", null);
console.log("set to null:", window.localStorage.getItem("draft"));
storage.remove("draft");
console.log("whole item removed:", window.localStorage.getItem("draft"));
process.exit();
EOF

want='set: {"phone":"0501112233","email":"a@example.com"}
removed: {"phone":"0501112233","email":"a@example.com"}
get: 0501112233
set to null: {"phone":null,"email":"a@example.com"}
whole item removed: null'
got=$(node run.cjs)
printf '%s\n' "$got"
if [ "$got" != "$want" ]; then
  printf 'CHANGED; expected:\n%s\n' "$want" >&2
  exit 1
fi
