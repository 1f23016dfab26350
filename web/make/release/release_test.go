// Package release tests the npm package as its users meet it: installed in a fresh folder, taken by Vite (7 and 8),
// webpack and esbuild without a line of configuration for it, imported on a server, taken from a CDN.
// `make test-package` builds the package and runs this.
package release

import (
	"archive/tar"
	"compress/gzip"
	"crypto/sha512"
	"encoding/base64"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const npm = "../../node_modules" // with the SDK

// tarball is the package that `make release` has packed.
func tarball(t *testing.T) string {
	folder := os.Getenv("RELEASE")
	if folder == "" {
		t.Skip("make test-package runs it")
	}
	found, err := filepath.Glob(filepath.Join(folder, "*.tgz"))
	require.NoError(t, err)
	require.Len(t, found, 1)
	path, err := filepath.Abs(found[0])
	require.NoError(t, err)
	return path
}

// unpack answers the files of a tarball, by their names in the package.
func unpack(t *testing.T, path string) map[string][]byte {
	file, err := os.Open(path)
	require.NoError(t, err)
	defer func() { _ = file.Close() }()
	zipped, err := gzip.NewReader(file)
	require.NoError(t, err)
	files := map[string][]byte{}
	for archive := tar.NewReader(zipped); ; {
		header, err := archive.Next()
		if errors.Is(err, io.EOF) {
			return files
		}
		require.NoError(t, err)
		data, err := io.ReadAll(archive)
		require.NoError(t, err)
		files[strings.TrimPrefix(header.Name, "package/")] = data
	}
}

// command runs a program in a folder and answers what it wrote.
func command(t *testing.T, folder string, words ...string) string {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), words[0], words[1:]...)
	cmd.Dir = folder
	out, err := cmd.CombinedOutput()
	require.NoError(t, err, "%s\n%s", strings.Join(words, " "), out)
	return string(out)
}

// The package has what it names, and nothing else.
func TestContents(t *testing.T) {
	files := unpack(t, tarball(t))
	var names []string
	for name := range files {
		names = append(names, name)
	}
	wanted := []string{
		"CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "README.md", "manifest.json", "package.json", "salla-profile.d.mts", "salla-profile.d.ts",
		"salla-profile.js", "salla-profile.mjs", "salla-profile.twilight.d.mts", "salla-profile.twilight.d.ts", "salla-profile.twilight.js",
		"salla-profile.twilight.mjs", "salla-profile.twilight.wasm", "salla-profile.wasm", "salla-profile.verification.js",
		"salla-profile.verification.mjs", "salla-profile.verification.d.ts",
	}
	docs, err := filepath.Glob("../../docs/*.md")
	require.NoError(t, err)
	for _, doc := range docs {
		wanted = append(wanted, "web/docs/"+filepath.Base(doc))
	}
	assert.ElementsMatch(t, wanted, names)

	var described struct {
		Name, Version, License, Types, Module string
		Exports                               map[string]any
		SideEffects                           []string
		Scripts, Dependencies                 map[string]string
	}
	require.NoError(t, json.Unmarshal(files["package.json"], &described))
	assert.Equal(t, "salla-profile", described.Name)
	assert.Equal(t, "MIT", described.License)
	assert.Equal(t, []string{
		"./salla-profile.js", "./salla-profile.twilight.js", "./salla-profile.verification.js", "./salla-profile.verification.mjs",
	}, described.SideEffects)
	assert.Empty(t, described.Scripts, "nothing runs at an installation")
	assert.Empty(t, described.Dependencies)
	targets := func(value any) { assertTargets(t, names, value) }
	targets(described.Exports)
	targets(described.Types)
	targets(described.Module)
	// Resolvers take the first condition that they know.
	for _, name := range []string{"salla-profile", "salla-profile.twilight"} {
		assert.Contains(t, string(files["package.json"]), "\"types\": \"./"+name+".d.mts\",\n      \"default\": \"./"+name+".mjs\"")
	}

	var manifest struct {
		Version, Compiler string
		Files             map[string]struct {
			Bytes     int
			Integrity string
		}
	}
	require.NoError(t, json.Unmarshal(files["manifest.json"], &manifest))
	assert.Equal(t, described.Version, manifest.Version)
	assert.Contains(t, manifest.Compiler, "tinygo")
	assert.Len(t, manifest.Files, 13)
	for name := range manifest.Files {
		hash := sha512.Sum384(files[name])
		assert.Equal(t, "sha384-"+base64.StdEncoding.EncodeToString(hash[:]), manifest.Files[name].Integrity, name)
		assert.Equal(t, len(files[name]), manifest.Files[name].Bytes, name)
	}
}

// assertTargets holds that each text in a value of package.json, nested or not, is the path of a file.
func assertTargets(t *testing.T, names []string, value any) {
	switch value := value.(type) {
	case string:
		assert.Contains(t, names, strings.TrimPrefix(value, "./"))
	case map[string]any:
		for _, member := range value {
			assertTargets(t, names, member)
		}
	}
}

// Another tree, another folder, another set-up of the compiler: the same bytes.
func TestReproducible(t *testing.T) {
	packed := tarball(t)
	version := strings.TrimSuffix(strings.TrimPrefix(filepath.Base(packed), "salla-profile-"), ".tgz")
	elsewhere := filepath.Join(t.TempDir(), "a", "deeper", "folder")
	require.NoError(t, os.MkdirAll(elsewhere, 0o755))
	// What is committed or about to be.
	command(t, "../../..", "sh", "-c", `git ls-files -z --cached --others --exclude-standard | tar c --null --ignore-failed-read -T - | tar x -C "$0"`, elsewhere)
	command(t, elsewhere, "make", "release", "VERSION="+version)
	again := filepath.Join(elsewhere, "build", "release", filepath.Base(packed))

	first, second := unpack(t, packed), unpack(t, again)
	for name, data := range first {
		assert.True(t, string(data) == string(second[name]), "%s differs", name)
	}
	a, err := os.ReadFile(packed)
	require.NoError(t, err)
	b, err := os.ReadFile(again)
	require.NoError(t, err)
	assert.True(t, string(a) == string(b), "the tarballs differ")
}
