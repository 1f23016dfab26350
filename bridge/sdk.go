//go:build js && wasm

package bridge

import "salla-profile/profile"

// What the SDK does around a request and a module can have it do.

// Ask implements profile.Page.
func (b *Bridge) Ask(r *profile.Request, payload profile.Value, done func(landed, ok bool, v profile.Value)) {
	h := &b.host
	var body Value
	if r.Body.Data != nil {
		body = r.Body.Data.(Value)
	}
	shown := h.valueIn(payload)
	if payload == nil && r.Verb == "get" {
		shown = null // as the SDK passes it
	}
	timeout := undefined // the instance's
	if r.Timeout > 0 {
		timeout = h.number(r.Timeout)
	}
	options := h.object("signal\ntimeout\nheaders", h.valueIn(r.Signal), timeout, h.texts(r.Headers), undefined)
	keep, release := b.keep(r)
	var slot int
	slot = b.continuations.add(func(what int, v, _ Value) {
		landed := what > 1
		if !landed {
			b.continuations.drop(slot)
			release()
		}
		done(landed, what&1 != 0, v)
	})
	if _, ok := h.try(opRequest, clean(r.URL)+"\n"+r.Verb, shown, body, options, boolean(keep), Value(slot)); !ok {
		b.continuations.resume(slot, 0, undefined, undefined)
	}
}

// After implements profile.Page.
func (b *Bridge) After(ms int, fn func()) (cancel func()) {
	h := &b.host
	timer, release := undefined, func() {}
	function, release := b.callback(func() {
		release()
		fn()
	})
	timer, _ = h.call(window, "setTimeout", function, h.number(ms), undefined)
	return func() {
		release()
		h.call(window, "clearTimeout", timer, undefined, undefined)
	}
}

// Hush implements profile.Page.
func (b *Bridge) Hush() (release func()) {
	h := &b.host
	hushed, _ := h.call(page, "hush", undefined, undefined, undefined)
	return func() { h.call(hushed, "release", undefined, undefined, undefined) }
}

// Logout implements profile.Page: as the SDK does after delete, done and then the logout page.
func (b *Bridge) Logout(done func()) {
	h := &b.host
	promise, ok := h.call(window, "salla.auth.api.appendIframeAndLogout", undefined, undefined, undefined)
	if !ok {
		return
	}
	b.then(promise, func(ok bool, _ Value) {
		if !ok {
			return
		}
		done()
		url, _ := h.call(window, "salla.url.get", h.string("logout"), undefined, undefined)
		h.set(h.at(window, "location"), "href", url)
	})
}
