package test

import (
	"net/http"
	"path/filepath"
	"testing"

	"github.com/evanw/esbuild/pkg/api"
	"github.com/stretchr/testify/require"

	storeapi "salla-profile/web/prove/api"
)

// libraries are those of npm that others/libraries.js has on its pages, by the names that they have there.
var libraries = map[string]string{
	"sentry5": "sentry5", "sentry": "@sentry/browser", "whatwg-fetch": "whatwg-fetch", "unfetch": "./unfetch/dist/unfetch.mjs",
	"fetch-intercept": "fetch-intercept", "fetch-mock": "fetch-mock", "axios-retry": "axios-retry",
	"axios-mock-adapter": "axios-mock-adapter", "axios-cache-interceptor": "axios-cache-interceptor", "zone.js": "zone.js",
	"vue": "vue", "alpinejs": "alpinejs", "htmx.org": "htmx.org", "turbo": "@hotwired/turbo", "backbone": "backbone",
	"valtio": "valtio/vanilla", "intl-tel-input": "intl-tel-input", "flatpickr": "flatpickr",
	"base": "./@salla.sa/base/dist/@salla.sa/base.min.js",
}

// TestOthers runs others/*.js: other people's pages, compared with the SDK alone on them.
func TestOthers(t *testing.T) {
	needSDK(t)
	built := bundleLibraries(t)
	onBuilds(t, func(t *testing.T, b build) {
		for _, engine := range engines(t) {
			t.Run(string(engine), func(t *testing.T) {
				mux := standaloneSite(b, &storeapi.API{})
				mux.HandleFunc("/lib/{name}", func(w http.ResponseWriter, r *http.Request) {
					w.Header().Set("Content-Type", "text/javascript; charset=utf-8")
					_, _ = w.Write(built[r.PathValue("name")])
				})
				runSuite(t, engine, b, "/others/", mux)
			})
		}
	})
}

// bundleLibraries makes a classic script of each, which sets the global of its name.
func bundleLibraries(t *testing.T) map[string][]byte {
	root, err := filepath.Abs(npm)
	require.NoError(t, err)
	built := map[string][]byte{}
	for name, path := range libraries {
		result := api.Build(api.BuildOptions{
			Stdin: &api.StdinOptions{
				Contents:   `import * as all from "` + path + `"; window["` + name + `"] = all;`,
				ResolveDir: root,
			},
			Bundle: true, Format: api.FormatIIFE, LogLevel: api.LogLevelSilent,
			Define: map[string]string{"process.env.NODE_ENV": `"production"`, "__VUE_OPTIONS_API__": "true"},
		})
		require.Empty(t, result.Errors, name)
		built[name+".js"] = result.OutputFiles[0].Contents
	}
	return built
}
