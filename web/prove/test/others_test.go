package test

import (
	"encoding/json"
	"math/rand/v2"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/evanw/esbuild/pkg/api"
	"github.com/stretchr/testify/require"

	"salla-profile/profile/profiletest"
	storeapi "salla-profile/web/prove/api"
)

// libraries are those of npm that others/libraries.js has on its pages, by the names that they have there: what to import, or the text of
// a script that does.
var libraries = map[string]string{
	"sentry5": "sentry5", "sentry": "@sentry/browser", "whatwg-fetch": "whatwg-fetch", "unfetch": "./unfetch/dist/unfetch.mjs",
	"fetch-intercept": "fetch-intercept", "fetch-mock": "fetch-mock", "axios-retry": "axios-retry",
	"axios-mock-adapter": "axios-mock-adapter", "axios-cache-interceptor": "axios-cache-interceptor", "zone.js": "zone.js",
	"vue": "vue", "alpinejs": "alpinejs", "htmx.org": "htmx.org", "turbo": "@hotwired/turbo", "backbone": "backbone",
	"valtio": "valtio/vanilla", "intl-tel-input": "intl-tel-input/intlTelInputWithUtils", "flatpickr": "flatpickr", "mobx": "mobx",
	"jquery": "jquery", "swup": "swup", "prototype": "prototype",
	"pickadate": `import $ from "jquery"; import "pickadate/lib/picker.date"; window.pickadate = $;`,
	"msw":       `import * as core from "msw"; import * as browser from "msw/browser"; window.msw = { ...core, ...browser };`,
	"base":      "./@salla.sa/base/dist/@salla.sa/base.min.js", "applepay": "./@salla.sa/applepay/src/index.js", "embedded-sdk": "@salla.sa/embedded-sdk",
}

// TestOthers runs others/*.js: other people's pages, compared with the SDK alone on them.
func TestOthers(t *testing.T) {
	needSDK(t)
	built := bundleLibraries(t)
	onBuilds(t, func(t *testing.T, b build) {
		if !b.file() {
			b = release // a development build says what it takes for faults of ours, and these pages make them
		}
		for _, engine := range engines(t) {
			t.Run(string(engine), func(t *testing.T) {
				mux := standaloneSite(b, &storeapi.API{})
				mux.HandleFunc("/lib/{name}", func(w http.ResponseWriter, r *http.Request) {
					w.Header().Set("Content-Type", "text/javascript; charset=utf-8")
					_, _ = w.Write(built[r.PathValue("name")])
				})
				servePayloads(t, mux)
				runSuite(t, engine, b, "/others/", mux)
			})
		}
	})
}

// servePayloads answers what others/payloads.js passes: the data of 2,000 seeds, and each text in it as it is meant, as a text and as
// a code. SEED=n begins the second half elsewhere.
func servePayloads(t *testing.T, mux *http.ServeMux) {
	const half = 1_000
	first := rand.Uint64()
	if seed, err := strconv.ParseUint(os.Getenv("SEED"), 10, 64); err == nil {
		first = seed
	}
	t.Logf("payloads: %d seeds from 0, and from %d", half, first)
	type data struct {
		profiletest.Data
		Seed string `json:"seed"` // a number of the page's hasn't so many digits
		Text string `json:"text"`
	}
	var all []data
	meant := map[string][2]string{}
	for i := range uint64(2 * half) {
		seed := i
		if i >= half {
			seed = first + i
		}
		d := profiletest.Generate(seed)
		all = append(all, data{d, strconv.FormatUint(seed, 10), d.Text()})
		for _, e := range d.Entries {
			meant[e.Value] = [2]string{profiletest.Typed(e.Value, false), profiletest.Typed(e.Value, true)}
		}
	}
	mux.HandleFunc("GET /payloads", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		_ = json.NewEncoder(w).Encode(map[string]any{"data": all, "meant": meant})
	})
}

// bundleLibraries makes a classic script of each, which sets the global of its name.
func bundleLibraries(t *testing.T) map[string][]byte {
	root, err := filepath.Abs(npm)
	require.NoError(t, err)
	built := map[string][]byte{}
	for name, text := range libraries {
		if !strings.HasPrefix(text, "import ") {
			text = `import * as all from "` + text + `"; window["` + name + `"] = all;`
		}
		result := api.Build(api.BuildOptions{
			Stdin:  &api.StdinOptions{Contents: text, ResolveDir: root},
			Bundle: true, Format: api.FormatIIFE, LogLevel: api.LogLevelSilent,
			Define: map[string]string{"process.env.NODE_ENV": `"production"`, "__VUE_OPTIONS_API__": "true"},
		})
		require.Empty(t, result.Errors, name)
		built[name+".js"] = result.OutputFiles[0].Contents
	}
	return built
}
