package budget

import (
	"os"
	"slices"
	"testing"

	"salla-profile/web/prove/bench/rig"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const sdkScript = "../../node_modules/@salla.sa/twilight/dist/@salla.sa/twilight.min.js"

// dist is the folder of the release. DIST_TINYGO is none of this package's: it may name a development build, which is larger.
const dist = "../../../build/dist-tinygo"

// Each shipped file stays below its ceilings, none ships without a row, and no row is about nothing.
func TestBytes(t *testing.T) {
	build, err := Weigh(dist)
	require.NoError(t, err)
	script, err := os.ReadFile(sdkScript)
	require.NoError(t, err, "`make npm` installs it")
	sdk, err := rig.Brotli(script, 11)
	require.NoError(t, err)

	for _, ceiling := range Ceilings {
		is, ok := build.Files[ceiling.File]
		if !ok {
			assert.True(t, ceiling.Planned, "%s: no such file was built", ceiling.File)
			continue
		}
		t.Logf("%-30s %v of at most %v", ceiling.File, is, ceiling.of(build.OnPath))
		if is.Brotli > 0 {
			t.Logf("%30s %.3f of the SDK's brotli", "", float64(is.Brotli)/float64(len(sdk)))
		}
		for _, complaint := range ceiling.Outgrown(is, build.OnPath) {
			assert.Fail(t, complaint, "what for?")
		}
	}
	for name := range build.Files {
		assert.True(t, slices.ContainsFunc(Ceilings, func(c Ceiling) bool { return c.File == name }), "%s ships without a ceiling", name)
	}
}

func TestOutgrown(t *testing.T) {
	c := Ceiling{File: "a.js", Size: Size{Module: 10, JavaScript: 20, Brotli: 1000}, OnPath: Size{Module: 15, Brotli: 2000}}
	for name, test := range map[string]struct {
		is         Size
		onPath     bool
		complaints int
	}{
		"at its ceilings":               {Size{10, 20, 1000}, false, 0},
		"as much as names may do":       {Size{10, 20, 1000 + Tolerance}, false, 0},
		"a byte of brotli more":         {Size{10, 20, 1001 + Tolerance}, false, 1},
		"a byte of the module more":     {Size{11, 20, 1000}, false, 1},
		"a byte of JavaScript more":     {Size{10, 21, 1000}, false, 1},
		"all three":                     {Size{11, 21, 1001 + Tolerance}, false, 3},
		"by a compiler on PATH":         {Size{15, 20, 2000}, true, 0},
		"by it, and JavaScript is ours": {Size{16, 21, 2000}, true, 2},
	} {
		assert.Len(t, c.Outgrown(test.is, test.onPath), test.complaints, name)
	}
	assert.Empty(t, Ceiling{}.Outgrown(Size{1, 1, 1}, false), "no figure, no ceiling")
}
