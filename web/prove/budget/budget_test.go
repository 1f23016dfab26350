// Package budget is the gate: the TinyGo release may not grow beyond the bytes of budget.json, nor beyond what a page may
// ever have to load, nor keep memory that its calls have used; and no source file beyond what one reads at a time.
//
//	go -C web test ./prove/budget            fails where it does
//	go -C web test ./prove/budget -update    sets the ceilings to today's sizes and 3 %
package budget

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"salla-profile/web/prove/bench/rig"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "set the ceilings to today's sizes and 3 %")

const (
	ceilings  = "budget.json"
	sdkScript = "../../node_modules/@salla.sa/twilight/dist/@salla.sa/twilight.min.js"
	// headroom is what -update adds.
	headroom = 1.03
	// release is the one file that a page loads. The module is inside.
	release = "salla-profile.js"
	// most is what the release may weigh at brotli 11, whatever budget.json says; aim is where we would like to be: a
	// fifth of the SDK's script.
	most, aim = 21_900, 18_900
)

// files are the shipped files that have a ceiling: the release, and the module as the compiler made it, which no page
// loads and which says where growth comes from.
var files = []string{release, "salla-profile.wasm"}

// size is that of a file, in bytes.
type size struct {
	Bytes  int `json:"bytes"`
	Brotli int `json:"brotli"` // at level 11
}

// dist is the folder of the TinyGo build.
func dist() string {
	if path := os.Getenv("DIST_TINYGO"); path != "" {
		return path
	}
	return "../../../build/dist-tinygo"
}

func TestBytes(t *testing.T) {
	var manifest struct {
		Compiler string
		Files    map[string]size
	}
	readJSON(t, filepath.Join(dist(), "manifest.json"), &manifest)
	require.Contains(t, manifest.Compiler, "tinygo")
	if *update {
		write(t, manifest.Files)
	}
	limits := map[string]size{}
	readJSON(t, ceilings, &limits)

	for _, name := range files {
		is, ceiling := manifest.Files[name], limits[name]
		require.NotZero(t, is.Brotli, name)
		t.Logf("%-18s %6d bytes of %6d, brotli %5d of %5d", name, is.Bytes, ceiling.Bytes, is.Brotli, ceiling.Brotli)
		assert.LessOrEqual(t, is.Bytes, ceiling.Bytes, "%s has outgrown budget.json: what for? (-update allows it)", name)
		assert.LessOrEqual(t, is.Brotli, ceiling.Brotli, "%s has outgrown budget.json, compressed: what for? (-update allows it)", name)
	}

	script, err := os.ReadFile(sdkScript)
	require.NoError(t, err, "`make npm` installs it")
	packed, err := rig.Brotli(script, 11)
	require.NoError(t, err)
	weight := manifest.Files[release].Brotli
	t.Logf("the release, brotli: %d bytes, %.3f of the SDK's %d; at most %d, aim %d", weight,
		float64(weight)/float64(len(packed)), len(packed), most, aim)
	assert.LessOrEqual(t, weight, most, "more than the release may ever weigh")
}

func readJSON(t *testing.T, path string, into any) {
	text, err := os.ReadFile(path)
	require.NoError(t, err, "`make test` builds it")
	require.NoError(t, json.Unmarshal(text, into), path)
}

// write sets the ceilings.
func write(t *testing.T, sizes map[string]size) {
	limits := map[string]size{}
	for _, name := range files {
		limits[name] = size{int(float64(sizes[name].Bytes) * headroom), int(float64(sizes[name].Brotli) * headroom)}
	}
	text, err := json.MarshalIndent(limits, "", "  ")
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(ceilings, append(text, '\n'), 0o644))
}
