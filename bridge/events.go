//go:build js && wasm

package bridge

import (
	"salla-profile/bridge/js"
	"salla-profile/profile"
)

// Announce implements profile.Page: the SDK's own dispatcher where it is there, so that its listeners,
// dataLayer, analytics and mobile bridge work unchanged, and its mirror makes the DOM event.
func (b *Bridge) Announce(dispatcher string, detail profile.Value) {
	js.Do(opAnnounce, dispatcher, js.Args{js.Value(detail)})
}

// Emit implements profile.Page.
func (b *Bridge) Emit(name string, first, second profile.Value) {
	b.run("event.emit", js.String(name), js.Value(first), js.Value(second))
}

// Delegate implements profile.Page.
func (b *Bridge) Delegate(path string, first, second profile.Value) {
	b.run(path, js.Value(first), js.Value(second), js.Undefined)
}

// Notify implements profile.Page: by the SDK's notifier, or the theme's own of its shape.
func (b *Bridge) Notify(message, kind string, about profile.Value) {
	b.run("notify.fire", js.String(message), js.String(kind), js.Value(about))
}

// PushTags implements profile.Page.
func (b *Bridge) PushTags(tags profile.Value) {
	js.Window.Call("dataLayer.push", js.Args{js.Value(tags)})
}

// run calls the page's function at the dotted path under salla. What it throws is dropped: a theme's
// broken listener or notifier must not break the call.
func (b *Bridge) run(path string, v, w, x js.Value) {
	js.Window.Call("salla."+path, js.Args{v, w, x})
}
