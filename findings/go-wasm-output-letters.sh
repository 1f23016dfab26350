#!/usr/bin/env bash
# Run: Go 1.26.8, js/wasm, with the loader of the distribution, lib/wasm/wasm_exec.js, as on a
#   page: a program writes Arabic lines through a bufio.Writer to os.Stdout.
# Guess: console.log shows the lines as they were written. The loader collects text and logs
#   it line by line, so the pieces in which it arrives don't matter.
# What happens: each piece is decoded on its own, with no { stream: true }. A bufio.Writer
#   hands on 4,096 bytes at a time; where that falls inside a letter, both halves become
#   U+FFFD. About every second boundary does in Arabic text. In Node.js with go_js_wasm_exec,
#   which writes bytes, the same program is right.
# Why it matters: JSON that is logged for another tool, or a CSV that a page takes from the
#   console, has two wrong characters every 4 to 8 KB; short and ASCII output never. Write
#   each line with one Write, or call Flush at its end.
# Seen: the lines of `want`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export GOTOOLCHAIN=go1.26.8 GOFLAGS=-mod=mod

cat >go.mod <<'EOF'
module finding

go 1.26
EOF
cat >main.go <<'EOF'
package main

import (
	"bufio"
	"fmt"
	"os"
)

func main() {
	out := bufio.NewWriter(os.Stdout)
	for i := range 1000 {
		fmt.Fprintf(out, "%d,سارة بنت سعد,الرياض\n", i)
	}
	out.Flush()
}
EOF
cat >run.cjs <<'EOF'
const lines = [];
const { log } = console;
console.log = (text) => lines.push(...text.split("\n"));
require("./wasm_exec.js");
const go = new Go();
WebAssembly.instantiate(require("fs").readFileSync("main.wasm"), go.importObject)
  .then(({ instance }) => go.run(instance))
  .then(() => {
    const wrong = lines.filter((line) => line.includes("\ufffd"));
    log(`page: ${lines.length} lines, ${wrong.length} with U+FFFD; the first: ${wrong[0]}`);
  });
EOF
cp "$(go env GOROOT)/lib/wasm/wasm_exec.js" "$(go env GOROOT)/lib/wasm/wasm_exec_node.js" .
GOOS=js GOARCH=wasm nice -n 15 go build -o main.wasm .

want='page: 1000 lines, 5 with U+FFFD; the first: 309,سارة بنت سعد,الريا��
Node.js: 1000 lines, 0 with U+FFFD'
got=$(node run.cjs; node wasm_exec_node.js main.wasm >out.txt; printf 'Node.js: %d lines, %d with U+FFFD\n' "$(wc -l <out.txt)" "$(grep -c $'\xef\xbf\xbd' out.txt || true)")
printf '%s\n' "$got"
if [ "$got" != "$want" ]; then
  printf 'CHANGED; expected:\n%s\n' "$want" >&2
  exit 1
fi
