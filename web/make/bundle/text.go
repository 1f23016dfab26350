package bundle

import (
	"slices"
	"strings"
)

// Text writes a module as ASCII that no charset, editor, template or HTML page changes: no control characters, nothing that
// has to be escaped between double quotes, and nothing of unpasteable. It is made for what comes after it, brotli or gzip: a
// byte of WebAssembly is mostly one character, always the same one, and lower-case letters are themselves, so that names read
// as the script's own do. web/loader/embedded.js reads it.
//
// Of the printable codings tried this is the smallest (web/docs/rationale.md): 370 bytes more than the binary at
// brotli 11, where hexadecimal takes 1,200 and base64 4,200.
//
//	character   byte                 what it is in our modules
//	35 to 89    0 to 54              small numbers, most opcodes; no quote (34)
//	90 to 95    64, 65, 67 to 69     block ends and constants; 92, the backslash, stands for nothing
//	96 to 122   96 to 122            letters, arithmetic
//	123 to 126  with one from 36 to 91 behind it: any other byte, in base 56 and counted from 46, so that neither # nor % nor
//	            another brace is behind an opening brace
func Text(module []byte) string {
	var direct [256]byte
	for c := byte(35); c < 123; c++ {
		if c != '\\' {
			direct[single(c)] = c
		}
	}
	b := make([]byte, 0, len(module)*5/4)
	for _, x := range module {
		c := direct[x]
		if c == 0 {
			lead := 123 + (x-46)/56
			if n := len(b) - 1; lead == '}' && n >= 0 && b[n] == '#' {
				b = append(b[:n], other(0)...)
			}
			b = append(b, lead, 36+(x-46)%56)
			continue
		}
		if b = append(b, c); endsUnpasteable(b) {
			b = append(b[:len(b)-1], other(x)...)
		}
	}
	return string(b)
}

// endsUnpasteable reports whether the text ends in what a page or a template may take for its own.
func endsUnpasteable(text []byte) bool {
	const longest = len("</script")
	end := strings.ToLower(string(text[max(0, len(text)-longest):]))
	return slices.ContainsFunc(unpasteable, func(begin string) bool { return strings.HasSuffix(end, begin) })
}

// other writes a byte that has a character of its own as a pair: the page's bytes count modulo 256.
func other(x byte) []byte {
	for lead := 126; ; lead-- {
		for _, number := range []int{int(x), int(x) + 256} {
			if second := number - (lead-123)*56 - 10; second >= 36 && second < 123 && second != '\\' {
				return []byte{byte(lead), byte(second)}
			}
		}
	}
}

// single is the byte that the character stands for.
func single(c byte) byte {
	switch {
	case c < 90:
		return c - 35
	case c < 96:
		return c - 26
	}
	return c
}
