// Package docs tests what README.md and web/docs/*.md say: their tables are of the sources, their links lead somewhere, their
// snippets are sound, and what is in two languages is in both.
//
//	go -C web test ./prove/docs           a few seconds, without a browser
//	go -C web test ./prove/docs -update   writes the tables of methods and events again
package docs

import (
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"salla-profile/web/lab/site"
)

var update = flag.Bool("update", false, "write the tables of methods and events again")

const root = "../../../"

// read returns a file of the project.
func read(t *testing.T, name string) string {
	text, err := os.ReadFile(root + name)
	require.NoError(t, err)
	return string(text)
}

// glob returns the files of the project, by their names in it.
func glob(t *testing.T, pattern string) (names []string) {
	found, err := filepath.Glob(root + pattern)
	require.NoError(t, err)
	for _, path := range found {
		names = append(names, strings.TrimPrefix(path, root))
	}
	return names
}

// documents are the files for authors and developers.
func documents(t *testing.T) []string {
	return append(glob(t, "*.md"), glob(t, "web/docs/*.md")...)
}

var fenced = regexp.MustCompile("(?ms)^( *)```(\\w*)\n(.*?)^ *```$")

// block is a block of code.
type block struct{ kind, code string }

func blocks(text string) (all []block) {
	for _, found := range fenced.FindAllStringSubmatch(text, -1) {
		code := strings.ReplaceAll("\n"+found[3], "\n"+found[1], "\n")
		all = append(all, block{found[2], strings.Trim(code, "\n")})
	}
	return all
}

// Whatever has an example that runs is on the examples page.
func TestExamplesAreShown(t *testing.T) {
	shown := map[string]bool{}
	for _, names := range site.Documents {
		for _, name := range names {
			shown[name] = true
		}
	}
	for _, name := range documents(t) {
		for _, b := range blocks(read(t, name)) {
			if b.kind == "js" {
				assert.True(t, shown[name], "%s isn't in site.Documents: its examples run nowhere", name)
			}
		}
	}
}

// The three steps of both READMEs are those of the guide, which a test follows.
func TestStepsAreTheGuides(t *testing.T) {
	steps := func(name string) (codes []string) {
		for _, b := range blocks(read(t, name)) {
			if strings.Contains(b.code, "my-theme") || b.kind == "javascript" && strings.HasPrefix(b.code, "{ from:") || b.kind == "twig" {
				codes = append(codes, b.code)
			}
		}
		return codes
	}
	guide := steps("web/docs/theme.md")
	assert.Len(t, guide, 3)
	for _, name := range []string{"README.md", "web/docs/README.ar.md", "web/docs/theme.ar.md"} {
		assert.Equal(t, guide, steps(name), name)
	}
}
