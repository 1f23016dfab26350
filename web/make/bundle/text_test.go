package bundle

import (
	"bytes"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// decode is what web/loader/inside.js does.
func decode(text string) []byte {
	b := []byte{}
	for i := 0; i < len(text); i++ {
		c := int(text[i])
		switch {
		case c < 90:
			c -= 35
		case c < 96:
			c -= 26
		case c > 122:
			i++
			c = (c-123)*57 + 20 + int(text[i])
		}
		b = append(b, byte(c))
	}
	return b
}

func TestText(t *testing.T) {
	all := make([]byte, 256)
	for i := range all {
		all[i] = byte(i)
	}
	random := rand.New(rand.NewPCG(1, 2))
	long := make([]byte, 100_000)
	for i := range long {
		long[i] = byte(random.IntN(256))
	}
	for name, module := range map[string][]byte{
		"nothing": {}, "every byte": all, "at random": long, "pairs": bytes.Repeat([]byte{255, 0, 54, 55, 123}, 9),
	} {
		t.Run(name, func(t *testing.T) {
			text, err := Text(module)
			require.NoError(t, err)
			assert.Equal(t, module, decode(text))
			for _, c := range []byte(text) {
				if c < '#' || c > '~' || c == '\\' {
					require.FailNow(t, "it has to be escaped, or may be changed", "%q", c)
				}
			}
		})
	}
}

// A script that somebody puts into a page's own text must not end it.
func TestTextEndsNoScript(t *testing.T) {
	_, err := Text([]byte{'<' - 35, '/' - 35, 's', 'c', 'r', 'i', 'p', 't'})
	assert.ErrorContains(t, err, "inline")
}
