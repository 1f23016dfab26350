//go:build js && wasm

package bridge

import (
	"strconv"

	"salla-profile/profile"
)

// payload is what the theme passed.
type payload struct {
	b     *Bridge
	kind  profile.Kind
	value Value
}

// Payload looks at what the theme passed. Objects are told by their tag, which also holds for those
// of another frame.
func (b *Bridge) Payload(v profile.Value) profile.Payload {
	value := v.(Value)
	p := &payload{b: b, value: value, kind: profile.Other}
	switch value.kind() {
	case undefinedKind, nullKind:
		p.kind = profile.None
	case stringKind:
		p.kind = profile.Text
	case objectKind:
		switch b.host.tag(b.window, value) {
		case "[object Object]":
			p.kind = profile.Object
		case "[object FormData]":
			p.kind = profile.Form
		case "[object HTMLFormElement]":
			p.kind = profile.Form
			if form, err := b.host.try(b.host.make, b.window, "FormData", value); err == nil {
				p.value = form
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
	h := &p.b.host
	text := ""
	switch p.kind {
	case profile.Text:
		if name == "code" {
			text = p.value.text()
		}
	case profile.Object:
		text = h.textAt(p.value, name)
	case profile.Form, profile.Params:
		v, _ := h.try(h.call, p.value, "get", name)
		text = v.string()
	}
	return text, text != ""
}

// Encode implements profile.Page.
func (b *Bridge) Encode(pp profile.Payload, changes []profile.Field) (profile.Body, error) {
	p, h := pp.(*payload), &b.host
	switch p.kind {
	case profile.Form:
		form, err := p.value, error(nil)
		if len(changes) > 0 {
			form, err = b.copied("FormData", p.value, changes)
		}
		return profile.Body{Value: form}, err
	case profile.Params:
		params, err := b.copied("URLSearchParams", p.value, changes)
		if err != nil {
			return profile.Body{}, err
		}
		text, err := h.try(h.call, params, "toString")
		return profile.Body{Value: text, Text: text.string(), Type: "application/x-www-form-urlencoded;charset=utf-8"}, err
	case profile.Object, profile.Text:
		object, err := p.value, error(nil)
		if p.kind == profile.Text {
			object, err = b.objectOf(changes)
		} else if len(changes) > 0 {
			var set Value
			if set, err = b.objectOf(changes); err == nil {
				object, err = h.try(h.call, b.window, "Object.assign", h.object.invoke(""), p.value, set)
			}
		}
		if err != nil {
			return profile.Body{}, err
		}
		json, err := h.try(h.json, object)
		if err != nil {
			return profile.Body{}, err
		}
		if json.kind() != stringKind { // there is a file inside
			form, err := b.multipart(object)
			return profile.Body{Value: form}, err
		}
		return profile.Body{Value: json, Text: json.text(), Type: "application/json"}, nil
	}
	return profile.Body{}, nil
}

// copied is a new FormData or URLSearchParams of the entries of another, with the changes set.
func (b *Bridge) copied(class string, source Value, changes []profile.Field) (Value, error) {
	made, err := b.host.try(b.host.make, b.window, class)
	if err != nil {
		return made, err
	}
	if _, err = b.host.try(b.host.append, made, source); err != nil {
		return made, err
	}
	for _, f := range changes {
		if _, err = b.host.try(b.host.call, made, "set", f.Name, f.Value); err != nil {
			return made, err
		}
	}
	return made, nil
}

// objectOf is a plain object of the fields.
func (b *Bridge) objectOf(fields []profile.Field) (Value, error) {
	args := []any{""}
	for _, f := range fields {
		args = append(args, f.Name, f.Value)
	}
	return b.host.try(b.host.object, args...)
}

// multipart is FormData of an object's members; nested ones are named a[b], as PHP and axios have it.
func (b *Bridge) multipart(object Value) (Value, error) {
	form, err := b.host.try(b.host.make, b.window, "FormData")
	if err == nil {
		err = b.appendMembers(form, object, "", 0)
	}
	return form, err
}

// maxDepth bounds the nesting of a multipart payload; a cycle would have failed as JSON before.
const maxDepth = 32

func (b *Bridge) appendMembers(form, object Value, prefix string, depth int) error {
	h := &b.host
	entries, err := h.try(h.entries, object)
	if err != nil {
		return err
	}
	if depth > maxDepth {
		return errThrown
	}
	for i, n := 0, int(h.at(entries, "length").number()); i < n; i += 2 {
		name := h.textAt(entries, strconv.Itoa(i))
		if prefix != "" {
			name = prefix + "[" + name + "]"
		}
		switch value := h.at(entries, strconv.Itoa(i+1)); {
		case value.kind() == undefinedKind:
			continue
		case value.kind() == nullKind:
			_, err = h.try(h.call, form, "append", name, "")
		case value.kind() == objectKind && !b.isFile(value):
			err = b.appendMembers(form, value, name, depth+1)
		default:
			_, err = h.try(h.call, form, "append", name, value)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// isFile tells a File or Blob, which is appended as it is.
func (b *Bridge) isFile(v Value) bool {
	tag := b.host.tag(b.window, v)
	return tag == "[object File]" || tag == "[object Blob]"
}
