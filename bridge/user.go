//go:build js && wasm

package bridge

import (
	"salla-profile/bridge/js"
	"salla-profile/profile"
)

// ForgetUser implements profile.Page.
func (b *Bridge) ForgetUser() {
	for _, key := range [...]string{"user", "token"} {
		js.Window.Call("localStorage.removeItem", js.Args{js.String(key)})
	}
}

// StoreUser implements profile.Page: in the page's salla.config and salla.storage, or in localStorage
// under the key and in the shape that the SDK would read there.
func (b *Bridge) StoreUser(data profile.Value, members string) {
	key := js.String("user") // and the type of the record
	stored, _ := js.Window.Call("localStorage.getItem", js.Args{key})
	before, _ := js.Parse(stored)
	now, _ := js.Window.Call("Date.now", js.Args{})
	user, _ := js.Do(opPick, members, js.Args{js.Value(data), key, before.Get("can_comment"), now})

	js.Window.Call("salla.config.set", js.Args{key, user})
	if _, ok := js.Window.Call("salla.storage.set", js.Args{key, user}); !ok {
		json, _ := js.Window.Call("JSON.stringify", js.Args{user})
		js.Window.Call("localStorage.setItem", js.Args{key, json})
	}
}
