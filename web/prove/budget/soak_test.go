package budget

import (
	"fmt"
	"testing"

	"salla-profile/web/prove/bench/rig"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const (
	warmUp = 2_000 // calls: the browser compiles what it sees often
	// maxMemory is the most that the wasm memory may be, in bytes.
	maxMemory = 256 << 10
	// smallest is what the smallest thing that Go keeps takes, in bytes.
	smallest = 16
	// calls are so many that whatever each of them keeps, be it the smallest thing, doesn't fit in maxMemory. Memory
	// comes in steps, and when the next one is taken depends on what happens at once: so two sizes of it say nothing
	// about a leak, but that all these calls had room says that there is none.
	calls = maxMemory/smallest + 1_000
	// maxKept is the JavaScript heap that a call may keep, in bytes: a call's places in the host's table, left empty,
	// would take 38.
	maxKept = 8
)

// Thousands of calls leave nothing behind, one by one and 50 at a time.
func TestSoak(t *testing.T) {
	server, err := rig.NewServer()
	require.NoError(t, err)
	defer server.Close()
	require.NoError(t, server.AddDist("/tinygo", dist))
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
			assert.LessOrEqual(t, s.Wasm, float64(maxMemory), "wasm memory grows with calls")
			assert.LessOrEqual(t, s.HeapKept, float64(maxKept), "JavaScript heap grows with calls")
		})
	}
}
