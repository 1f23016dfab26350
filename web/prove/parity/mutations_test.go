package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// make parity-mutations takes minutes, and so isn't part of make test: that each of its lines is still there is.
func TestMutationsFindTheirLines(t *testing.T) {
	script, err := os.ReadFile("mutations.sh")
	require.NoError(t, err)
	mutations := regexp.MustCompile(`(?m)^mutate ("[^"]+") (\S+) \\\n\t'([^']+)'`).FindAllStringSubmatch(string(script), -1)
	require.Len(t, mutations, strings.Count(string(script), "\nmutate \""))
	for _, m := range mutations {
		source, err := os.ReadFile(filepath.Join("..", "..", "..", m[2]))
		require.NoError(t, err)
		assert.Equal(t, 1, strings.Count(string(source), m[3]), "%s: how often %q is in %s", m[1], m[3], m[2])
	}
}
