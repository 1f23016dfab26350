// Package soak makes very many calls, a fifth of which fail, and has each promise, event and request accounted for;
// and then as many more, all of which fail, as it takes to see in the memory what a call leaves behind.
//
//	go -C web test ./prove/soak                                     a few thousand, in Chromium
//	make soak                                                 100,000 in each engine
package soak

import (
	"embed"
	"encoding/json"
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
	require.NoError(t, browser.Available(engine))
	progress, results := make(chan string, 1000), make(chan *result, 1)
	server := httptest.NewServer(handler(dist, progress, results))
	defer server.Close()
	defer server.CloseClientConnections()
	page, err := browser.Start(engine, fmt.Sprintf("%s/?calls=%d&more=%d&seed=%d", server.URL, *calls, more, *seed))
	require.NoError(t, err)
	defer page.Stop()
	last := "0"
	for {
		select {
		case last = <-progress:
		case r := <-results:
			return r
		case <-page.Done():
			require.FailNow(t, "the browser has ended after "+last+" calls", page.Output())
		case <-time.After(silence):
			require.FailNow(t, "the page is silent after "+last+" calls", page.Output())
		}
	}
}

const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Soak</title><link rel="icon" href="data:">
<script src="/memory.js"></script>
<script src="/dist/salla-profile.js" data-api="/store/v1" data-store-id="1" data-token="t"></script>
<script src="/soak.js"></script>`

func handler(dist string, progress chan<- string, results chan<- *result) http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/dist/", site.Handler(site.Options{Dist: dist}))
	mux.Handle("/", http.FileServerFS(scripts))
	mux.HandleFunc("GET /{$}", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = io.WriteString(w, html)
	})
	api := &api{asked: make([]byte, *calls+1)}
	api.ended.L = &api.mu
	mux.Handle("/store/v1/", api)
	mux.HandleFunc("GET /asked", func(w http.ResponseWriter, _ *http.Request) {
		api.mu.Lock()
		defer api.mu.Unlock()
		for api.underWay > 0 {
			api.ended.Wait()
		}
		_, _ = w.Write(api.asked)
	})
	mux.HandleFunc("POST /progress", func(_ http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		progress <- string(body)
	})
	mux.HandleFunc("POST /result", func(_ http.ResponseWriter, r *http.Request) {
		one := &result{}
		if err := json.NewDecoder(r.Body).Decode(one); err != nil {
			one.Problems = []string{err.Error()}
		}
		results <- one
	})
	return mux
}

// api is a store that does as X-Soak says, and counts who asked.
type api struct {
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

func (a *api) ServeHTTP(w http.ResponseWriter, r *http.Request) {
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
	h := w.Header()
	h.Set("Content-Type", "application/json")
	h.Set("Cache-Control", "no-store")
	switch end {
	case "422":
		w.WriteHeader(http.StatusUnprocessableEntity)
		_, _ = io.WriteString(w, bad)
	case "404":
		http.NotFound(w, r)
	case "500":
		http.Error(w, "<h1>no</h1>", http.StatusInternalServerError)
	case "cut":
		h.Set("Content-Length", "1000")
		_, _ = io.WriteString(w, good)
		_ = http.NewResponseController(w).Flush()
		panic(http.ErrAbortHandler)
	case "timeout", "once": // never answered: the page gives up
		<-r.Context().Done()
	case "abort":
		select {
		case <-r.Context().Done():
		case <-time.After(time.Duration(n%8) * time.Millisecond):
			_, _ = io.WriteString(w, good)
		}
	default:
		_, _ = io.WriteString(w, good)
	}
}
