package browser

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
	"time"
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
