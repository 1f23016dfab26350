package test

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"salla-profile/web/prove/api"
)

// TestFaults runs faults/*.js: what a theme sees where something is broken.
func TestFaults(t *testing.T) {
	needSDK(t)
	onBuilds(t, func(t *testing.T, b build) {
		for _, engine := range engines(t) {
			t.Run(string(engine), func(t *testing.T) {
				names := runSuite(t, engine, b, "/faults/", faultSite(t, b))
				if os.Getenv("ONLY") == "" {
					checkTable(t, names, b)
				}
			})
		}
	})
}

// checkTable compares FAULTS.md with the tests that there are: each row names some, and each test is named by a row. What
// only a second file can bring is in CONTRIBUTING.md.
func checkTable(t *testing.T, names []string, b build) {
	table, err := os.ReadFile("../../docs/FAULTS.md")
	require.NoError(t, err)
	if b.file() {
		more, err := os.ReadFile("../../../CONTRIBUTING.md")
		require.NoError(t, err)
		_, rows, found := strings.Cut(string(more), "\n### When the second file is broken\n")
		require.True(t, found)
		rows, _, _ = strings.Cut(rows, "\n#")
		table = append(table, rows...)
	}
	sources, err := filepath.Glob("../../*/*/*_test.go")
	require.NoError(t, err)
	var program strings.Builder
	for _, source := range sources {
		text, err := os.ReadFile(source)
		require.NoError(t, err)
		program.Write(text)
	}
	code := regexp.MustCompile("`([^`]+)`")
	named := map[string]bool{}
	for line := range strings.Lines(string(table)) {
		cells := strings.Split(strings.Trim(strings.TrimSpace(line), "|"), "|")
		if len(cells) < 3 || strings.Trim(cells[0], "- ") == "" || strings.TrimSpace(cells[len(cells)-1]) == "tests" {
			continue
		}
		parts := code.FindAllStringSubmatch(cells[len(cells)-1], -1)
		assert.NotEmpty(t, parts, "a row without a test: %s", line)
		for _, part := range parts {
			if strings.HasPrefix(part[1], "Test") {
				assert.Contains(t, program.String(), "func "+part[1]+"(", "no such test")
				continue
			}
			found := false
			for _, name := range names {
				if strings.Contains(name, part[1]) {
					found, named[name] = true, true
				}
			}
			assert.True(t, found, "FAULTS.md: no test is named like %q", part[1])
		}
	}
	for _, name := range names {
		assert.True(t, named[name], "FAULTS.md doesn't have %q", name)
	}
}

func faultSite(t *testing.T, b build) http.Handler {
	wasm, err := os.ReadFile(filepath.Join(b.dist, "salla-profile.wasm"))
	require.NoError(t, err)
	mux := standaloneSite(b, &api.API{})
	mux.Handle("/trap/", http.StripPrefix("/trap/", http.FileServer(http.Dir(strings.TrimSuffix(b.dist, "-dev")+"-trap"))))
	for _, other := range builds { // as another version of the script
		if other.dist != b.dist {
			mux.Handle("/other/", http.StripPrefix("/other/", http.FileServer(http.Dir(other.dist))))
		}
	}
	mux.HandleFunc("/wasm/{fault}", func(w http.ResponseWriter, r *http.Request) { serveModule(w, r, wasm) })
	mux.HandleFunc("/fault/{fault}/{path...}", serveFault)
	mux.HandleFunc("/fault/moved/{status}/{path...}", func(w http.ResponseWriter, r *http.Request) {
		redirect(w, r, "/"+r.PathValue("path"))
	})
	mux.HandleFunc("/fault/elsewhere/{status}/{path...}", func(w http.ResponseWriter, r *http.Request) {
		redirect(w, r, strings.Replace("http://"+r.Host, "127.0.0.1", "localhost", 1)+"/"+r.PathValue("path"))
	})
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
	case "parameter":
		w.Header().Set("Content-Type", "application/wasm; charset=utf-8")
	case "html":
		w.Header().Set("Content-Type", "text/html")
		wasm = []byte("<!doctype html><h1>Not here</h1>")
	case "empty":
		wasm = nil
	case "program": // it runs, and has nothing of ours
		wasm = []byte("\x00asm\x01\x00\x00\x00")
	case "other": // it would run
		wasm = append(bytes.Clone(wasm), 0, 2, 1, 'x')
	case "stalled":
		_, _ = w.Write(wasm[:len(wasm)/2])
		w.(http.Flusher).Flush()
		<-r.Context().Done()
		return
	case "truncated":
		wasm = wasm[:len(wasm)/2]
	case "corrupt":
		wasm = bytes.Clone(wasm)
		for i := len(wasm) / 3; i < len(wasm); i += 97 {
			wasm[i] ^= 0x55
		}
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
			time.Sleep(20 * time.Millisecond) // nobody waits for this: it only spares the machine
		}
	case "large":
		_, _ = io.WriteString(w, `{"success":true,"data":{"note":"`+strings.Repeat("x", 50<<20)+`"}}`)
	case "utf8":
		_, _ = w.Write([]byte("{\"success\":true,\"data\":{\"first_name\":\"\xff\"}}"))
	default:
		_, _ = fmt.Fprint(w, `{"success":true,"data":{}}`)
	}
}

// redirect answers with the status of the URL.
func redirect(w http.ResponseWriter, r *http.Request, to string) {
	status, _ := strconv.Atoi(r.PathValue("status"))
	w.Header().Set("Location", to)
	w.WriteHeader(status)
}
