//go:build js && wasm

package bridge

import (
	"salla-profile/bridge/js"
	"salla-profile/profile"
)

// How lists cross: a line an item, a tab behind a name (bridge/js/read.js).

// fieldsOf reads the flattened members of an object.
func fieldsOf(s string) []profile.Field {
	if s == "" {
		return nil
	}
	items := js.Split(s, '\n')
	fields := make([]profile.Field, 0, len(items)/2)
	for i := 0; i+1 < len(items); i += 2 {
		fields = append(fields, profile.Field{Name: items[i], Value: items[i+1]})
	}
	return fields
}

// contains says whether the flattened list has the item.
func contains(list, item string) bool {
	for _, s := range js.Split(list, '\n') {
		if s == item {
			return true
		}
	}
	return false
}

// pack writes fields as the lines of an object's text members.
func pack(fields []profile.Field) string {
	list := make([]byte, 0, 32*len(fields))
	for i, f := range fields {
		if i > 0 {
			list = append(list, '\n')
		}
		list = append(list, clean(f.Name)...)
		list = append(list, '\t')
		list = append(list, clean(f.Value)...)
	}
	return string(list)
}

// clean keeps a separator out of a text: \r is as invalid in a header, and shifts nothing.
func clean(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] == '\n' || s[i] == 0 {
			b := []byte(s)
			for ; i < len(b); i++ {
				if b[i] == '\n' || b[i] == 0 {
					b[i] = '\r'
				}
			}
			return string(b)
		}
	}
	return s
}

// texts makes an object of texts alone.
func texts(fields []profile.Field) js.Value { return js.Object(pack(fields), js.Args{}) }
