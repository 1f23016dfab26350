package test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"salla-profile/web/lab/site"
	"salla-profile/web/lab/store"
	"salla-profile/web/prove/browser"
)

// shop is a server of one test's own: the demo, the build, the SDK and a store. Its origin is its own too, so that
// tests share no localStorage.
type shop struct {
	t     *testing.T
	url   string
	store *store.Store
	pages http.Handler

	mu      sync.Mutex
	instead map[string]http.HandlerFunc // by path
	asked   []string                    // "POST /store/v1/profile/update", …
}

func newShop(t *testing.T, b build) *shop {
	s := &shop{t: t, store: store.New(store.Options{}), instead: map[string]http.HandlerFunc{}}
	s.pages = site.Handler(site.Options{Demo: "../../lab/demo", Dist: b.dist, NPM: npm, Docs: "../../..", Store: s.store.Handler()})
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.mu.Lock()
		s.asked = append(s.asked, r.Method+" "+r.URL.Path)
		handler := s.instead[r.URL.Path]
		s.mu.Unlock()
		if handler != nil {
			handler(w, r)
			return
		}
		s.pages.ServeHTTP(w, r)
	}))
	t.Cleanup(func() {
		s.store.Close()
		server.CloseClientConnections()
		server.Close()
	})
	s.url = server.URL
	return s
}

// serve answers a path by the handler instead of what is there.
func (s *shop) serve(path string, handler http.HandlerFunc) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.instead[path] = handler
}

// hold lets answers of a path wait until the function it returns is called.
func (s *shop) hold(path string) (release func()) {
	released := make(chan struct{})
	s.serve(path, func(w http.ResponseWriter, r *http.Request) {
		select {
		case <-released:
		case <-r.Context().Done():
		}
		s.pages.ServeHTTP(w, r)
	})
	return func() { close(released) }
}

// html serves a page.
func (s *shop) html(path, page string) {
	s.serve(path, browser.Page(page))
}

const wasmPath = "/dist/salla-profile.wasm"

// withoutModule lets the module be one that this browser can't compile.
func (s *shop) withoutModule(b build) {
	for _, name := range []string{"salla-profile.js", "salla-profile.twilight.js"} {
		script, err := os.ReadFile(filepath.Join(b.dist, name))
		require.NoError(s.t, err)
		s.serve("/dist/"+name, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "text/javascript; charset=utf-8")
			_, _ = fmt.Fprintf(w, "for (const name of ['compile', 'compileStreaming']) "+
				"WebAssembly[name] = () => Promise.reject(new WebAssembly.CompileError('too old'));\n%s", script)
		})
	}
}

// count answers how often the API was asked something, such as "POST profile/update".
func (s *shop) count(request string) (n int) {
	method, path, _ := strings.Cut(request, " ")
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, asked := range s.asked {
		if asked == method+" "+store.APIPath+"/"+path {
			n++
		}
	}
	return n
}
