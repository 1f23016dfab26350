package bundle

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var comments = regexp.MustCompile(`(?s)/\*.*?\*/|//[^\n]*`)

// found are the names that the pattern's group matches in files, with dotted ones taken apart.
func found(t *testing.T, pattern string, globs ...string) map[string]bool {
	names := map[string]bool{}
	for _, glob := range globs {
		files, err := filepath.Glob(glob)
		require.NoError(t, err)
		require.NotEmpty(t, files, glob)
		for _, file := range files {
			text, err := os.ReadFile(file)
			require.NoError(t, err)
			if strings.Contains(file, ".d.") {
				text = comments.ReplaceAll(text, nil) // their words are no names
			}
			for _, match := range regexp.MustCompile(pattern).FindAllStringSubmatch(string(text), -1) {
				for _, name := range strings.FieldsFunc(match[1], func(r rune) bool { return r == '.' || r == ':' }) {
					names[name] = true
				}
			}
		}
	}
	return names
}

// A name that is mangled is a property of ours, and of nothing that we share an object with: the page, the SDK, the module.
func TestMangled(t *testing.T) {
	root, err := ProjectRoot()
	require.NoError(t, err)
	in := func(names ...string) (paths []string) {
		for _, name := range names {
			paths = append(paths, filepath.Join(root, name))
		}
		return paths
	}
	glue, err := GluePath()
	require.NoError(t, err)
	sources := in("bridge/page/*.js", "bridge/page/*/*.js", "bridge/js/*.js", "web/loader/*.js", "wasm_exec.js")
	const property = `(?m)^\s+(?:readonly |get |set )?([A-Za-z_]\w*)\??[:(<]`
	for where, names := range map[string]map[string]bool{
		"a text of ours":          found(t, "[\"'`]([\\w.:]+)[\"'`$]", sources...),
		"the public types":        found(t, `([A-Za-z_]\w*)`, in("web/*.d.ts", "web/*.d.mts")...),
		"the module":              found(t, `//go:wasm(?:import \w+|export) (\w+)`, in("bridge/*.go", "bridge/js/*.go")...),
		"the SDK":                 found(t, `\.([A-Za-z_]\w*)`, in("web/node_modules/@salla.sa/twilight/dist/@salla.sa/twilight.min.js")...),
		"the browser":             found(t, property, in("web/node_modules/@typescript/typescript-*/lib/lib.dom.d.ts", "web/node_modules/@typescript/typescript-*/lib/lib.es5.d.ts")...),
		"the compiler's own glue": found(t, `\.([A-Za-z_]\w*)`, glue),
	} {
		require.NotEmpty(t, names, where)
		for _, name := range mangled {
			assert.False(t, names[name], "%s is also a name of %s", name, where)
		}
	}
	used := found(t, `([A-Za-z_]\w*)`, sources...)
	for _, name := range mangled {
		assert.True(t, used[name], "%s is nobody's name", name)
	}
}
