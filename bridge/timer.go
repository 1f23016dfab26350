//go:build js && wasm

package bridge

import "salla-profile/bridge/js"

// After implements profile.Page.
func (b *Bridge) After(ms int, fn func()) (cancel func()) {
	var release func()
	callback, release := js.Func(func() {
		release()
		fn()
	})
	timer, _ := js.Window.Call("setTimeout", js.Args{callback, js.Number(ms)})
	return func() {
		release()
		js.Window.Call("clearTimeout", js.Args{timer})
	}
}
