#!/usr/bin/env bash
# Run: @emran-alhaddad/saudi-riyal-font@1.1.0 (the web font for the riyal's sign U+20C1), its
#   six files read by fontkit@2.0.4.
# Guess: it has the sign, at U+20C1 and at the older private U+E900, so it can stand first in
#   a stack: font-family: saudi_riyal, Tajawal. All other text falls through to the second.
# What happens: the capitals A, B, C and D are in it too, and so is U+20C0 (the som's sign):
#   as glyphs with no outline and no width. In that stack they are found, and drawn as
#   nothing: "SAR" is "SR", "CARD" is "R", "ABCD" is gone (0 px in Chromium). Lower case is
#   not touched. The package's sheet has no unicode-range that would hold it to the sign.
# Why it matters: a stack is the only way in an <option>, an input or plain text, where the
#   icon's class doesn't reach. Coupon codes, sizes and plate numbers lose letters on the
#   screen only; copied text and tests are right. Declare it with unicode-range: U+20C1,
#   U+E900.
# Seen: the lines of `want`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact \
  @emran-alhaddad/saudi-riyal-font@1.1.0 fontkit@2.0.4 >/dev/null

cat >run.mjs <<'EOF'
import { readFileSync } from "node:fs";
import * as fontkit from "fontkit";
const root = "node_modules/@emran-alhaddad/saudi-riyal-font/";
for (const weight of ["regular", "bold"]) {
  for (const type of ["woff2", "woff", "ttf"]) {
    const font = fontkit.openSync(`${root}fonts/${weight}/saudi_riyal.${type}`);
    const state = (char) => {
      const glyph = font.glyphForCodePoint(char.codePointAt(0));
      if (glyph.id === 0) return "not in it";
      return glyph.path.commands.length ? "drawn" : `empty, ${glyph.advanceWidth} wide`;
    };
    console.log(`${weight} ${type}: ${["\u20c1", "\ue900", "\u20c0", ..."ABCDEa1"].map((char) =>
      `${char < "\u0080" ? char : "U+" + char.charCodeAt(0).toString(16).toUpperCase()} ${state(char)}`).join("; ")}`);
    const seen = (text) => [...text].filter((char) => !state(char).startsWith("empty")).join("");
    if (type === "woff2") console.log(`  on the screen: ${["SAR 12", "CARD", "ABCD-20", "sard"].map((text) => `"${text}" "${seen(text)}"`).join(", ")}`);
  }
}
console.log("unicode-range in the sheet:", /unicode-range/.test(readFileSync(`${root}index.css`, "utf8")));
EOF

want='regular woff2: U+20C1 drawn; U+E900 drawn; U+20C0 empty, 0 wide; A empty, 0 wide; B empty, 0 wide; C empty, 0 wide; D empty, 0 wide; E not in it; a not in it; 1 not in it
  on the screen: "SAR 12" "SR 12", "CARD" "R", "ABCD-20" "-20", "sard" "sard"
regular woff: U+20C1 drawn; U+E900 drawn; U+20C0 empty, 0 wide; A empty, 0 wide; B empty, 0 wide; C empty, 0 wide; D empty, 0 wide; E not in it; a not in it; 1 not in it
regular ttf: U+20C1 drawn; U+E900 drawn; U+20C0 empty, 0 wide; A empty, 0 wide; B empty, 0 wide; C empty, 0 wide; D empty, 0 wide; E not in it; a not in it; 1 not in it
bold woff2: U+20C1 drawn; U+E900 drawn; U+20C0 empty, 0 wide; A empty, 0 wide; B empty, 0 wide; C empty, 0 wide; D empty, 0 wide; E not in it; a not in it; 1 not in it
  on the screen: "SAR 12" "SR 12", "CARD" "R", "ABCD-20" "-20", "sard" "sard"
bold woff: U+20C1 drawn; U+E900 drawn; U+20C0 empty, 0 wide; A empty, 0 wide; B empty, 0 wide; C empty, 0 wide; D empty, 0 wide; E not in it; a not in it; 1 not in it
bold ttf: U+20C1 drawn; U+E900 drawn; U+20C0 empty, 0 wide; A empty, 0 wide; B empty, 0 wide; C empty, 0 wide; D empty, 0 wide; E not in it; a not in it; 1 not in it
unicode-range in the sheet: false'
got=$(node run.mjs)
printf '%s\n' "$got"
if [ "$got" != "$want" ]; then
  printf 'CHANGED; expected:\n%s\n' "$want" >&2
  exit 1
fi
