// Package browser starts the browsers of all suites, and stops them again. They are those of Debian, which install.sh installs;
// each start has a fresh profile. Start opens a page that tells its server itself what came of it, in any engine; Drive starts a
// Chromium that is driven over the DevTools protocol: by mouse and keyboard, and to measure.
package browser

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
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

// ParseEngines reads a list such as "chromium,firefox"; "all" is every engine. A name that is none is an error.
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

// Installed are the engines of a list, as ParseEngines reads it. It is an error where one of them can't be started.
func Installed(list string) ([]Engine, error) {
	engines, err := ParseEngines(list)
	for _, engine := range engines {
		err = errors.Join(err, Available(engine))
	}
	return engines, err
}

// Wanted are the engines that ENGINES in the environment names; Chromium by default.
func Wanted() ([]Engine, error) { return Installed(cmp.Or(os.Getenv("ENGINES"), string(Chromium))) }

// launcher says how an engine is started.
type launcher struct {
	programs []string // names or paths; the first that is there is run
	needs    []string // further programs
	install  string   // the Debian packages
	args     func(program, profile, url string) []string
	env      func(profile string) []string
	prepare  func(profile, url string) error
}

// chromiumFlags are those of every start of Chromium.
var chromiumFlags = []string{
	"--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--no-default-browser-check",
	"--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions",
	"--disable-dev-shm-usage",
	// Nothing is asked of the world: what a name resolves to, and how long that takes, is the machine's.
	"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
	// A page that nobody looks at runs as fast as one that somebody does.
	"--disable-background-timer-throttling", "--disable-renderer-backgrounding", "--disable-backgrounding-occluded-windows",
}

var launchers = map[Engine]launcher{
	Chromium: {
		programs: []string{"chromium", "chromium-browser", "google-chrome"},
		install:  "chromium",
		args: func(program, profile, url string) []string {
			return append(append([]string{program}, chromiumFlags...), "--user-data-dir="+profile, url)
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
func firefoxPreferences(profile, _ string) error {
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
	return l.available(engine)
}

func (l *launcher) available(engine Engine) error {
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
