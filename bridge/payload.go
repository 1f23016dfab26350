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
	case numberKind:
		p.kind = profile.Number
	case stringKind:
		p.kind = profile.Text
		if form, ok := h.make("URLSearchParams", value); ok && profile.Has(h.text(value, ""), '=', '=') {
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
func (p *payload) Get(name string) string {
	text := ""
	switch p.kind {
	case profile.Text, profile.Number:
		if name == "code" {
			text = p.h.text(p.value, "")
		}
	case profile.Object:
		text = p.h.text(p.value, name)
	case profile.Form, profile.Params:
		v, _ := p.h.call(p.value, "get", p.h.string(name), undefined, undefined)
		text = p.h.text(v, "")
	}
	return text
}

// Typed implements profile.Page.
//
//go:noinline
func (b *Bridge) Typed(text string, code bool) string {
	h := &b.host
	typed, ok := h.call(page, "typed", h.string(text), boolean(code), undefined)
	if !ok { // a browser without these tables
		return text
	}
	return h.text(typed, "")
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
	if p.kind == profile.None {
		return profile.Body{}, ""
	}
	data, ok := p.changed(changes)
	body, told, kind, problem := data, undefined, "", unreadable
	switch {
	case !ok:
	case data.kind() == stringKind: // text, as it is
		told, kind = data, formType
	case p.kind == profile.Form:
		told, ok = h.try(opFields, "", data, undefined, undefined, undefined, undefined)
	case p.kind == profile.Params:
		body, ok = h.call(data, "toString", undefined, undefined, undefined)
		told, kind = body, formType+utf8
	default:
		body = h.json(data)
		switch body.kind() {
		case stringKind:
			told, kind = body, "application/json"
		case nullKind: // there is a file inside
			body, ok = h.try(opMultipart, "", data, undefined, undefined, undefined, undefined)
			data = body
		default:
			ok = false
			if why := h.text(body, "message"); why != "" {
				problem = why
			}
		}
	}
	if !ok {
		return profile.Body{}, problem
	}
	return profile.Body{Value: body, Data: data, Text: h.short(told), Type: kind}, ""
}

// short is the text of a body to tell it from others; "" for a long one, which nobody sends twice by a
// double click.
func (h *host) short(v Value) string {
	if h.integer(v, "length") > keepaliveLimit {
		return ""
	}
	return h.text(v, "")
}

// changed is the payload's value, or a copy with the changes set.
func (p *payload) changed(changes []profile.Field) (made Value, ok bool) {
	h := p.h
	if len(changes) == 0 {
		if p.text != undefined {
			return p.text, true
		}
		return p.value, true
	}
	switch p.kind {
	case profile.Form:
		made, _ = h.make("FormData", undefined)
	case profile.Params:
		made, _ = h.make("URLSearchParams", undefined)
	default:
		made = h.texts(nil)
		if p.kind == profile.Object {
			_, ok = h.call(window, "Object.assign", made, p.value, undefined)
		}
		for _, f := range changes {
			h.set(made, f.Name, h.string(f.Value))
		}
		return made, ok || p.kind != profile.Object
	}
	_, ok = h.try(opAppend, "", made, p.value, undefined, undefined, undefined)
	for _, f := range changes {
		h.call(made, "set", h.string(f.Name), h.string(f.Value), undefined)
	}
	return made, ok
}
