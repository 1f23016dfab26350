package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"salla-profile/web/make/build/tinygo"
	"salla-profile/web/make/bundle"

	"github.com/evanw/esbuild/pkg/api"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The golden files are also what the program in testdata/main is built with.
var echo = options{
	dir: "testdata/echo", out: "testdata/bridge", js: "salla-profile/bridge/js",
	interfaces: []named{{"Page", ""}, {"Standalone", "!twilight"}},
}

func TestGenerated(t *testing.T) {
	files, err := generate(echo)
	require.NoError(t, err)
	for name, want := range files {
		have, err := os.ReadFile(filepath.Join(echo.out, name))
		require.NoError(t, err)
		assert.Equal(t, string(have), string(want), name)
	}
	require.NoError(t, run(echo, true))
}

func TestCheckNamesWhatIsStale(t *testing.T) {
	o := echo
	o.out = filepath.Join(t.TempDir(), "bridge")
	require.NoError(t, os.Mkdir(o.out, 0o777))
	require.NoError(t, os.WriteFile(filepath.Join(o.out, "go.mod"), []byte("module bridge\n"), 0o666))
	err := run(o, true)
	require.ErrorContains(t, err, "page_tinygo.go is stale")
	require.NoError(t, run(o, false))
	require.NoError(t, run(o, true))
	require.NoError(t, os.WriteFile(filepath.Join(o.out, "page", "wire.js"), nil, 0o666))
	err = run(o, true)
	require.ErrorContains(t, err, "wire.js is stale")
	assert.NotContains(t, err.Error(), "tinygo")
	require.NoError(t, run(o, false))

	o.interfaces = o.interfaces[:1]
	require.ErrorContains(t, run(o, true), "standalone_tinygo.go is left over")
	require.NoError(t, run(o, false))
	assert.NoFileExists(t, filepath.Join(o.out, "standalone_safejs.go"))
}

func TestCrossesWithTheStandardCompiler(t *testing.T) {
	wasm := filepath.Join(t.TempDir(), "main.wasm")
	build := exec.Command("go", "build", "-o", wasm, "./main")
	build.Dir = "testdata"
	build.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	out, err := build.CombinedOutput()
	require.NoError(t, err, "%s", out)
	runUnderNode(t, "go", wasm)
}

func TestCrossesWithTinyGo(t *testing.T) {
	root, err := bundle.ProjectRoot()
	require.NoError(t, err)
	if _, err := os.Stat(filepath.Join(root, "build", "tinygo", "stamp")); err != nil {
		t.Skip("TinyGo isn't set up: make tinygo")
	}
	c, err := tinygo.SetUp(root)
	require.NoError(t, err)
	wasm := filepath.Join(t.TempDir(), "main.wasm")
	require.NoError(t, c.Compile(tinygo.Options{Folder: "testdata/main", Out: wasm}))
	runUnderNode(t, "tinygo", wasm)
}

// runUnderNode runs testdata/run.js with the compiler's glue.
func runUnderNode(t *testing.T, compiler, wasm string) {
	t.Helper()
	root, err := bundle.ProjectRoot()
	require.NoError(t, err)
	path, err := bundle.GluePath()
	require.NoError(t, err)
	glue, err := bundle.Glue(path)
	require.NoError(t, err)
	cross := filepath.Join(root, "bridge", "js", map[string]string{"go": "cross_safejs.js", "tinygo": "cross_tinygo.js"}[compiler])
	out := filepath.Join(t.TempDir(), "run.mjs")
	result := api.Build(api.BuildOptions{
		EntryPoints: []string{"testdata/run.js"},
		Outfile:     out,
		Bundle:      true,
		Write:       true,
		Platform:    api.PlatformNode,
		Format:      api.FormatESModule,
		Alias:       map[string]string{"compiler:types": cross, "compiler:cross": cross},
		Plugins:     []api.Plugin{bundle.Virtual("compiler:wasm_exec", glue)},
	})
	require.Empty(t, result.Errors, strings.Join(api.FormatMessages(result.Errors, api.FormatMessagesOptions{}), "\n"))
	node := exec.CommandContext(t.Context(), "node", out, wasm)
	node.Env = append(os.Environ(), "COMPILER="+compiler)
	said, err := node.CombinedOutput()
	require.NoError(t, err, "%s", said)
}
