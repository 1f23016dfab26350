// Package site serves the demo pages, the built module and the SDK's npm package beside a store: what web/lab/serve shows a
// developer, and what the browser tests mount. It knows files and how they are served; what answers as Salla does is
// the store (web/lab/store).
package site

import (
	"fmt"
	"io/fs"
	"net/http"
	"os"
	"path"
	"strings"
	"time"
)

// Options name what to serve. A folder may be missing, or appear later: its files are 404 until then.
type Options struct {
	Demo  string       // folder of the pages, served at /
	Dist  string       // folder of the built module, served at /dist/
	NPM   string       // a node_modules, of which NPMScope is served at /npm/, and some packages bundled at /lib/
	Docs  string       // the project's folder, of Documents: their examples are served at /docs/ and /example/
	Store http.Handler // gets the paths of StorePaths; none where nil
}

// NPMScope is the only part of node_modules that is served: the SDK and its components are in it, bundled.
const NPMScope = "@salla.sa/"

// StorePaths are the beginnings of the paths that go to the store.
var StorePaths = []string{"/store/", "/uploads/", "/dev/", "/languages/", "/cart/", "/logout"}

// Handler serves files by GET and HEAD, the precompressed sibling (.br, .gz) where there is one and the client takes
// it, without listing folders or following a path or link out of them: what isn't there is 404, another method 405. Clients
// revalidate at each load.
func Handler(options Options) http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/", pages(options.Demo, files(options.Demo, "", "")))
	mux.Handle("/dist/", files(options.Dist, "/dist/", ""))
	mux.Handle("/npm/", files(options.NPM, "/npm/", NPMScope))
	mux.HandleFunc("GET /docs/{file}", options.serveExamples)
	mux.HandleFunc("GET /example/{file}", options.serveExample)
	mux.Handle("GET /lib/{file}", &library{npm: options.NPM, built: map[string][]byte{}})
	if options.Store != nil {
		for _, path := range StorePaths {
			mux.Handle(path, options.Store)
		}
	}
	return mux
}

// files serves a folder under a prefix, of it only what begins with scope.
func files(folder, prefix, scope string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("X-Content-Type-Options", "nosniff")
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			h.Set("Allow", "GET, HEAD")
			http.Error(w, "405 method not allowed", http.StatusMethodNotAllowed)
			return
		}
		name := strings.TrimPrefix(strings.TrimPrefix(r.URL.Path, prefix), "/")
		if name == "" {
			name = "index.html"
		}
		if folder == "" || !servable(name) || !strings.HasPrefix(name, scope) || serveFile(w, r, folder, name) != nil {
			http.Error(w, "404 page not found", http.StatusNotFound)
		}
	}
}

// servable refuses what isn't a plain path down into the folder, and hidden files.
func servable(name string) bool {
	return fs.ValidPath(name) && !strings.ContainsAny(name, "\\\x00") &&
		!strings.HasPrefix(name, ".") && !strings.Contains(name, "/.")
}

// serveFile answers with a file of a folder. An error means that nothing was written: there is no such file.
func serveFile(w http.ResponseWriter, r *http.Request, folder, name string) error {
	root, err := os.OpenRoot(folder) // at each request: `make dist` may replace the folder
	if err != nil {
		return err
	}
	defer func() { _ = root.Close() }()
	file, info, err := open(root, name)
	if err != nil {
		return err
	}
	defer func() { _ = file.Close() }()

	h := w.Header()
	h.Set("Content-Type", contentType(name))
	h.Set("Cache-Control", "no-cache")
	h.Set("Vary", "Accept-Encoding")
	// A theme loads the module from another origin than its own page's.
	h.Set("Access-Control-Allow-Origin", "*")
	h.Set("Cross-Origin-Resource-Policy", "cross-origin")

	encoding, compressed, compressedInfo := precompressed(root, name, info, r.Header.Get("Accept-Encoding"))
	if compressed != nil {
		defer func() { _ = compressed.Close() }()
		h.Set("Content-Encoding", encoding)
		h.Set("Content-Length", fmt.Sprint(compressedInfo.Size())) // ServeContent leaves it out for encoded bodies
		r = r.Clone(r.Context())
		r.Header.Del("Range") // of the encoded bytes it would be of no use
		file, info = compressed, compressedInfo
	}
	h.Set("ETag", fmt.Sprintf(`"%x-%x%s"`, info.ModTime().UnixNano(), info.Size(), encoding))
	http.ServeContent(w, r, "", time.Time{}, file)
	return nil
}

// open opens a regular file.
func open(root *os.Root, name string) (*os.File, fs.FileInfo, error) {
	file, err := root.Open(name)
	if err != nil {
		return nil, nil, err
	}
	info, err := file.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = fs.ErrNotExist
	}
	if err != nil {
		_ = file.Close()
		return nil, nil, err
	}
	return file, info, nil
}

// contentTypes don't depend on the machine's own table, which has no application/wasm on some.
var contentTypes = map[string]string{
	".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8",
	".js": "text/javascript; charset=utf-8", ".mjs": "text/javascript; charset=utf-8",
	".json": "application/json", ".map": "application/json", ".wasm": "application/wasm",
	".ts": "text/plain; charset=utf-8", ".md": "text/plain; charset=utf-8", ".txt": "text/plain; charset=utf-8",
	".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".ico": "image/x-icon", ".webp": "image/webp",
	".woff2": "font/woff2",
}

func contentType(name string) string {
	if known, ok := contentTypes[path.Ext(name)]; ok {
		return known
	}
	return "application/octet-stream"
}
