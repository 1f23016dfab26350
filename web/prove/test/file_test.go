package test

import (
	"net/http"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// The same where it is the module's file that isn't as it should be, or can't be had.
func TestModuleFile(t *testing.T) {
	answer := func(status int, contentType string, body func(wasm []byte) []byte) func(t *testing.T, s *shop, b build) {
		return func(t *testing.T, s *shop, b build) {
			wasm, err := os.ReadFile(filepath.Join(b.dist, "salla-profile.wasm"))
			require.NoError(t, err)
			s.serve(wasmPath, func(w http.ResponseWriter, _ *http.Request) {
				w.Header().Set("Content-Type", contentType)
				w.WriteHeader(status)
				_, _ = w.Write(body(wasm))
			})
		}
	}
	all := func(wasm []byte) []byte { return wasm }
	for _, c := range []spoilt{
		{name: "404", spoil: func(_ *testing.T, s *shop, _ build) { s.serve(wasmPath, http.NotFound) }},
		{name: "500", spoil: answer(500, "application/wasm", all)},
		{name: "a page instead", spoil: answer(200, "text/html", func([]byte) []byte { return []byte("<!doctype html>") })},
		{name: "corrupt", spoil: answer(200, "application/wasm", func([]byte) []byte { return []byte("\x00asm corrupt") })},
		{name: "cut short", spoil: answer(200, "application/wasm", func(wasm []byte) []byte { return wasm[:len(wasm)/2] })},
		{name: "empty", spoil: answer(200, "application/wasm", func([]byte) []byte { return nil })},
		{name: "another program", spoil: answer(200, "application/wasm", func([]byte) []byte { return []byte("\x00asm\x01\x00\x00\x00") })},
		{name: "a policy against fetch", tag: `<meta http-equiv="Content-Security-Policy" content="default-src 'self' 'unsafe-inline' data:; connect-src http://127.0.0.1:1">`},
		// These only look like it.
		{name: "the wrong type", spoil: answer(200, "application/octet-stream", all), works: true},
		{name: "no streaming", tag: `<script>delete WebAssembly.compileStreaming; delete WebAssembly.instantiateStreaming</script>`, works: true},
	} {
		t.Run(c.name, func(t *testing.T) { c.test(t, onFiles) })
	}
}
