package main

import (
	"embed"
	"encoding/json"
	"fmt"
	"html/template"
	"io"
	"net"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"salla-profile/web/browser"
)

//go:embed page scenarios intended.js
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
var shipped = map[string]string{"salla-profile.js": "text/javascript", "salla-profile.wasm": "application/wasm"}

const (
	sdkTag    = `<script src="/v/sdk.js"></script>`
	moduleTag = `<script src="/dist/BUILD/salla-profile.js"></script>`
	asyncTag  = `<script async src="/dist/BUILD/salla-profile.js"></script>`
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

// setupsOf are the set-ups of several builds: each has its own, and one side of the SDK is enough for all.
func setupsOf(builds int) (all []Setup) {
	for build := range builds {
		for _, setup := range setups {
			if build > 0 && !setup.Module {
				continue
			}
			setup.Build = build
			setup.Head = template.HTML(strings.ReplaceAll(string(setup.Head), "BUILD", strconv.Itoa(build)))
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
	Requests []Request       `json:"requests"`

	worker int
	given  time.Time
	steps  []string // what came of its document, for a failure
	lost   string   // why there was no result the first time
}

// server serves the documents on one origin and the scripted API on another.
type server struct {
	sdk     string // the path of its script
	version string // its version
	only    *regexp.Regexp
	setups  []Setup
	builds  int
	turns   func(setup *Setup, scenario int) bool // which set-ups a scenario is run in; nil: all
	api     *api
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
	reported chan *report
}

func newServer(dists []string, sdk, version string, only *regexp.Regexp) (*server, error) {
	s := &server{
		sdk: sdk, version: version, only: only, setups: setupsOf(len(dists)), builds: len(dists), api: newAPI(), started: time.Now(),
		listed: make(chan struct{}), finished: make(chan struct{}), reported: make(chan *report, 1),
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
	mux.Handle("/same/", http.StripPrefix("/same", s.api))
	mux.HandleFunc("GET /list", s.document(`<script type="module" src="/v/page/list.js"></script>`))
	mux.HandleFunc("GET /compare", s.document(`<script type="module" src="/v/page/compare.js"></script>`))
	mux.HandleFunc("GET /idle", s.document(""))
	mux.HandleFunc("GET /groups", s.groups)
	mux.HandleFunc("POST /list", s.list)
	mux.HandleFunc("GET /doc/{run}", s.doc)
	mux.HandleFunc("POST /script/{run}", s.script)
	mux.HandleFunc("POST /release/{run}", s.release)
	mux.HandleFunc("POST /arrived/{run}", s.arrived)
	mux.HandleFunc("POST /result/{run}", s.result)
	mux.HandleFunc("GET /results", func(w http.ResponseWriter, _ *http.Request) { writeJSON(w, s.results()) })
	mux.HandleFunc("POST /report", s.report)
	mux.HandleFunc("GET /v/sdk.js", cached(func(w http.ResponseWriter, r *http.Request) { http.ServeFile(w, r, s.sdk) }))
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
	go http.Serve(s.store, s.api)
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
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprint(w, "<!doctype html><meta charset=utf-8><title>parity</title>"+body)
	}
}

// groups lists the files of scenarios.
func (s *server) groups(w http.ResponseWriter, _ *http.Request) {
	entries, err := files.ReadDir("scenarios")
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	names := []string{}
	for _, entry := range entries {
		names = append(names, strings.TrimSuffix(path.Base(entry.Name()), ".js"))
	}
	writeJSON(w, names)
}

// list takes the names of all scenarios and plans the jobs.
func (s *server) list(w http.ResponseWriter, r *http.Request) {
	var scenarios []struct{ Group, Name string }
	if err := json.NewDecoder(r.Body).Decode(&scenarios); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	s.mu.Lock()
	for number, scenario := range scenarios {
		if !s.only.MatchString(scenario.Group + ": " + scenario.Name) {
			continue
		}
		for i := range s.setups {
			if s.turns != nil && !s.turns(&s.setups[i], number) {
				continue
			}
			id := fmt.Sprintf("r%d", len(s.jobs))
			s.jobs = append(s.jobs, &job{
				Run: id, Scenario: scenario.Name, Group: scenario.Group, Setup: &s.setups[i], Page: s.origin(s.page),
				API: s.origin(s.store) + "/" + id + "/store/v1", Same: s.origin(s.page) + "/same/" + id + "/store/v1", Base: "/v", SDK: "/v/sdk.js", Version: s.version,
			})
		}
	}
	s.left = len(s.jobs)
	s.mu.Unlock()
	close(s.listed)
	fmt.Fprint(w, "/idle")
}

var docTemplate = template.Must(template.New("").Parse(`<!doctype html><html lang="en"><head><meta charset="utf-8">` +
	`<title>{{.Job.Scenario}}</title><script>window.PARITY = {{.Job}}</script><script src="/v/page/recorder.js"></script>` +
	`{{.Job.Setup.Head}}</head><body><script type="module" src="/v/page/run.js"></script></body></html>`))

func (s *server) find(run string) *job {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, j := range s.jobs {
		if j.Run == run {
			return j
		}
	}
	return nil
}

func (s *server) doc(w http.ResponseWriter, r *http.Request) {
	j := s.find(r.PathValue("run"))
	if j == nil {
		http.NotFound(w, r)
		return
	}
	s.step(j, "doc "+r.Header.Get("Accept"))
	h := w.Header()
	h.Set("Cache-Control", "no-store")
	// The store's address is the document's own with a #, so that the SDK's leaving for another page of the store stays
	// in the document. What it fetches of the store comes here too: the texts, and the cart.
	switch accept := r.Header.Get("Accept"); {
	case strings.HasPrefix(accept, "application/json"):
		h.Set("Content-Type", "application/json")
		fmt.Fprint(w, `{"status":200,"success":true,"data":{"cart":{"id":"1"}}}`)
		return
	case !strings.Contains(accept, "text/html"):
		h.Set("Content-Type", "text/javascript")
		fmt.Fprint(w, `window.translations = {"en.trans": {"common": {}}, "ar.trans": {"common": {}}}`)
		return
	}
	h.Set("Content-Type", "text/html; charset=utf-8")
	// Nothing that the SDK asks of the internet gets out, in any engine.
	h.Set("Content-Security-Policy", fmt.Sprintf("connect-src 'self' %s; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; "+
		"img-src 'self' data:; frame-src 'self'", s.origin(s.store)))
	_ = docTemplate.Execute(w, map[string]any{"Job": j})
}

func (s *server) script(w http.ResponseWriter, r *http.Request) {
	var script Script
	if err := json.NewDecoder(r.Body).Decode(&script); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	run := r.PathValue("run")
	s.step(s.find(run), "script")
	s.api.script(run, script)
}

// step notes that a document of a job's got on.
func (s *server) step(j *job, what string) {
	if j == nil {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	j.steps = append(j.steps, fmt.Sprintf("%.1f s: %s", time.Since(j.given).Seconds(), what))
}

// release lets the API answer a request of a run that it holds back.
func (s *server) release(w http.ResponseWriter, r *http.Request) {
	var request string
	if err := json.NewDecoder(r.Body).Decode(&request); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	s.api.release(r.PathValue("run"), request)
}

// arrived answers when the API has seen so many requests of a run.
func (s *server) arrived(w http.ResponseWriter, r *http.Request) {
	var count int
	if err := json.NewDecoder(r.Body).Decode(&count); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	s.api.waitFor(r.Context(), r.PathValue("run"), count)
}

// result takes a job's journal and answers the address of the next document.
func (s *server) result(w http.ResponseWriter, r *http.Request) {
	j := s.find(r.PathValue("run"))
	result, err := io.ReadAll(r.Body)
	if j == nil || err != nil {
		http.NotFound(w, r)
		return
	}
	s.done(j, result)
	fmt.Fprint(w, s.nextURL(j.worker))
}

func (s *server) done(j *job, result json.RawMessage) {
	requests := s.api.log(j.Run)
	s.mu.Lock()
	defer s.mu.Unlock()
	if j.Result != nil {
		return
	}
	j.Result, j.Requests = result, requests
	if s.left--; s.left == 0 {
		close(s.finished)
	}
}

// nextURL hands out the next job's document to a worker's browser.
func (s *server) nextURL(worker int) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	var j *job
	switch {
	case len(s.again) > 0:
		j, s.again = s.again[0], s.again[1:]
	case s.next < len(s.jobs):
		j = s.jobs[s.next]
		s.next++
	default:
		return "/idle"
	}
	j.worker, j.given, j.steps = worker, time.Now(), nil
	return "/doc/" + j.Run
}

// overdue answers the worker's job that takes too long, and whether it has one at all.
func (s *server) overdue(worker int) (late *job, busy bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, j := range s.jobs[:s.next] {
		if j.worker == worker && j.Result == nil && !slices.Contains(s.again, j) {
			if busy = true; time.Since(j.given) > patience {
				return j, true
			}
		}
	}
	return nil, busy
}

func (s *server) results() []*job {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]*job(nil), s.jobs...)
}

// lost are the documents that had no result the first time, and why.
func (s *server) lost() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	var list []string
	for _, j := range s.jobs {
		if j.lost != "" {
			list = append(list, fmt.Sprintf("%s: %s [%s]: %s", j.Group, j.Scenario, j.Setup.Name, j.lost))
		}
	}
	return list
}

