//go:build js && wasm

package bridge

import (
	"strconv"

	"salla-profile/profile"
)

// payload is what the theme passed.
type payload struct {
	h     *host
	kind  profile.Kind
	value Value
}

// Payload looks at what the theme passed. Objects are told by their tag, which also holds for those
// of another frame.
func (b *Bridge) Payload(v profile.Value) profile.Payload {
	h, value := &b.host, v.(Value)
	p := &payload{h: h, value: value, kind: profile.Other}
	switch value.kind() {
	case undefinedKind, nullKind:
		p.kind = profile.None
	case stringKind:
		p.kind = profile.Text
	case objectKind:
		switch h.tag(value) {
		case "[object Object]":
			p.kind = profile.Object
		case "[object FormData]":
			p.kind = profile.Form
		case "[object HTMLFormElement]":
			if form, ok := h.make("FormData", value); ok {
				p.kind, p.value = profile.Form, form
			}
		case "[object URLSearchParams]":
			p.kind = profile.Params
		}
	}
	return p
}

// Kind implements profile.Payload.
func (p *payload) Kind() profile.Kind { return p.kind }

// Get implements profile.Payload. A verification code passed as text is the payload's code.
func (p *payload) Get(name string) (string, bool) {
	text := ""
	switch p.kind {
	case profile.Text:
		if name == "code" {
			text = p.value.text()
		}
	case profile.Object:
		text = p.h.textAt(p.value, name)
	case profile.Form, profile.Params:
		v, _ := p.h.call(p.value, "get", valueOf(name), Value{}, Value{})
		text = v.string()
	}
	return text, text != ""
}

// Encode implements profile.Page.
func (b *Bridge) Encode(pp profile.Payload, changes []profile.Field) (body profile.Body, ok bool) {
	p, h := pp.(*payload), &b.host
	value := p.value
	switch p.kind {
	case profile.Form:
		if len(changes) > 0 {
			value, ok = h.copied("FormData", value, changes)
			return profile.Body{Value: value}, ok
		}
		return profile.Body{Value: value}, true
	case profile.Params:
		if value, ok = h.copied("URLSearchParams", value, changes); ok {
			value, ok = h.call(value, "toString", Value{}, Value{}, Value{})
		}
		return profile.Body{Value: value, Text: value.string(), Type: "application/x-www-form-urlencoded;charset=utf-8"}, ok
	case profile.Object, profile.Text:
		if p.kind == profile.Text || len(changes) > 0 {
			object, empty := h.texts(nil), Value{}
			if p.kind == profile.Object {
				if _, ok = h.call(h.window, "Object.assign", object, value, empty); !ok {
					return body, false
				}
			}
			for _, f := range changes {
				h.set(object, f.Name, valueOf(f.Value))
			}
			value = object
		}
		json, ok := h.try(opJSON, "", value, Value{}, Value{}, Value{}, Value{})
		if ok && json.kind() != stringKind { // there is a file inside
			form, ok := h.make("FormData", Value{})
			return profile.Body{Value: form}, ok && h.appendMembers(form, value, "", 0)
		}
		return profile.Body{Value: json, Text: json.string(), Type: "application/json"}, ok
	}
	return body, true
}

// copied is a new FormData or URLSearchParams of the entries of another, with the changes set.
func (h *host) copied(class string, source Value, changes []profile.Field) (Value, bool) {
	made, ok := h.make(class, Value{})
	if ok {
		_, ok = h.try(opAppend, "", made, source, Value{}, Value{}, Value{})
	}
	for _, f := range changes {
		h.call(made, "set", valueOf(f.Name), valueOf(f.Value), Value{})
	}
	return made, ok
}

// maxDepth bounds the nesting of a multipart payload; a cycle would have failed as JSON before.
const maxDepth = 32

// appendMembers appends an object's members to FormData; nested ones are named a[b], as PHP and axios
// have it.
func (h *host) appendMembers(form, object Value, prefix string, depth int) bool {
	list, ok := h.try(opEntries, "", object, Value{}, Value{}, Value{}, Value{})
	if !ok || depth > maxDepth {
		return false
	}
	for i, n := 0, h.length(list); i < n; i += 2 {
		name := h.textAt(list, strconv.Itoa(i))
		if prefix != "" {
			name = prefix + "[" + name + "]"
		}
		value := h.at(list, strconv.Itoa(i+1))
		switch value.kind() {
		case undefinedKind:
			continue
		case nullKind:
			value = valueOf("")
		case objectKind:
			if tag := h.tag(value); tag != "[object File]" && tag != "[object Blob]" {
				if !h.appendMembers(form, value, name, depth+1) {
					return false
				}
				continue
			}
		}
		if _, ok = h.call(form, "append", valueOf(name), value, Value{}); !ok {
			return false
		}
	}
	return true
}
