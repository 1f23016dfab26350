package test

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"salla-profile/web/browser"
)

// pageOf answers a page with the module alone and a script of pages/, whose store is /api/ID.
func pageOf(id, module, script string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = fmt.Fprintf(w, `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:">
			<script src="/dist/salla-profile.js" data-api="/api/%s" data-store-id="1" %s></script>
			<script src="/pages/%s"></script>`, id, module, script)
	}
}

// navigate opens a page in each engine, on each build; one browser at a time, since each is started for its test alone.
func navigate(t *testing.T, path string, test func(t *testing.T, b build, mux *http.ServeMux, scripts *scripts, open func() *browser.Browser)) {
	for _, b := range builds {
		for _, engine := range engines(t) {
			t.Run(b.name+"/"+string(engine), func(t *testing.T) {
				require.NoError(t, browser.Available(engine))
				scripts := &scripts{byID: map[string]*script{}}
				mux := http.NewServeMux()
				mux.Handle("/dist/", standaloneSite(b, nil))
				mux.Handle("/pages/", http.StripPrefix("/pages/", http.FileServer(http.Dir("pages"))))
				mux.HandleFunc("/api/{id}/{path...}", scripts.serve)
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
				test(t, b, mux, scripts, func() *browser.Browser {
					page, err := browser.Start(engine, server.URL+path)
					require.NoError(t, err)
					t.Cleanup(page.Stop)
					return page
				})
			})
		}
	}
}

// A save that is made on leaving the page arrives, once.
func TestLeaving(t *testing.T) {
	ways := []string{"at once", "beforeunload", "pagehide"}
	kinds := []string{"object", "form", "element", "params", "large"}
	navigate(t, "/leaving?when="+strings.ReplaceAll(ways[0], " ", "+"), func(t *testing.T, _ build, mux *http.ServeMux, scripts *scripts, open func() *browser.Browser) {
		left := make(chan string, len(ways))
		mux.HandleFunc("/leaving", pageOf("leaving", "", "leaving.js"))
		mux.HandleFunc("/left", func(w http.ResponseWriter, r *http.Request) {
			when := r.URL.Query().Get("when")
			w.Header().Set("Content-Type", "text/html")
			_, _ = fmt.Fprintf(w, `<!doctype html><script>fetch("/kept?when=%s&kept=" + sessionStorage.kept)</script>`, when)
			if i := slices.Index(ways, when) + 1; i < len(ways) {
				_, _ = fmt.Fprintf(w, `<script>setTimeout(() => location.replace("/leaving?when=%s"), 300)</script>`, ways[i])
			}
		})
		mux.HandleFunc("/kept", func(_ http.ResponseWriter, r *http.Request) {
			if when := r.URL.Query().Get("when"); when != "at once" {
				assert.Len(t, r.URL.Query().Get("kept"), len(kinds), "requests with keepalive in "+when)
			}
			left <- r.URL.Query().Get("when")
		})
		page := open()
		for range ways {
			select {
			case <-left:
			case <-page.Done():
				require.FailNow(t, "the browser has ended", page.Output())
			case <-time.After(patience):
				require.FailNow(t, "the page isn't left", page.Output())
			}
		}
		arrived := func() (names []string) {
			scripts.mu.Lock()
			defer scripts.mu.Unlock()
			for _, r := range scripts.of("leaving").requests {
				if r.Path == "auth/user" {
					continue
				}
				for _, when := range ways {
					for _, kind := range kinds {
						for _, text := range []string{r.Parts["kind"], r.Body} {
							if name := when + " " + kind; strings.Contains(strings.ReplaceAll(text, "+", " "), name) {
								names = append(names, name)
							}
						}
					}
				}
			}
			slices.Sort(names)
			return names
		}
		var want []string
		for _, when := range ways {
			for _, kind := range kinds {
				if kind == "object" || when != "at once" {
					want = append(want, when+" "+kind)
				}
			}
		}
		slices.Sort(want)
		for end := time.Now().Add(10 * time.Second); len(arrived()) < len(want) && time.Now().Before(end); {
			time.Sleep(50 * time.Millisecond)
		}
		time.Sleep(300 * time.Millisecond) // for what would come twice
		assert.Equal(t, want, arrived())
	})
}

// A page that the browser keeps when it is left goes on where it was, whatever was under way.
func TestBackForwardCache(t *testing.T) {
	for _, what := range []string{"at rest", "a call under way", "a timeout under way", "the module loading"} {
		t.Run(what, func(t *testing.T) {
			navigate(t, "/hidden?what="+strings.ReplaceAll(what, " ", "+"), func(t *testing.T, b build, mux *http.ServeMux, scripts *scripts, open func() *browser.Browser) {
				module := ""
				if what == "the module loading" {
					module = `data-wasm="/slow.wasm"`
				}
				mux.HandleFunc("/slow.wasm", func(w http.ResponseWriter, r *http.Request) {
					time.Sleep(slow)
					http.ServeFile(w, r, b.dist+"/salla-profile.wasm")
				})
				mux.HandleFunc("/hidden", pageOf("hidden", module, "hidden.js"))
				mux.HandleFunc("/away", func(w http.ResponseWriter, _ *http.Request) {
					w.Header().Set("Content-Type", "text/html")
					_, _ = io.WriteString(w, `<!doctype html><script>onload = () => { setTimeout(() => history.back(), 100); setInterval(() => history.back(), 3000); }</script>`)
				})
				mux.HandleFunc("POST /arrived", func(_ http.ResponseWriter, r *http.Request) {
					for arrived := false; !arrived && r.Context().Err() == nil; time.Sleep(10 * time.Millisecond) {
						scripts.mu.Lock()
						arrived = len(scripts.of("hidden").requests) > 0
						scripts.mu.Unlock()
					}
				})
				mux.HandleFunc("POST /release", func(http.ResponseWriter, *http.Request) {
					scripts.mu.Lock()
					defer scripts.mu.Unlock()
					close(scripts.of("hidden").release)
					scripts.of("hidden").release = make(chan struct{})
				})
				if what == "a call under way" || what == "a timeout under way" {
					scripts.of("hidden").Answers = []scripted{{Hold: true, Body: json.RawMessage(`{"success":true,"data":{}}`)}}
				}
				type told struct {
					Kept   bool
					Ready  string
					Counts struct{ Updated, Failed, Resolved, Rejected int }
				}
				results := make(chan told, 1)
				mux.HandleFunc("POST /told", func(_ http.ResponseWriter, r *http.Request) {
					var one told
					_ = json.NewDecoder(r.Body).Decode(&one)
					results <- one
				})
				page := open()
				var r told
				select {
				case r = <-results:
				case <-page.Done():
					require.FailNow(t, "the browser has ended", page.Output())
				case <-time.After(patience):
					require.FailNow(t, "the page is silent", page.Output())
				}
				t.Logf("%+v", r)
				calls := 1
				if r.Kept {
					calls = 2
				}
				assert.Equal(t, calls, r.Counts.Resolved+r.Counts.Rejected, "promises")
				assert.Equal(t, calls, r.Counts.Updated+r.Counts.Failed, "events")
				assert.Positive(t, r.Counts.Resolved, "the call that was made after coming back")
				scripts.mu.Lock()
				defer scripts.mu.Unlock()
				sent := map[string]int{}
				for _, request := range scripts.of("hidden").requests {
					if sent[request.Body]++; sent[request.Body] > 1 {
						t.Errorf("sent twice: %s", request.Body)
					}
				}
				assert.Equal(t, 1, sent[`{"n":2}`])
			})
		})
	}
}
