//go:build js && wasm

package bridge

import (
	"strconv"

	"salla-profile/profile"
)

// Text implements profile.Page.
func (b *Bridge) Text(body profile.Value, path string) string {
	return b.host.textAt(body.(Value), path)
}

// At implements profile.Page.
func (b *Bridge) At(body profile.Value, path string) (profile.Value, bool) {
	v := b.host.at(body.(Value), path)
	return v, !v.missing() && !falsy(v)
}

// Entries implements profile.Page.
func (b *Bridge) Entries(of profile.Value) []profile.Entry {
	h, v := &b.host, of.(Value)
	if v.kind() == stringKind {
		v, _ = h.try(h.call, b.window, "JSON.parse", v)
	}
	if v.kind() != objectKind {
		return nil
	}
	list, _ := h.try(h.entries, v)
	n := b.length(list)
	entries := make([]profile.Entry, 0, n/2)
	for i := 0; i+1 < n; i += 2 {
		entries = append(entries, profile.Entry{
			Name: h.textAt(list, strconv.Itoa(i)), Value: h.at(list, strconv.Itoa(i+1)),
		})
	}
	return entries
}

// Texts implements profile.Page.
func (b *Bridge) Texts(of profile.Value) []string {
	h, v := &b.host, of.(Value)
	if v.kind() != objectKind {
		return []string{h.textAt(v, "")}
	}
	var texts []string
	for i, n := 0, b.length(v); i < n; i++ {
		texts = append(texts, h.textAt(v, strconv.Itoa(i)))
	}
	return texts
}

// length is an array's.
func (b *Bridge) length(list Value) int {
	if n := b.host.at(list, "length"); n.kind() == numberKind {
		return int(n.number())
	}
	return 0
}

// StoreUser implements profile.Page: in the page's salla.config and salla.storage, or in localStorage
// under the key and in the shape that the SDK would read there.
func (b *Bridge) StoreUser(data profile.Value, members []profile.Member) {
	h := &b.host
	pairs := []any{"type\nuser"}
	for _, member := range members {
		value := h.at(data.(Value), member.From[0])
		if len(member.From) == 1 {
			pairs = append(pairs, member.Name, value)
			continue
		}
		text := ""
		for _, path := range member.From {
			text += h.textAt(data.(Value), path)
		}
		pairs = append(pairs, member.Name, text)
	}
	stored, _ := h.try(h.call, b.window, "localStorage.getItem", "user")
	if before, err := h.try(h.call, b.window, "JSON.parse", stored); err == nil {
		pairs = append(pairs, "can_comment", h.at(before, "can_comment"))
	}
	now, _ := h.try(h.call, b.window, "Date.now")
	user, err := h.try(h.object, append(pairs, "fetched_at", now)...)
	if err != nil {
		return
	}
	h.try(h.call, b.window, "salla.config.set", "user", user)
	if _, err := h.try(h.call, b.window, "salla.storage.set", "user", user); err != nil {
		if json, err := h.try(h.json, user); err == nil {
			h.try(h.call, b.window, "localStorage.setItem", "user", json)
		}
	}
}

// SetPending implements profile.Page.
func (b *Bridge) SetPending(p *profile.Pending) {
	var shown any
	if p != nil {
		object, err := b.objectOf(p.Members())
		if err != nil {
			return
		}
		shown = object
	}
	h := &b.host
	h.try(h.set, h.at(b.window, "salla.api.profile"), "pendingVerification", shown)
}
