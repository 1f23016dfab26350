// Package test holds the tests of the built module in a browser: the demo pages by mouse and keyboard, pages with the
// SDK, Salla's own components, and a suite of page scripts. Each runs on both builds.
package test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"salla-profile/web/prove/browser"
)

// chromium is the one browser that all tests share; each test has a window and a profile of its own in it.
var chromium context.Context

func TestMain(m *testing.M) {
	code, err := withBrowser(m.Run)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(code)
}

func withBrowser(run func() int) (code int, err error) {
	ctx, stop, err := browser.Drive("--window-size=1280,1000", "--lang=en",
		// A page that was left is gone, and the browser's own pages aren't made ready.
		"--disable-features=BackForwardCache,PreloadTopChromeWebUI,Translate,OptimizationHints,MediaRouter")
	if err != nil {
		return 1, err
	}
	defer stop()
	chromium = ctx
	defer stopControlled()
	return run(), nil
}

// build is a built module: what one compiler makes of it.
type build struct {
	name string // tinygo or go
	dist string // folder
}

// file says whether the module is a file of its own. In the release it is inside the script.
func (b build) file() bool { return b.name == "go" }

// `make test` tries the release, and with combinations in which each two things meet. WHOLE=1 is both builds and all
// combinations, WHOLE=rest what `make test` leaves of these (`make test-browsers`).
var whole = os.Getenv("WHOLE")

// onFiles runs a test on the builds whose module is a file of its own.
func onFiles(t *testing.T, test func(t *testing.T, b build)) { on(t, filesOnly(builds), test) }

func filesOnly(builds []build) (files []build) {
	for _, b := range builds {
		if b.file() { // or there is no other file to lack
			files = append(files, b)
		}
	}
	return files
}

var builds = []build{
	{"tinygo", folder("DIST_TINYGO", "../../../build/dist-tinygo")},
	{"go", folder("DIST_GO", "../../../build/dist-go")},
}

// npm is a node_modules with the SDK and its components.
var npm = folder("NODE_MODULES", "../../node_modules")

func folder(variable, otherwise string) string {
	if path := os.Getenv(variable); path != "" {
		return path
	}
	return otherwise
}

// onBuilds runs a test on each build that is wanted, at the same time.
func onBuilds(t *testing.T, test func(t *testing.T, b build)) { on(t, wanted(), test) }

func wanted() []build {
	switch whole {
	case "":
		return builds[:1]
	case "rest":
		return builds[1:]
	default:
		return builds
	}
}

func on(t *testing.T, builds []build, test func(t *testing.T, b build)) {
	t.Parallel()
	for _, b := range builds {
		t.Run(b.name, func(t *testing.T) {
			t.Parallel()
			for _, file := range []string{"manifest.json", "salla-profile.js", "salla-profile.wasm"} {
				_, err := os.Stat(filepath.Join(b.dist, file))
				require.NoError(t, err, "`make test` builds it")
			}
			test(t, b)
		})
	}
}

// needSDK fails where the SDK's package isn't installed.
func needSDK(t *testing.T) {
	_, err := os.Stat(filepath.Join(npm, "@salla.sa", "twilight", "package.json"))
	require.NoError(t, err, "`make npm` installs it")
}
