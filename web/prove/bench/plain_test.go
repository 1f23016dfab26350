package main

import (
	_ "embed"
	"os"
	"testing"

	"salla-profile/web/prove/bench/rig"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

//go:embed testdata/same.js
var same string

// The plain JavaScript is only a limit where it does what the module does.
func TestPlainDoesTheSame(t *testing.T) {
	dist := os.Getenv("DIST_TINYGO")
	if dist == "" {
		dist = "../../../build/dist-tinygo"
	}
	sdkFile, err := os.ReadFile("../../" + sdkScript)
	require.NoError(t, err, "`make npm` installs it")
	server, err := rig.NewServer()
	require.NoError(t, err)
	defer server.Close()
	require.NoError(t, server.AddDist("/tinygo", dist))
	require.NoError(t, server.AddScript("/sdk.js", sdkFile))
	require.NoError(t, server.AddScript("/plain.js", plainScript))
	server.AddCallPages("tinygo", true)
	browser, err := rig.StartChromium()
	require.NoError(t, err)
	defer browser.Stop()

	for _, path := range []string{rig.AlonePage("tinygo"), rig.SDKPage("tinygo")} {
		tab, err := browser.OpenCalls(server, path)
		require.NoError(t, err)
		differences, err := rig.Eval[[]string](tab, "%s", same)
		tab.Close()
		require.NoError(t, err)
		for _, difference := range differences {
			assert.Fail(t, path, difference)
		}
	}
}
