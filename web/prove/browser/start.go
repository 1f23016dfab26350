package browser

import (
	"bytes"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"sync"
	"syscall"
	"time"
)

// Browser is a running browser.
type Browser struct {
	Engine  Engine
	cmd     *exec.Cmd
	profile string
	done    chan struct{}
	output  *tail
	stop    sync.Once
	door    *httptest.Server // nil until it was asked
}

// tries is how often a browser is started that ends before it has asked for anything: Chromium does so now and then, in
// its own crash handler, on machines with little memory to spare.
const tries = 3

// Start opens the page in a browser with a fresh profile, and answers once the browser has asked for it. (It asks a door
// of ours first, which sends it on: so a browser that died at its own start, which is tried again, is told from one that a page
// brought down.) The error says what isn't installed, or has what the browser wrote.
func Start(engine Engine, url string) (*Browser, error) {
	if err := Available(engine); err != nil {
		return nil, err
	}
	asked := make(chan struct{}, 1)
	door := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		select {
		case asked <- struct{}{}:
		default:
		}
		w.Header().Set("Cache-Control", "no-store")
		http.Redirect(w, r, url, http.StatusFound)
	}))
	var failed error
	for range tries {
		b, err := launch(engine, launchers[engine], door.URL)
		if err != nil {
			door.Close()
			return nil, err
		}
		select {
		case <-asked:
			b.door = door // the redirect is perhaps under way yet
			return b, nil
		case <-b.done:
			failed = fmt.Errorf("%s ended at its start: %s", engine, b.Output())
		case <-time.After(patience):
			failed = fmt.Errorf("%s asked for no page within %v: %s", engine, patience, b.Output())
		}
		b.Stop()
	}
	door.Close()
	return nil, failed
}

// patience is how long a browser may take to ask for its page: only one that hangs takes as long.
const patience = 5 * time.Minute

// launch runs the engine's browser, with a fresh profile.
func launch(engine Engine, l launcher, url string) (*Browser, error) {
	program, err := l.program()
	if err != nil {
		return nil, err
	}
	profile, err := os.MkdirTemp("", "browser-"+string(engine)+"-")
	if err != nil {
		return nil, err
	}
	if l.prepare != nil {
		if err := l.prepare(profile, url); err != nil {
			return nil, errors.Join(err, os.RemoveAll(profile))
		}
	}
	args := l.args(program, profile, url)
	b := &Browser{
		Engine: engine, profile: profile, done: make(chan struct{}),
		output: &tail{}, cmd: exec.Command(args[0], args[1:]...),
	}
	b.cmd.Env = os.Environ()
	if l.env != nil {
		b.cmd.Env = append(b.cmd.Env, l.env(profile)...)
	}
	b.cmd.Stdout, b.cmd.Stderr = b.output, b.output
	// The browser's own processes are ended with it.
	b.cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	b.cmd.WaitDelay = time.Second
	if err := b.cmd.Start(); err != nil {
		return nil, errors.Join(fmt.Errorf("%s: %w", engine, err), os.RemoveAll(profile))
	}
	go func() {
		_ = b.cmd.Wait() // how it ended shows in Output
		close(b.done)
	}()
	return b, nil
}

// Done is closed when the browser has ended.
func (b *Browser) Done() <-chan struct{} { return b.done }

// Output is the last of what the browser wrote.
func (b *Browser) Output() string { return b.output.String() }

// Stop ends the browser with all its processes and removes its profile.
func (b *Browser) Stop() {
	b.stop.Do(func() {
		group := -b.cmd.Process.Pid
		_ = syscall.Kill(group, syscall.SIGTERM) // it may have ended already
		select {
		case <-b.done:
		case <-time.After(2 * time.Second):
		}
		// What is left of the group, such as a display server, too.
		_ = syscall.Kill(group, syscall.SIGKILL)
		<-b.done
		if b.door != nil {
			b.door.CloseClientConnections()
			b.door.Close()
		}
		// A process that is just ending still writes. None does so for half a minute, on any machine.
		for range 600 {
			if os.RemoveAll(b.profile) == nil {
				return
			}
			time.Sleep(50 * time.Millisecond)
		}
	})
}

// tail keeps the last of what is written to it.
type tail struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

const tailSize = 8 << 10

func (t *tail) Write(p []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.buf.Write(p)
	if over := t.buf.Len() - tailSize; over > 0 {
		t.buf.Next(over)
	}
	return len(p), nil
}

func (t *tail) String() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.buf.String()
}
