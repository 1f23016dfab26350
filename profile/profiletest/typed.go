// Package profiletest says by the tables of package unicode what becomes of what customers type. Package profile's tests
// have it for the page's; web/prove/test compares the page's own tables with it, character by character. Nothing of it is shipped.
package profiletest

import (
	"strings"
	"unicode"
)

// Typed is what profile.Page's Typed says, by the tables of package unicode: the page's own (web/loader/typed.js) are
// compared with it.
func Typed(text string, code bool) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		switch digit, isDigit := Digit(r); {
		case isDigit:
			return digit
		case unicode.Is(invisible, r), code && (unicode.IsSpace(r) || unicode.Is(unicode.Pd, r) || r == '−'):
			return -1
		}
		return r
	}, text))
}

// Digit answers a decimal digit of any script as ASCII has it; not ok, and r itself, for what is none. In Unicode a script's
// ten stand in order, zero first; only the mathematical ones have five times ten in a row.
func Digit(r rune) (digit rune, ok bool) {
	if !unicode.Is(unicode.Nd, r) {
		return r, false
	}
	zero := r
	for unicode.Is(unicode.Nd, zero-1) {
		zero--
	}
	return '0' + (r-zero)%10, true
}

// invisible are the marks of web/docs/differences.md, 3.
var invisible = &unicode.RangeTable{R16: []unicode.Range16{
	{Lo: 0x061c, Hi: 0x061c, Stride: 1}, {Lo: 0x200b, Hi: 0x200f, Stride: 1}, {Lo: 0x202a, Hi: 0x202e, Stride: 1},
	{Lo: 0x2060, Hi: 0x2069, Stride: 1}, {Lo: 0xfeff, Hi: 0xfeff, Stride: 1},
}}

// Assigned says whether package unicode knows the character: a browser's tables may be newer.
func Assigned(r rune) bool {
	return unicode.In(r, unicode.L, unicode.M, unicode.N, unicode.P, unicode.S, unicode.Z, unicode.Cc, unicode.Cf, unicode.Co)
}
