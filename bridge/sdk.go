//go:build js && wasm

package bridge

import (
	"salla-profile/bridge/js"
	"salla-profile/profile"
)

// What the SDK does around a request and a module can have it do.

// What requestBySDK (sdk.js) goes on with besides, before anything follows on the answer.
const (
	landedBadly = js.Resolved + 1 + iota
	landedWell
)

// Ask implements profile.Page.
func (b *Bridge) Ask(r *profile.Request, payload profile.Value, done func(landed, ok bool, v profile.Value)) {
	timeout := js.Undefined // the instance's
	if r.Timeout > 0 {
		timeout = js.Number(r.Timeout)
	}
	options := js.Object("signal\ntimeout\nheaders", js.Args{js.Value(r.Signal), timeout, texts(r.Headers)})
	may, release := b.outlives(r)
	var slot js.Slot
	slot = js.Keep(func(code int, v, _ js.Value) {
		landed := code >= landedBadly
		if !landed {
			slot.Drop()
			release()
		}
		done(landed, code == js.Resolved || code == landedWell, profile.Value(v))
	})
	if _, ok := js.Do(opRequest, clean(r.URL)+"\n"+r.Verb, js.Args{shownOf(r, payload), js.Value(r.Body.Data), options, js.Bool(may), slot.Value()}); !ok {
		slot.Fail()
	}
}

// Hush implements profile.Page.
func (b *Bridge) Hush() (release func()) {
	hushed, _ := js.Lent.Call("hush", js.Args{})
	return func() { hushed.Call("release", js.Args{}) }
}

// Logout implements profile.Page: as the SDK does after delete, done and then the logout page.
func (b *Bridge) Logout(done func()) {
	promise, ok := js.Window.Call("salla.auth.api.appendIframeAndLogout", js.Args{})
	if !ok {
		return
	}
	js.Then(promise, func(ok bool, _ js.Value) {
		if !ok {
			return
		}
		done()
		url, _ := js.Window.Call("salla.url.get", js.Args{js.String("logout")})
		js.Window.Get("location").Set("href", url)
	})
}
