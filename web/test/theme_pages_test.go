package test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
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
	require.LessOrEqual(f.t, a.count("/salla-profile.js"), 1)
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

// optimiser is a CDN's: it takes scripts with an address out of the page's start, and runs them when all is loaded, in
// a way of its own. Tags with data-cfasync="false" it leaves alone.
func optimiser(way string) func(page string) string {
	script := regexp.MustCompile(`<script\b[^>]*\bsrc="http[^>]*>`)
	return func(page string) string {
		page = script.ReplaceAllStringFunc(page, func(tag string) string {
			if strings.Contains(tag, `data-cfasync="false"`) {
				return tag
			}
			return strings.Replace(tag, "<script", `<script type="text/later"`, 1)
		})
		return strings.Replace(page, "</body>", `<script data-cfasync="false">
			window.late = [];
			addEventListener("load", async () => {
				for (const tag of document.querySelectorAll('script[type="text/later"]')) {
					late.push(tag.src.split("/").pop());
					`+way+`
				}
			});
		</script></body>`, 1)
	}
}

// The guide to Salla's themes, followed to the letter: a theme with the module works, on two origins, whatever a CDN
// does to its tags.
func TestTheme(t *testing.T) {
	t.Parallel()
	needSDK(t)
	g := guideOf(t, "en")
	require.Equal(t, g, guideOf(t, "ar"), "one guide in two languages")
	th := newTheme(t)
	th.follow(t, g)
	th.build(t)
	th.build(t) // what was in public/ is gone then
	served, err := os.ReadFile(filepath.Join(th.folder, "public", "salla-profile.js"))
	require.NoError(t, err)
	require.True(t, bytes.Equal(th.script, served), "the file that was downloaded")

	t.Run("as the guide says", func(t *testing.T) {
		t.Parallel()
		a := serveAssets(t, th, true)
		f := th.visit(t, a, "fetch", unchanged)
		f.runs(g, a)
		f.uses()
		f.silent()
	})

	// Without CORS no script with crossorigin runs, the theme's own neither.
	const crossorigin = ` crossorigin="anonymous"`
	t.Run("without CORS, and without crossorigin", func(t *testing.T) {
		t.Parallel()
		a := serveAssets(t, th, false)
		f := th.visit(t, a, "fetch", func(page string) string { return strings.ReplaceAll(page, crossorigin, "") })
		f.runs(g, a)
		f.uses()
		f.silent()
	})
	t.Run("without CORS", func(t *testing.T) {
		t.Parallel()
		a := serveAssets(t, th, false)
		f := th.visit(t, a, "xhr", unchanged)
		require.True(t, eval[bool](f.tab, "salla.profile.ready === undefined"))
		f.run(`await salla.profile.update({ first_name: "Haifa" })`)
		f.sent("profile/update") // by the SDK
		f.clean()
	})

	for name, way := range map[string]string{
		"inserts it again": `const another = document.createElement("script");
			await new Promise((onload) => tag.replaceWith(Object.assign(another, { src: tag.src, onload })));`,
		"fetches it": `Function(await (await fetch(tag.src)).text())();`,
		"imports it": `await import(tag.src);`,
	} {
		t.Run("an optimiser "+name, func(t *testing.T) {
			t.Parallel()
			a := serveAssets(t, th, true)
			f := th.visit(t, a, "fetch", func(page string) string {
				without := strings.Replace(g.tag, ` data-cfasync="false"`, "", 1)
				require.NotEqual(t, g.tag, without)
				tag := strings.Replace(g.tag, "{{ 'salla-profile.js'|asset }}", a.url+"/salla-profile.js", 1)
				require.Contains(t, page, tag)
				late := strings.Replace(tag, ` data-cfasync="false"`, "", 1)
				return optimiser(way)(strings.Replace(page, tag, late, 1))
			})
			f.wait(`late.join() === "salla-profile.js,app.js" && document.documentElement.dataset.app`)
			f.runs(g, a)
			f.uses()
			f.silent()
		})
	}
	t.Run("an optimiser that data-cfasync keeps off", func(t *testing.T) {
		t.Parallel()
		a := serveAssets(t, th, true)
		f := th.visit(t, a, "fetch", optimiser(`await import(tag.src);`))
		f.wait(`late.join() === "app.js" && document.documentElement.dataset.app`)
		f.runs(g, a)
		f.run(`await salla.profile.update({ first_name: "Haifa" })`)
		f.sent("profile/update")
		f.silent()
	})

	t.Run("taken out again", func(t *testing.T) {
		t.Parallel()
		th := th.copy(t)
		require.FileExists(t, filepath.Join(th.folder, "public", "salla-profile.js"))
		th.takeOut(t, g)
		th.build(t)
		differ := exec.CommandContext(t.Context(), "diff", "-r", "-x", "public", "../theme", th.folder)
		require.NoError(t, differ.Run(), "nothing is left")
		require.NoFileExists(t, filepath.Join(th.folder, "public", "salla-profile.js"))
		f := th.visit(t, serveAssets(t, th, true), "xhr", unchanged)
		require.True(t, eval[bool](f.tab, "salla.profile.ready === undefined"))
		f.uses()
		f.silent()
	})
}
