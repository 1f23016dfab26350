package budget

import (
	"os"
	"testing"

	"salla-profile/web/prove/bench/rig"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// crossings are how often a call may cross, both ways, by the rows of bench/rig/page/rows.js.
var crossings = []struct {
	mode, row string
	most      int
}{
	{"with the SDK", "update", 9},
	{"with the SDK", "pending", 10},
	{"without the SDK", "update", 8},
	{"without the SDK", "pending", 11},
}

// A call crosses between the page and the program as seldom as it must: each crossing costs time, and a reader has to
// follow it.
func TestCrossings(t *testing.T) {
	server, err := rig.NewServer()
	require.NoError(t, err)
	defer server.Close()
	script, err := os.ReadFile(sdkScript)
	require.NoError(t, err, "`make npm` installs it")
	require.NoError(t, server.AddScript("/sdk.js", script))
	require.NoError(t, server.AddDist("/tinygo", dist))
	server.AddCallPages("tinygo", false)
	browser, err := rig.StartChromium()
	require.NoError(t, err)
	defer browser.Stop()

	pages := map[string]string{"with the SDK": rig.SDKPage("tinygo"), "without the SDK": rig.AlonePage("tinygo")}
	for _, c := range crossings {
		t.Run(c.row+" "+c.mode, func(t *testing.T) {
			counted, err := browser.Crossings(server, pages[c.mode], c.row)
			require.NoError(t, err)
			t.Logf("%d out, %d in: %d of %d", counted.Out, counted.In, counted.All(), c.most)
			assert.NotZero(t, counted.In, "nothing was counted")
			assert.NotZero(t, counted.Out, "nothing was counted")
			assert.LessOrEqual(t, counted.All(), c.most)
		})
	}
}
