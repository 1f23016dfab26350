//go:build js && wasm

package bridge

import "salla-profile/profile"

// Announce implements profile.Page: the SDK's own dispatcher where it is there, so that its listeners,
// dataLayer, analytics and mobile bridge work unchanged, and its mirror makes the DOM event.
func (b *Bridge) Announce(dispatcher string, detail profile.Value) {
	b.Delegate("event.profile."+dispatcher, detail, Value{})
}

// Emit implements profile.Page.
func (b *Bridge) Emit(name string, first, second profile.Value) {
	b.run("event.emit", valueOf(name), valueIn(first), valueIn(second))
}

// Delegate implements profile.Page.
func (b *Bridge) Delegate(path string, first, second profile.Value) {
	b.run(path, valueIn(first), valueIn(second), Value{})
}

// Notify implements profile.Page: by the SDK's notifier, or the theme's own of its shape.
func (b *Bridge) Notify(message, kind string, about profile.Value) {
	b.run("notify.fire", valueOf(message), valueOf(kind), valueIn(about))
}

// PushTags implements profile.Page.
func (b *Bridge) PushTags(tags profile.Value) {
	b.host.call(b.host.window, "dataLayer.push", tags.(Value), Value{}, Value{})
}

// run calls the page's function at the dotted path under salla. What it throws is dropped: a theme's
// broken listener or notifier must not break the call.
func (b *Bridge) run(path string, v, w, x Value) {
	b.host.call(b.host.window, "salla."+path, v, w, x)
}

// valueIn is the JavaScript value of the rules' value; undefined for nil.
func valueIn(v profile.Value) Value {
	value, _ := v.(Value)
	return value
}
