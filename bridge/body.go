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
	return v, !v.falsy()
}

// Entries implements profile.Page.
func (b *Bridge) Entries(of profile.Value) []profile.Entry {
	h, v := &b.host, of.(Value)
	if v.kind() == stringKind {
		v, _ = h.call(h.window, "JSON.parse", v, Value{}, Value{})
	}
	list, _ := h.try(opEntries, "", v, Value{}, Value{}, Value{}, Value{})
	n := h.length(list)
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
	for i, n := 0, h.length(v); i < n; i++ {
		texts = append(texts, h.textAt(v, strconv.Itoa(i)))
	}
	return texts
}

// length is an array's.
func (h *host) length(list Value) int {
	if n := h.at(list, "length"); n.kind() == numberKind {
		return int(n.number())
	}
	return 0
}

// SetPending implements profile.Page.
func (b *Bridge) SetPending(p *profile.Pending) {
	h := &b.host
	shown := h.null
	if p != nil {
		shown = h.texts(p.Members())
	}
	h.set(h.at(h.window, "salla.api.profile"), "pendingVerification", shown)
}
