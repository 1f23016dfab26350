package release

import (
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// install makes a fresh folder with the theme, the bundlers and the package.
func install(t *testing.T) string {
	packed := tarball(t)
	folder := t.TempDir()
	require.NoError(t, os.CopyFS(folder, os.DirFS("theme")))
	command(t, folder, "npm", "ci", "--no-audit", "--no-fund", "--loglevel=error")
	command(t, folder, "npm", "install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error", packed)
	return folder
}

func TestInstalled(t *testing.T) {
	folder := install(t)

	t.Run("on a server", func(t *testing.T) {
		out := command(t, folder, "node", "--input-type=module", "-e", `
			const before = Reflect.ownKeys(globalThis);
			const called = [];
			const { setTimeout } = globalThis;
			globalThis.fetch = () => called.push("fetch");
			globalThis.setTimeout = () => called.push("setTimeout");
			WebAssembly.compile = () => called.push("compile");
			const { load } = await import("salla-profile");
			const twilight = await import("salla-profile/twilight");
			await new Promise((resolve) => setTimeout(resolve));
			if (called.length) throw new Error("it does something: " + called);
			const more = Reflect.ownKeys(globalThis).filter((key) => !before.includes(key));
			if (more.length) throw new Error("it leaves globals: " + more.join());
			for (const one of [load, twilight.load]) {
				await one({}).then(() => console.log("loaded?"), (error) => console.log(error.message));
			}
		`)
		assert.Equal(t, strings.Repeat("salla-profile: load() needs a browser\n", 2), out)
	})

	t.Run("types", func(t *testing.T) {
		tsc, err := filepath.Abs(filepath.Join(npm, ".bin", "tsc"))
		require.NoError(t, err)
		command(t, folder, tsc, "-p", ".")
		command(t, folder, tsc, "-p", ".", "--module", "nodenext", "--moduleResolution", "nodenext")
	})

	for _, bundler := range []string{"vite", "vite7", "webpack", "esbuild"} {
		t.Run(bundler, func(t *testing.T) { testBundled(t, folder, bundler) })
	}

	// Vite's server for authors makes dependencies ready with an optimizer of its own, which may move them elsewhere.
	for _, vite := range []string{"vite", "vite7"} {
		t.Run(vite+"'s development server", func(t *testing.T) {
			s := newShop(t, folder)
			optimized := filepath.Join(folder, "node_modules", ".vite")
			require.NoError(t, os.RemoveAll(optimized))
			url := develop(t, folder, filepath.Join("node_modules", vite, "bin", "vite.js"))
			s.visit(t, url+"?shop="+s.url).check(t, "standalone")
			_, err := os.Stat(filepath.Join(optimized, "deps", "salla-profile.js"))
			assert.NoError(t, err, "it has gone through the optimizer")
		})
	}
}

// testBundled builds the theme with a bundler and opens its pages.
func testBundled(t *testing.T, folder, bundler string) {
	command(t, folder, "npm", "run", "--silent", bundler)
	built := filepath.Join(folder, "dist-"+bundler)
	if !strings.HasPrefix(bundler, "vite") { // the others leave the pages to somebody else
		for _, page := range []string{"index.html", "sdk.html", "storefront.html"} {
			data, err := os.ReadFile(filepath.Join(folder, page))
			require.NoError(t, err)
			require.NoError(t, os.WriteFile(filepath.Join(built, page), data, 0o600))
		}
	}
	for page, mode := range map[string]string{"index.html": "standalone", "sdk.html": "sdk", "storefront.html": "sdk"} {
		t.Run(page, func(t *testing.T) {
			s := newShop(t, built)
			s.visit(t, s.url+"/"+page).check(t, mode)
		})
	}
	files, err := filepath.Glob(filepath.Join(built, "*", "*.wasm"))
	require.NoError(t, err)
	assert.Empty(t, files, "the module is in the script")
}

// develop starts Vite's development server on the theme's folder and answers its address.
func develop(t *testing.T, folder, vite string) (url string) {
	cmd := exec.CommandContext(t.Context(), "node", vite, "--port", "0", "--host", "127.0.0.1", "--clearScreen", "false")
	cmd.Dir = folder
	cmd.Env = append(os.Environ(), "NO_COLOR=1")
	out, err := cmd.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, cmd.Start())
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	})
	for said := make([]byte, 4096); url == ""; {
		n, err := out.Read(said)
		require.NoError(t, err)
		if _, rest, found := strings.Cut(string(said[:n]), "http://"); found {
			url = "http://" + strings.Fields(rest)[0]
		}
	}
	go func() { _, _ = io.Copy(io.Discard, out) }()
	return url
}
