//go:build js && wasm

package bridge

import "salla-profile/profile"

// Announce implements profile.Page: the SDK's own dispatcher where it is there, so that its listeners,
// dataLayer, analytics and mobile bridge work unchanged, and its mirror makes the DOM event.
func (b *Bridge) Announce(dispatcher string, detail profile.Value) {
	b.run("event.profile."+dispatcher, detail)
}

// Emit implements profile.Page.
func (b *Bridge) Emit(name string, args ...profile.Value) {
	b.run("event.emit", append([]profile.Value{name}, args...)...)
}

// Delegate implements profile.Page.
func (b *Bridge) Delegate(path string, args ...profile.Value) { b.run(path, args...) }

// Notify implements profile.Page: by the SDK's notifier, or the theme's own of its shape.
func (b *Bridge) Notify(message, kind string, about profile.Value) {
	b.run("notify.fire", message, kind, about)
}

// PushTags implements profile.Page.
func (b *Bridge) PushTags(tags profile.Value) {
	b.host.try(b.host.call, b.window, "dataLayer.push", tags)
}

// run calls the page's function at the dotted path under salla. What it throws is reported by nobody:
// a theme's broken listener or notifier must not break the call.
func (b *Bridge) run(path string, args ...profile.Value) {
	all := append([]any{b.window, "salla." + path}, args...)
	b.host.try(b.host.call, all...)
}
