package docs

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

var (
	heading = regexp.MustCompile(`(?m)^#+ (.*)$`)
	dropped = regexp.MustCompile(`[^\p{L}\p{N} _-]`)
	link    = regexp.MustCompile(`\]\(([^)\s]+)\)`)
	inline  = regexp.MustCompile("`[^`\n]*`")
)

// anchors are the names that GitHub gives to the headings of a text.
func anchors(text string) map[string]bool {
	all := map[string]bool{}
	for _, found := range heading.FindAllStringSubmatch(fenced.ReplaceAllString(text, ""), -1) {
		all[strings.ReplaceAll(dropped.ReplaceAllString(strings.ToLower(found[1]), ""), " ", "-")] = true
	}
	return all
}

// linked are the documents whose links are followed.
func linked(t *testing.T) []string {
	names := append(documents(t), glob(t, "findings/*.md")...)
	return append(names, glob(t, "web/make/build/tinygo/*.md")...)
}

// prose returns a document without its code.
func prose(text string) string {
	return inline.ReplaceAllString(fenced.ReplaceAllString(text, ""), "code")
}

// Every relative link leads to a file of the project, and where it names a heading, to that. external_test.go has the others.
func TestLinks(t *testing.T) {
	for _, name := range linked(t) {
		text := prose(read(t, name))
		for _, found := range link.FindAllStringSubmatch(text, -1) {
			target, anchor, _ := strings.Cut(found[1], "#")
			if strings.Contains(target, "://") {
				continue
			}
			file := name
			if target != "" {
				file = filepath.Join(filepath.Dir(name), target)
			}
			if _, err := os.Stat(root + file); !assert.NoError(t, err, "%s: %s", name, found[1]) {
				continue
			}
			if anchor != "" {
				assert.True(t, anchors(read(t, file))[anchor], "%s: %s has no such heading", name, found[1])
			}
		}
	}
}

// translated are the documents in both languages.
var translated = map[string]string{
	"README.md": "web/docs/README.ar.md", "web/docs/methods.md": "web/docs/methods.ar.md", "web/docs/theme.md": "web/docs/theme.ar.md",
	"web/docs/recipes.md":      "web/docs/recipes.ar.md",
	"web/docs/verification.md": "web/docs/verification.ar.md", "web/docs/forms-and-errors.md": "web/docs/forms-and-errors.ar.md",
}

// What a document tells theme authors in one language, it does in the other too: the same chapters, tables and code.
func TestReadmesMatch(t *testing.T) {
	for _, arabic := range glob(t, "web/docs/*.ar.md") {
		assert.Contains(t, values(translated), arabic)
	}
	names := regexp.MustCompile(`salla(\.\w+)+|profile::[\w.:*-]+|salla-profile[\w:/.-]*|data-[\w-]+`)
	for english, arabic := range translated {
		both := [2]string{read(t, english), read(t, arabic)}
		for what, pattern := range map[string]string{
			"chapters": "^## ", "sections": "^### ", "rows of tables": `^\|`, "blocks of code": "^ *```\\w", "items": "^- ", "questions": `^\*\*`,
		} {
			count := regexp.MustCompile("(?m)" + pattern)
			assert.Len(t, count.FindAllString(both[1], -1), len(count.FindAllString(both[0], -1)), "%s: %s", arabic, what)
		}
		// Code is the same but for texts and comments: every name of the API in it.
		var named [2][]string
		for i, text := range both {
			for _, b := range blocks(text) {
				named[i] = append(named[i], names.FindAllString(b.code, -1)...)
			}
		}
		assert.Equal(t, named[0], named[1], arabic)
	}
}

func values(of map[string]string) (all []string) {
	for _, value := range of {
		all = append(all, value)
	}
	return all
}
