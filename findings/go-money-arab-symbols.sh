#!/usr/bin/env bash
# Run: github.com/Rhymond/go-money v1.0.15 (Display), for the currencies of Arab states.
# Guess: each has its own sign, in the order of its letters; SAR perhaps still ﷼.
# What happens: 12.5 Jordanian dinars are shown with the sign of the Emirati dirham, د.إ: a
#   reader takes them for a fifth of their worth. Saudi, Qatari, Omani and Yemeni riyals and
#   Iran's rial have one sign, ﷼, which is Iran's. The pounds of Egypt, Lebanon, Sudan and
#   Syria have the British £. The abbreviations begin with the point that belongs behind
#   (.د.ك).
# Why it matters: an invoice or an SMS names another currency than was paid, and a text with
#   two of them is ambiguous. The amounts are right, so tests on amounts pass. Show the ISO
#   code, or AddCurrency with signs of your own.
# Seen: the lines of `want`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export GOTOOLCHAIN=go1.26.8 GOFLAGS=-mod=mod

cat >go.mod <<'EOF'
module finding

go 1.26

require github.com/Rhymond/go-money v1.0.15
EOF
cat >main.go <<'EOF'
package main

import (
	"fmt"
	"strings"

	"github.com/Rhymond/go-money"
)

func main() {
	codes := strings.Fields("SAR QAR OMR YER AED KWD BHD JOD IQD EGP LBP SYP SDG LYD TND DZD MAD IRR GBP")
	bySign := map[string][]string{}
	for _, code := range codes {
		amount := money.NewFromFloat(12.5, code)
		sign := amount.Currency().Grapheme
		bySign[sign] = append(bySign[sign], code)
		if code == "JOD" || code == "AED" || code == "SAR" || code == "KWD" {
			fmt.Printf("%s: %s\n", code, amount.Display())
		}
	}
	for _, code := range codes {
		sign := money.GetCurrency(code).Grapheme
		if list := bySign[sign]; len(list) > 1 && list[0] == code {
			fmt.Printf("%s (%U): %s\n", sign, []rune(sign), strings.Join(list, ", "))
		}
	}
}
EOF
go mod tidy >/dev/null 2>&1

want='SAR: 12.50 ﷼
AED: 12.50 .د.إ
KWD: 12.500 .د.ك
JOD: 12.500 .د.إ
﷼ ([U+FDFC]): SAR, QAR, OMR, YER, IRR
.د.إ ([U+002E U+062F U+002E U+0625]): AED, JOD
£ ([U+00A3]): EGP, LBP, SYP, SDG, GBP'
got=$(nice -n 15 go run .)
printf '%s\n' "$got"
if [ "$got" != "$want" ]; then
  printf 'CHANGED; expected:\n%s\n' "$want" >&2
  exit 1
fi
