package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The program has no maps, so nothing in it needs a random number: arc4random of tinygo/compiler/lean/lean.c isn't random.
func TestNoMaps(t *testing.T) {
	count := 0
	for _, dir := range []string{"profile", "bridge", "bridge/js", "wasm"} {
		files, err := filepath.Glob(filepath.Join("../../..", dir, "*.go"))
		require.NoError(t, err)
		for _, name := range files {
			if strings.HasSuffix(name, "_test.go") || strings.HasSuffix(name, "safejs.go") {
				continue
			}
			set := token.NewFileSet()
			file, err := parser.ParseFile(set, name, nil, 0)
			require.NoError(t, err)
			count++
			ast.Inspect(file, func(n ast.Node) bool {
				if m, ok := n.(*ast.MapType); ok {
					assert.Fail(t, "a map", "%s: its seed is always 0", set.Position(m.Pos()))
				}
				return true
			})
		}
	}
	require.Greater(t, count, 10)
}
