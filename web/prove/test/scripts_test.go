package test

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"net/http"
	"strings"
	"sync"
)

// scripts are store APIs that answer as a test says. Each has an id and lives at /api/ID/….
type scripts struct {
	module string // file

	mu   sync.Mutex
	byID map[string]*script
}

// script is one of them: the answers to come, and the requests that came.
type script struct {
	Answers  []scripted `json:"answers"`
	requests []received
	release  chan struct{} // closed where held answers may go
}

// scripted is an answer.
type scripted struct {
	Status  int               `json:"status"`
	Headers map[string]string `json:"headers"`
	Body    json.RawMessage   `json:"body"`
	Text    *string           `json:"text"`   // instead of body
	Module  bool              `json:"module"` // instead of body
	Hold    bool              `json:"hold"`   // until it is released
	Drop    bool              `json:"drop"`   // the connection, from now on
}

// received is a request.
type received struct {
	Method  string            `json:"method"`
	Path    string            `json:"path"`
	Query   string            `json:"query"`
	Headers map[string]string `json:"headers"` // by their lower-case names
	Body    string            `json:"body"`
	Parts   map[string]string `json:"parts,omitempty"` // of multipart: a text, or "name type content" of a file
}

func (s *scripts) of(id string) *script {
	if s.byID[id] == nil {
		s.byID[id] = &script{release: make(chan struct{})}
	}
	return s.byID[id]
}

// control is the tests' side: PUT gives the answers to come, POST releases those that are held, GET tells the requests.
func (s *scripts) control(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	script := s.of(r.PathValue("id"))
	switch r.Method {
	case http.MethodPut:
		if err := json.NewDecoder(r.Body).Decode(&script.Answers); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
		}
	case http.MethodPost:
		close(script.release)
		script.release = make(chan struct{})
	default:
		w.Header().Set("Content-Type", "application/json")
		_ = json.NewEncoder(w).Encode(script.requests)
	}
}

func (s *scripts) serve(w http.ResponseWriter, r *http.Request) {
	request := receive(r)
	s.mu.Lock()
	script := s.of(r.PathValue("id"))
	script.requests = append(script.requests, request)
	answer := scripted{Body: json.RawMessage(`{"status":200,"success":true,"data":{}}`)}
	if len(script.Answers) > 0 {
		answer = script.Answers[0]
		if !answer.Drop { // a browser may try once more by itself
			script.Answers = script.Answers[1:]
		}
	}
	release := script.release
	s.mu.Unlock()

	if answer.Hold {
		select {
		case <-release:
		case <-r.Context().Done():
			return
		}
	}
	if answer.Drop {
		panic(http.ErrAbortHandler)
	}
	if answer.Module {
		w.Header().Set("Content-Type", "application/wasm")
		http.ServeFile(w, r, s.module)
		return
	}
	for name, value := range answer.Headers {
		w.Header().Set(name, value)
	}
	if w.Header().Get("Content-Type") == "" {
		w.Header().Set("Content-Type", "application/json")
	}
	w.WriteHeader(max(answer.Status, http.StatusOK))
	if answer.Text != nil {
		_, _ = io.WriteString(w, *answer.Text)
		return
	}
	_, _ = w.Write(answer.Body)
}

func receive(r *http.Request) received {
	request := received{
		Method: r.Method, Path: r.PathValue("path"), Query: r.URL.RawQuery,
		Headers: map[string]string{}, Parts: map[string]string{},
	}
	for name := range maps.Keys(r.Header) {
		request.Headers[strings.ToLower(name)] = strings.Join(r.Header[name], ", ")
	}
	if !strings.HasPrefix(request.Headers["content-type"], "multipart/") {
		body, _ := io.ReadAll(r.Body)
		request.Body = string(body)
		return request
	}
	if err := r.ParseMultipartForm(1 << 20); err != nil {
		request.Body = err.Error()
		return request
	}
	for name, values := range r.MultipartForm.Value {
		request.Parts[name] = strings.Join(values, "|")
	}
	for name, files := range r.MultipartForm.File {
		for _, header := range files {
			file, _ := header.Open()
			content, _ := io.ReadAll(file)
			request.Parts[name] = fmt.Sprintf("%s %s %s", header.Filename, header.Header.Get("Content-Type"), content)
		}
	}
	return request
}
