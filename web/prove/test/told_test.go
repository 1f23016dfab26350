package test

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"salla-profile/profile"
)

// Every method and event of package profile has its row in the tables of both READMEs, and its types.
func TestEveryMethodIsTold(t *testing.T) {
	types, err := os.ReadFile("../../salla-profile.d.ts")
	require.NoError(t, err)
	has := func(where, text, pattern string, of ...any) {
		pattern = fmt.Sprintf(pattern, of...)
		assert.True(t, regexp.MustCompile("(?m)"+pattern).MatchString(text), "%s has no line like %s", where, pattern)
	}
	for _, m := range profile.Methods {
		events := "–"
		if m.Success != "" {
			events = fmt.Sprintf("`%s`.+`%s`", profile.Event(m.Success), profile.Event(m.Failure))
		}
		for lang, path := range readmes {
			has(path, forAuthors(t, lang), "^\\| `%s\\(.* \\| %s `%s` \\| %s \\|$", m.Name, strings.ToUpper(m.Verb), m.Path, events)
		}
		has("salla-profile.d.ts", string(types), `^  %s\(`, m.Name)
		for _, dispatcher := range []string{m.Success, m.Failure} {
			if dispatcher == "" {
				continue
			}
			event := profile.Event(dispatcher)
			for lang, path := range readmes {
				has(path, forAuthors(t, lang), "^\\| `%s` \\|.* `on%s` \\|$", event, strings.ToUpper(dispatcher[:1])+dispatcher[1:])
			}
			has("salla-profile.d.ts", string(types), `^  "%s": `, event)
			has("salla-profile.d.ts", string(types), `^  %s: "%s";`, dispatcher, event)
		}
	}
}
