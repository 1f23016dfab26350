package budget

import (
	"fmt"
	"testing"

	"salla-profile/web/bench/rig"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const (
	warmUp = 2_000 // calls: the browser compiles what it sees often
	calls  = 5_000
	// maxKept is the JavaScript heap that a call may keep, in bytes.
	maxKept = 64
	// maxMemory is the most that the wasm memory may be, in bytes.
	maxMemory = 1 << 20
)

// Thousands of calls leave nothing behind, one by one and 50 at a time.
func TestSoak(t *testing.T) {
	server, err := rig.NewServer()
	require.NoError(t, err)
	defer server.Close()
	require.NoError(t, server.AddDist("/tinygo", dist()))
	server.AddCallPages("tinygo", false)
	browser, err := rig.StartChromium()
	require.NoError(t, err)
	defer browser.Stop()

	for _, width := range []int{1, 50} {
		t.Run(fmt.Sprintf("%d at a time", width), func(t *testing.T) {
			tab, err := browser.OpenCalls(server, rig.AlonePage("tinygo"))
			require.NoError(t, err)
			defer tab.Close()
			s, err := tab.Soak("module", warmUp, calls, width)
			require.NoError(t, err)
			t.Logf("wasm memory %.0f KB, %.0f KB after the warm-up; JavaScript heap kept %.1f B a call", s.Wasm/1024, s.Warm/1024, s.HeapKept)
			assert.NotZero(t, s.Wasm)
			assert.LessOrEqual(t, s.Wasm, float64(maxMemory))
			assert.LessOrEqual(t, s.Wasm, s.Warm, "wasm memory grows with calls")
			assert.LessOrEqual(t, s.HeapKept, float64(maxKept))
		})
	}
}
