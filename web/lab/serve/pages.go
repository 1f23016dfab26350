package main

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"os/exec"
	"sync/atomic"
	"syscall"

	"salla-profile/web/lab/site"
)

// pages are the site with the build that is served at the moment.
type pages struct {
	options site.Options
	now     atomic.Pointer[http.Handler]
}

func (p *pages) ServeHTTP(w http.ResponseWriter, r *http.Request) { (*p.now.Load()).ServeHTTP(w, r) }

// serve has the next request find the build in this folder.
func (p *pages) serve(dist string) {
	options := p.options
	options.Dist = dist
	handler := site.Handler(options)
	p.now.Store(&handler)
}

// replace runs the command, which makes the build in the folder next, and serves that from then on. The demo's pages ask
// manifest.json which build there is.
func (p *pages) replace(ctx context.Context, command, next string, out io.Writer) {
	_, _ = fmt.Fprintln(out, "Building         the release, beside; the development build serves until it is there")
	cmd := exec.CommandContext(ctx, "sh", "-c", command)
	cmd.Stdout, cmd.Stderr = out, out
	// A group of its own: all that the command has started ends with it.
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGTERM) }
	cmd.WaitDelay = patience
	switch err := cmd.Run(); {
	case ctx.Err() != nil:
	case err != nil:
		_, _ = fmt.Fprintf(out, "Missing          the release (%v): the development build goes on serving\n", err)
	default:
		p.serve(next)
		_, _ = fmt.Fprintln(out, "Release          is built and served: reload the page")
	}
}
