package test

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"salla-profile/web/prove/api"
	"salla-profile/web/prove/browser"
)

// Where other scripts have used up what the browser allows of keepalive, a save goes without it. What has failed for
// another reason may have been sent, and isn't sent again.
func TestKeepaliveQuota(t *testing.T) {
	for mode, page := range map[string]http.HandlerFunc{"sdk": pageWithSDK("quota", "quota.js"), "standalone": pageOf("quota", "", "quota.js")} {
		t.Run(mode, func(t *testing.T) { testKeepaliveQuota(t, page) })
	}
}

func testKeepaliveQuota(t *testing.T, page http.HandlerFunc) {
	navigate(t, wanted(), "/quota", func(t *testing.T, _ build, mux *http.ServeMux, store *api.API, open func() *browser.Browser) {
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
			store.Set("quota", api.Script{api.Any: {{Drop: "before"}}})
		})
		type saved struct {
			Sent    []bool // by calls of fetch: with keepalive
			Outcome string
		}
		type told struct {
			Refused saved
			Failed  []saved
		}
		result := browser.Told[told](mux, "/told")
		r := heard(t, open(), result)
		assert.Equal(t, "resolved", r.Refused.Outcome)
		assert.Equal(t, []bool{true, false}, r.Refused.Sent)
		require.Len(t, r.Failed, 2)
		for _, failed := range r.Failed {
			assert.Equal(t, "ERR_NETWORK", failed.Outcome)
			assert.Equal(t, []bool{true}, failed.Sent)
		}
		count := 0
		for _, request := range store.Requests("quota") {
			if strings.Contains(fmt.Sprint(request.Body), `"refused"`) {
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
			navigate(t, these, "/hidden?what="+url.QueryEscape(what), func(t *testing.T, b build, mux *http.ServeMux, store *api.API, open func() *browser.Browser) {
				serveHidden(mux, b, store, what == "the module loading")
				if what == "a call under way" || what == "a timeout under way" {
					store.Set("hidden", api.Script{api.Any: {{Hold: 1, Body: json.RawMessage(`{"success":true,"data":{}}`)}}})
				}
				results := browser.Told[cameBack](mux, "/told")
				r := heard(t, open(), results)
				t.Logf("%+v", r)
				r.check(t, what)
				checkSentOnce(t, store)
			})
		})
	}
}

// serveHidden serves the page that is left and the one that it is left for. What is under way on it is told by /arrived
// and goes on after /release: a call, or with holdsModule the module's file.
func serveHidden(mux *http.ServeMux, b build, store *api.API, holdsModule bool) {
	module := ""
	if holdsModule {
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
	mux.HandleFunc("/away", browser.Page(`<!doctype html><link rel="icon" href="data:"><script>
		onload = () => setTimeout(() => history.back()); // a page that is loading can't be left so
	</script>`))
	// Under way is what the server has: a browser may send it much later than it's called.
	mux.HandleFunc("POST /arrived", func(_ http.ResponseWriter, r *http.Request) {
		if holdsModule {
			<-asked
			return
		}
		store.Arrived(r.Context(), "hidden", 1)
	})
	mux.HandleFunc("POST /release", func(http.ResponseWriter, *http.Request) {
		release()
		store.Release("hidden", api.Any)
	})
}

// cameBack is what the page tells when it has been left and come back to.
type cameBack struct {
	Kept   bool // by the browser; otherwise it was loaded again
	Ready  string
	Counts struct{ Updated, Failed, Resolved, Rejected int }
}

// check fails unless each call has ended once, with its event.
func (r cameBack) check(t *testing.T, what string) {
	t.Helper()
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
}

// checkSentOnce fails where the page's script has had a request twice, or not those of the calls after coming back.
func checkSentOnce(t *testing.T, store *api.API) {
	t.Helper()
	sent := map[any]int{}
	for _, request := range store.Requests("hidden") {
		if sent[request.Body]++; sent[request.Body] > 1 {
			t.Errorf("sent twice: %s", request.Body)
		}
	}
	assert.Equal(t, 1, sent[`{"n":2}`])
	assert.Equal(t, 1, sent[`{"n":3}`])
}
