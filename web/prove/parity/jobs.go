package main

import (
	"encoding/json"
	"fmt"
	"html/template"
	"io"
	"net/http"
	"path"
	"slices"
	"strings"
	"time"
)

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
	`<title>{{.Job.Scenario}}</title><script type="importmap">` +
	`{"imports": {"p-timeout": "/v/npm/p-timeout/index.js", "p-wait-for": "/v/npm/p-wait-for/index.js"}}</script><script>window.PARITY = {{.Job}}</script><script src="/v/page/recorder.js"></script>` +
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

// script sets what the API says to a job. What a document has asked for before its first script is the SDK's start.
func (s *server) script(mux *http.ServeMux) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if j := s.find(r.PathValue("run")); j != nil && !j.scripted {
			j.scripted = true // its page asks for one thing after the other
			s.step(j, "script")
			s.api.Forget(j.Run)
		}
		mux.ServeHTTP(w, r)
	}
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
	requests := s.api.Forget(j.Run)
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
	j.worker, j.given, j.steps, j.scripted = worker, time.Now(), nil, false
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
