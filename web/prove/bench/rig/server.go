// Package rig is what a measurement stands on: a server that answers from memory, Chromium, and page scripts that
// call the module, the SDK and the plain JavaScript in turn. The benchmark and the soak of web/prove/budget share it.
package rig

import (
	"bytes"
	"embed"
	"fmt"
	"io"
	"net"
	"net/http"
	"regexp"
	"strings"
	"time"

	"github.com/andybalholm/brotli"
)

//go:embed page/*.js
var scripts embed.FS

// profileAnswer is what the API says to everything: a customer's profile.
const profileAnswer = `{"status":200,"success":true,"data":{"id":1001,"first_name":"Nora","last_name":"Al-Salem",` +
	`"email":"nora@example.com","avatar":"https://cdn.example.com/avatar.png","gender":"female","birthday":"1994-03-08",` +
	`"phone":{"code":"+966","number":"501234567","country":"SA"},"currency":"SAR","language":"ar","notifications":3,` +
	`"pending_orders":1,"is_hidden_name":false,"is_notifiable":true}}`

// ScriptMark is the performance mark that every script added with AddScript sets in its first statement.
const ScriptMark = "lab:script"

// JavaScript is the Content-Type of scripts.
const JavaScript = "text/javascript; charset=utf-8"

// file is what the server answers with, as it crosses the wire.
type file struct {
	kind     string // Content-Type
	encoding string // Content-Encoding
	data     []byte
}

// Server serves the files, pages and API of a measurement on the loopback interface, from memory.
type Server struct {
	URL    string // without a slash at the end
	server *http.Server
	files  map[string]file
}

// NewServer starts a server that has the page scripts at /lab/ and the API at /store/v1/. Add all files before a
// browser asks for one.
func NewServer() (*Server, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	s := &Server{URL: "http://" + listener.Addr().String(), files: map[string]file{}}
	entries, err := scripts.ReadDir("page")
	if err != nil {
		return nil, err
	}
	for _, entry := range entries {
		text, err := scripts.ReadFile("page/" + entry.Name())
		if err != nil {
			return nil, err
		}
		s.files["/lab/"+entry.Name()] = file{kind: JavaScript, data: text}
	}
	s.server = &http.Server{Handler: s, ReadHeaderTimeout: time.Minute}
	go func() { _ = s.server.Serve(listener) }() // ends with Close
	return s, nil
}

// Close ends the server and its connections.
func (s *Server) Close() { _ = s.server.Close() }

// AddPage adds a page made of the tags.
func (s *Server) AddPage(path string, tags ...string) {
	html := `<!doctype html><html lang="ar"><meta charset="utf-8"><link rel="icon" href="data:">` + strings.Join(tags, "\n")
	s.files[path] = file{kind: "text/html; charset=utf-8", data: []byte(html)}
}

// topComments are the lines where a browser looks for what a script says to its compiler.
var topComments = regexp.MustCompile(`^(//.*\n)*`)

// AddScript adds a classic script that begins by setting ScriptMark, compressed as a store's server would.
func (s *Server) AddScript(path string, text []byte) error {
	const level = 9 // unpacks like 11 and packs in a tenth of the time
	data, err := Brotli(Marked(text), level)
	s.AddPacked(path, JavaScript, data)
	return err
}

// Marked is the script with ScriptMark set in its first statement.
func Marked(text []byte) []byte {
	top := topComments.Find(text)
	return fmt.Appendf(nil, "%sperformance.mark('%s');%s", top, ScriptMark, text[len(top):])
}

// AddPacked adds a file that brotli has compressed.
func (s *Server) AddPacked(path, kind string, data []byte) { s.files[path] = file{kind, "br", data} }

// ServeHTTP implements http.Handler.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Cache-Control", "no-store")
	// Only a page that is isolated from others gets a clock finer than 100 microseconds.
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Embedder-Policy", "require-corp")
	if found, ok := s.files[r.URL.Path]; ok {
		h.Set("Content-Type", found.kind)
		if found.encoding != "" {
			h.Set("Content-Encoding", found.encoding)
		}
		_, _ = w.Write(found.data) // fails where the page has gone
		return
	}
	if !strings.HasPrefix(r.URL.Path, "/store/v1/") {
		http.NotFound(w, r)
		return
	}
	_, _ = io.Copy(io.Discard, r.Body) // so that the connection stays open
	h.Set("Content-Type", "application/json; charset=utf-8")
	_, _ = io.WriteString(w, profileAnswer)
}

// Brotli compresses; level is 0 to 11.
func Brotli(data []byte, level int) ([]byte, error) {
	var b bytes.Buffer
	w := brotli.NewWriterOptions(&b, brotli.WriterOptions{Quality: level, LGWin: 22})
	if _, err := w.Write(data); err != nil {
		return nil, err
	}
	err := w.Close()
	return b.Bytes(), err
}
