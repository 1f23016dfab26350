//go:build js && wasm

package bridge

// What the SDK does around a request and a module can have it do.

// AddParam implements profile.Page.
func (b *Bridge) AddParam(url, name, value string) string {
	h := &b.host
	if added, ok := h.call(window, "salla.url.addParamToUrl", h.string(name), h.string(value), h.string(url)); ok {
		return h.text(added, "")
	}
	return url
}

// Matches implements profile.Page.
func (b *Bridge) Matches(patterns []string, url string) (match, ok bool) {
	h := &b.host
	pattern := ""
	for i, p := range patterns {
		if i > 0 {
			pattern += "|"
		}
		pattern += p
	}
	expression, ok := h.call(window, "RegExp", h.string(pattern), h.string("i"), undefined)
	if !ok {
		return false, false
	}
	found, ok := h.call(expression, "test", h.string(url), undefined, undefined)
	return ok && found == yes, ok
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

// Button implements profile.Page.
func (b *Bridge) Button() (load, stop func()) {
	h := &b.host
	button := h.at(window, "event.currentTarget")
	return func() { h.call(button, "load", undefined, undefined, undefined) },
		func() { h.call(button, "stop", undefined, undefined, undefined) }
}

// Logout implements profile.Page: as the SDK does after delete, done and then the logout page.
func (b *Bridge) Logout(done func()) {
	h := &b.host
	promise, ok := h.call(window, "salla.auth.api.appendIframeAndLogout", undefined, undefined, undefined)
	if !ok {
		return
	}
	b.then(promise, func(ok bool) {
		if !ok {
			return
		}
		done()
		url, _ := h.call(window, "salla.url.get", h.string("logout"), undefined, undefined)
		h.set(h.at(window, "location"), "href", url)
	})
}
