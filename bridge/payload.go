//go:build js && wasm

package bridge

import (
	"salla-profile/profile"
)

// payload is what the theme passed.
type payload struct {
	h     *host
	kind  profile.Kind
	value Value
}

// Payload looks at what the theme passed. Objects of another frame are told as well.
func (b *Bridge) Payload(v profile.Value) profile.Payload {
	h, value := &b.host, v.(Value)
	p := &payload{h: h, value: value, kind: profile.Other}
	switch value.kind() {
	case undefinedKind, nullKind:
		p.kind = profile.None
	case stringKind:
		p.kind = profile.Text
	case objectKind:
		switch h.class(value) {
		case objectClass:
			p.kind = profile.Object
		case formDataClass:
			p.kind = profile.Form
		case formClass:
			if form, ok := h.make("FormData", value); ok {
				p.kind, p.value = profile.Form, form
			}
		case paramsClass:
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
			text = p.h.text(p.value, "")
		}
	case profile.Object:
		text = p.h.text(p.value, name)
	case profile.Form, profile.Params:
		v, _ := p.h.call(p.value, "get", p.h.string(name), undefined, undefined)
		text = p.h.text(v, "")
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
			if value, ok = h.copied("FormData", value, changes); !ok {
				return body, false
			}
		}
		fields, _ := h.try(opFields, "", value, undefined, undefined, undefined, undefined)
		body.Value, body.Text = value, h.short(fields)
		return body, true
	case profile.Params:
		if value, ok = h.copied("URLSearchParams", value, changes); ok {
			value, ok = h.call(value, "toString", undefined, undefined, undefined)
		}
		return profile.Body{Value: value, Text: h.short(value), Type: "application/x-www-form-urlencoded;charset=utf-8"}, ok
	case profile.Object, profile.Text:
		if p.kind == profile.Text || len(changes) > 0 {
			object, empty := h.texts(nil), undefined
			if p.kind == profile.Object {
				if _, ok = h.call(window, "Object.assign", object, value, empty); !ok {
					return body, false
				}
			}
			for _, f := range changes {
				h.set(object, f.Name, h.string(f.Value))
			}
			value = object
		}
		json, ok := h.json(value)
		if ok && json.kind() != stringKind { // there is a file inside
			form, ok := h.make("FormData", undefined)
			return profile.Body{Value: form}, ok && h.appendMembers(form, value, "", 0)
		}
		return profile.Body{Value: json, Text: h.short(json), Type: "application/json"}, ok
	}
	return body, true
}

// short is the text of a body to tell it from others; "" for a long one, which nobody sends twice by a
// double click.
func (h *host) short(v Value) string {
	if h.integer(v, "length") > keepaliveLimit {
		return ""
	}
	return h.text(v, "")
}

// copied is a new FormData or URLSearchParams of the entries of another, with the changes set.
func (h *host) copied(class string, source Value, changes []profile.Field) (Value, bool) {
	made, ok := h.make(class, undefined)
	if ok {
		_, ok = h.try(opAppend, "", made, source, undefined, undefined, undefined)
	}
	for _, f := range changes {
		h.call(made, "set", h.string(f.Name), h.string(f.Value), undefined)
	}
	return made, ok
}

// maxDepth bounds the nesting of a multipart payload; a cycle would have failed as JSON before.
const maxDepth = 32

// appendMembers appends an object's members to FormData; nested ones are named a[b], as PHP and axios
// have it.
func (h *host) appendMembers(form, object Value, prefix string, depth int) bool {
	if depth > maxDepth {
		return false
	}
	list, n := h.entries(object)
	for i := 0; i < n; i += 2 {
		name := h.text(list, profile.Decimal(i))
		if prefix != "" {
			name = prefix + "[" + name + "]"
		}
		value := h.at(list, profile.Decimal(i+1))
		switch value.kind() {
		case undefinedKind:
			continue
		case nullKind:
			value = h.string("")
		case objectKind:
			if h.class(value) < fileClass {
				if !h.appendMembers(form, value, name, depth+1) {
					return false
				}
				continue
			}
		}
		if _, ok := h.call(form, "append", h.string(name), value, undefined); !ok {
			return false
		}
	}
	return true
}
