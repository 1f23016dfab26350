// Package api is a store API that answers as a test says, for all suites: test, parity and soak. One server has many, called
// runs; the first part of a path says which is meant. A test's page controls its run over HTTP (Control), a test in Go by methods.
// A store that behaves like Salla's is in web/lab/store.
package api

import (
	"context"
	"encoding/json"
	"net/http"
	"slices"
	"strings"
	"sync"
)

// Script is what a run answers: a list of answers by "METHOD path", used in turn, the last one again and again. The list of
// Any is for what has none of its own; without one the answer is an empty success.
type Script map[string][]Answer

// Any is the key of a Script for every request.
const Any = "*"

// API is a scripted API. Its zero value is ready to use.
type API struct {
	Module string // the file of an Answer's Module

	mu   sync.Mutex
	runs map[string]*run
}

// run is what one scenario or test has asked for, and got.
type run struct {
	script  Script
	used    map[string]int // answers given, by key of the script
	freed   map[string]int // how often requests were released, likewise
	log     []Request
	held    int           // requests that wait now
	changed chan struct{} // closed, and replaced, when a request arrives or is released
}

func newRun() *run {
	return &run{used: map[string]int{}, freed: map[string]int{}, log: []Request{}, changed: make(chan struct{})}
}

// of returns a run; the lock is held.
func (a *API) of(id string) *run {
	if a.runs == nil {
		a.runs = map[string]*run{}
	}
	if a.runs[id] == nil {
		a.runs[id] = newRun()
	}
	return a.runs[id]
}

func (r *run) notify() {
	close(r.changed)
	r.changed = make(chan struct{})
}

// Set says what a run answers from now on.
func (a *API) Set(id string, script Script) {
	a.mu.Lock()
	defer a.mu.Unlock()
	r := a.of(id)
	r.script = script
	for key, answers := range script {
		delete(r.used, key)
		for i := range answers {
			if answers[i].Hold > 0 { // counted from now on
				answers[i].Hold += r.freed[key]
			}
		}
	}
}

// Release lets those answers go that wait for one release more of the script's key.
func (a *API) Release(id, key string) {
	a.mu.Lock()
	defer a.mu.Unlock()
	r := a.of(id)
	r.freed[key]++
	r.notify()
}

// Requests returns what a run has been asked so far.
func (a *API) Requests(id string) []Request {
	a.mu.Lock()
	defer a.mu.Unlock()
	return slices.Clone(a.of(id).log)
}

// Forget ends a run, and returns what it has been asked.
func (a *API) Forget(id string) []Request {
	a.mu.Lock()
	defer a.mu.Unlock()
	log := a.of(id).log
	delete(a.runs, id)
	return log
}

// Arrived waits until a run has been asked so often, preflights not counted, or whoever waits has gone.
func (a *API) Arrived(ctx context.Context, id string, count int) {
	a.wait(ctx, id, func(r *run) bool {
		seen := 0
		for _, request := range r.log {
			if request.Method != http.MethodOptions {
				seen++
			}
		}
		return seen >= count
	})
}

// wait waits until a run is as wanted; it reports false where whoever waits has gone.
func (a *API) wait(ctx context.Context, id string, holds func(r *run) bool) bool {
	a.mu.Lock()
	defer a.mu.Unlock()
	r := a.of(id)
	for !holds(r) {
		changed := r.changed
		a.mu.Unlock()
		select {
		case <-changed:
		case <-ctx.Done():
		}
		a.mu.Lock()
		if ctx.Err() != nil {
			return false
		}
	}
	return true
}

// ServeHTTP answers a request of the run that its path begins with; a store's own prefix may follow.
func (a *API) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	id, path, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, "/"), "/")
	path = strings.TrimPrefix(path, "store/v1/")
	request := observe(r, path)
	key, answer := a.next(id, r.Method+" "+path, request)
	if r.Method == http.MethodOptions {
		h := w.Header()
		h.Set("Access-Control-Allow-Origin", "*")
		h.Set("Access-Control-Allow-Methods", "*, GET, POST, PUT, DELETE")
		h.Set("Access-Control-Allow-Headers", r.Header.Get("Access-Control-Request-Headers"))
		h.Set("Access-Control-Max-Age", "600") // otherwise five seconds: how fast the machine is would say what is asked again
		w.WriteHeader(http.StatusNoContent)
		return
	}
	a.count(id, 1)
	goes := a.wait(r.Context(), id, func(r *run) bool { return r.freed[key] >= answer.Hold })
	a.count(id, -1)
	if !goes {
		return
	}
	if answer.Module {
		w.Header().Set("Content-Type", "application/wasm")
		http.ServeFile(w, r, a.Module)
		return
	}
	answer.Write(w)
}

func (a *API) count(id string, held int) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.of(id).held += held
}

// next logs a request and returns its answer, with the key that it stands under in the script.
func (a *API) next(id, key string, request Request) (string, Answer) {
	a.mu.Lock()
	defer a.mu.Unlock()
	r := a.of(id)
	answer := Answer{Body: json.RawMessage(`{"status":200,"success":true,"data":[]}`)}
	list := r.script[key]
	if len(list) == 0 && request.Method != http.MethodOptions {
		key = Any
		list = r.script[key]
	}
	if len(list) > 0 {
		answer = list[min(r.used[key], len(list)-1)]
		if answer.Drop == "" { // what is dropped a browser may try once more by itself
			r.used[key]++
		}
	}
	if answer.Drop == "" || !slices.ContainsFunc(r.log, request.same) {
		r.log = append(r.log, request)
		r.notify()
	}
	return key, answer
}

// Control adds what a page controls its run by: PUT /script/RUN sets its script, POST /release/RUN releases requests of a key,
// POST /arrived/RUN answers when there were so many, GET /requests/RUN has them, and GET /held/RUN how many wait.
func (a *API) Control(mux *http.ServeMux) {
	mux.HandleFunc("PUT /script/{run}", func(w http.ResponseWriter, r *http.Request) {
		var script Script
		if read(w, r, &script) {
			a.Set(r.PathValue("run"), script)
		}
	})
	mux.HandleFunc("POST /release/{run}", func(w http.ResponseWriter, r *http.Request) {
		var key string
		if read(w, r, &key) {
			a.Release(r.PathValue("run"), key)
		}
	})
	mux.HandleFunc("POST /arrived/{run}", func(w http.ResponseWriter, r *http.Request) {
		var count int
		if read(w, r, &count) {
			a.Arrived(r.Context(), r.PathValue("run"), count)
		}
	})
	mux.HandleFunc("GET /requests/{run}", func(w http.ResponseWriter, r *http.Request) {
		_ = json.NewEncoder(w).Encode(a.Requests(r.PathValue("run"))) // the page may have gone
	})
	mux.HandleFunc("GET /held/{run}", func(w http.ResponseWriter, r *http.Request) {
		a.mu.Lock()
		defer a.mu.Unlock()
		_ = json.NewEncoder(w).Encode(a.of(r.PathValue("run")).held)
	})
}

func read(w http.ResponseWriter, r *http.Request, value any) bool {
	err := json.NewDecoder(r.Body).Decode(value)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
	}
	return err == nil
}
