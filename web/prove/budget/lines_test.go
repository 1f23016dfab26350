package budget

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// maxLines is the most that a source file may have, tests and tables included.
const maxLines = 250

// sources are the endings of source files. Prose is left whole, and so isn't among them.
var sources = []string{".go", ".js", ".mjs", ".ts", ".mts", ".css", ".html", ".sh", ".twig"}

// foreign are the folders that have files of others, what was built, or what was recorded.
var foreign = []string{".git", "node_modules", "build", "dist", "testdata"}

// longer are the files that may have more lines, each with the reason.
var longer = map[string]string{
	"web/salla-profile.d.ts":   "types: an editor shows them, and a theme takes them, as one file",
	"web/prove/bench/plain.js": "the yardstick of bench: its bytes are compared as those of one script",
}

func TestFilesAreShort(t *testing.T) {
	assert.Greater(t, eachSource(t, func(path string, content []byte) {
		if longer[path] == "" && !bytes.HasPrefix(content, []byte("// Code generated ")) {
			assert.LessOrEqual(t, bytes.Count(content, []byte("\n")), maxLines, "lines of %s: cut it along a seam", path)
		}
	}), 200, "files that were looked at")
}

// maxFunction is the most lines that a function of Go's may have. JavaScript's are counted by ESLint (web/eslint.config.js).
const maxFunction = 60

func TestFunctionsAreShort(t *testing.T) {
	seen := 0
	eachSource(t, func(path string, content []byte) {
		if filepath.Ext(path) != ".go" {
			return
		}
		files := token.NewFileSet()
		file, err := parser.ParseFile(files, path, content, 0)
		require.NoError(t, err)
		for _, declaration := range file.Decls {
			if function, ok := declaration.(*ast.FuncDecl); ok {
				lines := files.Position(function.End()).Line - files.Position(function.Pos()).Line + 1
				assert.LessOrEqual(t, lines, maxFunction, "lines of %s in %s", function.Name, path)
				seen++
			}
		}
	})
	assert.Greater(t, seen, 700, "functions that were looked at")
}

// eachSource calls do with every source file of the project's, and answers how many there are.
func eachSource(t *testing.T, do func(path string, content []byte)) (seen int) {
	root := os.DirFS("../../..")
	require.NoError(t, fs.WalkDir(root, ".", func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && slices.Contains(foreign, entry.Name()) && path != "web/make/build":
			return fs.SkipDir
		case !entry.Type().IsRegular() || !slices.Contains(sources, filepath.Ext(path)):
			return nil
		}
		content, err := fs.ReadFile(root, path)
		do(path, content)
		seen++
		return err
	}))
	return seen
}
