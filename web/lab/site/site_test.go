package site

import (
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// newSite serves folders made of files: path to content.
func newSite(t *testing.T, files map[string]string) (string, *httptest.Server) {
	t.Helper()
	folder := t.TempDir()
	for _, name := range slices.Sorted(maps.Keys(files)) { // a compressed sibling after its file, as a build writes it
		file, content := filepath.Join(folder, name), files[name]
		require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o755))
		require.NoError(t, os.WriteFile(file, []byte(content), 0o600))
	}
	server := httptest.NewServer(Handler(Options{
		Demo: filepath.Join(folder, "demo"), Dist: filepath.Join(folder, "dist"), NPM: filepath.Join(folder, "npm"),
		Store: http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusTeapot) }),
	}))
	t.Cleanup(server.Close)
	return folder, server
}

func get(t *testing.T, url string, headers ...string) (*http.Response, string) {
	t.Helper()
	request, err := http.NewRequest(http.MethodGet, url, nil)
	require.NoError(t, err)
	request.Header.Set("Accept-Encoding", "identity")
	for i := 0; i < len(headers); i += 2 {
		request.Header.Set(headers[i], headers[i+1])
	}
	response, err := http.DefaultTransport.RoundTrip(request)
	require.NoError(t, err)
	defer func() { _ = response.Body.Close() }()
	body, err := io.ReadAll(response.Body)
	require.NoError(t, err)
	return response, string(body)
}

func TestFiles(t *testing.T) {
	_, server := newSite(t, map[string]string{
		"demo/index.html": "home", "demo/sdk.html": "sdk", "demo/style.css": "css", "demo/img/icon.svg": "icon", "demo/.env": "secret",
		"demo/a/.git/config": "secret", "demo/strange.xyz": "?",
		"dist/salla-profile.js": "script", "dist/salla-profile.wasm": "wasm", "dist/salla-profile.d.ts": "types", "dist/manifest.json": "{}",
		"npm/@salla.sa/twilight/dist/twilight.min.js": "sdk", "npm/axios/index.js": "axios", "outside.txt": "outside",
	})
	for path, c := range map[string]struct {
		body, contentType string
	}{
		"/":                        {"home", "text/html; charset=utf-8"},
		"/index.html":              {"home", "text/html; charset=utf-8"},
		"/sdk.html?fault=html":     {"sdk", "text/html; charset=utf-8"},
		"/style.css":               {"css", "text/css; charset=utf-8"},
		"/img/icon.svg":            {"icon", "image/svg+xml"},
		"/strange.xyz":             {"?", "application/octet-stream"},
		"/dist/salla-profile.js":   {"script", "text/javascript; charset=utf-8"},
		"/dist/salla-profile.wasm": {"wasm", "application/wasm"},
		"/dist/salla-profile.d.ts": {"types", "text/plain; charset=utf-8"},
		"/dist/manifest.json":      {"{}", "application/json"},
		"/npm/@salla.sa/twilight/dist/twilight.min.js": {"sdk", "text/javascript; charset=utf-8"},
	} {
		response, body := get(t, server.URL+path)
		assert.Equal(t, 200, response.StatusCode, path)
		assert.Equal(t, c.body, body, path)
		assert.Equal(t, c.contentType, response.Header.Get("Content-Type"), path)
		assert.Equal(t, "nosniff", response.Header.Get("X-Content-Type-Options"), path)
		assert.Equal(t, "no-cache", response.Header.Get("Cache-Control"), path)
	}
	for _, path := range []string{"/img", "/img/", "/nothing", "/.env", "/a/.git/config", "/..%2foutside.txt", "/%2e%2e/outside.txt",
		"/dist/", "/dist/..%2f..%2foutside.txt", "/dist/x%00y", "/img%5cicon.svg",
		"/npm/", "/npm/axios/index.js", "/npm/@salla.sa/", "/npm/@salla.sa/..%2faxios/index.js", "/npm/@salla.sa/%2e%2e/axios/index.js"} {
		response, body := get(t, server.URL+path)
		if response.StatusCode == http.StatusTemporaryRedirect || response.StatusCode == http.StatusMovedPermanently {
			response, body = get(t, server.URL+response.Header.Get("Location")) // the mux cleans the path first
		}
		assert.Equal(t, 404, response.StatusCode, path)
		assert.NotContains(t, body, "outside", path)
	}
	for _, path := range []string{"/store/v1/auth/user", "/uploads/x", "/dev/phone", "/languages/assets/x.js", "/cart/latest", "/logout"} {
		response, _ := get(t, server.URL+path)
		assert.Equal(t, http.StatusTeapot, response.StatusCode, path)
	}
	response, err := http.Post(server.URL+"/index.html", "text/plain", nil)
	require.NoError(t, err)
	_ = response.Body.Close()
	assert.Equal(t, http.StatusMethodNotAllowed, response.StatusCode)
}

