package test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"salla-profile/web/prove/api"
	"salla-profile/web/prove/browser"
)

// pageOf is a page with the module alone and a script of pages/, whose store is /api/ID.
func pageOf(id, module, script string) http.HandlerFunc {
	return browser.Page(fmt.Sprintf(`<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:">
		<script src="/pages/held.js"></script>
		<script src="/dist/salla-profile.js" data-api="/api/%s" data-store-id="1" %s></script>
		<script src="/pages/%s"></script>`, id, module, script))
}

// pageWithSDK is a page with the SDK, too.
func pageWithSDK(id, script string) http.HandlerFunc {
	return browser.Page(fmt.Sprintf(`<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:">
		<script src="/npm/@salla.sa/twilight/dist/@salla.sa/twilight.min.js"></script>
		<script src="/dist/salla-profile.js"></script>
		<script src="/faults/init.js"></script>
		<script>initSDK(window, { url: location.origin + "/api/%s" })</script>
		<script src="/pages/%s"></script>`, id, script))
}

// hang is when a browser that says nothing is given up: a busy machine takes seconds for a page, never so long.
const hang = 5 * time.Minute

// heard is what the page tells.
func heard[T any](t *testing.T, page *browser.Browser, told <-chan T) T {
	one, err := browser.Hear(page, told, hang)
	require.NoError(t, err)
	return one
}

// navigate opens a page in each engine, on these builds; one browser at a time, since each is started for its test alone.
func navigate(t *testing.T, builds []build, path string, test func(t *testing.T, b build, mux *http.ServeMux, store *api.API, open func() *browser.Browser)) {
	for _, b := range builds {
		for _, engine := range engines(t) {
			t.Run(b.name+"/"+string(engine), func(t *testing.T) {
				mux, store := http.NewServeMux(), &api.API{}
				site := standaloneSite(b, store)
				for _, path := range []string{"/dist/", "/npm/", "/languages/", "/faults/", "/api/"} {
					mux.Handle(path, site)
				}
				mux.Handle("/pages/", http.StripPrefix("/pages/", http.FileServer(http.Dir("pages"))))
				began := time.Now()
				var asked []string
				var mu sync.Mutex
				server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
					mu.Lock()
					asked = append(asked, fmt.Sprintf("%.1f s: %s %s", time.Since(began).Seconds(), r.Method, r.URL))
					mu.Unlock()
					mux.ServeHTTP(w, r)
				}))
				t.Cleanup(func() {
					mu.Lock()
					defer mu.Unlock()
					if t.Failed() {
						t.Log(strings.Join(asked, "\n"))
					}
				})
				t.Cleanup(server.Close)
				t.Cleanup(server.CloseClientConnections)
				test(t, b, mux, store, func() *browser.Browser {
					page, err := browser.Start(engine, server.URL+path)
					require.NoError(t, err)
					t.Cleanup(page.Stop)
					return page
				})
			})
		}
	}
}
