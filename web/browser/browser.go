// Package browser starts a browser engine on a page and stops it again, without a driver: the page itself
// tells its server what came of it.
package browser

import (
	"bytes"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"time"
)

// Engine is a browser engine.
type Engine string

// The engines, each by the browser that Debian has of it.
const (
	Chromium Engine = "chromium"
	Firefox  Engine = "firefox"
	WebKit   Engine = "webkit"
)

// Engines are all engines.
var Engines = []Engine{Chromium, Firefox, WebKit}

// ParseEngines reads a list such as "chromium,firefox"; "all" is every engine.
func ParseEngines(list string) ([]Engine, error) {
	if list == "all" {
		return Engines, nil
	}
	var engines []Engine
	for name := range strings.SplitSeq(list, ",") {
		engine := Engine(strings.TrimSpace(name))
		if !slices.Contains(Engines, engine) {
			return nil, fmt.Errorf("no engine %q: there are %v", name, Engines)
		}
		engines = append(engines, engine)
	}
	return engines, nil
}

// Wanted are the engines that ENGINES in the environment names; Chromium by default.
func Wanted() ([]Engine, error) {
	list := os.Getenv("ENGINES")
	if list == "" {
		return []Engine{Chromium}, nil
	}
	return ParseEngines(list)
}

// launcher says how an engine is started.
type launcher struct {
	programs []string // names or paths; the first that is there is run
	needs    []string // further programs
	install  string   // the Debian packages
	args     func(program, profile, url string) []string
	env      func(profile string) []string
	prepare  func(profile string) error
}

var launchers = map[Engine]launcher{
	Chromium: {
		programs: []string{"chromium", "chromium-browser", "google-chrome"},
		install:  "chromium",
		args: func(program, profile, url string) []string {
			return []string{
				program, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
				"--no-default-browser-check", "--disable-background-networking", "--disable-component-update",
				"--disable-sync", "--disable-extensions", "--disable-dev-shm-usage",
				// Nothing is asked of the world: what a name resolves to, and how long that takes, is the machine's.
				"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
				// A page that nobody looks at runs as fast as one that somebody does.
				"--disable-background-timer-throttling", "--disable-renderer-backgrounding",
				"--disable-backgrounding-occluded-windows",
				"--user-data-dir=" + profile, url,
			}
		},
	},
	Firefox: {
		programs: []string{"firefox-esr", "firefox"},
		install:  "firefox-esr",
		args: func(program, profile, url string) []string {
			return []string{program, "--headless", "--no-remote", "--profile", profile, url}
		},
		env:     func(profile string) []string { return []string{"MOZ_HEADLESS=1", "HOME=" + profile} },
		prepare: firefoxPreferences,
	},
	WebKit: {
		programs: []string{
			"/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
			"/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
			"MiniBrowser",
		},
		needs:   []string{"xvfb-run", "xauth"},
		install: "webkit2gtk-driver xvfb xauth",
		args: func(program, _, url string) []string {
			return []string{"xvfb-run", "-a", program, "--private", url}
		},
		env: func(profile string) []string {
			return []string{
				"HOME=" + profile,
				"XDG_DATA_HOME=" + profile + "/data", "XDG_CACHE_HOME=" + profile + "/cache",
				"XDG_CONFIG_HOME=" + profile + "/config", "XDG_RUNTIME_DIR=" + profile,
				"GSETTINGS_BACKEND=memory", "NO_AT_BRIDGE=1", "GDK_BACKEND=x11",
				"LIBGL_ALWAYS_SOFTWARE=1", "WEBKIT_DISABLE_COMPOSITING_MODE=1", "WEBKIT_DISABLE_DMABUF_RENDERER=1",
				"WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS=1", // its own sandbox doesn't work for root or in a container
			}
		},
	},
}

// firefoxPreferences keeps a fresh profile from looking at anything but the page.
func firefoxPreferences(profile string) error {
	const off = `
user_pref("app.normandy.enabled", false);
user_pref("app.update.disabledForTesting", true);
user_pref("browser.aboutwelcome.enabled", false);
user_pref("browser.safebrowsing.downloads.remote.enabled", false);
user_pref("browser.safebrowsing.malware.enabled", false);
user_pref("browser.safebrowsing.phishing.enabled", false);
user_pref("browser.sessionstore.resume_from_crash", false);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("browser.startup.homepage_override.mstone", "ignore");
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("dom.min_background_timeout_value", 4);
user_pref("extensions.update.enabled", false);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
user_pref("services.settings.server", "http://127.0.0.1:9/");
user_pref("startup.homepage_welcome_url", "about:blank");
user_pref("toolkit.telemetry.enabled", false);
user_pref("toolkit.telemetry.unified", false);
user_pref("trailhead.firstrun.didSeeAboutWelcome", true);
`
	return os.WriteFile(filepath.Join(profile, "user.js"), []byte(off), 0o600)
}

// program finds the engine's browser.
func (l *launcher) program() (string, error) {
	for _, name := range l.programs {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", fmt.Errorf("no %s", l.programs[0])
}

// Available says in one line what to install where the engine can't be started.
func Available(engine Engine) error {
	l, ok := launchers[engine]
	if !ok {
		return fmt.Errorf("no engine %q: there are %v", engine, Engines)
	}
	_, err := l.program()
	for _, name := range l.needs {
		if _, missing := exec.LookPath(name); missing != nil && err == nil {
			err = fmt.Errorf("no %s", name)
		}
	}
	if err != nil {
		return fmt.Errorf("%s: %w; apt-get install %s", engine, err, l.install)
	}
	return nil
}

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
// of ours first, which sends it on: so a browser that died at its own start is told from one that a page brought down.)
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
		b, err := launch(engine, door.URL)
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
func launch(engine Engine, url string) (*Browser, error) {
	l := launchers[engine]
	program, err := l.program()
	if err != nil {
		return nil, err
	}
	profile, err := os.MkdirTemp("", "browser-"+string(engine)+"-")
	if err != nil {
		return nil, err
	}
	if l.prepare != nil {
		if err := l.prepare(profile); err != nil {
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
