package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"sync"
)

// Answer is what the scripted API says to one request, as a scenario writes it in JavaScript.
type Answer struct {
	Status  int               `json:"status"`  // 200 by default
	Headers map[string]string `json:"headers"` // besides CORS's
	Body    json.RawMessage   `json:"body"`    // as JSON
	Text    *string           `json:"text"`    // instead of Body, as it is
	Hold    int               `json:"hold"`    // until the scenario has released the request so often
	Drop    string            `json:"drop"`    // "before" the answer or "within" its body the connection ends
	NoCORS  bool              `json:"noCORS"`  // the browser keeps the answer from the page
}

// Script is what the API says while one scenario runs: a list of answers by "METHOD path", used in turn, the
// last one again and again. What no list is for gets an empty success.
type Script map[string][]Answer

// Request is what the API saw of a request; the headers are those that the page decides on, with lower-case names, and the body
// is text, or the parts of a multipart one.
type Request struct {
	Method  string            `json:"method"`
	Path    string            `json:"path"` // with its query, under the store API
	Headers map[string]string `json:"headers"`
	Body    any               `json:"body"`
	Cookie  bool              `json:"cookie"`
}

// api is the scripted store API, one per run of a scenario: the first part of the path says which.
type api struct {
	mu      sync.Mutex
	scripts map[string]Script
	used    map[string]int // answers given, by run and "METHOD path"
	logs    map[string][]Request
	gates   map[string]*gate // by run and "METHOD path"
	arrived chan struct{}    // closed, and replaced, when a request arrives
}

// gate says how often a request was released.
type gate struct {
	count int
	next  chan struct{} // closed, and replaced, when it is released once more
}

func newAPI() *api {
	return &api{
		scripts: map[string]Script{}, used: map[string]int{}, logs: map[string][]Request{},
		gates: map[string]*gate{}, arrived: make(chan struct{}),
	}
}

// script sets what the API says to a run from now on. Requests are logged from the first time.
func (a *api) script(run string, s Script) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.scripts[run] = s
	for request := range s {
		delete(a.used, run+" "+request)
		delete(a.gates, run+" "+request)
	}
	if a.logs[run] == nil {
		a.logs[run] = []Request{}
	}
}

// log answers the requests of a run since its script was set first.
func (a *api) log(run string) []Request {
	a.mu.Lock()
	defer a.mu.Unlock()
	log := a.logs[run]
	delete(a.logs, run)
	delete(a.scripts, run)
	return log
}

// waitFor waits until so many requests of a run have arrived, or who waits has gone.
func (a *api) waitFor(ctx context.Context, run string, count int) {
	for {
		seen := 0
		a.mu.Lock()
		for _, r := range a.logs[run] {
			if r.Method != http.MethodOptions {
				seen++
			}
		}
		arrived := a.arrived
		a.mu.Unlock()
		if seen >= count {
			return
		}
		select {
		case <-arrived:
		case <-ctx.Done():
			return
		}
	}
}

// gate answers that of a request; the lock is held.
func (a *api) gate(run, request string) *gate {
	key := run + " " + request
	if a.gates[key] == nil {
		a.gates[key] = &gate{next: make(chan struct{})}
	}
	return a.gates[key]
}

// held waits until the request has been released so often; false where the page has gone meanwhile.
func (a *api) held(ctx context.Context, run, request string, count int) bool {
	a.mu.Lock()
	g := a.gate(run, request)
	for g.count < count {
		next := g.next
		a.mu.Unlock()
		select {
		case <-next:
		case <-ctx.Done():
			return false
		}
		a.mu.Lock()
	}
	a.mu.Unlock()
	return true
}

func (a *api) release(run, request string) {
	a.mu.Lock()
	defer a.mu.Unlock()
	g := a.gate(run, request)
	g.count++
	close(g.next)
	g.next = make(chan struct{})
}

func (a *api) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	run, rest, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, "/"), "/")
	path := strings.TrimPrefix(rest, "store/v1/")
	seen := observe(r, path)
	answer := a.next(run, r.Method+" "+path)
	a.mu.Lock()
	if log, open := a.logs[run]; open {
		// A browser may try a dropped request again: that is its own affair.
		again := answer.Drop != "" && slices.ContainsFunc(log, seen.same)
		if !again {
			a.logs[run] = append(log, seen)
			close(a.arrived)
			a.arrived = make(chan struct{})
		}
	}
	a.mu.Unlock()

	if r.Method == http.MethodOptions {
		h := w.Header()
		h.Set("Access-Control-Allow-Origin", "*")
		h.Set("Access-Control-Allow-Methods", "*, GET, POST, PUT, DELETE")
		h.Set("Access-Control-Allow-Headers", r.Header.Get("Access-Control-Request-Headers"))
		h.Set("Access-Control-Max-Age", "600") // otherwise five seconds: how fast the machine is would say what is asked again
		w.WriteHeader(http.StatusNoContent)
		return
	}
	if a.held(r.Context(), run, r.Method+" "+path, answer.Hold) {
		answer.write(w)
	}
}

func (a *api) next(run, request string) Answer {
	a.mu.Lock()
	defer a.mu.Unlock()
	list := a.scripts[run][request]
	if len(list) == 0 {
		return Answer{Body: json.RawMessage(`{"status":200,"success":true,"data":[]}`)}
	}
	key := run + " " + request
	n := min(a.used[key], len(list)-1)
	if list[n].Drop == "" {
		a.used[key]++
	}
	return list[n]
}

func (a *Answer) write(w http.ResponseWriter) {
	h := w.Header()
	h.Set("Date", "Thu, 01 Jan 2026 00:00:00 GMT")
	if !a.NoCORS {
		h.Set("Access-Control-Allow-Origin", "*")
	}
	body := []byte(a.Body)
	if a.Text != nil {
		body = []byte(*a.Text)
		h.Set("Content-Type", "text/html; charset=utf-8")
	} else if body != nil {
		h.Set("Content-Type", "application/json")
	}
	for name, value := range a.Headers {
		h.Set(name, value)
	}
	status := a.Status
	if status == 0 {
		status = http.StatusOK
	}
	if a.Drop != "" {
		a.drop(w, status, body)
		return
	}
	w.WriteHeader(status)
	_, _ = w.Write(body) // the page may have gone
}

// drop ends the connection before or within the answer.
func (a *Answer) drop(w http.ResponseWriter, status int, body []byte) {
	connection, _, err := w.(http.Hijacker).Hijack()
	if err != nil {
		return
	}
	defer connection.Close() // orderly: what was written before arrives
	if a.Drop == "within" {
		head := fmt.Sprintf("HTTP/1.1 %d OK\r\nContent-Type: application/json\r\nAccess-Control-Allow-Origin: *\r\n", status)
		_, _ = fmt.Fprintf(connection, "%sContent-Length: %d\r\n\r\n%s", head, len(body)+100, body)
	}
}
