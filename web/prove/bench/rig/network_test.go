package rig

import (
	"crypto/rand"
	"encoding/base64"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The network holds what a new tab asks for, the first page included. A busy machine makes it slower, never faster:
// only the least is tested.
func TestThrottle(t *testing.T) {
	server, err := NewServer()
	require.NoError(t, err)
	defer server.Close()
	noise := make([]byte, 30_000) // that no compression makes smaller
	_, err = rand.Read(noise)
	require.NoError(t, err)
	text := `"` + base64.StdEncoding.EncodeToString(noise) + `"`
	packed, err := Brotli([]byte(text), 11)
	require.NoError(t, err)
	server.AddPacked("/noise.js", JavaScript, packed)
	server.AddPage("/page", Script("/noise.js"))
	browser, err := StartChromium()
	require.NoError(t, err)
	defer browser.Stop()

	tab, err := browser.Tab()
	require.NoError(t, err)
	defer tab.Close()
	phone := Network{Latency: 150, Kilobits: 1600}
	require.NoError(t, tab.Throttle(phone))
	require.NoError(t, tab.Cold(1, ""))
	require.NoError(t, tab.Open(server.URL+"/page"))
	files, err := Eval[[]struct {
		Type         string
		Bytes, Spent float64
	}](tab, `fetch("/noise.js").then((response) => response.text()).then(() =>
		performance.getEntriesByType("resource").map(({ initiatorType, encodedBodySize, duration }) =>
			({ Type: initiatorType, Bytes: encodedBodySize, Spent: duration })))`)
	require.NoError(t, err)
	require.Len(t, files, 2)
	for _, file := range files {
		t.Logf("%s: %.0f bytes in %.1f ms, at least %.1f", file.Type, file.Bytes, file.Spent, phone.Least(file.Bytes))
		assert.InDelta(t, len(packed), file.Bytes, 0, "the whole file, each time")
		assert.GreaterOrEqual(t, file.Spent, phone.Least(file.Bytes), file.Type)
	}
	page, err := Eval[float64](tab, `performance.getEntriesByType("navigation")[0].responseEnd`)
	require.NoError(t, err)
	assert.GreaterOrEqual(t, page, phone.Least(0), "the page")
}
