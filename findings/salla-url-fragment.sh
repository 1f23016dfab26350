#!/usr/bin/env bash
# Run: @salla.sa/twilight@2.14.570 in jsdom@26.1.0, on a page of a store whose address has a fragment.
# Guess: salla.url.addParamToUrl("code", "1") keeps what it isn't asked about: the rest of the
#   address, and the fragment behind it.
# What happens: the fragment is gone, and a "/" stands behind the last part of the path. The number
#   0 adds nothing and keeps the fragment, the text "0" is added.
# Why it matters: tabs of a profile page that are links to #contacts lose their place at
#   location.href = salla.url.addParamToUrl(...), and with the "/" a cache or an analytics tool
#   has two pages of one. `URL` and its searchParams do neither.
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
for (const url of ["http://localhost/ar/profile#contacts", "http://localhost/ar/profile/?tab=1#contacts"]) {
  const { window } = new JSDOM("", { url, runScripts: "outside-only", pretendToBeVisual: true });
  window.eval(readFileSync("package/dist/@salla.sa/twilight.min.js", "utf8"));
  console.log(url);
  for (const value of ["1", 0, "0"]) console.log(`  ${JSON.stringify(value)}: ${window.salla.url.addParamToUrl("code", value)}`);
  const other = new URL(url);
  other.searchParams.set("code", "1");
  console.log(`  by URL: ${other}`);
}
process.exit();
EOF

want='http://localhost/ar/profile#contacts
  "1": http://localhost/ar/profile/?code=1
  0: http://localhost/ar/profile#contacts
  "0": http://localhost/ar/profile/?code=0
  by URL: http://localhost/ar/profile?code=1#contacts
http://localhost/ar/profile/?tab=1#contacts
  "1": http://localhost/ar/profile/?tab=1&code=1
  0: http://localhost/ar/profile/?tab=1#contacts
  "0": http://localhost/ar/profile/?tab=1&code=0
  by URL: http://localhost/ar/profile/?tab=1&code=1#contacts'
got=$(node run.cjs)
printf '%s\n' "$got"
if [ "$got" != "$want" ]; then
  printf 'CHANGED; expected:\n%s\n' "$want" >&2
  exit 1
fi
