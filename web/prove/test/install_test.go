package test

import (
	"strings"
	"testing"

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
