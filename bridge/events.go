//go:build js && wasm

package bridge

import "salla-profile/profile"

// Announce implements profile.Page: the SDK's own dispatcher where it is there, so that its listeners,
// dataLayer, analytics and mobile bridge work unchanged, and its mirror makes the DOM event.
func (b *Bridge) Announce(dispatcher string, detail profile.Value) {
	h := &b.host
	h.try(opAnnounce, dispatcher, h.valueIn(detail), undefined, undefined, undefined, undefined)
}

// Emit implements profile.Page.
func (b *Bridge) Emit(name string, first, second profile.Value) {
	h := &b.host
	b.run("event.emit", h.string(name), h.valueIn(first), h.valueIn(second))
}

// Delegate implements profile.Page.
func (b *Bridge) Delegate(path string, first, second profile.Value) {
	h := &b.host
	b.run(path, h.valueIn(first), h.valueIn(second), undefined)
}

// Notify implements profile.Page: by the SDK's notifier, or the theme's own of its shape.
func (b *Bridge) Notify(message, kind string, about profile.Value) {
	h := &b.host
	b.run("notify.fire", h.string(message), h.string(kind), h.valueIn(about))
}

// PushTags implements profile.Page.
func (b *Bridge) PushTags(tags profile.Value) {
	b.host.call(window, "dataLayer.push", tags.(Value), undefined, undefined)
}

// run calls the page's function at the dotted path under salla. What it throws is dropped: a theme's
// broken listener or notifier must not break the call.
func (b *Bridge) run(path string, v, w, x Value) {
	b.host.call(window, "salla."+path, v, w, x)
}