func (s *server) report(w http.ResponseWriter, r *http.Request) {
	var rep report
	if err := json.NewDecoder(r.Body).Decode(&rep); err != nil {
		rep.Error = err.Error()
	}
	select {
	case s.reported <- &rep:
	default:
	}
}

// patience is how long a document may take: only one that hangs takes so long, on any machine. Its own limits are
// shorter.
const patience = 90 * time.Second

// work runs every scenario in every set-up in browsers of one engine, and compares: a report for each build.
func (s *server) work(engine browser.Engine, browsers int) ([]*report, error) {
	first, err := s.open(engine, "/list")
	if err != nil {
		return nil, err
	}
	err = s.wait(first, s.listed, "list of the scenarios")
	first.Stop()
	if err != nil {
		return nil, err
	}
	if len(s.jobs) == 0 {
		return nil, fmt.Errorf("no such scenario")
	}
	failures := make(chan error, browsers)
	for worker := range browsers {
		go func() { failures <- s.worker(engine, worker) }()
	}
	for range browsers {
		if e := <-failures; e != nil {
			err = e
		}
	}
	if err != nil {
		return nil, err
	}
	var reports []*report
	for build := range s.builds {
		one, err := s.compare(engine, build)
		if err != nil {
			return nil, err
		}
		reports = append(reports, one)
	}
	return reports, nil
}

