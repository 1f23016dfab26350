package test

import (
	_ "embed"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// held lets a page's module wait, from where it is made of the compiled code, until document.proceed() is called.
const held = `{
	const { instantiate } = WebAssembly;
	const proceeds = new Promise((resolve) => (document.proceed = resolve));
	WebAssembly.instantiate = async (...args) => {
		document.waits = true;
		await proceeds;
		return instantiate(...args);
	};
}`

// While the module is on its way the SDK serves, and the page never notices the change.
func TestSDKServesUntilTheModuleRuns(t *testing.T) {
	needSDK(t)
	onBuilds(t, func(t *testing.T, b build) {
		s := newShop(t, b)
		s.html("/page.html", document(moduleTag, sdkTag, initTag))
		p := newTab(t, recorder, held)
		p.open(s.url + "/page.html")
		p.wait(`document.waits && window.salla?.status === "ready"`)
		p.run(`seen.body = await salla.profile.update({ first_name: "Early" })`)
		require.Equal(t, "Early", eval[string](p, "seen.body.data.first_name"))
		require.Contains(t, eval[[]string](p, "seen.requests"), "xhr POST /store/v1/profile/update")
		// One that is sent by the SDK is answered by it, whoever serves when the answer comes.
		release := s.hold("/store/v1/profile/update")
		p.run(`seen.late = salla.profile.update({ first_name: "Late" })`)
		p.wait(`seen.requests.filter((request) => request === "xhr POST /store/v1/profile/update").length === 2`)
		p.run(`document.proceed()`)
		p.started("sdk", b)
		release()
		require.Equal(t, "Late", eval[string](p, "seen.late.then((body) => body.data.first_name)"))
		p.run(watch)
		p.callsReachGo()
		p.clean()
	})
}

// Where the module can't run, the SDK's own methods serve and nothing goes wrong unseen; without the SDK calls reject.
func TestModuleCannotRun(t *testing.T) {
	for _, c := range []spoilt{
		{name: "no WebAssembly", tag: `<script>delete window.WebAssembly</script>`},
		{name: "a policy", tag: `<meta http-equiv="Content-Security-Policy" content="script-src 'self' 'unsafe-inline'">`},
		// This only looks like it.
		{name: "a policy that allows it", works: true,
			tag: `<meta http-equiv="Content-Security-Policy" content="script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'">`},
	} {
		t.Run(c.name, func(t *testing.T) { c.test(t, onBuilds) })
	}
}

// spoilt is a page whose module can't run, or only looks like that.
type spoilt struct {
	name  string
	spoil func(t *testing.T, s *shop, b build)
	tag   string // before the others
	works bool
}

func (c spoilt) test(t *testing.T, on func(*testing.T, func(*testing.T, build))) {
	on(t, func(t *testing.T, b build) {
		needSDK(t)
		s := newShop(t, b)
		if c.spoil != nil {
			c.spoil(t, s, b)
		}
		s.html("/sdk-page.html", document(c.tag, moduleTag, sdkTag, initTag))
		s.html("/page.html", document(c.tag, aloneTag))
		p := open(t, s, "/sdk-page.html")
		if c.works {
			p.started("sdk", b)
			p.run(watch)
			p.callsReachGo()
			p.open(s.url + "/page.html")
			p.started("standalone", b)
			p.run(watch)
			p.callsReachGo()
			p.clean()
			return
		}
		p.wait(`salla.status === "ready"`)
		reason := eval[string](p, `salla.profile.ready.then(() => "it runs", (reason) => reason instanceof Error ? String(reason) : "no Error: " + reason)`)
		assert.NotContains(t, reason, "it runs")
		assert.NotContains(t, reason, "no Error")
		if c.name != "a policy against fetch" { // it keeps the SDK from the store as well
			p.run(`seen.body = await salla.profile.update({ first_name: "Served" })`)
			assert.Equal(t, "Served", eval[string](p, "seen.body.data.first_name"))
			assert.Equal(t, 1, s.count("POST profile/update"))
			p.clean()
		}

		p.open(s.url + "/page.html")
		p.run(`
			seen.listen("profile::update.failed");
			salla.profile.event.onUpdateFailed((error) => (seen.heard = error));
			seen.error = await salla.profile.update({ first_name: "x" }).catch((error) => error);
			seen.reason = await salla.profile.ready.catch((error) => error);
		`)
		assert.Equal(t, "true true AxiosError ERR_RUNTIME true 1 1", eval[string](p, `[
			seen.error instanceof Error, seen.error.isAxiosError, seen.error.name, seen.error.code,
			seen.heard === seen.error, seen.count("profile::update.failed"), seen.count("profile::update.failed", "window"),
		].join(" ")`))
		assert.True(t, eval[bool](p, `seen.reason instanceof Error`))
		p.clean()
	})
}

// globals notes what is on window before the page's first script, and can be asked for what is there since.
const globals = `
	const before = new Set(Object.getOwnPropertyNames(window));
	document.newGlobals = () => Object.getOwnPropertyNames(window).filter((name) => !before.has(name)).sort();
`

// The module leaves nothing on window but salla.
func TestGlobals(t *testing.T) {
	needSDK(t)
	// Everything is called once, for what comes late: the measures of the calls are the last to.
	const use = `
		await salla.profile.info();
		await salla.profile.update({ first_name: "x" });
		await salla.profile.updateContacts({ phone: "none" }).catch(() => {});
	`
	after := func(t *testing.T, s *shop, mode string, b build, tags ...string) []string {
		s.html("/page.html", document(tags...))
		p := newTab(t, "{"+globals+"}")
		p.open(s.url + "/page.html")
		if mode == "sdk" {
			p.wait(`salla.status === "ready"`)
		}
		if b.name != "" {
			p.run(`await salla.profile.ready`)
		}
		p.run(use)
		if b.name != "" {
			p.wait(`performance.getEntriesByName("salla.profile.updateContacts").length > 0`)
		}
		return eval[[]string](p, "document.newGlobals()")
	}
	onBuilds(t, func(t *testing.T, b build) {
		assert.Equal(t, []string{"Salla", "salla"}, after(t, newShop(t, b), "standalone", b, aloneTag))
		alone := after(t, newShop(t, b), "sdk", build{}, sdkTag, initTag)
		assert.Contains(t, alone, "salla")
		assert.Equal(t, alone, after(t, newShop(t, b), "sdk", b, moduleTag, sdkTag, initTag))
		assert.Equal(t, alone, after(t, newShop(t, b), "sdk", b, sdkTag, initTag, moduleTag))
	})
}

// Before the SDK comes, the module must not make a salla that the SDK would take for its own.
func TestNothingInTheSDKsWay(t *testing.T) {
	needSDK(t)
	onBuilds(t, func(t *testing.T, b build) {
		s := newShop(t, b)
		s.html("/page.html", document(moduleTag, `<script>window.early = Object.keys(window.salla ?? {})</script>`, sdkTag,
			`<script>window.members = Object.keys(salla).sort().join()</script>`, initTag))
		s.html("/sdk.html", document(sdkTag, `<script>window.members = Object.keys(salla).sort().join()</script>`, initTag))
		p := open(t, s, "/page.html")
		p.started("sdk", b)
		assert.NotContains(t, eval[[]string](p, "early"), "onReady")
		with := eval[string](p, "members")
		p.run("await salla.onReady()")
		p.open(s.url + "/sdk.html")
		assert.Equal(t, eval[string](p, "members"), with)
	})
}

//go:embed input.js
var badInput string

// Whatever a theme passes is answered as the contract says, and the next call works.
func TestBadInput(t *testing.T) {
	needSDK(t)
	onBuilds(t, func(t *testing.T, b build) {
		for mode, tags := range map[string][]string{"sdk": {sdkTag, initTag, moduleTag}, "standalone": {aloneTag}} {
			t.Run(mode, func(t *testing.T) {
				t.Parallel()
				s := newShop(t, b)
				s.html("/page.html", document(tags...))
				p := open(t, s, "/page.html")
				p.started(mode, b)
				p.run(badInput)
				problems := eval[[]string](p, "seen.problems")
				assert.Empty(t, problems, strings.Join(problems, "\n"))
				assert.Greater(t, eval[int](p, "seen.tried"), 40)
				p.clean()
			})
		}
	})
}
