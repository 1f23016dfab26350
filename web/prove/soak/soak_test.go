// Package soak makes very many calls, a fifth of which fail, and has each promise, event and request accounted for;
// and then as many more, all of which fail, as it takes to see in the memory what a call leaves behind.
//
//	go -C web test ./prove/soak                                     a few thousand, in Chromium
//	make soak                                                 100,000 in each engine
package soak

import (
	"embed"
	"flag"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"salla-profile/web/lab/site"
	"salla-profile/web/prove/api"
	"salla-profile/web/prove/browser"
)

var (
	calls = flag.Int("calls", 4000, "how many")
	seed  = flag.Int("seed", 20261121, "of what is random")
)

//go:embed *.js
var scripts embed.FS

// maxMemory is the most that the WebAssembly memory of a build may be.
var maxMemory = map[string]int{"tinygo": 256 << 10, "go": 16 << 20}

// more are the calls that fail without a network: so many that whatever each of them keeps, be it the 16 bytes of the
// smallest thing, doesn't fit in TinyGo's maxMemory. (Memory comes in steps, and when the next one is taken depends on
// what happens at once: so two sizes of it say nothing about a leak.) The standard compiler's takes megabytes at a time,
// and what its program keeps is counted where its calls are tested: bridge/continue_test.go.
var more = map[string]int{"tinygo": 256<<10/16 + 1_000, "go": 1_000}

// silence is how long a page may take over a hundred calls: only one that hangs takes so long, on any machine.
const silence = 10 * time.Minute

// result is what the page posts at the end.
type result struct {
	Problems []string
	Mode     string
	Compiler string
	Seconds  float64
	Count    struct{ Resolved, Rejected, Events, Failures, Fetches int }
	Ends     map[string]int
	Requests int // that came to the server
	Used     int // memory after these, in bytes
	Memory   int // and after the ones without a network
	// UnusedStack is how much of TinyGo's stack was never used, in bytes.
	UnusedStack int
}

func TestSoak(t *testing.T) {
	// As in ../test: `make test` tries the release, WHOLE=rest is what it leaves.
	wanted := map[string][]string{"": {"tinygo"}, "rest": {"go"}}[os.Getenv("WHOLE")]
	if wanted == nil {
		wanted = []string{"tinygo", "go"}
	}
	for _, build := range wanted {
		t.Run(build, func(t *testing.T) {
			dist := os.Getenv("DIST_" + strings.ToUpper(build))
			if dist == "" {
				dist = "../../../build/dist-" + build
			}
			_, err := os.Stat(filepath.Join(dist, "salla-profile.wasm"))
			require.NoError(t, err, "`make test` builds it")
			for _, engine := range engines(t) {
				t.Run(string(engine), func(t *testing.T) {
					r := soak(t, engine, dist, more[build])
					for _, problem := range r.Problems {
						t.Error(problem)
					}
					require.False(t, t.Failed())
					assert.Contains(t, r.Compiler, build)
					t.Logf("%d calls in %.0f s (%s): %d resolved, %d rejected, %d events, %d requests of %d fetches; memory %d KB, %d KB after %d more without a network; %v",
						*calls, r.Seconds, r.Compiler, r.Count.Resolved, r.Count.Rejected, r.Count.Events, r.Requests, r.Count.Fetches, r.Used>>10, r.Memory>>10, more[build], r.Ends)
					assert.Equal(t, *calls, r.Count.Resolved+r.Count.Rejected)
					assert.NotZero(t, r.Memory)
					assert.LessOrEqual(t, r.Memory, maxMemory[build], "memory grows with calls")
					if build == "tinygo" { // wasm-opt takes the first kilobyte for unused, too: shrink.go of web/make/build/tinygo
						assert.GreaterOrEqual(t, r.UnusedStack, 2<<10, "the stack is small: target.go of web/make/build/tinygo/compiler")
					}
					assert.InDelta(t, 0.2, 1-float64(r.Ends["200"])/float64(*calls), 0.03, "of the calls fail")
				})
			}
		})
	}
}

// engines are those to test in.
func engines(t *testing.T) []browser.Engine {
	engines, err := browser.Wanted()
	require.NoError(t, err)
	return engines
}

