package bundle

import (
	"fmt"
	"strings"
)

// Text writes a module as ASCII that no charset, editor or HTML page changes: no control characters, and nothing that
// has to be escaped between double quotes. It is made for what comes after it, brotli or gzip: a byte of WebAssembly
// is mostly one character, always the same one, and lower-case letters are themselves, so that names read as the
// script's own do. web/loader/inside.js reads it.
//
// Of the printable codings tried this is the smallest (web/docs/rationale.md): 370 bytes more than the binary at
// brotli 11, where hexadecimal takes 1,200 and base64 4,200.
//
//	character   byte                 what it is in our modules
//	35 to 89    0 to 54              small numbers, most opcodes; no quote (34)
//	90 to 95    64, 65, 67 to 69     block ends and constants; 92, the backslash, stands for nothing
//	96 to 122   96 to 122            letters, arithmetic
//	123 to 126  with one from 35 to 91 behind it: any other byte, from 55 on, in base 57
func Text(module []byte) (string, error) {
	var direct [256]byte
	for c := byte(35); c < 123; c++ {
		if c != '\\' {
			direct[single(c)] = c
		}
	}
	b := make([]byte, 0, len(module)*5/4)
	for _, x := range module {
		if c := direct[x]; c != 0 {
			b = append(b, c)
			continue
		}
		b = append(b, 123+(x-55)/57, 35+(x-55)%57)
	}
	text := string(b)
	// Whoever puts the script into a page's own text must not end it, or open a comment, by that.
	for _, end := range []string{"</", "<!"} {
		if strings.Contains(text, end+"script") || strings.Contains(text, end+"--") {
			return "", fmt.Errorf("the module as text has %q: an inline script would end there", end)
		}
	}
	return text, nil
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
