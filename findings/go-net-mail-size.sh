#!/usr/bin/env bash
# Run: Go 1.26.8, GOOS=js GOARCH=wasm, -trimpath -ldflags=-s; brotli 11 of Node.js.
# Guess: mail.ParseAddress, one function on one string, adds some 100 KB raw to a module.
# What happens: it adds 1.3 MB raw and 249 KB brotli, more than half of a whole empty
#   module. net/mail reads the address literal of name@[192.0.2.1] by net.ParseIP, and so
#   links package net with what that needs. mime/multipart, of which one may want the
#   writer only, does likewise, through net/textproto.
# Why it matters: these two are what a Go programmer takes first for the e-mail and for
#   the photo of a profile form. `go list -deps` says "net" beforehand.
# Seen: empty 1,914,944 / 439,897 bytes raw / brotli; net/url +452 KB / +79 KB; net/mail
#   +1,332 KB / +249 KB; mime/multipart +1,403 KB / +271 KB. "large" in the output is more
#   than 1,000,000 raw and 200,000 brotli.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export GOTOOLCHAIN=go1.26.8 GOFLAGS=-mod=mod GOOS=js GOARCH=wasm

# module NAME IMPORTS STATEMENT: builds a program that takes a text from the page and returns one.
module() {
  mkdir "$1"
  printf 'module finding\n\ngo 1.26\n' >"$1/go.mod"
  printf 'package main\n\nimport (\n"syscall/js"\n%b\n)\n\nfunc main() {\nv := js.Global().Get("v").String()\n%s\n}\n' \
    "$2" "$3" >"$1/main.go"
  (cd "$1" && nice -n 15 go build -trimpath -ldflags=-s -o m.wasm . && go list -deps . >deps)
}
module empty '' 'js.Global().Set("y", v)'
module url '"net/url"' 'js.Global().Set("y", url.QueryEscape(v))'
module mail '"net/mail"' '_, err := mail.ParseAddress(v); js.Global().Set("y", err == nil)'
module multipart '"bytes"\n"mime/multipart"' \
  'var b bytes.Buffer; w := multipart.NewWriter(&b); w.WriteField("a", v); w.Close(); js.Global().Set("y", b.String())'

cat >size.cjs <<'EOF'
const { readFileSync } = require("fs");
const { brotliCompressSync } = require("zlib");
const sizes = (name) => {
  const bytes = readFileSync(`${name}/m.wasm`);
  return [bytes.length, brotliCompressSync(bytes).length];
};
const [raw, brotli] = sizes("empty");
for (const name of ["url", "mail", "multipart"]) {
  const [r, b] = sizes(name);
  console.error(`${name}: +${r - raw} raw, +${b - brotli} brotli`);
  const large = r - raw > 1e6 && b - brotli > 2e5;
  console.log(`${name}: ${/^net$/m.test(readFileSync(`${name}/deps`, "utf8")) ? "links net" : "no net"}, ${large ? "large" : "small"}`);
}
EOF
want='url: no net, small
mail: links net, large
multipart: links net, large'
got=$(node size.cjs)
printf '%s\n' "$got"
if [ "$got" != "$want" ]; then
  printf 'CHANGED; expected:\n%s\n' "$want" >&2
  exit 1
fi