// compare has a page compare what was recorded of a build.
func (s *server) compare(engine browser.Engine, build int) (*report, error) {
	last, err := s.open(engine, fmt.Sprintf("/compare?%d", build))
	if err != nil {
		return nil, err
	}
	defer last.Stop()
	select {
	case rep := <-s.reported:
		if rep.Error != "" {
			return nil, fmt.Errorf("comparison: %s", rep.Error)
		}
		return rep, nil
	case <-last.Done():
		return nil, fmt.Errorf("ended while comparing: %s", last.Output())
	case <-time.After(2 * patience):
		return nil, fmt.Errorf("no comparison within %v: %s", 2*patience, last.Output())
	}
}

func (s *server) open(engine browser.Engine, url string) (*browser.Browser, error) {
	return browser.Start(engine, s.origin(s.page)+url)
}

func (s *server) wait(b *browser.Browser, done <-chan struct{}, what string) error {
	select {
	case <-done:
		return nil
	case <-b.Done():
		return fmt.Errorf("ended: %s", b.Output())
	case <-time.After(patience):
		return fmt.Errorf("no %s within %v: %s", what, patience, b.Output())
	}
}

// worker keeps one browser at work until there are no more jobs. A document that takes too long fails, and the
// browser is replaced.
func (s *server) worker(engine browser.Engine, worker int) error {
	for range 10 {
		url := s.nextURL(worker)
		if url == "/idle" {
			return nil
		}
		b, err := s.open(engine, url)
		if err != nil {
			return err
		}
		why := s.watch(b, worker)
		b.Stop()
		if why == "" {
			return nil
		}
	}
	return fmt.Errorf("too many documents without a result")
}

// watch waits until the worker's browser has nothing more to do; otherwise it says why it can't go on.
func (s *server) watch(b *browser.Browser, worker int) (why string) {
	for {
		select {
		case <-b.Done():
			why = "the browser ended: " + b.Output()
		case <-time.After(50 * time.Millisecond):
		}
		late, busy := s.overdue(worker)
		if !busy {
			return ""
		}
		if why == "" && late == nil {
			continue
		}
		if why == "" {
			why = fmt.Sprintf("no result within %v", patience)
		}
		s.lose(worker, why)
		return why
	}
}

// lose gives the worker's job at hand another try, once: a page may crash, as WebKit's does now and then. The second
// time it has failed.
func (s *server) lose(worker int, why string) {
	s.mu.Lock()
	var lost []*job
	for _, j := range s.jobs[:s.next] {
		if j.worker == worker && j.Result == nil && !slices.Contains(s.again, j) {
			lost = append(lost, j)
		}
	}
	s.mu.Unlock()
	for _, j := range lost {
		s.mu.Lock()
		reason := why + "; " + strings.Join(j.steps, ", ")
		first := j.lost == ""
		if first {
			j.lost = reason
		}
		s.mu.Unlock()
		if !first {
			failure, _ := json.Marshal(map[string]string{"failure": reason})
			s.done(j, failure)
			continue
		}
		s.api.log(j.Run) // forgets what the API has seen
		s.mu.Lock()
		s.again = append(s.again, j)
		s.mu.Unlock()
	}
}
