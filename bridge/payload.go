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
	// text is the whole of a text that is a form; value is what it says.
	text Value
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
		if form, ok := h.make("URLSearchParams", value); ok && has(h.text(value, ""), '=') {
			p.kind, p.value, p.text = profile.Params, form, value
		}
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

const (
	formType = "application/x-www-form-urlencoded"
	utf8     = ";charset=utf-8"
)

// unreadable is the problem of a payload whose members throw, or that only looks like one of the kinds.
const unreadable = "it can't be read"

// Encode implements profile.Page.
func (b *Bridge) Encode(pp profile.Payload, changes []profile.Field) (profile.Body, string) {
	p, h := pp.(*payload), &b.host
	switch p.kind {
	case profile.Form:
		form := h.changed("FormData", p.value, changes)
		fields, ok := h.try(opFields, "", form, undefined, undefined, undefined, undefined)
		if !ok {
			return profile.Body{}, unreadable
		}
		return profile.Body{Value: form, Data: form, Text: h.short(fields)}, ""
	case profile.Params:
		if p.text != undefined && len(changes) == 0 { // as it is
			return profile.Body{Value: p.text, Data: p.text, Text: h.short(p.text), Type: formType}, ""
		}
		params := h.changed("URLSearchParams", p.value, changes)
		text, ok := h.call(params, "toString", undefined, undefined, undefined)
		if !ok {
			return profile.Body{}, unreadable
		}
		return profile.Body{Value: text, Data: params, Text: h.short(text), Type: formType + utf8}, ""
	case profile.Text:
		if len(changes) == 0 {
			return profile.Body{Value: p.value, Data: p.value, Text: h.short(p.value), Type: formType}, ""
		}
		return b.encodeObject(h.texts(changes))
	case profile.Object:
		object := p.value
		if len(changes) > 0 {
			object = h.texts(nil)
			if _, ok := h.call(window, "Object.assign", object, p.value, undefined); !ok {
				return profile.Body{}, unreadable
			}
			for _, f := range changes {
				h.set(object, f.Name, h.string(f.Value))
			}
		}
		return b.encodeObject(object)
	}
	return profile.Body{}, ""
}

// encodeObject makes JSON of an object, or multipart where there is a file inside.
func (b *Bridge) encodeObject(object Value) (profile.Body, string) {
	h := &b.host
	json := h.json(object)
	switch json.kind() {
	case stringKind:
		return profile.Body{Value: json, Data: object, Text: h.short(json), Type: "application/json"}, ""
	case nullKind:
		if form, ok := h.try(opMultipart, "", object, undefined, undefined, undefined, undefined); ok {
			return profile.Body{Value: form, Data: form}, ""
		}
	case objectKind:
		if problem := h.text(json, "message"); problem != "" {
			return profile.Body{}, problem
		}
	}
	return profile.Body{}, "it isn't JSON"
}

// short is the text of a body to tell it from others; "" for a long one, which nobody sends twice by a
// double click.
func (h *host) short(v Value) string {
	if h.integer(v, "length") > keepaliveLimit {
		return ""
	}
	return h.text(v, "")
}

// changed is a FormData or URLSearchParams with the changes set, on a copy; undefined where there is no copying it.
func (h *host) changed(class string, source Value, changes []profile.Field) Value {
	if len(changes) == 0 {
		return source
	}
	made, _ := h.make(class, undefined)
	if _, ok := h.try(opAppend, "", made, source, undefined, undefined, undefined); !ok {
		return undefined
	}
	for _, f := range changes {
		h.call(made, "set", h.string(f.Name), h.string(f.Value), undefined)
	}
	return made
}
