package test

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"slices"
	"sync"
)

// collector is a server that allows every page everything, and keeps what it gets.
type collector struct {
	mu   sync.Mutex
	seen map[string][]received // by id
}

// allow lets pages of every origin send what they like.
func allow(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Access-Control-Allow-Origin", "*")
	h.Set("Access-Control-Allow-Methods", "*")
	h.Set("Access-Control-Allow-Headers", r.Header.Get("Access-Control-Request-Headers"))
}

func (c *collector) collect(w http.ResponseWriter, r *http.Request) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.seen == nil {
		c.seen = map[string][]received{}
	}
	c.seen[r.PathValue("id")] = append(c.seen[r.PathValue("id")], receive(r))
	allow(w, r)
	w.Header().Set("Content-Type", "application/json")
	_, _ = fmt.Fprint(w, `{"success":true,"data":{}}`)
}

func (c *collector) collected(w http.ResponseWriter, r *http.Request) {
	c.mu.Lock()
	defer c.mu.Unlock()
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(slices.Concat([]received{}, c.seen[r.PathValue("id")]))
}

// hanging is a server that never answers, and knows how many wait for it.
type hanging struct {
	mu    sync.Mutex
	count map[string]int // by id
}

func (h *hanging) hang(w http.ResponseWriter, r *http.Request) {
	allow(w, r)
	if r.Method == http.MethodOptions {
		return
	}
	_, _ = io.Copy(io.Discard, r.Body) // or it doesn't learn that the browser has gone
	h.add(r.PathValue("id"), 1)
	<-r.Context().Done()
	h.add(r.PathValue("id"), -1)
}

func (h *hanging) add(id string, n int) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.count[id] += n
}

func (h *hanging) tell(w http.ResponseWriter, r *http.Request) {
	h.mu.Lock()
	defer h.mu.Unlock()
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(h.count[r.PathValue("id")])
}
