package test

import (
	"fmt"
	"html"
	"net/http"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// addTags serves what standalone/tag.js asks for: the script alone in a folder, under another name, and pages of other
// charsets.
func addTags(t *testing.T, mux *http.ServeMux, b build) {
	folder := t.TempDir()
	files := map[string]string{"renamed.js": "salla-profile.js", "salla-profile-1.2.3.min.js": "salla-profile.js"}
	if b.file() {
		files["salla-profile.wasm"] = "salla-profile.wasm"
	}
	for to, from := range files {
		data, err := os.ReadFile(filepath.Join(b.dist, from))
		require.NoError(t, err)
		require.NoError(t, os.WriteFile(filepath.Join(folder, to), data, 0o600))
	}
	alone := http.StripPrefix("/alone/", http.FileServer(http.Dir(folder)))
	mux.HandleFunc("/alone/", func(w http.ResponseWriter, r *http.Request) {
		if filepath.Ext(r.URL.Path) == ".js" {
			w.Header().Set("Content-Type", "text/javascript") // no charset: the page's
		}
		alone.ServeHTTP(w, r)
	})
	mux.HandleFunc("/charset/{charset}", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset="+r.PathValue("charset"))
		_, _ = fmt.Fprintf(w, `<!doctype html><html lang="ar"><script>parent.receive(window)</script>
			<script src="/alone/renamed.js" data-store-id="1" data-api="%s"></script>`, html.EscapeString(r.URL.Query().Get("api")))
	})
}
