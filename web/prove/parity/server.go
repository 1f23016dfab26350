package main

import (
	"embed"
	"encoding/json"
	"fmt"
	"html/template"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"salla-profile/web/make/bundle"
	"salla-profile/web/prove/api"
	"salla-profile/web/prove/browser"
)

//go:embed page scenarios intended
var files embed.FS

// Setup is how a document loads what is compared.
type Setup struct {
	Name string `json:"name"`
	// Reference is the set-up that this one must be like; "" for the SDK alone.
	Reference string `json:"reference"`
	Module    bool   `json:"module"`
	// Build is which of the builds under test has the module.
	Build int `json:"build"`
	// Again: the SDK is evaluated and initialised a second time, as the components bundle does.
	Again bool `json:"again"`
	// Head are the document's scripts.
	Head template.HTML `json:"-"`
}

// shipped are the module's files that a page loads.
var shipped = map[string]string{
	"salla-profile.js": "text/javascript", "salla-profile.twilight.js": "text/javascript", "salla-profile.wasm": "application/wasm",
}

const (
	sdkTag    = `<script src="/v/sdk.js"></script>`
	moduleTag = `<script src="/dist/BUILD/SCRIPT"></script>`
	asyncTag  = `<script async src="/dist/BUILD/SCRIPT"></script>`
)

// setups are those of one build.
var setups = []Setup{
	{Name: "sdk", Head: sdkTag},
	{Name: "sdk twice", Head: sdkTag, Again: true},
	{Name: "tag before", Reference: "sdk", Module: true, Head: moduleTag + sdkTag},
	{Name: "tag after", Reference: "sdk", Module: true, Head: sdkTag + moduleTag},
	{Name: "async", Reference: "sdk", Module: true, Head: asyncTag + sdkTag},
	{Name: "twice", Reference: "sdk twice", Module: true, Again: true, Head: moduleTag + sdkTag},
}

// setupsOf are the set-ups of several builds, with one of the scripts: each has its own, and one side of the SDK is enough for all.
func setupsOf(builds int, script string) (all []Setup) {
	for build := range builds {
		for _, setup := range setups {
			if build > 0 && !setup.Module {
				continue
			}
			setup.Build = build
			setup.Head = template.HTML(strings.NewReplacer("BUILD", strconv.Itoa(build), "SCRIPT", script).Replace(string(setup.Head)))
			all = append(all, setup)
		}
	}
	return all
}

// inTurn says whether the scenario of this number is run in the set-up, where each has one of those of a build and the
// SDK's that it is compared with. Engines begin with different ones (first).
func inTurn(setup *Setup, scenario, first int) bool {
	modules := slices.DeleteFunc(slices.Clone(setups), func(s Setup) bool { return !s.Module })
	turn := modules[(scenario+first)%len(modules)]
	return setup.Name == turn.Name || setup.Name == turn.Reference && setup.Build == 0
}

// job is one scenario in one set-up, in a document of its own.
type job struct {
	Run      string          `json:"run"`
	Scenario string          `json:"scenario"`
	Group    string          `json:"group"`
	Setup    *Setup          `json:"setup"`
	API      string          `json:"api"`
	Same     string          `json:"same"` // the same API on the page's own origin
	Page     string          `json:"page"`
	Base     string          `json:"base"`
	SDK      string          `json:"sdk"`
	Version  string          `json:"version"` // the SDK's
	Result   json.RawMessage `json:"result,omitempty"`
	Requests []api.Request   `json:"requests"`

	worker   int
	given    time.Time
	steps    []string // what came of its document, for a failure
	lost     string   // why there was no result the first time
	scripted bool     // the API knows what to say
}

// server serves the documents on one origin and the scripted API on another.
type server struct {
	sdk     string // the path of its script
	version string // its version
	only    *regexp.Regexp
	setups  []Setup
	builds  int
	turns   func(setup *Setup, scenario int) bool // which set-ups a scenario is run in; nil: all
	api     api.API
	page    net.Listener
	store   net.Listener
	started time.Time

	mu       sync.Mutex
	jobs     []*job
	next     int
	again    []*job // lost the first time
	left     int
	listed   chan struct{} // closed when the scenarios are known
	finished chan struct{} // closed when every job has a result
	reported <-chan *report
}