func TestInclude(t *testing.T) {
	folder, server := newSite(t, map[string]string{
		"demo/index.html": "<p>\n<!--#include file=\"part.html\" -->\n</p>\n", "demo/part.html": "part\n",
		"demo/lost.html": "<!--#include file=\"none.html\" -->\n", "demo/out.html": "<!--#include file=\"link.html\" -->\n", "outside.html": "outside",
	})
	require.NoError(t, os.Symlink("../outside.html", filepath.Join(folder, "demo", "link.html")))
	for path, body := range map[string]string{"/": "<p>\npart\n</p>\n", "/index.html": "<p>\npart\n</p>\n", "/part.html": "part\n"} {
		response, got := get(t, server.URL+path)
		assert.Equal(t, 200, response.StatusCode, path)
		assert.Equal(t, body, got, path)
		assert.Equal(t, "no-cache", response.Header.Get("Cache-Control"), path)
	}
	for _, path := range []string{"/lost.html", "/out.html"} {
		_, got := get(t, server.URL+path)
		assert.Contains(t, got, "#include", path)
	}
}

func TestLinksOutOfTheFolder(t *testing.T) {
	folder, server := newSite(t, map[string]string{"demo/index.html": "home", "outside.txt": "outside"})
	require.NoError(t, os.Symlink("../outside.txt", filepath.Join(folder, "demo", "link.txt")))
	response, _ := get(t, server.URL+"/link.txt")
	assert.Equal(t, 404, response.StatusCode)
}

func TestFolderThatComesLater(t *testing.T) {
	folder, server := newSite(t, map[string]string{"demo/index.html": "home"})
	response, _ := get(t, server.URL+"/dist/salla-profile.js")
	assert.Equal(t, 404, response.StatusCode)
	require.NoError(t, os.Mkdir(filepath.Join(folder, "dist"), 0o755))
	require.NoError(t, os.WriteFile(filepath.Join(folder, "dist", "salla-profile.js"), []byte("script"), 0o600))
	response, _ = get(t, server.URL+"/dist/salla-profile.js")
	assert.Equal(t, 200, response.StatusCode)
}

func TestPrecompressed(t *testing.T) {
	folder, server := newSite(t, map[string]string{
		"dist/m.wasm": "plain wasm", "dist/m.wasm.br": "brotli!", "dist/m.wasm.gz": "gzip",
		"dist/g.js": "plain", "dist/g.js.gz": "gzip",
	})
	for _, c := range []struct{ path, accept, encoding, body string }{
		{"m.wasm", "gzip, deflate, br", "br", "brotli!"},
		{"m.wasm", "br;q=0.5, gzip", "gzip", "gzip"},
		{"m.wasm", "br;q=0, gzip", "gzip", "gzip"},
		{"m.wasm", "*", "br", "brotli!"},
		{"m.wasm", "*;q=0", "", "plain wasm"},
		{"m.wasm", "deflate", "", "plain wasm"},
		{"m.wasm", "identity", "", "plain wasm"},
		{"g.js", "br, gzip", "gzip", "gzip"},
		{"g.js", "br", "", "plain"},
	} {
		response, body := get(t, server.URL+"/dist/"+c.path, "Accept-Encoding", c.accept)
		assert.Equal(t, c.encoding, response.Header.Get("Content-Encoding"), c)
		assert.Equal(t, c.body, body, c)
		assert.EqualValues(t, len(c.body), response.ContentLength, c)
		assert.Equal(t, "Accept-Encoding", response.Header.Get("Vary"), c)
		assert.NotContains(t, response.Header.Get("Content-Type"), "octet-stream", c)
		assert.Equal(t, "*", response.Header.Get("Access-Control-Allow-Origin"), c)

		again, body := get(t, server.URL+"/dist/"+c.path, "Accept-Encoding", c.accept, "If-None-Match", response.Header.Get("ETag"))
		assert.Equal(t, http.StatusNotModified, again.StatusCode, c)
		assert.Empty(t, body)
	}
	plain, _ := get(t, server.URL+"/dist/m.wasm")
	packed, _ := get(t, server.URL+"/dist/m.wasm", "Accept-Encoding", "br", "If-None-Match", plain.Header.Get("ETag"))
	assert.Equal(t, 200, packed.StatusCode, "each encoding has an ETag of its own")

	part, body := get(t, server.URL+"/dist/m.wasm", "Range", "bytes=0-4")
	assert.Equal(t, http.StatusPartialContent, part.StatusCode)
	assert.Equal(t, "plain", body)
	whole, _ := get(t, server.URL+"/dist/m.wasm", "Range", "bytes=0-4", "Accept-Encoding", "br")
	assert.Equal(t, 200, whole.StatusCode)

	early := time.Now().Add(-time.Hour)
	require.NoError(t, os.Chtimes(filepath.Join(folder, "dist/m.wasm.br"), early, early))
	_, body = get(t, server.URL+"/dist/m.wasm", "Accept-Encoding", "br")
	assert.Equal(t, "plain wasm", body, "a sibling of an earlier build isn't served")
}
