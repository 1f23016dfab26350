//go:build js && wasm

package bridge

import (
	"salla-profile/bridge/js"
	"salla-profile/profile"
)

// Text implements profile.Page.
func (b *Bridge) Text(body profile.Value, path string) string {
	return js.Value(body).Text(path)
}

// At implements profile.Page.
func (b *Bridge) At(body profile.Value, path string) (profile.Value, bool) {
	v := js.Value(body).Get(path)
	return profile.Value(v), v.Truthy()
}

// Any implements profile.Page.
func (b *Bridge) Any(body profile.Value, paths string) bool {
	return js.Value(body).Any(paths)
}

// Entries implements profile.Page.
func (b *Bridge) Entries(of profile.Value) []profile.Entry {
	v := js.Value(of)
	if v.Type() == js.TypeString {
		v, _ = js.Parse(v)
	}
	list, n := v.Entries()
	entries := make([]profile.Entry, 0, n/2)
	for i := 0; i+1 < n; i += 2 {
		entries = append(entries, profile.Entry{
			Name: list.Text(profile.Decimal(i)), Value: profile.Value(list.Get(profile.Decimal(i + 1))),
		})
	}
	return entries
}

// Texts implements profile.Page.
func (b *Bridge) Texts(of profile.Value) []string {
	v := js.Value(of)
	if v.Type() != js.TypeObject {
		return []string{v.Text("")}
	}
	var list []string
	for i, n := 0, v.Int("length"); i < n; i++ {
		list = append(list, v.Text(profile.Decimal(i)))
	}
	return list
}

// Same implements profile.Page.
func (b *Bridge) Same(v, w profile.Value) bool {
	return js.Value(v).JSON().Text("") == js.Value(w).JSON().Text("")
}

// String implements profile.Page.
func (b *Bridge) String(text string) profile.Value { return profile.Value(js.String(text)) }

// List implements profile.Page.
func (b *Bridge) List() profile.Value {
	list, _ := js.New("Array", js.Undefined)
	return profile.Value(list)
}

// Object implements profile.Page.
func (b *Bridge) Object(members []profile.Entry) profile.Value {
	object := texts(nil)
	for _, member := range members {
		if v := js.Value(member.Value); v.Type() != js.TypeUndefined {
			object.Set(member.Name, v)
		}
	}
	return profile.Value(object)
}
