package profiletest_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"salla-profile/profile/profiletest"
)

func TestTyped(t *testing.T) {
	for _, test := range []struct {
		code       bool
		text, want string
	}{
		{true, "12 34", "1234"},
		{true, "\u200f1234\u200e", "1234"},
		{true, "۱۲–۳۴", "1234"},
		{true, "1\u00a02\u20093−4-", "1234"},
		{true, "", ""},
		{true, " - ", ""},
		{false, "０５５１１１２２３３", "0551112233"},
		{false, "\u2066+٩٦٦ ٥٥-١١١\u2069", "+966 55-111"},
		{false, " ৫৫৫ ", "555"},
		{false, "\u200f", ""},
		{false, "\u200f \u200f5\u200e \u200e", "5"},
		{false, "\ufeffa@b.sa\u3000", "a@b.sa"},
		{false, "ع٣@b", "ع3@b"},
		{false, "a-b@c d", "a-b@c d"},
		{false, "１９９０-٠١-०२", "1990-01-02"},
		{false, "𝟙𝟿𝟵𝟢", "1990"},
	} {
		assert.Equal(t, test.want, profiletest.Typed(test.text, test.code), "%q", test.text)
	}
}

// The seeds are in testdata/fuzz.
func FuzzTyped(f *testing.F) {
	f.Fuzz(func(t *testing.T, code bool, text string) {
		text = strings.ToValidUTF8(text, "?") // a page's texts are
		typed := profiletest.Typed(text, code)
		assert.Equal(t, typed, profiletest.Typed(typed, code), "again changes nothing")
	})
}
