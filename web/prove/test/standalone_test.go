package test

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"testing"
	"time"
	"unicode"

	"github.com/stretchr/testify/require"

	"salla-profile/profile/profiletest"
	"salla-profile/web/lab/site"
	"salla-profile/web/prove/api"
	"salla-profile/web/prove/browser"
)

// result of one test of standalone/, which the page posts when it is over.
type result struct {
	Name  string `json:"name"`
	Error string `json:"error"`
	Total int    `json:"total"` // of all tests
}

// TestStandalone runs standalone/*.js as scripts of a page, in each engine that ENGINES names; chromium by default.
func TestStandalone(t *testing.T) {
	onBuilds(t, func(t *testing.T, b build) {
		for _, engine := range engines(t) {
			t.Run(string(engine), func(t *testing.T) {
				mux := standaloneSite(b, &api.API{})
				addTags(t, mux, b)
				runSuite(t, engine, b, "/standalone/", mux)
			})
		}
	})
}

// engines are those to test in.
func engines(t *testing.T) []browser.Engine {
	engines, err := browser.Wanted()
	require.NoError(t, err)
	return engines
}

// runSuite opens a page that tests itself, and takes what it posts for subtests. It answers their names.
func runSuite(t *testing.T, engine browser.Engine, b build, path string, handler http.Handler) (names []string) {
	mux := http.NewServeMux()
	results := browser.Told[result](mux, "/result")
	mux.Handle("/", handler)
	server := httptest.NewServer(mux)
	defer server.Close()
	defer server.CloseClientConnections()
	// ONLY is a part of the names of the tests to run.
	query := url.Values{"only": {os.Getenv("ONLY")}}
	if b.file() {
		query.Set("file", "") // adds the tests of it
	}
	if whole != "" {
		query.Set("whole", "") // adds what taken/missing.js leaves out of make test
	}
	page, err := browser.Start(engine, server.URL+path+"?"+query.Encode())
	require.NoError(t, err)
	defer page.Stop()

	for done := 0; ; done++ {
		// Each test has less than this (standalone/pages.js).
		r, err := browser.Hear(page, results, 10*time.Minute)
		require.NoError(t, err)
		if r.Name == "" { // the page's last word
			require.Positive(t, r.Total)
			require.Equal(t, r.Total, done, "tests that ran")
			return names
		}
		names = append(names, r.Name)
		t.Run(r.Name, func(t *testing.T) {
			if r.Error != "" {
				t.Error(r.Error)
			}
		})
	}
}

func standaloneSite(b build, store *api.API) *http.ServeMux {
	mux := http.NewServeMux()
	mux.Handle("/dist/", site.Handler(site.Options{Dist: b.dist}))
	for _, suite := range []string{"standalone", "faults", "others", "taken"} {
		mux.Handle("/"+suite+"/", http.FileServer(http.Dir(".")))
		mux.HandleFunc("/"+suite+"/{$}", func(w http.ResponseWriter, r *http.Request) { http.ServeFile(w, r, "pages/suite.html") })
	}
	mux.Handle("/npm/", http.StripPrefix("/npm/", http.FileServer(http.Dir(npm)))) // the SDK, mocha, chai
	mux.HandleFunc("GET /typed", serveTyped)
	// Without these the SDK asks a CDN, and waits for the name of that where there is no network.
	mux.HandleFunc("GET /languages/assets/", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/javascript")
		_, _ = io.WriteString(w, "window.translations = {}")
	})
	store.Module = filepath.Join(b.dist, "salla-profile.wasm")
	mux.Handle("/api/", http.StripPrefix("/api", store))
	store.Control(mux)
	return mux
}

// serveTyped answers every decimal digit that Go knows, and what becomes of them; and other characters that are mended.
func serveTyped(w http.ResponseWriter, _ *http.Request) {
	var digits, spaces, dashes []rune
	for r := rune(0); r <= unicode.MaxRune; r++ {
		switch {
		case unicode.Is(unicode.Nd, r):
			digits = append(digits, r)
		case unicode.IsSpace(r):
			spaces = append(spaces, r)
		case unicode.Is(unicode.Pd, r):
			dashes = append(dashes, r)
		}
	}
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(map[string]string{
		"digits": string(digits), "meant": profiletest.Typed(string(digits), false), "spaces": string(spaces), "dashes": string(dashes),
	})
}
