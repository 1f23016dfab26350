//go:build js && wasm

package bridge

import (
	"salla-profile/bridge/js"
	"salla-profile/profile"
)

// SetPending implements profile.Page.
func (b *Bridge) SetPending(w profile.Waiting) {
	js.Lent.Call("keep", js.Args{js.String(w.Customer), pending(w.Newer), pending(w.Older)})
}

func pending(p *profile.Pending) js.Value {
	if p == nil {
		return js.Null
	}
	return texts(p.Members)
}

// Kept implements profile.Page.
func (b *Bridge) Kept() (profile.Waiting, string) {
	a := js.Lent.All("customer\nkept 0\nkept 1\nkept 2")
	return profile.Waiting{
		Customer: a[1], Newer: profile.Restored(fieldsOf(a[2])), Older: profile.Restored(fieldsOf(a[3])),
	}, a[0]
}
