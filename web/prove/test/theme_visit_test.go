package test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"regexp"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// assets serves a theme's public/ on an origin of its own, as a CDN does.
type assets struct {
	url string

	mu    sync.Mutex
	asked []string
}

func serveAssets(t *testing.T, th theme, cors bool) *assets {
	a := &assets{}
	files := http.FileServer(http.Dir(filepath.Join(th.folder, "public")))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		a.mu.Lock()
		a.asked = append(a.asked, r.URL.Path)
		a.mu.Unlock()
		if cors {
			w.Header().Set("Access-Control-Allow-Origin", "*")
		}
		files.ServeHTTP(w, r)
	}))
	t.Cleanup(func() {
		server.CloseClientConnections()
		server.Close()
	})
	a.url = server.URL
	return a
}

// count answers how often a path was asked for.
func (a *assets) count(path string) (n int) {
	a.mu.Lock()
	defer a.mu.Unlock()
	for _, asked := range a.asked {
		if asked == path {
			n++
		}
	}
	return n
}

// visit opens the profile's page of a theme, changed by what lies between the server and the browser.
func (th theme) visit(t *testing.T, a *assets, via string, change func(page string) string) storefront {
	s := newShop(t, builds[0])
	page := th.render(t, a.url, customerOf(t, s))
	s.html("/profile", change(page))
	s.serve("/storefront.js", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/javascript; charset=utf-8")
		_, _ = w.Write([]byte(storefrontScript))
	})
	f := storefront{open(t, s, "/profile"), s, via}
	f.wait(`window.created === 2 && salla.status === "ready" && document.querySelector("salla-tel-input.hydrated")`)
	f.run(`
		window.heard = [];
		salla.event.onAny((name) => String(name).startsWith("profile::") && heard.push(name));
	`)
	return f
}

func unchanged(page string) string { return page }

// customerOf is what Salla's templates know of the customer: the one of storefront.js.
func customerOf(t *testing.T, s *shop) map[string]any {
	request := httptest.NewRequest(http.MethodGet, "/store/v1/auth/user", nil)
	request.Header.Set("Authorization", "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiIxMDAxIiwiZXhwIjo0MTAyNDQ0ODAwfQ.")
	answer := httptest.NewRecorder()
	s.store.Handler().ServeHTTP(answer, request)
	var body struct{ Data map[string]any }
	require.NoError(t, json.Unmarshal(answer.Body.Bytes(), &body))
	phone, _ := body.Data["phone"].(map[string]any)
	require.NotEmpty(t, phone)
	body.Data["mobile"] = fmt.Sprint(phone["code"], int(phone["number"].(float64)))
	return body.Data
}

// runs fails unless the guide's expression says that the module serves, of one request for one file.
func (f storefront) runs(g guide, a *assets) {
	f.t.Helper()
	f.wait("window.salla?.profile?.ready")
	require.Equal(f.t, "sdk", eval[struct{ Mode string }](f.tab, "(async () => "+g.runs+")()").Mode)
	require.LessOrEqual(f.t, a.count("/"+themeScript), 1)
	require.Empty(f.t, eval[[]string](f.tab, `
		performance.getEntriesByType("resource").map(({ name }) => name).filter((name) => /wasm/.test(name))`))
}

// uses changes name, a setting and the phone, as a customer does.
func (f storefront) uses() {
	f.t.Helper()
	const modal = `document.querySelector("salla-modal.s-verify")`
	f.fill("[name=first_name]", "Haifa")
	f.click("#profile salla-button button")
	f.waitNotice("success: Your profile has been saved.")
	require.Equal(f.t, "Haifa", f.info("first_name"))
	if f.via == "fetch" {
		f.text("#greeting", "Haifa") // app.js listens to the module's DOM event
	}
	require.False(f.t, eval[bool](f.tab, modal+`.hasAttribute("visible")`))

	f.click(".s-user-settings-section:nth-of-type(2) .s-toggle-input")
	f.waitNotice("success: The setting has been saved.")

	f.fill(".s-tel-input-control", "507654321")
	f.click("#profile salla-button button")
	f.wait(modal + `.hasAttribute("visible")`)
	f.wait(`heard.filter((name) => name === "profile::updated").length === 2`) // it opens before the call has ended
	f.sent("profile/update", "profile/settings", "profile/update")
	f.heard("profile::updated", "profile::settings.updated", "profile::verification", "profile::updated")

	// The component loads the page again once the code was right: what was done until then is kept in the window's name.
	f.run(`
		const isOurs = (request) => request.includes(" POST /store/v1/");
		salla.event.on("profile::verified", () => (window.name = seen.requests.findLast(isOurs) + " verified"));
	`)
	f.follow(func() { f.digits("otp-", f.code(1), "profile/verify") })
	require.Equal(f.t, f.via+" POST /store/v1/profile/verify verified", eval[string](f.tab, "window.name"))
	require.Equal(f.t, "507654321", f.info("phone.number"))
	require.False(f.t, eval[bool](f.tab, "Boolean("+modal+`?.hasAttribute("visible"))`))
}

// ofOthers are errors that the console shows without the module as well: the SDK counts its own listeners, and the
// components ask the world for pictures, which no test lets them have.
var ofOthers = regexp.MustCompile(`possible EventEmitter memory leak|net::ERR_NAME_NOT_RESOLVED`)

// silent fails where the console has an error.
func (f storefront) silent() {
	f.t.Helper()
	f.clean()
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, line := range f.console {
		if ofOthers.MatchString(line) {
			continue
		}
		assert.NotRegexp(f.t, `^(error|exception|assert)`, line)
	}
}
