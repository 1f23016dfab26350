package api

import (
	"encoding/json"
	"fmt"
	"net/http"
)

// Answer is one answer, as a script in JavaScript or Go writes it.
type Answer struct {
	Status  int               `json:"status"`  // 200 by default
	Headers map[string]string `json:"headers"` // besides CORS's
	Body    json.RawMessage   `json:"body"`    // as JSON
	Text    *string           `json:"text"`    // instead of Body, as it is
	Module  bool              `json:"module"`  // instead of Body, API's file
	Hold    int               `json:"hold"`    // until its key has been released so often since the script was set
	Drop    string            `json:"drop"`    // "before" the answer or "within" its body the connection ends
	NoCORS  bool              `json:"noCORS"`  // the browser keeps the answer from the page
}

// Write writes the answer, whatever it waits for.
func (a *Answer) Write(w http.ResponseWriter) {
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
