package test

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
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
			<script>
				salla.notify.setNotifier(() => {});
				salla.init({
					store: { id: 1, name: "s", username: "s", url: location.origin, api: location.origin + "/api/%s", features: [], settings: {} },
					user: { id: 1, type: "guest", language_code: "en", currency_code: "SAR", country_code: "SA" },
				});
			</script>
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
func navigate(t *testing.T, builds []build, path string, test func(t *testing.T, b build, mux *http.ServeMux, scripts *scripts, open func() *browser.Browser)) {
	for _, b := range builds {
		for _, engine := range engines(t) {
			t.Run(b.name+"/"+string(engine), func(t *testing.T) {
				require.NoError(t, browser.Available(engine))
				scripts := &scripts{byID: map[string]*script{}}
				mux := http.NewServeMux()
				site := standaloneSite(b, nil)
				for _, path := range []string{"/dist/", "/npm/", "/languages/"} {
					mux.Handle(path, site)
				}
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

// ways are those in which a page saves when it is left, kinds what it saves.
var (
	ways  = []string{"at once", "in a click", "beforeunload", "pagehide", "visibilitychange"}
	kinds = []string{"object", "form", "element", "params", "large"}
)

// A save that is made on leaving the page is sent once, and with keepalive arrives. Where the module doesn't ask for
// that (at once, in Chromium) nobody promises that it does.
func TestLeaving(t *testing.T) {
	first := "/leaving?when=" + url.QueryEscape(ways[0])
	navigate(t, wanted(), first, func(t *testing.T, _ build, mux *http.ServeMux, scripts *scripts, open func() *browser.Browser) {
		mux.HandleFunc("/leaving", pageOf("leaving", "", "leaving.js"))
		mux.HandleFunc("/left", func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", "text/html")
			next := ""
			if i := slices.Index(ways, r.URL.Query().Get("when")) + 1; i < len(ways) {
				next = "/leaving?when=" + url.QueryEscape(ways[i])
			}
			_, _ = fmt.Fprintf(w, `<!doctype html><link rel="icon" href="data:"><script>
				onload = async () => {
					await fetch("/told", { method: "POST", body: sessionStorage.told });
					if (%[1]q) location.replace(%[1]q);
				};
			</script>`, next)
		})
		type left struct {
			When  string
			Sent  []bool // by calls of fetch: with keepalive
			Later bool   // keepalive isn't free
		}
		told := tells[left](mux, "/told")
		page := open()
		var want []string
		for _, when := range ways {
			r := heard(t, page, told)
			require.Equal(t, when, r.When)
			kept := when != "at once" || !r.Later
			assert.Equal(t, slices.Repeat([]bool{kept}, len(kinds)), r.Sent, "requests, by their keepalive: "+when)
			for _, kind := range kinds {
				if kept {
					want = append(want, when+" "+kind)
				}
			}
		}
		arrived := func() (names []string) {
			scripts.mu.Lock()
			defer scripts.mu.Unlock()
			for _, r := range scripts.of("leaving").requests {
				for _, when := range ways {
					for _, kind := range kinds {
						for _, text := range []string{r.Parts["kind"], r.Body} {
							name := when + " " + kind
							if strings.Contains(strings.ReplaceAll(text, "+", " "), name) {
								names = append(names, name)
							}
						}
					}
				}
			}
			return names
		}
		// What is kept has no order with the pages that follow.
		for end := time.Now().Add(hang); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
			if names := arrived(); !slices.ContainsFunc(want, func(name string) bool { return !slices.Contains(names, name) }) {
				break
			}
		}
		names := arrived()
		assert.Subset(t, names, want)
		slices.Sort(names)
		assert.Equal(t, slices.Compact(slices.Clone(names)), names, "once")
	})
}

// Where other scripts have used up what the browser allows of keepalive, a save goes without it. What has failed for
// another reason may have been sent, and isn't sent again.
func TestKeepaliveQuota(t *testing.T) {
	for mode, page := range map[string]http.HandlerFunc{"sdk": pageWithSDK("quota", "quota.js"), "standalone": pageOf("quota", "", "quota.js")} {
		t.Run(mode, func(t *testing.T) { testKeepaliveQuota(t, page) })
	}
}

func testKeepaliveQuota(t *testing.T, page http.HandlerFunc) {
	navigate(t, wanted(), "/quota", func(t *testing.T, _ build, mux *http.ServeMux, scripts *scripts, open func() *browser.Browser) {
		mux.HandleFunc("/quota", page)
		arrived, release := make(chan struct{}), make(chan struct{})
		mux.HandleFunc("POST /others", func(_ http.ResponseWriter, r *http.Request) {
			_, _ = io.Copy(io.Discard, r.Body)
			close(arrived)
			<-release
		})
		mux.HandleFunc("POST /arrived", func(http.ResponseWriter, *http.Request) { <-arrived })
		mux.HandleFunc("POST /release", func(http.ResponseWriter, *http.Request) { close(release) })
		mux.HandleFunc("POST /drop", func(http.ResponseWriter, *http.Request) {
			scripts.mu.Lock()
			defer scripts.mu.Unlock()
			scripts.of("quota").Answers = []scripted{{Drop: true}}
		})
		type saved struct {
			Sent    []bool // by calls of fetch: with keepalive
			Outcome string
		}
		type told struct {
			Refused saved
			Failed  []saved
		}
		result := tells[told](mux, "/told")
		r := heard(t, open(), result)
		assert.Equal(t, "resolved", r.Refused.Outcome)
		assert.Equal(t, []bool{true, false}, r.Refused.Sent)
		require.Len(t, r.Failed, 2)
		for _, failed := range r.Failed {
			assert.Equal(t, "ERR_NETWORK", failed.Outcome)
			assert.Equal(t, []bool{true}, failed.Sent)
		}
		scripts.mu.Lock()
		defer scripts.mu.Unlock()
		count := 0
		for _, request := range scripts.of("quota").requests {
			if strings.Contains(request.Body, `"refused"`) {
				count++
			}
		}
		assert.Equal(t, 1, count, "the save that the quota refused first")
	})
}

// A page that the browser keeps when it is left goes on where it was, whatever was under way.
func TestBackForwardCache(t *testing.T) {
	for _, what := range []string{"at rest", "a call under way", "a timeout under way", "the module loading", "the module starting"} {
		t.Run(what, func(t *testing.T) {
			these := wanted()
			if what == "the module loading" {
				these = filesOnly(builds)
			}
			navigate(t, these, "/hidden?what="+url.QueryEscape(what), func(t *testing.T, b build, mux *http.ServeMux, scripts *scripts, open func() *browser.Browser) {
				module := ""
				if what == "the module loading" {
					module = `data-wasm="/held.wasm"`
				}
				asked, released := make(chan struct{}, 9), make(chan struct{})
				release := sync.OnceFunc(func() { close(released) })
				mux.HandleFunc("/held.wasm", func(w http.ResponseWriter, r *http.Request) {
					asked <- struct{}{}
					select {
					case <-released:
					case <-r.Context().Done():
					}
					http.ServeFile(w, r, b.dist+"/salla-profile.wasm")
				})
				mux.HandleFunc("/hidden", pageOf("hidden", module, "hidden.js"))
				mux.HandleFunc("/away", func(w http.ResponseWriter, _ *http.Request) {
					w.Header().Set("Content-Type", "text/html")
					_, _ = io.WriteString(w, `<!doctype html><link rel="icon" href="data:"><script>
						onload = () => setTimeout(() => history.back()); // a page that is loading can't be left so
					</script>`)
				})
				// Under way is what the server has: a browser may send it much later than it's called.
				mux.HandleFunc("POST /arrived", func(_ http.ResponseWriter, r *http.Request) {
					if module != "" {
						<-asked
						return
					}
					for arrived := false; !arrived && r.Context().Err() == nil; time.Sleep(10 * time.Millisecond) {
						scripts.mu.Lock()
						arrived = len(scripts.of("hidden").requests) > 0
						scripts.mu.Unlock()
					}
				})
				mux.HandleFunc("POST /release", func(http.ResponseWriter, *http.Request) {
					release()
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
				results := tells[told](mux, "/told")
				r := heard(t, open(), results)
				t.Logf("%+v", r)
				calls := 2
				if r.Kept {
					calls = 3
				}
				assert.Equal(t, "it runs", r.Ready)
				assert.Equal(t, calls, r.Counts.Resolved+r.Counts.Rejected, "promises")
				assert.Equal(t, calls, r.Counts.Updated+r.Counts.Failed, "events")
				assert.GreaterOrEqual(t, r.Counts.Resolved, 2, "the calls that were made after coming back")
				if r.Kept && what == "a timeout under way" {
					assert.Equal(t, 1, r.Counts.Rejected, "the call whose time was over")
				}
				scripts.mu.Lock()
				defer scripts.mu.Unlock()
				sent := map[string]int{}
				for _, request := range scripts.of("hidden").requests {
					if sent[request.Body]++; sent[request.Body] > 1 {
						t.Errorf("sent twice: %s", request.Body)
					}
				}
				assert.Equal(t, 1, sent[`{"n":2}`])
				assert.Equal(t, 1, sent[`{"n":3}`])
			})
		})
	}
}
