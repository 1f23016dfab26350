package release

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"salla-profile/web/lab/site"
	"salla-profile/web/lab/store"
	"salla-profile/web/prove/browser"
)

// shop serves a built theme, a store and the SDK, and takes what the theme's pages say.
type shop struct {
	url     string
	results chan result
	mux     *http.ServeMux
}

type result struct {
	Error, Mode, Version, Name string
	Same                       bool
	Heard                      []string
	Wasm                       string // addresses that were fetched and look like a module
}

func newShop(t *testing.T, folder string) *shop {
	mux := http.NewServeMux()
	s := &shop{results: make(chan result, 10), mux: mux}
	shelves := store.New(store.Options{})
	mux.Handle("/", site.Handler(site.Options{Demo: folder, NPM: npm, Store: shelves.Handler()}))
	s.file("/sdk-init.js", "../../lab/demo/sdk-init.js")
	mux.HandleFunc("POST /result", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Access-Control-Allow-Origin", "*")
		var one result
		if json.NewDecoder(r.Body).Decode(&one) == nil {
			s.results <- one
		}
	})
	server := httptest.NewServer(mux)
	t.Cleanup(func() {
		shelves.Close()
		server.CloseClientConnections()
		server.Close()
	})
	s.url = server.URL
	return s
}

// file serves a file at a path.
func (s *shop) file(path, name string) {
	s.mux.HandleFunc(path, func(w http.ResponseWriter, r *http.Request) { http.ServeFile(w, r, name) })
}

// text serves a text at a path.
func (s *shop) text(path, contentType, text string, headers ...string) {
	s.mux.HandleFunc(path, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", contentType)
		for i := 0; i+1 < len(headers); i += 2 {
			w.Header().Set(headers[i], headers[i+1])
		}
		_, _ = io.WriteString(w, text)
	})
}

// visit opens a page in Chromium and answers what it says.
func (s *shop) visit(t *testing.T, url string) result {
	page, err := browser.Start(browser.Chromium, url)
	require.NoError(t, err)
	defer page.Stop()
	select {
	case r := <-s.results:
		return r
	case <-page.Done():
	case <-time.After(5 * time.Minute): // only a browser that hangs takes so long
	}
	require.FailNow(t, "the page is silent", page.Output())
	return result{}
}

func (r result) check(t *testing.T, mode string) {
	t.Helper()
	require.Empty(t, r.Error)
	assert.Equal(t, mode, r.Mode)
	assert.NotEmpty(t, r.Version)
	assert.Equal(t, "Haifa", r.Name)
	assert.True(t, r.Same, "one module a page")
	assert.Equal(t, []string{"salla-profile::ready", "profile::updated"}, r.Heard)
	assert.Empty(t, r.Wasm, "nothing but the script is fetched")
}
