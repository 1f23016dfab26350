package browser

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestParseEngines(t *testing.T) {
	if all, err := ParseEngines("all"); err != nil || len(all) != len(Engines) {
		t.Errorf("all: %v, %v", all, err)
	}
	if two, err := ParseEngines("firefox, chromium"); err != nil || fmt.Sprint(two) != "[firefox chromium]" {
		t.Errorf("two: %v, %v", two, err)
	}
	if _, err := ParseEngines("chromium,lynx"); err == nil {
		t.Error("lynx is not an engine")
	}
}

func TestAvailableOfUnknownEngine(t *testing.T) {
	if err := Available("lynx"); err == nil {
		t.Error("lynx is not an engine")
	}
	if _, err := Start("lynx", "about:blank"); err == nil {
		t.Error("lynx was started")
	}
}

// Each engine that is installed opens the page, runs its script, and is gone after Stop.
func TestStartAndStop(t *testing.T) {
	for _, engine := range Engines {
		t.Run(string(engine), func(t *testing.T) {
			if err := Available(engine); err != nil {
				t.Skip(err)
			}
			posted := make(chan string, 1)
			server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				if r.Method == http.MethodPost {
					body, _ := io.ReadAll(r.Body)
					select {
					case posted <- string(body):
					default:
					}
					return
				}
				w.Header().Set("Content-Type", "text/html")
				fmt.Fprint(w, `<!doctype html><script>fetch("/", {method: "POST", body: navigator.userAgent})</script>`)
			}))
			defer server.Close()

			b, err := Start(engine, server.URL)
			if err != nil {
				t.Fatal(err)
			}
			defer b.Stop()
			select {
			case agent := <-posted:
				if !strings.Contains(agent, "Mozilla") {
					t.Errorf("agent %q", agent)
				}
			case <-b.Done():
				t.Fatalf("ended: %s", b.Output())
			case <-time.After(5 * time.Minute): // only a browser that hangs takes so long
				t.Fatalf("no page: %s", b.Output())
			}
			b.Stop()
			b.Stop() // once more does nothing
			select {
			case <-b.Done():
			default:
				t.Error("still runs")
			}
			if _, err := os.Stat(b.profile); !os.IsNotExist(err) {
				t.Errorf("profile is still there: %v", err)
			}
		})
	}
}

// A driven Chromium evaluates, and its windows end with it.
func TestDrive(t *testing.T) {
	ctx, stop, err := Drive("--user-agent=driven")
	require.NoError(t, err)
	window, _ := chromedp.NewContext(ctx)
	agent, err := chromedp.Run(window, chromedp.Evaluate[string]("navigator.userAgent"))
	require.NoError(t, err)
	assert.Equal(t, "driven", agent)
	stop()
	assert.Error(t, window.Err())
}

// asking is where the test's own program, run as a browser, notes how often it was started.
const asking = "BROWSER_TEST_ASKING"

func TestMain(m *testing.M) {
	if notes := os.Getenv(asking); notes != "" {
		dieTwice(notes, os.Args[len(os.Args)-1])
		return
	}
	os.Exit(m.Run())
}

// dieTwice is a browser that opens its page when it is started for the third time.
func dieTwice(notes, url string) {
	before, _ := os.ReadFile(notes)
	if err := os.WriteFile(notes, append(before, '.'), 0o600); err != nil || len(before) < 2 {
		return
	}
	if answer, err := http.Get(url); err == nil {
		_, _ = io.Copy(io.Discard, answer.Body)
	}
	select {} // until it is stopped
}

// A browser that ends before it has asked for its page is started again; one that ends later isn't.
func TestStartOfABrowserThatDies(t *testing.T) {
	const dying Engine = "dying"
	notes := filepath.Join(t.TempDir(), "starts")
	launchers[dying] = launcher{
		programs: []string{os.Args[0]},
		args:     func(program, _, url string) []string { return []string{program, url} },
		env:      func(string) []string { return []string{asking + "=" + notes} },
	}
	defer delete(launchers, dying)
	opened := make(chan struct{}, 1)
	server := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { opened <- struct{}{} }))
	defer server.Close()

	b, err := Start(dying, server.URL)
	if err != nil {
		t.Fatal(err)
	}
	<-opened
	b.Stop()
	if starts, _ := os.ReadFile(notes); len(starts) != 3 {
		t.Errorf("%d starts", len(starts))
	}

	launchers[dying] = launcher{
		programs: []string{"false"},
		args:     func(program, _, _ string) []string { return []string{program} },
	}
	if _, err := Start(dying, server.URL); err == nil || !strings.Contains(err.Error(), "ended at its start") {
		t.Errorf("one that never starts: %v", err)
	}
}
