package test

import (
	"testing"

	storeapi "salla-profile/web/prove/api"
)

// release is what a shop gets, also where the other suites run a development build.
var release = build{"tinygo", folder("DIST_RELEASE", "../../../build/dist-tinygo")}

// TestTaken runs taken/*.js: pages that have taken away, or put something else in place of, what the scripts use of the browser's. WHOLE
// tries both scripts with the SDK.
func TestTaken(t *testing.T) {
	if whole == "rest" {
		t.Skip("it is about the scripts, which are the release's")
	}
	needSDK(t)
	on(t, []build{release}, func(t *testing.T, b build) {
		for _, engine := range engines(t) {
			t.Run(string(engine), func(t *testing.T) {
				runSuite(t, engine, b, "/taken/", standaloneSite(b, &storeapi.API{}))
			})
		}
	})
}
