package test

import (
	"fmt"
	"net/http"
	"testing"
)

// The demo says which of the two builds it runs and what that weighs, and that the release has taken the other's place.
func TestDemoNamesItsBuild(t *testing.T) {
	manifest := func(compiler string) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) {
			_, _ = fmt.Fprintf(w, `{"compiler": %q, "files": {"salla-profile.js": {"bytes": 10000, "brotli": 3500},
				"salla-profile.wasm": {"bytes": 2900000, "brotli": 640000}}}`, compiler)
		}
	}
	onBuilds(t, func(t *testing.T, b build) {
		s := newShop(t, b)
		s.serve("/dist/manifest.json", manifest("go1.26.8"))
		a := openAccount(t, s, "/index.html?lang=en")
		a.text("#build", "A development build")
		a.text("#build", "2,910 KB")
		a.text("#build", "643.5 KB")
		s.serve("/dist/manifest.json", manifest("tinygo 0.42.0 (go1.26.8, llvm 22)"))
		a.text("#build", "The release is built.")
		a.follow(func() { a.click("#build a") })
		a.text("#build", "The release:")
		a.text("#build", "3.5 KB")
		a.clean()
	})
}
