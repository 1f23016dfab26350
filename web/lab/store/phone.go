package store

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"time"
)

// Message is a one-time code as it arrives on the customer's phone or in the mailbox.
type Message struct {
	To   string    `json:"to"`   // "+966501234567" or an e-mail address
	Type string    `json:"type"` // mobile or email
	Code string    `json:"code"`
	Text string    `json:"text"` // in the language of the request that caused it
	At   time.Time `json:"at"`

	number uint64 // counts up, never reused: the id of a stream's event
}

// phones holds what each customer received, and who watches.
type phones struct {
	last     uint64
	messages map[string][]Message // by the customer's key, oldest first
	streams  map[string]map[chan Message]struct{}
}

const (
	maxMessages = 100              // kept of each customer
	heartbeat   = 15 * time.Second // finds out that a watcher has gone
)

// Phone lists what a token's customer received, oldest first.
func (s *Store) Phone(bearer string) []Message {
	t, err := parseToken(bearer)
	if err != nil {
		return nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]Message(nil), s.phones.messages[t.key]...)
}

// deliver sends a message to the call's customer and prints it. The store's lock is held.
func (c *call) deliver(m Message) {
	s := c.store
	s.phones.last++
	m.number, m.At = s.phones.last, c.now.UTC()
	t, _ := parseToken(bearer(c.request))
	messages := append(s.phones.messages[t.key], m)
	s.phones.messages[t.key] = messages[max(0, len(messages)-maxMessages):]
	for stream := range s.phones.streams[t.key] {
		select {
		case stream <- m:
		default: // a watcher that doesn't read finds it in the list
		}
	}
	_, _ = fmt.Fprintf(s.options.Log, "%s  code %s  to %s (%s)\n", m.At.Format(time.TimeOnly), m.Code, m.To, m.Type)
}

// servePhone is GET /dev/phone?token=…: the customer's messages as a JSON list, oldest first.
func (s *Store) servePhone(w http.ResponseWriter, r *http.Request) {
	if _, ok := watchedCustomer(w, r); !ok {
		return
	}
	messages := s.Phone(r.URL.Query().Get("token"))
	if messages == nil {
		messages = []Message{}
	}
	writeJSON(w, http.StatusOK, messages)
}

// serveStream is GET /dev/phone/stream?token=…: the messages from now on as server-sent events, and, for a watcher
// that reconnects with Last-Event-ID, those it missed.
func (s *Store) serveStream(w http.ResponseWriter, r *http.Request) {
	key, ok := watchedCustomer(w, r)
	if !ok {
		return
	}
	stream := make(chan Message, 32)
	missed := s.watch(key, stream, r.Header.Get("Last-Event-ID"))
	defer s.unwatch(key, stream)

	h := w.Header()
	h.Set("Content-Type", "text/event-stream; charset=utf-8")
	h.Set("Cache-Control", "no-store")
	h.Set("X-Content-Type-Options", "nosniff")
	control := http.NewResponseController(w)
	_ = control.SetWriteDeadline(time.Time{}) // the server's would end the stream
	send := func(format string, values ...any) bool {
		_, err := fmt.Fprintf(w, format, values...)
		return err == nil && control.Flush() == nil
	}
	event := func(m Message) bool {
		data, _ := json.Marshal(m)
		return send("id: %d\ndata: %s\n\n", m.number, data)
	}

	alive := send("retry: 1000\n\n")
	for _, m := range missed {
		alive = alive && event(m)
	}
	beat := time.NewTicker(heartbeat)
	defer beat.Stop()
	for alive {
		select {
		case m := <-stream:
			alive = event(m)
		case <-beat.C:
			alive = send(": still here\n\n")
		case <-r.Context().Done():
			return
		case <-s.done:
			return
		}
	}
}

// watchedCustomer answers the key of the customer whom ?token= names, or the refusal.
func watchedCustomer(w http.ResponseWriter, r *http.Request) (key string, ok bool) {
	t, err := parseToken(r.URL.Query().Get("token"))
	if err != nil {
		failure(http.StatusUnauthorized, textUnauthorized.in(languageOf(r))).write(w)
		return "", false
	}
	return t.key, true
}

func (s *Store) watch(key string, stream chan Message, after string) (missed []Message) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.phones.streams[key] == nil {
		s.phones.streams[key] = map[chan Message]struct{}{}
	}
	s.phones.streams[key][stream] = struct{}{}
	if last, err := strconv.ParseUint(after, 10, 64); err == nil {
		for _, m := range s.phones.messages[key] {
			if m.number > last {
				missed = append(missed, m)
			}
		}
	}
	return missed
}

func (s *Store) unwatch(key string, stream chan Message) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.phones.streams[key], stream)
	if len(s.phones.streams[key]) == 0 {
		delete(s.phones.streams, key)
	}
}
