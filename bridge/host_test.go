//go:build !js

package bridge

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
	assert.Equal(t, inGo(t, "values", "numbers"), append(inJS(t, "values"), inJS(t, "numbers")...))
	assert.Equal(t, inGo(t, "texts"), inJS(t, "texts"))
}

// inGo are the names of the constants of host.go below the comments that name the lists: opGet is get, tellAll is all.
func inGo(t *testing.T, lists ...string) (names []string) {
	source, err := os.ReadFile("host.go")
	require.NoError(t, err)
	constant := regexp.MustCompile(`(?m)^\t(?:op|tell)([A-Z]\w*)`)
	for _, list := range lists {
		_, rest, found := strings.Cut(string(source), "// "+list+"\n")
		require.True(t, found, list)
		block, _, _ := strings.Cut(rest, ")")
		block, _, _ = strings.Cut(block, "\t// ") // the next list
		for _, match := range constant.FindAllStringSubmatch(block, -1) {
			names = append(names, strings.ToLower(match[1]))
		}
	}
	return names
}

// inJS are the names in a list of host.js.
func inJS(t *testing.T, list string) (names []string) {
	source, err := os.ReadFile("host.js")
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
