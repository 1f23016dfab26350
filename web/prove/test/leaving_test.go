package test

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"salla-profile/web/prove/api"
	"salla-profile/web/prove/browser"
)

// ways are those in which a page saves when it is left, kinds what it saves.
var (
	ways  = []string{"at once", "in a click", "beforeunload", "pagehide", "visibilitychange"}
	kinds = []string{"object", "form", "element", "params", "large"}
)

// keptOf says which of the saves have keepalive: where it isn't free, none outside an event; three outside an event of leaving, so that a
// store that hangs doesn't hang the next page; and five inside one.
func keptOf(when string, later bool) []bool {
	most := 5
	switch {
	case when == "at once" && later:
		most = 0
	case when == "at once" || when == "in a click":
		most = 3
	}
	kept := make([]bool, len(kinds))
	for i := range kept {
		kept[i] = i < most
	}
	return kept
}

// A save that is made on leaving the page is sent once, and with keepalive arrives. Where the module doesn't ask for
// that (at once, in Chromium) nobody promises that it does.
func TestLeaving(t *testing.T) {
	first := "/leaving?when=" + url.QueryEscape(ways[0])
	navigate(t, wanted(), first, func(t *testing.T, _ build, mux *http.ServeMux, store *api.API, open func() *browser.Browser) {
		mux.HandleFunc("/leaving", pageOf("leaving", "", "leaving.js"))
		mux.HandleFunc("/left", serveLeft)
		type left struct {
			When  string
			Sent  []bool // by calls of fetch: with keepalive
			Later bool   // keepalive isn't free
		}
		told := browser.Told[left](mux, "/told")
		page := open()
		var want []string
		for _, when := range ways {
			r := heard(t, page, told)
			require.Equal(t, when, r.When)
			kept := keptOf(when, r.Later)
			assert.Equal(t, kept, r.Sent, "requests, by their keepalive: "+when)
			for i, kind := range kinds {
				if kept[i] {
					want = append(want, when+" "+kind)
				}
			}
		}
		// What is kept has no order with the pages that follow.
		for end := time.Now().Add(hang); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
			if names := savedOnLeaving(store); !slices.ContainsFunc(want, func(name string) bool { return !slices.Contains(names, name) }) {
				break
			}
		}
		names := savedOnLeaving(store)
		assert.Subset(t, names, want)
		slices.Sort(names)
		assert.Equal(t, slices.Compact(slices.Clone(names)), names, "once")
	})
}

// serveLeft is the page after one that was left: it posts what that one has noted, and goes on to the next way.
func serveLeft(w http.ResponseWriter, r *http.Request) {
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
}

// savedOnLeaving answers the way and the kind of each save that has arrived.
func savedOnLeaving(store *api.API) (names []string) {
	for _, r := range store.Requests("leaving") {
		for _, when := range ways {
			for _, kind := range kinds {
				if name := when + " " + kind; strings.Contains(strings.ReplaceAll(fmt.Sprint(r.Body), "+", " "), name) {
					names = append(names, name)
				}
			}
		}
	}
	return names
}
