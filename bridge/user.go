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
	user, _ := h.try(opPick, members, data.(Value), undefined, undefined, undefined, undefined)
	key := h.string("user")
	stored, _ := h.call(window, "localStorage.getItem", key, undefined, undefined)
	before, _ := h.parse(stored)
	now, _ := h.call(window, "Date.now", undefined, undefined, undefined)
	more := h.object("type\tuser\ncan_comment\nfetched_at", h.at(before, "can_comment"), now, undefined, undefined)
	h.call(window, "Object.assign", user, more, undefined)

	h.call(window, "salla.config.set", key, user, undefined)
	if _, ok := h.call(window, "salla.storage.set", key, user, undefined); !ok {
		json, _ := h.json(user)
		h.call(window, "localStorage.setItem", key, json, undefined)
	}
}
