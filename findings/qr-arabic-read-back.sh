#!/usr/bin/env bash
# Run: qrcode-svg@1.1.0, qrcode-terminal@0.12.0, qr.js@0.0.0, qrcode@1.5.4 and uqr@0.1.3: the
#   codes that they make of an Arabic link and a Wi-Fi name, read back by jsqr@1.4.0.
# Guess: UTF-8, as phones read it; a library that can't would throw.
# What happens: qrcode and uqr are right. qrcode-terminal and qr.js keep the low byte of each
#   letter: متجر is read as E*,1. qrcode-svg writes UTF-8, but with a byte order mark in front
#   as soon as one letter is beyond U+007F. Then "https:", "WIFI:" or "BEGIN:VCARD" is no
#   longer at the start: new URL() throws on the text that was read.
# Why it matters: the picture looks right, and a test with an ASCII link is right. One Arabic
#   letter in a product's address or in a Wi-Fi name, and the code is text, or noise.
#   Percent-encode links (URL.href) before; for other text use a library that was read back.
# Seen: the lines of `want`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact \
  qrcode-svg@1.1.0 qrcode-terminal@0.12.0 qr.js@0.0.0 qrcode@1.5.4 uqr@0.1.3 jsqr@1.4.0 >/dev/null

cat >run.mjs <<'EOF'
import { createRequire } from "node:module";
import { encode } from "uqr";
const require = createRequire(import.meta.url);
const jsQR = require("jsqr");
const Svg = require("qrcode-svg");
const Terminal = require("qrcode-terminal/vendor/QRCode");
const { M } = require("qrcode-terminal/vendor/QRCode/QRErrorCorrectLevel");
const makers = {
  qrcode: (text) => {
    const { modules } = require("qrcode").create(text);
    return Array.from({ length: modules.size }, (_, row) => Array.from({ length: modules.size }, (_, column) => modules.get(row, column)));
  },
  uqr: (text) => encode(text, { border: 0 }).data,
  "qrcode-svg": (text) => {
    const { modules } = new Svg({ content: text }).qrcode;
    return modules.map((_, row) => modules.map((column) => column[row]));
  },
  "qrcode-terminal": (text) => {
    const code = new Terminal(-1, M);
    code.addData(text);
    code.make();
    return code.modules;
  },
  "qr.js": (text) => require("qr.js")(text).modules,
};
const scan = (modules) => {
  const scale = 6, border = 4, width = (modules.length + 2 * border) * scale;
  const pixels = new Uint8ClampedArray(width * width * 4);
  for (let i = 0; i < width * width; i++) {
    const row = Math.floor(i / width / scale) - border, column = Math.floor((i % width) / scale) - border;
    pixels.set(modules[row]?.[column] ? [0, 0, 0, 255] : [255, 255, 255, 255], i * 4);
  }
  return jsQR(pixels, width, width)?.data;
};
const shown = (text) => JSON.stringify(text).replace(/[\u0000-\u001f\ufeff]/g, (c) => `U+${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")} `);
for (const [name, make] of Object.entries(makers)) {
  const read = ["https://shop.example/a", "https://shop.example/متجر", "WIFI:S:متجر;;"].map((text) => {
    const back = scan(make(text));
    return back === text ? "the same" : shown(back);
  });
  console.log(`${name}: ${read.join(", ")}`);
}
console.log("URL.canParse, qrcode-svg:", URL.canParse(scan(makers["qrcode-svg"]("https://shop.example/متجر"))));
EOF

want='qrcode: the same, the same, the same
uqr: the same, the same, the same
qrcode-svg: the same, "U+FEFF https://shop.example/متجر", "U+FEFF WIFI:S:متجر;;"
qrcode-terminal: the same, "https://shop.example/E*,1", "WIFI:S:E*,1;;"
qr.js: the same, "https://shop.example/E*,1", "WIFI:S:E*,1;;"
URL.canParse, qrcode-svg: false'
got=$(node run.mjs)
printf '%s\n' "$got"
if [ "$got" != "$want" ]; then
  printf 'CHANGED; expected:\n%s\n' "$want" >&2
  exit 1
fi
