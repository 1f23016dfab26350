package test

import (
	"net/http"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"salla-profile/web/lab/site"
	"salla-profile/web/prove/browser"
)

// TestVerificationSuite runs verification/*.js as scripts of a page, in each engine that ENGINES names. The module's part has a
// stand-in there, and hands are synthetic: what needs real keys is in verification_test.go, and in verification_keys_test.go in
// each engine.
func TestVerificationSuite(t *testing.T) {
	for _, engine := range engines(t) {
		t.Run(string(engine), func(t *testing.T) {
			require.NoError(t, browser.Available(engine))
			mux := http.NewServeMux()
			mux.Handle("/dist/", site.Handler(site.Options{Dist: builds[0].dist}))
			mux.HandleFunc("GET /axe.js", func(w http.ResponseWriter, r *http.Request) {
				http.ServeFile(w, r, filepath.Join(npm, "axe-core", "axe.min.js"))
			})
			mux.Handle("/npm/", http.StripPrefix("/npm/", http.FileServer(http.Dir(npm)))) // mocha, chai
			mux.HandleFunc("/verification/{$}", func(w http.ResponseWriter, r *http.Request) { http.ServeFile(w, r, "pages/suite.html") })
			for _, folder := range []string{"/standalone/", "/verification/"} {
				mux.Handle(folder, http.FileServer(http.Dir(".")))
			}
			runSuite(t, engine, builds[0], "/verification/", mux)
		})
	}
}
