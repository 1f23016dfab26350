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
	types, err := os.ReadFile("../salla-profile.d.ts")
	require.NoError(t, err)
	has := func(where, text, pattern string, of ...any) {
		pattern = fmt.Sprintf(pattern, of...)
		assert.True(t, regexp.MustCompile("(?m)"+pattern).MatchString(text), "%s has no line like %s", where, pattern)
	}
	for _, m := range profile.Methods {
		events := "–"
		if m.Success != "" {
			events = fmt.Sprintf("`profile::%s`.+`profile::%s`", profile.Events[m.Success], profile.Events[m.Failure])
		}
		for lang, path := range readmes {
			has(path, forAuthors(t, lang), "^\\| `%s\\(.* \\| %s `%s` \\| %s \\|$", m.Name, strings.ToUpper(m.Verb), m.Path, events)
		}
		has("salla-profile.d.ts", string(types), `^  %s\(`, m.Name)
	}
	for dispatcher, event := range profile.Events {
		for lang, path := range readmes {
			has(path, forAuthors(t, lang), "^\\| `profile::%s` \\|.* `on%s` \\|$", event, strings.ToUpper(dispatcher[:1])+dispatcher[1:])
		}
		has("salla-profile.d.ts", string(types), `^  "profile::%s": `, event)
		has("salla-profile.d.ts", string(types), `^  %s: "profile::%s";`, dispatcher, event)
	}
}
