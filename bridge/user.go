//go:build js && wasm

package bridge

import "salla-profile/profile"

// StoreUser implements profile.Page: in the page's salla.config and salla.storage, or in localStorage
// under the key and in the shape that the SDK would read there.
func (b *Bridge) StoreUser(data profile.Value, members []profile.Member) {
	h := &b.host
	source := data.(Value)
	user := h.object("type\tuser", Value{}, Value{}, Value{}, Value{})
	for _, member := range members {
		value := h.at(source, member.From)
		if member.And != "" {
			value = valueOf(h.textAt(source, member.From) + h.textAt(source, member.And))
		}
		h.set(user, member.Name, value)
	}
	stored, _ := h.call(h.window, "localStorage.getItem", valueOf("user"), Value{}, Value{})
	before, _ := h.call(h.window, "JSON.parse", stored, Value{}, Value{})
	h.set(user, "can_comment", h.at(before, "can_comment"))
	now, _ := h.call(h.window, "Date.now", Value{}, Value{}, Value{})
	h.set(user, "fetched_at", now)

	key := valueOf("user")
	h.call(h.window, "salla.config.set", key, user, Value{})
	if _, ok := h.call(h.window, "salla.storage.set", key, user, Value{}); !ok {
		json, _ := h.try(opJSON, "", user, Value{}, Value{}, Value{}, Value{})
		h.call(h.window, "localStorage.setItem", key, json, Value{})
	}
}
