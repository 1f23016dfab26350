// Command wasmtest runs a test binary for js/wasm in a headless browser, for go test -exec:
//
//	GOOS=js GOARCH=wasm go test -exec build/wasmtest ./bridge/...
//
// The program is given the page by our own wasm_exec.js, so that what it lends is tested too. The test's
// output is wasmtest's, its exit code too. BROWSER names another engine than Chromium.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"

	"salla-profile/web/prove/browser"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("wasmtest: ")
	if len(os.Args) < 2 {
		log.Fatal("usage: go test -exec wasmtest, or wasmtest program.wasm [test flags]")
	}
	// go test ends a test that runs too long with SIGQUIT.
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM, syscall.SIGQUIT, syscall.SIGHUP)
	code, err := run(ctx, os.Args[1], os.Args[2:], os.Stdout, os.Stderr)
	stop()
	if err != nil {
		log.Print(err)
		code = max(code, 1)
	}
	os.Exit(code)
}

// run runs the program in a browser; code is the program's.
func run(ctx context.Context, program string, flags []string, stdout, stderr io.Writer) (code int, err error) {
	limit, err := timeout(flags)
	if err != nil {
		return 0, err
	}
	engine := browser.Chromium
	if name := os.Getenv("BROWSER"); name != "" {
		engine = browser.Engine(name)
	}
	if err := browser.Available(engine); err != nil {
		return 0, err
	}
	js, err := script(append([]string{filepath.Base(program)}, flags...), environment())
	if err != nil {
		return 0, err
	}

	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0, err
	}
	exit := make(chan int, 1)
	server := &http.Server{Handler: handler(program, js, stdout, stderr, exit), ReadHeaderTimeout: time.Minute}
	go func() { _ = server.Serve(listener) }() // ends with Close
	defer func() { err = errors.Join(err, server.Close()) }()

	b, err := browser.Start(engine, "http://"+listener.Addr().String()+"/")
	if err != nil {
		return 0, err
	}
	defer b.Stop()
	select {
	case code := <-exit:
		return code, nil
	case <-b.Done():
		return 0, fmt.Errorf("%s ended before the test\n%s", engine, b.Output())
	case <-after(limit):
		return 0, fmt.Errorf("the test runs for longer than %v", limit)
	case <-ctx.Done():
		return 0, context.Cause(ctx)
	}
}

// grace is what the test itself has, beyond its -test.timeout, to say where it hangs.
var grace = 5 * time.Second

// timeout is the time that the test may take, 0 for any.
func timeout(flags []string) (time.Duration, error) {
	limit := time.Duration(0)
	for i, flag := range flags {
		name, value, has := strings.Cut(strings.TrimLeft(flag, "-"), "=")
		if name != "test.timeout" {
			continue
		}
		if !has && i+1 < len(flags) {
			value = flags[i+1]
		}
		var err error
		if limit, err = time.ParseDuration(value); err != nil {
			return 0, err
		}
		if limit > 0 {
			limit += grace
		}
	}
	return limit, nil
}

func after(limit time.Duration) <-chan time.Time {
	if limit == 0 {
		return nil
	}
	return time.After(limit)
}

// environment are the variables that a Go program reads; all of them would not fit (wasm_exec.js has room
// for a few kilobytes).
func environment() map[string]string {
	env := map[string]string{}
	for _, name := range []string{"GODEBUG", "GOTRACEBACK", "GOMAXPROCS", "GOGC", "TZ"} {
		if value, ok := os.LookupEnv(name); ok {
			env[name] = value
		}
	}
	return env
}

const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>wasmtest</title><script src="/page.js"></script>`

// handler serves the page, and takes from it what the program writes and its exit code.
func handler(program string, script []byte, stdout, stderr io.Writer, exit chan<- int) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", browser.Page(html))
	mux.HandleFunc("GET /page.js", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/javascript")
		_, _ = w.Write(script)
	})
	mux.HandleFunc("GET /test.wasm", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/wasm")
		http.ServeFile(w, r, program)
	})
	mux.HandleFunc("POST /stdout", func(_ http.ResponseWriter, r *http.Request) { _, _ = io.Copy(stdout, r.Body) })
	mux.HandleFunc("POST /stderr", func(_ http.ResponseWriter, r *http.Request) { _, _ = io.Copy(stderr, r.Body) })
	mux.HandleFunc("POST /exit", func(_ http.ResponseWriter, r *http.Request) {
		code, err := strconv.Atoi(r.FormValue("code"))
		if err != nil {
			code = 1
		}
		select {
		case exit <- code:
		default: // only the first counts
		}
	})
	return mux
}
