//go:build js && wasm

package bridge

import "salla-profile/profile"

// ForgetUser implements profile.Page.
func (b *Bridge) ForgetUser() {
	h := &b.host
	for _, key := range [...]string{"user", "token"} {
		h.call(window, "localStorage.removeItem", h.string(key), undefined, undefined)
	}
}

// StoreUser implements profile.Page: in the page's salla.config and salla.storage, or in localStorage
// under the key and in the shape that the SDK would read there.
func (b *Bridge) StoreUser(data profile.Value, members string) {
	h := &b.host
	key := h.string("user") // and the type of the record
	stored, _ := h.call(window, "localStorage.getItem", key, undefined, undefined)
	before, _ := h.parse(stored)
	now, _ := h.call(window, "Date.now", undefined, undefined, undefined)
	user, _ := h.try(opPick, members, data.(Value), key, h.at(before, "can_comment"), now, undefined)

	h.call(window, "salla.config.set", key, user, undefined)
	if _, ok := h.call(window, "salla.storage.set", key, user, undefined); !ok {
		json, _ := h.call(window, "JSON.stringify", user, undefined, undefined)
		h.call(window, "localStorage.setItem", key, json, undefined)
	}
}
