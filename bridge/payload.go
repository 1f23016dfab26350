//go:build js && wasm

package bridge

import (
	"salla-profile/bridge/js"
	"salla-profile/profile"
)

// payload is what the theme passed.
type payload struct {
	kind  profile.Kind
	value js.Value
	// text is the whole of a text that is a form; value is what it says.
	text js.Value
}

// classes are those of the objects that can be sent.
const classes = "Object.FormData.HTMLFormElement.URLSearchParams"

// The places in it.
const (
	objectClass = iota
	formDataClass
	formClass
	paramsClass
)

// Payload looks at what the theme passed. Objects of another frame are told as well.
func (b *Bridge) Payload(v profile.Value) profile.Payload {
	value := v.(js.Value)
	p := &payload{value: value, kind: profile.Other}
	switch value.Type() {
	case js.TypeUndefined, js.TypeNull:
		p.kind = profile.None
	case js.TypeNumber:
		p.kind = profile.Number
	case js.TypeString:
		p.kind = profile.Text
		if form, ok := js.New("URLSearchParams", value); ok && profile.Has(value.Text(""), '=', '=') {
			p.kind, p.value, p.text = profile.Params, form, value
		}
	case js.TypeObject:
		switch value.ClassIn(classes) {
		case objectClass:
			p.kind = profile.Object
		case formDataClass:
			p.kind = profile.Form
		case formClass:
			if form, ok := js.New("FormData", value); ok {
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
			text = p.value.Text("")
		}
	case profile.Object:
		text = p.value.Text(name)
	case profile.Form, profile.Params:
		v, _ := p.value.Call("get", js.Args{js.String(name)})
		text = v.Text("")
	}
	return text
}

// Typed implements profile.Page.
//
//go:noinline
func (b *Bridge) Typed(text string, code bool) string {
	typed, ok := js.Page.Call("typed", js.Args{js.String(text), js.Bool(code)})
	if !ok { // a browser without these tables
		return text
	}
	return typed.Text("")
}

const (
	formType = "application/x-www-form-urlencoded"
	utf8     = ";charset=utf-8"
)

// unreadable is the problem of a payload whose members throw, or that only looks like one of the kinds.
const unreadable = "it can't be read"

// Encode implements profile.Page.
func (b *Bridge) Encode(pp profile.Payload, changes []profile.Field) (profile.Body, string) {
	p := pp.(*payload)
	if p.kind == profile.None {
		return profile.Body{}, ""
	}
	data, ok := p.changed(changes)
	body, told, kind, problem := data, js.Undefined, "", unreadable
	switch {
	case !ok:
	case data.Type() == js.TypeString: // text, as it is
		told, kind = data, formType
	case p.kind == profile.Form:
		told, ok = js.Do(opFields, "", js.Args{data})
	case p.kind == profile.Params:
		body, ok = data.Call("toString", js.Args{})
		told, kind = body, formType+utf8
	default:
		body = data.JSON()
		switch body.Type() {
		case js.TypeString:
			told, kind = body, "application/json"
		case js.TypeNull: // there is a file inside
			body, ok = js.Do(opMultipart, "", js.Args{data})
			data = body
		default:
			ok = false
			if why := body.Text("message"); why != "" {
				problem = why
			}
		}
	}
	if !ok {
		return profile.Body{}, problem
	}
	return profile.Body{Value: body, Data: data, Text: short(told), Type: kind}, ""
}

// short is the text of a body to tell it from others; "" for a long one, which nobody sends twice by a
// double click.
func short(v js.Value) string {
	if v.Int("length") > keepaliveLimit {
		return ""
	}
	return v.Text("")
}

// changed is the payload's value, or a copy with the changes set.
func (p *payload) changed(changes []profile.Field) (made js.Value, ok bool) {
	if len(changes) == 0 {
		if p.text != js.Undefined {
			return p.text, true
		}
		return p.value, true
	}
	switch p.kind {
	case profile.Form:
		made, _ = js.New("FormData", js.Undefined)
	case profile.Params:
		made, _ = js.New("URLSearchParams", js.Undefined)
	default:
		made = texts(nil)
		if p.kind == profile.Object {
			_, ok = js.Window.Call("Object.assign", js.Args{made, p.value})
		}
		for _, f := range changes {
			made.Set(f.Name, js.String(f.Value))
		}
		return made, ok || p.kind != profile.Object
	}
	_, ok = js.Do(opAppend, "", js.Args{made, p.value})
	for _, f := range changes {
		made.Call("set", js.Args{js.String(f.Name), js.String(f.Value)})
	}
	return made, ok
}