func soak(t *testing.T, engine browser.Engine, dist string, more int) *result {
	mux := handler(dist)
	progress, results := browser.Told[int](mux, "/progress"), browser.Told[*result](mux, "/result")
	server := httptest.NewServer(mux)
	defer server.Close()
	defer server.CloseClientConnections()
	page, err := browser.Start(engine, fmt.Sprintf("%s/?calls=%d&more=%d&seed=%d", server.URL, *calls, more, *seed))
	require.NoError(t, err)
	defer page.Stop()
	last := 0
	for {
		select {
		case last = <-progress:
		case r := <-results:
			return r
		case <-page.Done():
			require.FailNow(t, fmt.Sprintf("the browser has ended after %d calls", last), page.Output())
		case <-time.After(silence):
			require.FailNow(t, fmt.Sprintf("the page is silent after %d calls", last), page.Output())
		}
	}
}

const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Soak</title><link rel="icon" href="data:">
<script src="/memory.js"></script>
<script src="/dist/salla-profile.js" data-api="/store/v1" data-store-id="1" data-token="t"></script>
<script src="/soak.js"></script>`

func handler(dist string) *http.ServeMux {
	mux := http.NewServeMux()
	mux.Handle("/dist/", site.Handler(site.Options{Dist: dist}))
	mux.Handle("/", http.FileServerFS(scripts))
	mux.HandleFunc("GET /{$}", browser.Page(html))
	store := &counting{asked: make([]byte, *calls+1)}
	store.ended.L = &store.mu
	mux.Handle("/store/v1/", store)
	mux.HandleFunc("GET /asked", func(w http.ResponseWriter, _ *http.Request) {
		store.mu.Lock()
		defer store.mu.Unlock()
		for store.underWay > 0 {
			store.ended.Wait()
		}
		_, _ = w.Write(store.asked)
	})
	return mux
}

// counting is a store that does as X-Soak says, and counts who asked.
type counting struct {
	mu       sync.Mutex
	asked    []byte // by the number of the call
	underWay int
	ended    sync.Cond // a request
}

const (
	good = `{"status":200,"success":true,"data":{"id":1,"first_name":"N","phone":{"code":"+966","number":"5","country":"SA"}},"events":{"soak::event":1}}`
	list = `{"status":200,"success":true,"data":[]}`
	bad  = `{"status":422,"success":false,"error":{"code":422,"message":"no","fields":{"first_name":["too short"]}}}`
)

func (a *counting) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	a.mu.Lock()
	a.underWay++
	a.mu.Unlock()
	defer func() {
		a.mu.Lock()
		defer a.mu.Unlock()
		a.underWay--
		a.ended.Broadcast()
	}()
	_, _ = io.Copy(io.Discard, r.Body) // so that the connection stays open, and its end is noticed
	var end string
	var n int
	if _, err := fmt.Sscan(r.Header.Get("X-Soak"), &end, &n); err != nil || n < 1 || n >= len(a.asked) {
		http.Error(w, "X-Soak?", http.StatusBadRequest)
		return
	}
	good := good
	if r.Method == http.MethodGet && strings.HasSuffix(r.URL.Path, "/profile/fields") {
		good = list
	}
	a.mu.Lock()
	a.asked[n]++
	a.mu.Unlock()
	w.Header().Set("Cache-Control", "no-store")
	answer := answer(end, good)
	switch end {
	case "timeout", "once": // never answered: the page gives up
		<-r.Context().Done()
		return
	case "abort":
		select {
		case <-r.Context().Done():
			return
		case <-time.After(time.Duration(n%8) * time.Millisecond):
		}
	}
	answer.Write(w)
}

// answer is how a call ends that isn't given up.
func answer(end, good string) api.Answer {
	text := func(status int, text string) api.Answer { return api.Answer{Status: status, Text: &text} }
	switch end {
	case "422":
		return api.Answer{Status: http.StatusUnprocessableEntity, Body: []byte(bad)}
	case "404":
		return text(http.StatusNotFound, "404 page not found")
	case "500":
		return text(http.StatusInternalServerError, "<h1>no</h1>")
	case "cut":
		return api.Answer{Body: []byte(good), Drop: "within"}
	}
	return api.Answer{Body: []byte(good)}
}
