//go:build js && wasm

package bridge

import (
	"salla-profile/bridge/js"
	"salla-profile/profile"
)

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
	value := js.Value(v)
	p := profile.Payload{Value: v, Kind: profile.Other}
	switch value.Type() {
	case js.TypeUndefined, js.TypeNull:
		p.Kind = profile.None
	case js.TypeNumber:
		p.Kind = profile.Number
	case js.TypeString:
		p.Kind = profile.Text
		if form, ok := js.New("URLSearchParams", value); ok && profile.Has(value.Text(""), '=', '=') {
			p.Kind, p.Value, p.Text = profile.Params, profile.Value(form), v
		}
	case js.TypeObject:
		switch value.ClassIn(classes) {
		case objectClass:
			p.Kind = profile.Object
		case formDataClass:
			p.Kind = profile.Form
		case formClass:
			if form, ok := js.New("FormData", value); ok {
				p.Kind, p.Value = profile.Form, profile.Value(form)
			}
		case paramsClass:
			p.Kind = profile.Params
		}
	}
	return p
}

// Member implements profile.Page. A verification code passed as text is the payload's code.
func (b *Bridge) Member(p profile.Payload, name string) string {
	value, text := js.Value(p.Value), ""
	switch p.Kind {
	case profile.Text, profile.Number:
		if name == "code" {
			text = value.Text("")
		}
	case profile.Object:
		text = value.Text(name)
	case profile.Form, profile.Params:
		v, _ := value.Call("get", js.Args{js.String(name)})
		text = v.Text("")
	}
	return text
}

// Typed implements profile.Page.
//
//go:noinline
func (b *Bridge) Typed(text string, code bool) string {
	typed, ok := js.Lent.Call("typed", js.Args{js.String(text), js.Bool(code)})
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
func (b *Bridge) Encode(p profile.Payload, changes []profile.Field) (profile.Body, string) {
	if p.Kind == profile.None {
		return profile.Body{}, ""
	}
	data, ok := changed(p, changes)
	body, told, kind, problem := data, js.Undefined, "", unreadable
	switch {
	case !ok:
	case data.Type() == js.TypeString: // text, as it is
		told, kind = data, formType
	case p.Kind == profile.Form:
		told, ok = js.Do(opFormText, "", js.Args{data})
	case p.Kind == profile.Params:
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
	return profile.Body{Value: profile.Value(body), Data: profile.Value(data), Text: short(told), Type: kind}, ""
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
func changed(p profile.Payload, changes []profile.Field) (made js.Value, ok bool) {
	value := js.Value(p.Value)
	if len(changes) == 0 {
		if p.Text != profile.Undefined {
			return js.Value(p.Text), true
		}
		return value, true
	}
	switch p.Kind {
	case profile.Form:
		made, _ = js.New("FormData", js.Undefined)
	case profile.Params:
		made, _ = js.New("URLSearchParams", js.Undefined)
	default:
		made = texts(nil)
		if p.Kind == profile.Object {
			_, ok = js.Window.Call("Object.assign", js.Args{made, value})
		}
		for _, f := range changes {
			made.Set(f.Name, js.String(f.Value))
		}
		return made, ok || p.Kind != profile.Object
	}
	_, ok = js.Do(opAppend, "", js.Args{made, value})
	for _, f := range changes {
		made.Call("set", js.Args{js.String(f.Name), js.String(f.Value)})
	}
	return made, ok
}
