package budget

import (
	"cmp"
	"flag"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var proof = flag.Int("proof", 0, "show that the gate measures the program, by so many builds with other names: a dozen seconds each")

// names are how many a build has others for, half of them Go's.
const names = 8

// The gate measures the program and not its names: with the ceilings at today's figures, builds in which eight exported
// names are called otherwise pass, and none with a kilobyte more does.
func TestGateProof(t *testing.T) {
	if *proof == 0 {
		t.Skip("`make gate-proof` runs it")
	}
	c := copyTree(t)
	today := c.build(t)
	ceilings := ceilingsAt(today)
	all := exportedNames(t, c.sources)
	t.Logf("names to choose from: Go %v; JavaScript %v", all.inGo, all.inJS)
	require.GreaterOrEqual(t, len(all.inGo), names/2)
	require.GreaterOrEqual(t, len(all.inJS), names/2)

	builds := []*Build{today}
	for i := range *proof {
		random := rand.New(rand.NewPCG(uint64(i), 0))
		inGo := someNames(random, all.inGo, names/2, true)
		inJS := someNames(random, all.inJS, names-len(inGo), false)
		c.with(t, c.sources.renamed(inGo, inJS), func() {
			b := c.build(t)
			builds = append(builds, b)
			complaints := outgrown(ceilings, b)
			t.Logf("%2d  %s  %v %v", i+1, differences(today, b), inGo, inJS)
			assert.Empty(t, complaints, "names alone: %v, %v", inGo, inJS)
		})
	}
	for _, ceiling := range ceilings {
		t.Logf("%s: %s", ceiling.File, spread(builds, ceiling.File))
	}
	for kind, files := range kilobytes(c.sources) {
		c.with(t, files, func() {
			complaints := outgrown(ceilings, c.build(t))
			t.Logf("a kilobyte of %s: %s", kind, strings.Join(complaints, "; "))
			assert.NotEmpty(t, complaints, "a kilobyte of %s", kind)
		})
	}
}

// kilobytes are the files of builds with a kilobyte more, of which brotli makes almost nothing: that is the hardest to see.
func kilobytes(sources tree) map[string]tree {
	text := strings.Repeat("abcdefgh", 128) // of one letter only, TinyGo would keep that letter
	const tag = "web/loader/tag.js"
	return map[string]tree{
		"JavaScript": {tag: fmt.Appendf(slices.Clone(sources[tag]), "\nwindow.kilobyte = %q;\n", text)},
		"Go": {"wasm/kilobyte.go": fmt.Appendf(nil, `//go:build js && wasm

package main

var kilobyte = %q

//go:wasmexport kilobyte
func letter(i int32) int32 { return int32(kilobyte[i]) }
`, text)},
	}
}

// ceilingsAt are ceilings at what a build weighs.
func ceilingsAt(b *Build) (ceilings []Ceiling) {
	for _, name := range slices.Sorted(maps.Keys(b.Files)) {
		ceilings = append(ceilings, Ceiling{File: name, Size: b.Files[name]})
	}
	return ceilings
}

func outgrown(ceilings []Ceiling, b *Build) (complaints []string) {
	for _, c := range ceilings {
		complaints = append(complaints, c.Outgrown(b.Files[c.File], false)...)
	}
	return complaints
}

// differences says what a build weighs more.
func differences(today, b *Build) string {
	var all []string
	for name, is := range b.Files {
		was := today.Files[name]
		all = append(all, fmt.Sprintf("%s module %+d, JavaScript %+d, brotli %+d", name, is.Module-was.Module, is.JavaScript-was.JavaScript, is.Brotli-was.Brotli))
	}
	slices.Sort(all)
	return strings.Join(all, "; ")
}

// spread says from where to where the figures of a file go.
func spread(builds []*Build, name string) string {
	least, most := builds[0].Files[name], builds[0].Files[name]
	for _, b := range builds {
		is := b.Files[name]
		least = Size{min(least.Module, is.Module), min(least.JavaScript, is.JavaScript), min(least.Brotli, is.Brotli)}
		most = Size{max(most.Module, is.Module), max(most.JavaScript, is.JavaScript), max(most.Brotli, is.Brotli)}
	}
	return fmt.Sprintf("%v to %v", least, most)
}

// workCopy is a copy of the tree that is built again and again.
type workCopy struct {
	root    string
	sources tree
	tinygo  string // the folder of the set-up, which is the tree's
}

// copyTree copies what git knows, and what it would add.
func copyTree(t *testing.T) *workCopy {
	root, err := filepath.Abs("../../..")
	require.NoError(t, err)
	listed, err := exec.Command("git", "-C", root, "ls-files", "-coz", "--exclude-standard").Output()
	require.NoError(t, err)
	c := &workCopy{root: t.TempDir(), sources: tree{}, tinygo: cmp.Or(os.Getenv("TINYGO_DIR"), filepath.Join(root, "build", "tinygo"))}
	for path := range strings.SplitSeq(strings.TrimRight(string(listed), "\x00"), "\x00") {
		content, err := os.ReadFile(filepath.Join(root, path))
		if os.IsNotExist(err) { // removed, and not yet committed
			continue
		}
		require.NoError(t, err)
		c.write(t, path, content)
		if renamable(path) {
			c.sources[path] = content
		}
	}
	return c
}

// renamable says whether the file is one of those that a build is made of.
func renamable(path string) bool {
	under := slices.ContainsFunc([]string{"profile/", "bridge/", "wasm/", "web/loader/", "web/make/"}, func(folder string) bool {
		return strings.HasPrefix(path, folder)
	})
	return path == "wasm_exec.js" || under && !strings.HasSuffix(path, "_test.go") && !strings.HasPrefix(path, "web/make/release/") &&
		!strings.HasPrefix(path, "web/make/build/tinygo/") && slices.Contains([]string{".go", ".js"}, filepath.Ext(path))
}

func (c *workCopy) write(t *testing.T, path string, content []byte) {
	path = filepath.Join(c.root, path)
	require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
	require.NoError(t, os.WriteFile(path, content, 0o644))
}

// with lets use see the tree with some files of other contents.
func (c *workCopy) with(t *testing.T, files tree, use func()) {
	for path, content := range files {
		c.write(t, path, content)
	}
	use()
	for path := range files {
		if before, ok := c.sources[path]; ok {
			c.write(t, path, before)
		} else {
			require.NoError(t, os.Remove(filepath.Join(c.root, path)))
		}
	}
}

// build makes dist/ as `make dist` does, and weighs it.
func (c *workCopy) build(t *testing.T) *Build {
	cmd := exec.Command("go", "-C", "web", "run", "./make/build", "-compiler", "tinygo", "-version", "0.0.0", "-out", "../dist")
	cmd.Dir, cmd.Env = c.root, append(os.Environ(), "TINYGO_DIR="+c.tinygo)
	said, err := cmd.CombinedOutput()
	require.NoError(t, err, "%s", said)
	b, err := Weigh(filepath.Join(c.root, "dist"))
	require.NoError(t, err)
	return b
}
