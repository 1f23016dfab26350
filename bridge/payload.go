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

// Encode implements profile.Page.
func (b *Bridge) Encode(pp profile.Payload, changes []profile.Field) (profile.Body, string) {
	p, h := pp.(*payload), &b.host
	switch p.kind {
	case profile.Form:
		form := p.value
		if len(changes) > 0 {
			form = h.copied("FormData", form, changes)
		}
		fields, _ := h.try(opFields, "", form, undefined, undefined, undefined, undefined)
		return profile.Body{Value: form, Data: form, Text: h.short(fields)}, ""
	case profile.Params:
		if len(changes) > 0 {
			p.value, p.text = h.copied("URLSearchParams", p.value, changes), undefined
		}
		if p.text != undefined { // as it is
			return profile.Body{Value: p.text, Data: p.text, Text: h.short(p.text), Type: formType}, ""
		}
		text, _ := h.call(p.value, "toString", undefined, undefined, undefined)
		return profile.Body{Value: text, Data: p.value, Text: h.short(text), Type: formType + utf8}, ""
	case profile.Text:
		if len(changes) == 0 {
			return profile.Body{Value: p.value, Data: p.value, Text: h.short(p.value), Type: formType}, ""
		}
		return b.encodeObject(h.texts(changes))
	case profile.Object:
		object := p.value
		if len(changes) > 0 {
			object = h.texts(nil)
			h.call(window, "Object.assign", object, p.value, undefined)
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

// copied is a new FormData or URLSearchParams of the entries of another, with the changes set.
func (h *host) copied(class string, source Value, changes []profile.Field) Value {
	made, _ := h.make(class, undefined)
	h.try(opAppend, "", made, source, undefined, undefined, undefined)
	for _, f := range changes {
		h.call(made, "set", h.string(f.Name), h.string(f.Value), undefined)
	}
	return made
}
