//go:build !twilight

package profile_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// FuzzHeaders sets headers of any names: each is sent once, the last one given.
func FuzzHeaders(f *testing.F) {
	f.Fuzz(func(t *testing.T, name, own, other string, value string) {
		p := newPage(t, false)
		p.config.Headers = fields(name, "page", own, "page")
		p.answer = always(200, `{}`)
		c := p.do(p.service(), "update", map[string]any{}, options{headers: fields(own, value, other, value+"!")})
		assert.True(t, c.ok)
		seen := map[string]bool{}
		for _, h := range p.last().Headers {
			folded := asciiLower(h.Name)
			assert.False(t, seen[folded], "%q twice", h.Name)
			seen[folded] = true
			switch folded {
			case asciiLower(other):
				assert.Equal(t, value+"!", h.Value)
			case asciiLower(own):
				assert.Equal(t, value, h.Value)
			case asciiLower(name):
				assert.Equal(t, "page", h.Value)
			}
		}
		for _, given := range []string{name, own, other, "Accept", "Content-Type"} {
			assert.True(t, seen[asciiLower(given)], "%q is sent", given)
		}
	})
}

// asciiLower is a name as HTTP compares it.
func asciiLower(s string) string {
	b := []byte(s)
	for i, c := range b {
		if 'A' <= c && c <= 'Z' {
			b[i] = c + 'a' - 'A'
		}
	}
	return string(b)
}
