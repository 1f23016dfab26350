// Command serve shows the demo pages on a store of their own (packages site and store), for as long as nobody interrupts it. It
// says where it listens, and prints the one-time codes that the store "sends". Paths of its flags are relative to the working
// folder, web/; `make run` builds and starts it.
//
//	go -C web run ./lab/serve -addr 127.0.0.1:8765 -dist ../dist -demo ./lab/demo -npm ./node_modules
//	go -C web run ./lab/serve -dist ../build/dist-go -next ../build/dist-tinygo -make "make -C .. dist"
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/signal"
	"path/filepath"
	"sync"
	"syscall"
	"time"

	"salla-profile/web/lab/site"
	"salla-profile/web/lab/store"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, os.Args[1:], os.Stdout); err != nil && !errors.Is(err, flag.ErrHelp) {
		fmt.Fprintln(os.Stderr, "serve:", err)
		os.Exit(1)
	}
}

// patience is what requests under way have to end in, when the server is told to.
var patience = 3 * time.Second

// run serves until ctx is done, and says on out where, and which codes the store sends.
func run(ctx context.Context, args []string, out io.Writer) error {
	flags := flag.NewFlagSet("serve", flag.ContinueOnError)
	addr := flags.String("addr", "127.0.0.1:8765", "`host:port` to listen on; where the port is taken, the next free one")
	dist := flags.String("dist", "../dist", "`folder` of the built module")
	demo := flags.String("demo", "./lab/demo", "`folder` of the demo pages")
	npm := flags.String("npm", "./node_modules", "`folder` with Salla's SDK, for sdk.html")
	docs := flags.String("docs", "..", "the project's `folder`, of the documents of examples.html")
	next := flags.String("next", "", "`folder` of a build that takes the place of -dist once -make has made it")
	command := flags.String("make", "", "shell `command` that makes -next, run beside")
	codeTTL := flags.Duration("code-ttl", 2*time.Minute, "how long a one-time code can be used")
	if err := flags.Parse(args); err != nil {
		return err
	}

	listener, err := listen(*addr)
	if err != nil {
		return err
	}
	shop := store.New(store.Options{CodeTTL: *codeTTL, Log: out})
	pages := &pages{options: site.Options{Demo: *demo, NPM: *npm, Docs: *docs, Store: shop.Handler()}}
	pages.serve(*dist)
	server := &http.Server{
		Handler: pages,

		ReadHeaderTimeout: 10 * time.Second,
		ReadTimeout:       time.Minute,
		WriteTimeout:      3 * time.Minute, // the store's faults may delay and spread an answer by a minute each
		IdleTimeout:       2 * time.Minute,
	}
	greet(out, "http://"+listener.Addr().String(), *dist, *npm)

	var building sync.WaitGroup
	defer building.Wait()
	ctx, cancelBuilding := context.WithCancel(ctx)
	defer cancelBuilding()
	if *command != "" {
		building.Go(func() { pages.replace(ctx, *command, *next, out) })
	}
	served := make(chan error, 1)
	go func() { served <- server.Serve(listener) }()
	select {
	case err := <-served:
		return err
	case <-ctx.Done():
	}
	shop.Close() // its streams would keep the shutdown waiting
	deadline, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	if server.Shutdown(deadline) != nil {
		return server.Close()
	}
	return nil
}

func greet(out io.Writer, url, dist, npm string) {
	_, _ = fmt.Fprintf(out, "Account page     %s/\nWith Salla's SDK %s/sdk.html\nExamples         %s/examples.html\nStore API        %s%s\n",
		url, url, url, url, store.APIPath)
	for _, missing := range []struct{ file, remedy string }{
		{filepath.Join(dist, "salla-profile.wasm"), "build the module: make dist"},
		{filepath.Join(npm, "@salla.sa", "twilight"), "sdk.html needs Salla's SDK: npm install"},
	} {
		if _, err := os.Stat(missing.file); err != nil {
			_, _ = fmt.Fprintf(out, "Missing          %s (%s)\n", missing.file, missing.remedy)
		}
	}
	_, _ = fmt.Fprintln(out, "One-time codes appear below and on the page. Ctrl-C ends.")
}

// portsToTry from the one asked for.
const portsToTry = 50

// listen takes the first free port from the one asked for; any free one for port 0.
func listen(addr string) (net.Listener, error) {
	host, service, err := net.SplitHostPort(addr)
	if err != nil {
		return nil, err
	}
	first, err := net.LookupPort("tcp", service)
	if err != nil {
		return nil, err
	}
	for port := first; ; port++ {
		listener, err := net.Listen("tcp", net.JoinHostPort(host, fmt.Sprint(port)))
		if err == nil || !errors.Is(err, syscall.EADDRINUSE) || port == first+portsToTry-1 {
			return listener, err
		}
	}
}
