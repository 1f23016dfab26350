package main

import (
	"bufio"
	"context"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestServe(t *testing.T) {
	demo := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(demo, "index.html"), []byte("home"), 0o600))
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	out, in := io.Pipe()
	ended := make(chan error, 1)
	go func() {
		ended <- run(ctx, []string{"-addr", "127.0.0.1:0", "-demo", demo, "-dist", t.TempDir(), "-npm", t.TempDir()}, in)
		_ = in.Close()
	}()
	lines := make(chan string, 100) // run waits for whoever reads the pipe
	go func() {
		for scanner := bufio.NewScanner(out); scanner.Scan(); {
			lines <- scanner.Text()
		}
	}()
	line := func(about string) string {
		for {
			select {
			case text := <-lines:
				if strings.Contains(text, about) {
					return text
				}
			case <-time.After(5 * time.Minute): // only a server that hangs takes so long
				t.Fatal("nothing said about " + about)
			}
		}
	}
	url := strings.TrimSuffix(strings.Fields(line("Account page"))[2], "/")
	assert.Equal(t, url+"/sdk.html", strings.Fields(line("With Salla's SDK"))[3])
	assert.Contains(t, line("Missing"), "make dist")
	assert.Contains(t, line("Missing"), "npm install")

	response, err := http.Get(url + "/")
	require.NoError(t, err)
	body, _ := io.ReadAll(response.Body)
	_ = response.Body.Close()
	assert.Equal(t, "home", string(body))

	request, _ := http.NewRequest(http.MethodPost, url+"/store/v1/profile/contacts/update", strings.NewReader(`{"phone":"501234567"}`))
	request.Header.Set("Authorization", "Bearer me")
	request.Header.Set("Content-Type", "application/json")
	response, err = http.DefaultClient.Do(request)
	require.NoError(t, err)
	_ = response.Body.Close()
	assert.Equal(t, 200, response.StatusCode)
	assert.Contains(t, line("  code "), "+966501234567")

	stream, err := http.Get(url + "/dev/phone/stream?token=me")
	require.NoError(t, err)
	defer func() { _ = stream.Body.Close() }()
	patience = time.Hour // so that only a server that ends its streams ends in this test
	cancel()
	require.NoError(t, <-ended, "an open stream doesn't hold it up")
}

// The development build serves at once, the release as soon as the command has made it; where it fails, the first goes on.
func TestReplace(t *testing.T) {
	folder := func(script string) string {
		dir := t.TempDir()
		require.NoError(t, os.WriteFile(filepath.Join(dir, "salla-profile.js"), []byte(script), 0o600))
		return dir
	}
	dist, next := folder("development"), t.TempDir()
	server := &pages{}
	server.serve(dist)
	served := func() string {
		w := httptest.NewRecorder()
		server.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/dist/salla-profile.js", nil))
		return w.Body.String()
	}
	var out strings.Builder
	server.replace(t.Context(), "echo no compiler; false", next, &out)
	assert.Equal(t, "development", served())
	assert.Contains(t, out.String(), "no compiler\n")
	assert.Contains(t, out.String(), "Missing          the release")

	server.replace(t.Context(), "cp "+folder("release")+"/* "+next, next, &out)
	assert.Equal(t, "release", served())
	assert.Contains(t, out.String(), "Release ")
}

// What the command has started ends with the server.
func TestReplaceIsInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	started, in := io.Pipe()
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		(&pages{}).replace(ctx, "echo started; sleep 3600 & wait", "", in)
		_ = in.Close()
	}()
	for scanner := bufio.NewScanner(started); scanner.Scan(); {
		if scanner.Text() == "started" {
			cancel()
		}
	}
	<-ended
}

func TestListenTakesTheNextFreePort(t *testing.T) {
	first, err := listen("127.0.0.1:0")
	require.NoError(t, err)
	defer func() { _ = first.Close() }()
	second, err := listen(first.Addr().String())
	require.NoError(t, err)
	defer func() { _ = second.Close() }()
	assert.Greater(t, second.Addr().(*net.TCPAddr).Port, first.Addr().(*net.TCPAddr).Port)
}

func TestBadArguments(t *testing.T) {
	require.Error(t, run(t.Context(), []string{"-addr", "nonsense"}, io.Discard))
	require.Error(t, run(t.Context(), []string{"-addr", "127.0.0.1:notaport"}, io.Discard))
	require.Error(t, run(t.Context(), []string{"-addr", "203.0.113.1:80"}, io.Discard))
}
