#!/usr/bin/env bash
# Run: golang.org/x/text@v0.44.0 (message, number) with Go 1.26; Node.js's Intl beside it.
# Guess: for ar-SA both write Arabic-Indic digits; x/text may differ on the bare `ar`, for which
#   Intl has changed sides some releases ago.
# What happens: x/text loses the digits with the region. `ar` gives Arabic-Indic and `fa`
#   Persian digits; ar-SA, ar-EG, ar-KW and fa-IR, where they are used, give ASCII digits (ar-SA
#   with the Arabic percent sign behind them). For Arabic that is Intl the other way round.
#   -u-nu-arab in the tag is heeded.
# Why it matters: a Go module that formats in the page's language, lang="ar-SA" or "ar", shows
#   other digits than the page's own Intl beside it. Let the page format, or name the digits.
# Seen: the lines of `want`. Intl's line depends on Node.js's ICU and is not compared; in 20.20:
#   ar 1,234.5, ar-SA ١٬٢٣٤٫٥, ar-EG ١٬٢٣٤٫٥, ar-KW ١٬٢٣٤٫٥, ar-AE 1,234.5, fa ۱٬۲۳۴٫۵.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export GOTOOLCHAIN=go1.26.8 GOFLAGS=-mod=mod
cat >go.mod <<'EOF'
module finding

go 1.26

require golang.org/x/text v0.44.0
EOF
cat >main.go <<'EOF'
package main

import (
	"fmt"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"
)

func main() {
	for _, tag := range []string{"ar", "ar-SA", "ar-EG", "ar-KW", "ar-AE", "fa", "fa-IR", "ar-SA-u-nu-arab"} {
		p := message.NewPrinter(language.MustParse(tag))
		percent := []rune(p.Sprint(number.Percent(0.25)))
		sign := "ASCII"
		for _, r := range percent {
			if r == '٪' {
				sign = "Arabic"
			}
		}
		fmt.Printf("%s: %s, digits %s, percent sign %s\n", tag, p.Sprint(number.Decimal(1234.5)), digits(percent), sign)
	}
}

func digits(text []rune) string {
	for _, r := range text {
		if r >= '0' && r <= '9' {
			return "ASCII"
		}
	}
	return "Arabic"
}
EOF
node -e '
  for (const tag of ["ar", "ar-SA", "ar-EG", "ar-KW", "ar-AE", "fa"])
    console.error(`Intl ${tag}: ${new Intl.NumberFormat(tag).format(1234.5)}`)'

want='ar: ١٬٢٣٤٫٥, digits Arabic, percent sign Arabic
ar-SA: 1,234.5, digits ASCII, percent sign Arabic
ar-EG: 1,234.5, digits ASCII, percent sign ASCII
ar-KW: 1,234.5, digits ASCII, percent sign ASCII
ar-AE: 1,234.5, digits ASCII, percent sign ASCII
fa: ۱٬۲۳۴٫۵, digits Arabic, percent sign Arabic
fa-IR: 1,234.5, digits ASCII, percent sign ASCII
ar-SA-u-nu-arab: ١٬٢٣٤٫٥, digits Arabic, percent sign Arabic'
got=$(nice -n 15 go run .)
printf '%s\n' "$got"
if [ "$got" != "$want" ]; then
  printf 'CHANGED; expected:\n%s\n' "$want" >&2
  exit 1
fi
