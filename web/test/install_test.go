package test

import (
	_ "embed"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Tags of a storefront. The demo's sdk-init.js stands in for what the store's server prints.
const (
	sdkTag    = `<script src="/npm/@salla.sa/twilight/dist/@salla.sa/twilight.min.js"></script>`
	initTag   = `<script src="/sdk-init.js"></script>`
	moduleTag = `<script src="/dist/salla-profile.js"></script>`
	aloneTag  = `<script src="/dist/salla-profile.js" data-api="/store/v1" data-store-id="1" data-token="someone"></script>`
)

func with(attributes, tag string) string {
	return strings.Replace(tag, "<script", "<script "+attributes, 1)
}

// script is a tag that a page's script adds: document.currentScript isn't there for it.
func added(tag string) string {
	_, source, _ := strings.Cut(tag, `src="`)
	source, _, _ = strings.Cut(source, `"`)
	return `<script>document.head.append(Object.assign(document.createElement("script"), { src: ` + quote(source) + ` }))</script>`
}

func document(tags ...string) string {
	return `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:">` + strings.Join(tags, "\n")
}

// watch listens for profile::updated in every way there is, and counts in window.seen.
const watch = `
	seen.listen("profile::updated");
	const count = (on) => (detail) => seen.events.push({ on, name: "profile::updated", detail });
	salla.profile.event.onUpdated(count("salla.profile.event.onUpdated"));
	salla.event.profile.onUpdated(count("salla.event.profile.onUpdated"));
	salla.event.on("profile::updated", count("salla.event.on"));
`

// Every way to call and every way to listen, for each place of the tag.
func TestCallsAndListeners(t *testing.T) {
	for _, page := range []struct {
		name string
		tags []string
		mode string
	}{
		{"before the SDK", []string{moduleTag, sdkTag, initTag}, "sdk"},
		{"after the SDK", []string{sdkTag, moduleTag, initTag}, "sdk"},
		{"after its start", []string{sdkTag, initTag, moduleTag}, "sdk"},
		{"async, before", []string{with("async", moduleTag), sdkTag, initTag}, "sdk"},
		{"async, after", []string{sdkTag, initTag, with("async", moduleTag)}, "sdk"},
		{"defer, before", []string{with("defer", moduleTag), with("defer", sdkTag), with("defer", initTag)}, "sdk"},
		{"defer, after", []string{sdkTag, initTag, with("defer", moduleTag)}, "sdk"},
		{"added by a script", []string{sdkTag, initTag, added(moduleTag)}, "sdk"},
		{"twice", []string{moduleTag, sdkTag, moduleTag, initTag}, "sdk"},
		{"the SDK twice", []string{moduleTag, sdkTag, sdkTag, initTag}, "sdk"},
		{"the SDK around it", []string{sdkTag, moduleTag, sdkTag, initTag}, "sdk"},
		{"alone", []string{aloneTag}, "standalone"},
		{"alone, async", []string{with("async", aloneTag)}, "standalone"},
		{"alone, defer", []string{with("defer", aloneTag)}, "standalone"},
		{"alone, twice", []string{aloneTag, aloneTag}, "standalone"},
	} {
		t.Run(page.name, func(t *testing.T) {
			onBuilds(t, func(t *testing.T, b build) {
				if page.mode == "sdk" {
					needSDK(t)
				}
				s := newShop(t, b)
				s.html("/page.html", document(page.tags...))
				p := open(t, s, "/page.html")
				p.started(page.mode, b)
				p.run(watch)
				p.callsReachGo()
				p.clean()
			})
		})
	}
}

// started waits for the module.
func (p *tab) started(mode string, b build) {
	p.t.Helper()
	p.wait(`window.salla?.profile?.ready`)
	p.run(`seen.ready = await salla.profile.ready`)
	p.waitMode(mode, b)
}

func (p *tab) waitMode(mode string, b build) {
	p.t.Helper()
	if mode == "sdk" {
		p.wait(`salla.status === "ready"`)
	}
	ready := eval[struct{ Mode, Version, Compiler string }](p, "seen.ready")
	require.Equal(p.t, mode, ready.Mode)
	require.NotEmpty(p.t, ready.Version)
	require.Contains(p.t, ready.Compiler, b.name)
}

var listeners = []string{"document", "window", "salla.profile.event.onUpdated", "salla.event.profile.onUpdated", "salla.event.on"}

// callsReachGo calls update by each of its names: one fetch each, and each listener once.
func (p *tab) callsReachGo() {
	p.t.Helper()
	for _, name := range []string{"salla.profile.update", "salla.api.profile.update", "salla.profile.api.update"} {
		p.run(`
			seen.requests.length = seen.events.length = 0;
			seen.body = await ` + name + `({ first_name: ` + quote(name) + ` });
			// Whoever would announce it again does so now.
			await new Promise((resolve) => setTimeout(resolve));
		`)
		require.Equal(p.t, name, eval[string](p, "seen.body.data.first_name"))
		var writes []string
		for _, request := range eval[[]string](p, "seen.requests") {
			if !strings.Contains(request, " GET ") {
				writes = append(writes, request)
			}
		}
		require.Equal(p.t, []string{"fetch POST /store/v1/profile/update"}, writes, name)
		for _, on := range listeners {
			require.Equal(p.t, []string{name}, eval[[]string](p,
				`seen.events.filter((event) => event.on === `+quote(on)+`).map((event) => event.detail.data.first_name)`),
				"%s: %s", name, on)
		}
	}
	require.True(p.t, eval[bool](p, "salla === Salla"))
}

// A page creates the SDK again after the module runs, as the components' bundle does.
func TestSDKCreatedAgain(t *testing.T) {
	needSDK(t)
	onBuilds(t, func(t *testing.T, b build) {
		s := newShop(t, b)
		s.html("/page.html", document(moduleTag, sdkTag, initTag))
		p := open(t, s, "/page.html")
		p.started("sdk", b)
		p.run(watch)
		p.callsReachGo()
		p.run(`
			await salla.profile.updateContacts({ phone: "501234567", country_code: "SA" });
			seen.pending = salla.api.profile.pendingVerification;
			if (!seen.pending) throw new Error("no pending verification");
			const { api } = salla;
			for (const src of ["/npm/@salla.sa/twilight/dist/@salla.sa/twilight.min.js", "/sdk-init.js"]) {
				await new Promise((onload) => document.head.append(Object.assign(document.createElement("script"), { src, onload })));
			}
			if (salla.api === api) throw new Error("the SDK wasn't created again");
		`)
		p.wait(`salla.status === "ready"`)
		p.run(`seen.ready = await salla.profile.ready`)
		p.waitMode("sdk", b)
		require.True(t, eval[bool](p, `JSON.stringify(salla.api.profile.pendingVerification) === JSON.stringify(seen.pending)`), "still pending")
		// Listeners on the old emitter are gone, those on the DOM aren't.
		p.run(strings.Replace(watch, `seen.listen("profile::updated");`, "", 1))
		p.callsReachGo()
		p.clean()
	})
}

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
