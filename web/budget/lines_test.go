package budget

import (
	"bytes"
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
	"web/salla-profile.d.ts": "types: an editor shows them, and a theme takes them, as one file",
	"web/bench/plain.js":     "the yardstick of bench: its bytes are compared as those of one script",
}

func TestFilesAreShort(t *testing.T) {
	root := os.DirFS("../..")
	seen := 0
	require.NoError(t, fs.WalkDir(root, ".", func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && slices.Contains(foreign, entry.Name()) && path != "web/build":
			return fs.SkipDir
		case !entry.Type().IsRegular() || !slices.Contains(sources, filepath.Ext(path)) || longer[path] != "":
			return nil
		}
		content, err := fs.ReadFile(root, path)
		assert.LessOrEqual(t, bytes.Count(content, []byte("\n")), maxLines, "lines of %s: cut it along a seam", path)
		seen++
		return err
	}))
	assert.Greater(t, seen, 200, "files that were looked at")
}
