#!/usr/bin/env bash
# Run: Go 1.26.8, GOOS=js GOARCH=wasm, in Node.js with TZ=Asia/Baghdad; Date beside it.
# Guess: time.Local follows the page's time zone as Date does, summer time included.
# What happens: the program asks the page once, at the start, for *today's* offset and uses
#   it for every date there is. Iraq had summer time (+4) until 2007 and has +3 today, so a
#   birthday that a date picker hands over as local midnight of 15 July 1994 is
#   23:00 of 14 July for Go. time.LoadLocation is no way out: it returns "not implemented
#   on js", unless time/tzdata is linked.
# Why it matters: birthdays are old dates, and Iraq, Jordan, Syria and Turkey had other offsets
#   then, for a part of the year. The day is saved one too early for some customers, and
#   never in a test on UTC or Riyadh time. Let the page take the date apart (getFullYear, …).
# Seen: the three lines of `want`.
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
	"fmt"
	"syscall/js"
	"time"
)

func main() {
	midnight := js.Global().Get("Date").New(1994, 6, 15)
	ms := int64(midnight.Call("getTime").Float())
	fmt.Println("page:", midnight.Call("toString").String()[:33])
	fmt.Println("Go:  ", time.UnixMilli(ms).Format("Mon Jan 02 2006 15:04:05 -0700"))
	_, err := time.LoadLocation("Asia/Baghdad")
	fmt.Println("LoadLocation:", err)
}
EOF
cat >run.cjs <<'EOF'
require("./wasm_exec.js");
const go = new Go();
WebAssembly.instantiate(require("fs").readFileSync("main.wasm"), go.importObject)
  .then(({ instance }) => go.run(instance));
EOF
cp "$(go env GOROOT)/lib/wasm/wasm_exec.js" .
GOOS=js GOARCH=wasm nice -n 15 go build -o main.wasm .

want='page: Fri Jul 15 1994 00:00:00 GMT+0400
Go:   Thu Jul 14 1994 23:00:00 +0300
LoadLocation: not implemented on js'
got=$(TZ=Asia/Baghdad node run.cjs)
printf '%s\n' "$got"
if [ "$got" != "$want" ]; then
  printf 'CHANGED; expected:\n%s\n' "$want" >&2
  exit 1
fi
