//go:build js && wasm

package bridge

import (
	"salla-profile/profile"
)

// Text implements profile.Page.
func (b *Bridge) Text(body profile.Value, path string) string {
	h := &b.host
	return h.text(h.valueIn(body), path)
}

// At implements profile.Page.
func (b *Bridge) At(body profile.Value, path string) (profile.Value, bool) {
	h := &b.host
	v := h.at(h.valueIn(body), path)
	return v, !h.falsy(v)
}

// Any implements profile.Page.
func (b *Bridge) Any(body profile.Value, paths string) bool {
	h := &b.host
	found, _ := h.try(opAny, paths, h.valueIn(body), undefined, undefined, undefined, undefined)
	return found.kind() == trueKind
}

// Entries implements profile.Page.
func (b *Bridge) Entries(of profile.Value) []profile.Entry {
	h := &b.host
	v := h.valueIn(of)
	if v.kind() == stringKind {
		v, _ = h.parse(v)
	}
	list, n := h.entries(v)
	entries := make([]profile.Entry, 0, n/2)
	for i := 0; i+1 < n; i += 2 {
		entries = append(entries, profile.Entry{
			Name: h.text(list, profile.Decimal(i)), Value: h.at(list, profile.Decimal(i+1)),
		})
	}
	return entries
}

// Texts implements profile.Page.
func (b *Bridge) Texts(of profile.Value) []string {
	h := &b.host
	v := h.valueIn(of)
	if v.kind() != objectKind {
		return []string{h.text(v, "")}
	}
	var texts []string
	for i, n := 0, h.integer(v, "length"); i < n; i++ {
		texts = append(texts, h.text(v, profile.Decimal(i)))
	}
	return texts
}

// List implements profile.Page.
func (b *Bridge) List() profile.Value {
	list, _ := b.host.make("Array", undefined)
	return list
}

// Object implements profile.Page.
func (b *Bridge) Object(members []profile.Entry) profile.Value {
	h := &b.host
	object := h.texts(nil)
	for _, member := range members {
		if v := h.valueIn(member.Value); v.kind() != undefinedKind {
			h.set(object, member.Name, v)
		}
	}
	return object
}

// SetPending implements profile.Page.
func (b *Bridge) SetPending(w profile.Waiting) {
	h := &b.host
	h.call(page, "keep", h.string(w.Customer), h.pending(w.Newer), h.pending(w.Older))
}

func (h *host) pending(p *profile.Pending) Value {
	if p == nil {
		return null
	}
	return h.texts(p.Members)
}

// Kept implements profile.Page.
func (b *Bridge) Kept() (profile.Waiting, string) {
	a := b.ask(page, "customer\nkept 0\nkept 1\nkept 2")
	return profile.Waiting{
		Customer: a[1], Newer: profile.Restored(fieldsOf(a[2])), Older: profile.Restored(fieldsOf(a[3])),
	}, a[0]
}
