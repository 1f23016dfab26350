//go:build !js

package js_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Both ends have the operations in the same order: Go knows them by their number, and each has its name on both sides.
// This test alone runs natively: it reads the sources.
func TestOperations(t *testing.T) {
	for list, names := range inGo(t, "operation.go") {
		assert.Equal(t, names, inJS(t, "host.js", list), "%s: bridge/js/operation.go, and host.js at its end", list)
	}
	assert.Equal(t, inGo(t, "../operation.go")["values"], inJS(t, "../operations.js", "values"), "bridge/operation.go, and operations.js at its end")
}

// inGo are the names of a file's constants by the list that the comment above them names: opGet is get, tellAll is all. Others
// is none.
func inGo(t *testing.T, path string) map[string][]string {
	source, err := os.ReadFile(path)
	require.NoError(t, err)
	lists := map[string][]string{}
	list := ""
	for line := range strings.Lines(string(source)) {
		if match := regexp.MustCompile(`^\t// (values|numbers|texts)$`).FindStringSubmatch(strings.TrimRight(line, "\n")); match != nil {
			list = match[1]
		}
		if match := regexp.MustCompile(`^\t(?:op|tell)([A-Z]\w*)`).FindStringSubmatch(line); match != nil {
			lists[list] = append(lists[list], strings.ToLower(match[1]))
		}
	}
	require.NotEmpty(t, lists)
	return lists
}

// inJS are the names in a list of a file.
func inJS(t *testing.T, path, list string) (names []string) {
	source, err := os.ReadFile(path)
	require.NoError(t, err)
	match := regexp.MustCompile(list + `: \[([^\]]+)\]`).FindStringSubmatch(string(source))
	require.NotNil(t, match, list)
	for name := range strings.SplitSeq(match[1], ",") {
		if name = strings.TrimSpace(name); name != "" {
			names = append(names, strings.ToLower(name))
		}
	}
	return names
}