func newServer(dists []string, script, sdk, version string, only *regexp.Regexp) (*server, error) {
	s := &server{
		sdk: sdk, version: version, only: only, setups: setupsOf(len(dists), script), builds: len(dists), started: time.Now(),
		listed: make(chan struct{}), finished: make(chan struct{}),
	}
	var err error
	if s.page, err = net.Listen("tcp", "127.0.0.1:0"); err != nil {
		return nil, err
	}
	if s.store, err = net.Listen("tcp", "127.0.0.1:0"); err != nil {
		s.page.Close()
		return nil, err
	}
	mux := http.NewServeMux()
	mux.Handle("/same/", http.StripPrefix("/same", &s.api))
	mux.HandleFunc("GET /list", s.document(`<script type="module" src="/v/page/list.js"></script>`))
	mux.HandleFunc("GET /compare", s.document(`<script type="module" src="/v/page/compare.js"></script>`))
	mux.HandleFunc("GET /idle", s.document(""))
	mux.HandleFunc("GET /groups", s.groups)
	mux.HandleFunc("POST /list", s.list)
	mux.HandleFunc("GET /doc/{run}", s.doc)
	control := http.NewServeMux()
	s.api.Control(control)
	mux.HandleFunc("PUT /script/{run}", s.script(control))
	mux.Handle("POST /release/{run}", control)
	mux.Handle("POST /arrived/{run}", control)
	mux.HandleFunc("POST /result/{run}", s.result)
	mux.HandleFunc("GET /results", func(w http.ResponseWriter, _ *http.Request) { writeJSON(w, s.results()) })
	s.reported = browser.Told[*report](mux, "/report")
	mux.HandleFunc("GET /v/sdk.js", cached(func(w http.ResponseWriter, r *http.Request) { http.ServeFile(w, r, s.sdk) }))
	mux.HandleFunc("GET /v/npm/", cached(http.StripPrefix("/v/npm/", http.FileServer(http.Dir("node_modules"))).ServeHTTP))
	mux.HandleFunc("GET /v/table.js", cached(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/javascript")
		_, _ = w.Write([]byte(bundle.Table(false))) // the page may have gone
	}))
	mux.HandleFunc("GET /v/{rest...}", cached(func(w http.ResponseWriter, r *http.Request) {
		http.ServeFileFS(w, r, files, r.PathValue("rest"))
	}))
	for build, dist := range dists {
		for name, kind := range shipped {
			content, err := os.ReadFile(filepath.Join(dist, name)) // now: it may be built anew while we run
			if err != nil {
				return nil, fmt.Errorf("%w: build it first", err)
			}
			mux.HandleFunc(fmt.Sprintf("GET /dist/%d/%s", build, name), cached(func(w http.ResponseWriter, _ *http.Request) {
				w.Header().Set("Content-Type", kind)
				_, _ = w.Write(content) // the page may have gone
			}))
		}
	}
	// What the SDK logs the customer out through, in an iframe.
	mux.HandleFunc("GET /login/logout", s.document(
		`<script>parent.postMessage({source: "login", type: "iframe::logged-out"}, "*")</script>`))
	go http.Serve(s.page, mux)
	go http.Serve(s.store, &s.api)
	return s, nil
}

func (s *server) close() {
	s.page.Close()
	s.store.Close()
}

// cached lets the browser keep a file for the run, so that a document costs little.
func cached(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "max-age=3600, immutable")
		next(w, r)
	}
}

func writeJSON(w http.ResponseWriter, v any) {
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(v) // the page may have gone
}

func (s *server) origin(l net.Listener) string { return "http://" + l.Addr().String() }

func (s *server) document(body string) http.HandlerFunc {
	return browser.Page("<!doctype html><meta charset=utf-8><title>parity</title>" + body)
}
