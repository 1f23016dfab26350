package api

import (
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"slices"
	"strings"
)

// Request is what the API saw of a request.
type Request struct {
	Method  string            `json:"method"`
	Path    string            `json:"path"`    // with its query, under the store API
	Headers map[string]string `json:"headers"` // that the page decides on, with lower-case names
	Body    any               `json:"body"`    // a text, or the Parts of a multipart one
	Cookie  bool              `json:"cookie"`
}

// Part is one of a multipart body.
type Part struct {
	Name string `json:"name"`
	File string `json:"file,omitempty"`
	Type string `json:"type,omitempty"`
	Text string `json:"text"`
}

// browserHeaders are those that the browser decides on, not the page.
var browserHeaders = []string{
	"accept-encoding", "connection", "content-length", "cookie", "dnt", "host", "pragma", "priority", "referer", "te",
	"upgrade-insecure-requests", "user-agent",
}

// observe reads what the page decided on: headers in lower case, and the body, multipart without its boundary.
func observe(r *http.Request, path string) Request {
	if r.URL.RawQuery != "" {
		path += "?" + r.URL.RawQuery
	}
	seen := Request{Method: r.Method, Path: path, Headers: map[string]string{}, Cookie: r.Header.Get("Cookie") != ""}
	for name, values := range r.Header {
		name = strings.ToLower(name)
		if !slices.Contains(browserHeaders, name) && !strings.HasPrefix(name, "sec-") {
			seen.Headers[name] = strings.Join(values, ", ")
		}
	}
	// In which order a browser lists them is its own affair, and whether it repeats a preflight, too.
	if list := seen.Headers["access-control-request-headers"]; list != "" {
		names := strings.Split(list, ",")
		slices.Sort(names)
		seen.Headers["access-control-request-headers"] = strings.Join(names, ",")
	}
	body, err := io.ReadAll(r.Body)
	if err != nil {
		seen.Body = "broken: " + err.Error()
		return seen
	}
	contentType := r.Header.Get("Content-Type")
	if contentType != "" { // some browsers write its charset in capitals
		seen.Headers["content-type"] = strings.ToLower(contentType)
	}
	kind, parameters, _ := mime.ParseMediaType(contentType)
	if kind == "multipart/form-data" {
		seen.Headers["content-type"] = "multipart/form-data; boundary=…"
		seen.Body = parts(multipart.NewReader(strings.NewReader(string(body)), parameters["boundary"]))
		return seen
	}
	seen.Body = string(body)
	return seen
}

func parts(r *multipart.Reader) []Part {
	list := []Part{}
	for {
		p, err := r.NextPart()
		if err != nil {
			if err != io.EOF {
				list = append(list, Part{Name: "broken: " + err.Error()})
			}
			return list
		}
		text, _ := io.ReadAll(p)
		list = append(list, Part{Name: p.FormName(), File: p.FileName(), Type: p.Header.Get("Content-Type"), Text: string(text)})
	}
}

func (r Request) same(other Request) bool {
	return r.Method == other.Method && r.Path == other.Path && fmt.Sprint(r.Body) == fmt.Sprint(other.Body)
}
