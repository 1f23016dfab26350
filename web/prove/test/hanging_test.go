package test

import (
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"salla-profile/web/prove/api"
	"salla-profile/web/prove/browser"
)

// modes are pages with a script of pages/, with the SDK and without.
func modes(id, script string) map[string]http.HandlerFunc {
	return map[string]http.HandlerFunc{"sdk": pageWithSDK(id, script), "standalone": pageOf(id, "", script)}
}

// A store that hangs holds three saves. The one that is made when the page is left, in a pagehide of the browser's own, arrives.
func TestSaveOnLeavingAHangingStore(t *testing.T) {
	for mode, page := range modes("hanging", "hanging.js") {
		t.Run(mode, func(t *testing.T) {
			navigate(t, wanted(), "/hanging?saves=3", func(t *testing.T, _ build, mux *http.ServeMux, store *api.API, open func() *browser.Browser) {
				told := serveHanging(mux, page, store, 3)
				heard(t, open(), told)
				// What is kept has no order with the page that follows.
				for end := time.Now().Add(hang); time.Now().Before(end) && savesOf(store)[`{"last":1}`] == 0; time.Sleep(20 * time.Millisecond) {
				}
				assert.Equal(t, map[string]int{`{"n":0}`: 1, `{"n":1}`: 1, `{"n":2}`: 1, `{"last":1}`: 1}, savesOf(store))
			})
		})
	}
}

// Six saves without a limit take all connections to a store that hangs. On the next page the store is asked all the same.
func TestNextPageOfAHangingStore(t *testing.T) {
	for mode, page := range modes("hanging", "hanging.js") {
		t.Run(mode, func(t *testing.T) {
			navigate(t, wanted(), "/hanging?saves=6", func(t *testing.T, _ build, mux *http.ServeMux, store *api.API, open func() *browser.Browser) {
				told := serveHanging(mux, page, store, 6)
				assert.Equal(t, "answered", heard(t, open(), told))
			})
		})
	}
}

// serveHanging serves the page and the one that follows, which tells whether the store has answered it. The store holds the first saves.
func serveHanging(mux *http.ServeMux, page http.HandlerFunc, store *api.API, saves int) <-chan string {
	held := make([]api.Answer, saves, saves+1)
	for i := range held {
		held[i].Hold = 1
	}
	store.Set("hanging", api.Script{"POST profile/update": append(held, api.Answer{Body: []byte(`{"success":true,"data":{}}`)})})
	mux.HandleFunc("/hanging", page)
	mux.HandleFunc("GET /arrived", func(_ http.ResponseWriter, r *http.Request) {
		count, _ := strconv.Atoi(r.URL.Query().Get("count"))
		for r.Context().Err() == nil && len(savesOf(store)) < count {
			time.Sleep(5 * time.Millisecond) // of the waiting alone
		}
	})
	mux.HandleFunc("/next", browser.Page(`<!doctype html><link rel="icon" href="data:"><script>
		onload = async () => {
			const store = location.origin.replace("127.0.0.1", "localhost") + "/api/hanging/auth/user";
			const answer = await fetch(store).then(() => "answered", String);
			await fetch("/told", { method: "POST", body: JSON.stringify(answer) });
		};
	</script>`))
	return browser.Told[string](mux, "/told")
}

// savesOf are the bodies of the saves that have arrived, each with how often.
func savesOf(store *api.API) map[string]int {
	saves := map[string]int{}
	for _, r := range store.Requests("hanging") {
		if r.Method == http.MethodPost && strings.HasSuffix(r.Path, "profile/update") {
			saves[fmt.Sprint(r.Body)]++
		}
	}
	return saves
}

// On a page that a service worker controls, what is saved goes through that: it has keepalive only when the page is left, since Firefox's goes
// past the worker.
func TestServiceWorker(t *testing.T) {
	for mode, page := range modes("worker", "worked.js") {
		t.Run(mode, func(t *testing.T) {
			navigate(t, wanted(), "/worked", func(t *testing.T, _ build, mux *http.ServeMux, _ *api.API, open func() *browser.Browser) {
				mux.HandleFunc("/worked", page)
				mux.HandleFunc("/worker.js", func(w http.ResponseWriter, _ *http.Request) {
					w.Header().Set("Content-Type", "text/javascript")
					_, _ = io.WriteString(w, `
						onactivate = (event) => event.waitUntil(clients.claim());
						onfetch = (event) => {
							if (/profile.update/.test(event.request.url)) event.respondWith(Response.json({ success: true, data: { by: "worker" } }));
						};`)
				})
				mux.HandleFunc("/next", browser.Page(`<!doctype html><link rel="icon" href="data:"><script>
					onload = () => fetch("/told", { method: "POST", body: sessionStorage.told });
				</script>`))
				type worked struct {
					Kept map[string]bool // by where it was saved: with keepalive
					By   []string        // who has answered
				}
				r := heard(t, open(), browser.Told[worked](mux, "/told"))
				assert.Equal(t, worked{
					Kept: map[string]bool{"in a click": false, "outside of an event": false, "pagehide": true},
					By:   []string{"worker", "worker"},
				}, r)
			})
		})
	}
}
