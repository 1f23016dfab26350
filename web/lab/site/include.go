package site

import (
	"net/http"
	"os"
	"regexp"
	"strings"
)

// include is a line of a page that stands for another file of its folder, as nginx and Apache write it.
var include = regexp.MustCompile(`(?m)^<!--#include file="([\w.-]+)" -->\n`)

// pages serves the pages of a folder with the files that they include, and leaves the rest to next.
func pages(folder string, next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		name := strings.TrimPrefix(r.URL.Path, "/")
		if name == "" {
			name = "index.html"
		}
		page, ok := readPage(folder, name)
		if !ok || r.Method != http.MethodGet && r.Method != http.MethodHead {
			next(w, r)
			return
		}
		serveText(w, r, ".html", page)
	}
}

// readPage reports whether there is a page of that name that includes something, and returns the whole.
func readPage(folder, name string) (page []byte, ok bool) {
	if folder == "" || !servable(name) || !strings.HasSuffix(name, ".html") {
		return nil, false
	}
	root, err := os.OpenRoot(folder)
	if err != nil {
		return nil, false
	}
	defer func() { _ = root.Close() }()
	page, err = root.ReadFile(name)
	if err != nil || !include.Match(page) {
		return nil, false
	}
	return include.ReplaceAllFunc(page, func(line []byte) []byte {
		part, err := root.ReadFile(string(include.FindSubmatch(line)[1]))
		if err != nil {
			return line
		}
		return part
	}), true
}
