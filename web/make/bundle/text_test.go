package bundle

import (
	"bytes"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// decode is what web/loader/embedded.js does.
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
			c = (c-123)*56 + 10 + int(text[i])
		}
		b = append(b, byte(c))
	}
	return b
}

// written is the module whose text, were each character its own byte's, would be this.
func written(text string) []byte {
	module := []byte(text)
	for i, c := range module {
		module[i] = single(c)
	}
	return module
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
	var behind []byte // each byte behind each
	for _, first := range all {
		for _, second := range all {
			behind = append(behind, first, second)
		}
	}
	for name, module := range map[string][]byte{
		"nothing": {}, "every byte": all, "at random": long, "every two bytes": behind,
		"what templates and pages look for": written("<%<?<?<script</script<SCRIPT</ScRiPt<sCRIPT</scripT%>##"),
	} {
		t.Run(name, func(t *testing.T) {
			text := Text(module)
			assert.True(t, bytes.Equal(module, decode(text)))
			require.NoError(t, checkPaste(text))
			for _, c := range []byte(text) {
				if c < '#' || c > '~' || c == '\\' {
					require.FailNow(t, "it has to be escaped, or may be changed", "%q", c)
				}
			}
		})
	}
}

// The JavaScript around the module is looked at, too.
func TestCheckPaste(t *testing.T) {
	for _, script := range []string{"a={{}", "a={%", "{#b", "x<%y", "x<?y", "x<!--y", `"<Script"`, `"</SCRIPT>"`, "%>", "#}"} {
		assert.ErrorContains(t, checkPaste(script), "template", script)
	}
	require.NoError(t, checkPaste("a={ {b:c}, d<!(--e), <s"))
}
