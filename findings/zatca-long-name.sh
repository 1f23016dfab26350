#!/usr/bin/env bash
# Run: @axenda/zatca@1.0.4 (the QR code on Saudi invoices), with sellers' names of growing
#   length.
# Guess: a tag is number, length in bytes, value: right to 255 bytes, which is 127 Arabic
#   letters, and an error beyond.
# What happens: from 128 bytes on, 64 Arabic letters, the code is damaged and nothing says so.
#   The length's byte goes through a UTF-8 string, where 128 and more is no letter: it becomes
#   U+FFFD, three bytes. A reader takes the first, 239, for the length and finds no second
#   tag: no VAT number, no date, no total. Latin names are hit at 128 letters.
# Why it matters: registered names ("company … for general trading, limited liability") come
#   to 64 letters. The picture looks like any other, and the test shop has a short name. Write
#   the bytes yourself: Buffer.concat of [tag, length] and the value.
# Seen: the lines of `want`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact \
  @axenda/zatca@1.0.4 >/dev/null

cat >run.cjs <<'EOF'
const { Invoice } = require("@axenda/zatca");
const read = (base64) => {
  const bytes = Buffer.from(base64, "base64");
  const tags = [];
  for (let at = 0; at < bytes.length; at += 2 + bytes[at + 1]) {
    tags.push({ tag: bytes[at], length: bytes[at + 1], text: bytes.subarray(at + 2, at + 2 + bytes[at + 1]).toString() });
  }
  return tags;
};
for (const name of ["م".repeat(63), "م".repeat(64), "م".repeat(100), "A".repeat(127), "A".repeat(128)]) {
  const tags = read(new Invoice({
    sellerName: name,
    vatRegistrationNumber: "310000000000003",
    invoiceTimestamp: "2026-12-01T10:00:00Z",
    invoiceTotal: "115.00",
    invoiceVatTotal: "15.00",
  }).toBase64());
  console.log(`${name.length} × ${name[0]}, ${Buffer.byteLength(name)} bytes: name ${tags[0].text === name ? "right" : `wrong, length ${tags[0].length}`}; tags ${tags.map((t) => t.tag).join(" ")}`);
}
EOF

want='63 × م, 126 bytes: name right; tags 1 2 3 4 5
64 × م, 128 bytes: name wrong, length 239; tags 1
100 × م, 200 bytes: name wrong, length 239; tags 1 48
127 × A, 127 bytes: name right; tags 1 2 3 4 5
128 × A, 128 bytes: name wrong, length 239; tags 1'
got=$(node run.cjs)
printf '%s\n' "$got"
if [ "$got" != "$want" ]; then
  printf 'CHANGED; expected:\n%s\n' "$want" >&2
  exit 1
fi
