package test

import (
	"encoding/json"
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

// pageOf answers a page with the module alone and a script of pages/, whose store is /api/ID.
func pageOf(id, module, script string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = fmt.Fprintf(w, `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:">
			<script src="/pages/held.js"></script>
			<script src="/dist/salla-profile.js" data-api="/api/%s" data-store-id="1" %s></script>
			<script src="/pages/%s"></script>`, id, module, script)
	}
}

// pageWithSDK answers a page with the SDK, too.
func pageWithSDK(id, script string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = fmt.Fprintf(w, `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:">
			<script src="/npm/@salla.sa/twilight/dist/@salla.sa/twilight.min.js"></script>
			<script src="/dist/salla-profile.js"></script>
			<script src="/faults/init.js"></script>
			<script>initSDK(window, { url: location.origin + "/api/%s" })</script>
			<script src="/pages/%s"></script>`, id, script)
	}
}

// hang is when a browser that says nothing is given up: a busy machine takes seconds for a page, never so long.
const hang = 5 * time.Minute

// heard answers what the page tells.
func heard[T any](t *testing.T, page *browser.Browser, told <-chan T) (one T) {
	select {
	case one = <-told:
	case <-page.Done():
		require.FailNow(t, "the browser has ended", page.Output())
	case <-time.After(hang):
		require.FailNow(t, "the page is silent", page.Output())
	}
	return one
}

// tells hears what a page posts as JSON.
func tells[T any](mux *http.ServeMux, path string) <-chan T {
	told := make(chan T, 1)
	mux.HandleFunc("POST "+path, func(_ http.ResponseWriter, r *http.Request) {
		var one T
		_ = json.NewDecoder(r.Body).Decode(&one)
		told <- one
	})
	return told
}

// navigate opens a page in each engine, on these builds; one browser at a time, since each is started for its test alone.
func navigate(t *testing.T, builds []build, path string, test func(t *testing.T, b build, mux *http.ServeMux, store *api.API, open func() *browser.Browser)) {
	for _, b := range builds {
		for _, engine := range engines(t) {
			t.Run(b.name+"/"+string(engine), func(t *testing.T) {
				require.NoError(t, browser.Available(engine))
				mux, store := http.NewServeMux(), &api.API{}
				site := standaloneSite(b, store, nil)
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
