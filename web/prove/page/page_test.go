// Package page tests the JavaScript of the page's end, in a browser: its parts one by one (units), and the whole with the program, on a
// page that has no more than what a test gives it (whole).
package page

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"salla-profile/profile/profiletest"
	"salla-profile/web/make/bundle"
	"salla-profile/web/prove/browser"
)

// result of one test, which the page posts when it is over (web/prove/test/standalone/pages.js).
type result struct {
	Name  string `json:"name"`
	Error string `json:"error"`
	Total int    `json:"total"` // of all tests
}

// TestPage runs run.js as a script of a page, in each engine that ENGINES names; chromium by default. ONLY is a part of the names of the
// tests to run.
func TestPage(t *testing.T) {
	engines, err := browser.Wanted()
	require.NoError(t, err)
	root, err := bundle.ProjectRoot()
	require.NoError(t, err)
	mux := http.NewServeMux()
	results := browser.Told[result](mux, "/result")
	serve(t, mux, root)
	server := httptest.NewServer(mux)
	defer server.Close()
	defer server.CloseClientConnections()
	for _, engine := range engines {
		t.Run(string(engine), func(t *testing.T) {
			run(t, engine, server.URL+"/prove/page/?"+url.Values{"only": {os.Getenv("ONLY")}}.Encode(), results)
		})
	}
}

// run opens a page that tests itself, and takes what it posts for subtests.
func run(t *testing.T, engine browser.Engine, address string, results <-chan result) {
	page, err := browser.Start(engine, address)
	require.NoError(t, err)
	defer page.Stop()
	for done := 0; ; done++ {
		r, err := browser.Hear(page, results, 10*time.Minute) // each test has less
		require.NoError(t, err)
		if r.Name == "" { // the page's last word
			require.Positive(t, r.Total)
			require.Equal(t, r.Total, done, "tests that ran")
			return
		}
		t.Run(r.Name, func(t *testing.T) {
			if r.Error != "" {
				t.Error(r.Error)
			}
		})
	}
}

// serve serves the tests, the parts as modules, and the whole as a development build.
func serve(t *testing.T, mux *http.ServeMux, root string) {
	prove := filepath.Join(root, "web", "prove")
	parts := bundle.Parts{Root: root, Version: "1.2.3", Compiler: "test", Dev: true}
	aliases := map[string]string{"compiler:cross": filepath.Join(prove, "page", "cross.js")}
	mux.Handle("/prove/", http.StripPrefix("/prove/", http.FileServer(http.Dir(prove))))
	mux.HandleFunc("/prove/page/{$}", func(w http.ResponseWriter, r *http.Request) {
		http.ServeFile(w, r, filepath.Join(prove, "test", "pages", "suite.html"))
	})
	mux.Handle("/npm/", http.StripPrefix("/npm/", http.FileServer(http.Dir(filepath.Join(root, "web", "node_modules")))))
	mux.Handle("/dist/", http.StripPrefix("/dist/", http.FileServer(http.Dir(whole(t, root)))))
	mux.Handle("/units/salla-profile.js", units(t, parts, aliases))
	parts.Twilight = true
	mux.Handle("/units/salla-profile.twilight.js", units(t, parts, aliases))
	mux.HandleFunc("GET /normalized", serveNormalized)
}

// units serves units.js with the parts that it exports.
func units(t *testing.T, parts bundle.Parts, aliases map[string]string) http.HandlerFunc {
	script, err := parts.Units(filepath.Join(parts.Root, "web", "prove", "page", "units.js"), aliases)
	require.NoError(t, err)
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/javascript")
		_, _ = w.Write(script)
	}
}

// whole returns a folder with a development build by the standard compiler: no TinyGo is needed.
func whole(t *testing.T, root string) string {
	dist := t.TempDir()
	glue, err := bundle.GluePath()
	require.NoError(t, err)
	wasm := filepath.Join(dist, "salla-profile.wasm")
	build := exec.Command("go", "build", "-trimpath", "-o", wasm, "./wasm")
	build.Dir = root
	build.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOWORK=off")
	out, err := build.CombinedOutput()
	require.NoError(t, err, "%s", out)
	module, err := os.ReadFile(wasm)
	require.NoError(t, err)
	parts := bundle.Parts{Root: root, Module: module, Glue: glue, Version: "1.2.3", Compiler: "test", Dev: true}
	require.NoError(t, parts.Script(filepath.Join(dist, "salla-profile.js")))
	return dist
}

// serveNormalized answers for each text that a query has what package profiletest makes of it: {text: [as text, as a code]}.
func serveNormalized(w http.ResponseWriter, r *http.Request) {
	texts := map[string][2]string{}
	for _, text := range r.URL.Query()["text"] {
		texts[text] = [2]string{profiletest.Typed(text, false), profiletest.Typed(text, true)}
	}
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(texts) // the browser may have gone
}
