package test

import (
	"bytes"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"salla-profile/web/browser"
	"salla-profile/web/site"
)

// slow is how late a slow module comes.
const slow = 1500 * time.Millisecond

// TestFaults runs faults/*.js: what a theme sees where something is broken.
func TestFaults(t *testing.T) {
	needSDK(t)
	onBuilds(t, func(t *testing.T, b build) {
		for _, engine := range engines(t) {
			t.Run(string(engine), func(t *testing.T) {
				require.NoError(t, browser.Available(engine))
				runSuite(t, engine, "/faults/", func(results chan<- result) http.Handler {
					return faultSite(t, b, results)
				})
			})
		}
	})
}

func faultSite(t *testing.T, b build, results chan<- result) http.Handler {
	wasm, err := os.ReadFile(filepath.Join(b.dist, "salla-profile.wasm"))
	require.NoError(t, err)
	mux := http.NewServeMux()
	mux.Handle("/", standaloneSite(b, results))
	mux.Handle("/faults/", http.StripPrefix("/faults/", http.FileServer(http.Dir("faults"))))
	mux.Handle("/npm/", site.Handler(site.Options{NPM: npm}))
	mux.Handle("/trap/", http.StripPrefix("/trap/", http.FileServer(http.Dir(b.dist+"-trap"))))
	mux.HandleFunc("/wasm/{fault}", func(w http.ResponseWriter, r *http.Request) { serveModule(w, r, wasm) })
	mux.HandleFunc("/fault/{fault}/{path...}", serveFault)
	return mux
}

// serveModule answers the module, or what its URL's fault makes of it.
func serveModule(w http.ResponseWriter, r *http.Request, wasm []byte) {
	w.Header().Set("Content-Type", "application/wasm")
	switch r.PathValue("fault") {
	case "404":
		http.NotFound(w, r)
		return
	case "500":
		http.Error(w, "no", http.StatusInternalServerError)
		return
	case "mime":
		w.Header().Set("Content-Type", "text/plain")
	case "html":
		w.Header().Set("Content-Type", "text/html")
		wasm = []byte("<!doctype html><h1>Not here</h1>")
	case "truncated":
		wasm = wasm[:len(wasm)/2]
	case "corrupt":
		wasm = bytes.Clone(wasm)
		for i := len(wasm) / 3; i < len(wasm); i += 97 {
			wasm[i] ^= 0x55
		}
	case "slow":
		time.Sleep(slow)
	case "drop":
		panic(http.ErrAbortHandler)
	}
	_, _ = w.Write(wasm)
}

// serveFault answers as no store API should.
func serveFault(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "application/json")
	switch r.PathValue("fault") {
	case "reset": // in mid-body
		w.Header().Set("Content-Length", "1000")
		_, _ = fmt.Fprint(w, `{"status":200,`)
		w.(http.Flusher).Flush()
		panic(http.ErrAbortHandler)
	case "refused":
		panic(http.ErrAbortHandler)
	case "loop":
		http.Redirect(w, r, r.URL.Path+"/x", http.StatusTemporaryRedirect)
	case "endless":
		for r.Context().Err() == nil {
			_, _ = fmt.Fprint(w, " ")
			w.(http.Flusher).Flush()
			time.Sleep(20 * time.Millisecond)
		}
	case "large":
		_, _ = fmt.Fprintf(w, `{"success":true,"data":{"note":%q}}`, strings.Repeat("x", 50<<20))
	case "utf8":
		_, _ = w.Write([]byte("{\"success\":true,\"data\":{\"first_name\":\"\xff\"}}"))
	default:
		_, _ = fmt.Fprint(w, `{"success":true,"data":{}}`)
	}
}
