package main

import (
	"bytes"
	"os"
	"os/exec"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestReport(t *testing.T) {
	row := func(scenario string, cells ...cell) []cell {
		setup := 0
		for i := range cells {
			for !setups[setup].Module {
				setup++
			}
			cells[i].Group, cells[i].Scenario, cells[i].Setup = "g", scenario, setups[setup].Name
			setup++
		}
		return cells
	}
	same, meant := cell{}, cell{Intended: []string{"dom-events"}, Raw: []string{"+ dom"}}
	different := cell{Diff: []string{"~ event", "- server"}, Raw: []string{"~ event", "- server"}}
	r := report{Cells: append(append(
		row("one", same, meant, meant, same),
		row("two", same, different, different, cell{Failure: "it broke"})...),
		cell{Group: "g", Scenario: "in turn", Setup: "tag after"},
	)}
	var out bytes.Buffer
	passed, failed := r.print(&out, false)
	assert.Equal(t, 6, passed)
	assert.Equal(t, 3, failed)
	assert.Contains(t, out.String(), "g: two [tag after, async] DIFFERENT\n    ~ event\n    - server\n")
	assert.Contains(t, out.String(), "g: two [twice] FAILED\n    it broke\n")
	assert.Regexp(t, `g: in turn +-  +same  +-  +-  `, out.String())
	assert.NotContains(t, out.String(), "+ dom")

	out.Reset()
	r.print(&out, true)
	assert.Contains(t, out.String(), "g: one [tag after, async] intended:dom-events\n    + dom\n")
}

func TestInstalledVersion(t *testing.T) {
	dir := t.TempDir()
	assert.False(t, isVersion(dir, "1.0.0"))
	packed := t.TempDir()
	require.NoError(t, os.CopyFS(packed, fstest.MapFS{
		"package/package.json": {Data: []byte(`{"name": "x", "version": "1.0.0"}`)}, "package/" + sdkScript: {}, "package/dist/more.js": {},
	}))
	require.NoError(t, exec.Command("tar", "-czf", packed+"/x.tgz", "-C", packed, "package").Run())
	require.NoError(t, unpack(packed+"/x.tgz", dir))
	assert.True(t, isVersion(dir, "1.0.0"))
	assert.False(t, isVersion(dir, "1.0.1"))
	assert.NoFileExists(t, dir+"/dist/more.js")
}

// Whatever comes first, a scenario has one set-up of each build, and the SDK's that belongs to it.
func TestInTurn(t *testing.T) {
	for scenario := range 8 {
		modules := map[int]int{}
		all := setupsOf(2, "salla-profile.js")
		for i := range all {
			if !inTurn(&all[i], scenario, 1) {
				continue
			}
			if !all[i].Module {
				continue
			}
			modules[all[i].Build]++
			assert.True(t, slices.ContainsFunc(all, func(s Setup) bool {
				return s.Name == all[i].Reference && inTurn(&s, scenario, 1)
			}), "%s of build %d in scenario %d", all[i].Reference, all[i].Build, scenario)
		}
		assert.Equal(t, map[int]int{0: 1, 1: 1}, modules)
	}
}
