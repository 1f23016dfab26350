package tinygo

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestReadVersion(t *testing.T) {
	const rest = " linux/amd64 (using go version go1.26.8 and LLVM version 20.1.1)\n"
	for line, want := range map[string]struct {
		version string
		ok      bool
	}{
		"tinygo version 0.42.0" + rest:       {"tinygo 0.42.0 (go1.26.8, llvm 20)", true},
		"tinygo version 0.43.1-dev-a" + rest: {"tinygo 0.43.1-dev-a (go1.26.8, llvm 20)", true},
		"tinygo version 0.41.9" + rest:       {"tinygo 0.41.9 (go1.26.8, llvm 20)", false},
		"tinygo version 1.0.0":               {"tinygo 1.0.0", true},
		"tinygo version x.y":                 {"", false},
		"command not found":                  {"", false},
		"":                                   {"", false},
	} {
		version, ok := readVersion(line)
		assert.Equal(t, want.version, version, line)
		assert.Equal(t, want.ok, ok, line)
	}
}

func TestOnPath(t *testing.T) {
	folder := t.TempDir()
	program := func(name, text string) string {
		path := filepath.Join(folder, name)
		require.NoError(t, os.WriteFile(path, []byte("#!/bin/sh\n"+text+"\n"), 0o755))
		return path
	}
	enough := program("tinygo", "echo tinygo version 0.42.0")
	newer := program("newer", "echo tinygo version 0.50.0")
	t.Setenv("PATH", folder)
	for name, want := range map[string]string{
		"": enough, "none": "", "newer": newer, newer: newer, "nowhere": "",
		program("old", "echo tinygo version 0.41.0"): "",
		program("broken", "exit 1"):                  "",
	} {
		t.Setenv("TINYGO", name)
		path, version := onPath()
		assert.Equal(t, want, path, name)
		assert.Equal(t, want != "", strings.HasSuffix(version, OnPath), name)
	}
}

func TestArguments(t *testing.T) {
	always := []string{
		"build", "-target", "t.json", "-scheduler", "none", "-buildmode", "c-shared", "-panic", "trap", "-gc", "precise",
		"-opt", "z", "-no-debug",
	}
	for _, test := range []struct {
		options   Options
		own, path []string
	}{
		{Options{Folder: "wasm"}, []string{"-lean", "l.c", "-tags", "", "-o", "a", "wasm"}, []string{"-o", "a", "."}},
		{
			Options{Folder: "wasm", Tags: "trap", Values: []string{"main.a=1", "main.b=2"}},
			[]string{"-lean", "l.c", "-tags", "trap", "-o", "a", "-X", "main.a=1", "-X", "main.b=2", "wasm"},
			[]string{"-tags", "trap", "-ldflags", "-X main.a=1 -X main.b=2", "-o", "a", "."},
		},
	} {
		assert.Equal(t, test.own, test.options.ownArguments("a", "l.c"))
		assert.Equal(t, append(always[:len(always):len(always)], test.path...), test.options.arguments("a", "t.json"))
	}
}

// exporting is a module with a type and three exports.
const exporting = "\x00asm\x01\x00\x00\x00" + "\x01\x04\x01\x60\x00\x00" +
	"\x07\x1b\x03\x06memory\x02\x00\x06malloc\x00\x01\x05enter\x00\x02"

func TestRoots(t *testing.T) {
	names, err := exports([]byte(exporting))
	require.NoError(t, err)
	assert.Equal(t, []string{"memory", "malloc", "enter"}, names)
	assert.Equal(t, []root{{"keep memory", "memory", true}, {"keep enter", "enter", true}}, roots(names))
	assert.Len(t, roots([]string{"free", "fminimum", "fmaximumf", "mallocs", "_free"}), 2)
}

func TestExportsBroken(t *testing.T) {
	for n := range exporting {
		names, err := exports([]byte(exporting[:n]))
		if n != 8 && n != 14 { // it may end after each section
			assert.ErrorIs(t, err, errBroken, n)
		}
		assert.Empty(t, names)
	}
}

func TestReason(t *testing.T) {
	failed := errors.New("exit status 1")
	for output, want := range map[string]string{
		"":                             "exit status 1",
		"# package\nx.go:1: no\nmore":  "x.go:1: no",
		"# only this\n# and this one ": "# and this one",
	} {
		assert.EqualError(t, reason([]byte(output), `^[^#]`, failed), want)
	}
}

// A set-up ends where TinyGo reads otherwise.
func TestEditsOfAnotherTinyGo(t *testing.T) {
	for _, test := range []struct {
		add    func(root string) error
		folder string
		edits  []edit
	}{{addIdleGC, "src/runtime", idleEdits}, {addHints, "compiler", hintEdits}} {
		root := t.TempDir()
		folder := filepath.Join(root, test.folder)
		require.NoError(t, os.MkdirAll(folder, 0o755))
		require.Error(t, test.add(root))
		name := filepath.Join(folder, test.edits[0].file)
		require.NoError(t, os.WriteFile(name, []byte("package other\n"), 0o644))
		require.ErrorContains(t, test.add(root), "isn't that of TinyGo 0.42")
	}
}
