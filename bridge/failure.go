//go:build js && wasm

package bridge

import "salla-profile/profile"

// Failure implements profile.Page: an Error with the members of contract.md, section 5.
func (b *Bridge) Failure(f *profile.Failure) profile.Value {
	h := &b.host
	if f.Plain {
		err, _ := h.try(h.make, b.window, "Error", f.Message)
		return err
	}
	pairs := []any{"name\n" + f.Name + "\ncode\n" + f.Code, "message", f.Message, "config", b.config(f.Request)}
	switch {
	case f.Answer != nil:
		response := f.Answer.Response.(Value)
		pairs = append(pairs, "status", f.Answer.Status, "response", response, "request", h.at(response, "request"))
	case f.Local:
		pairs = append(pairs, "local", true, "response", b.refusal(f), "request", Value{})
	default:
		pairs = append(pairs, "response", Value{}, "request", b.requestOf(Value{}))
	}
	members, _ := h.try(h.object, pairs...)
	err, _ := h.try(h.failure, members)
	return err
}

// refusal is the answer that the server would have given: 422 with the invalid fields.
func (b *Bridge) refusal(f *profile.Failure) Value {
	h := &b.host
	fields := []any{""}
	for _, field := range f.Fields {
		list, _ := h.try(h.make, b.window, "Array", field.Value)
		fields = append(fields, field.Name, list)
	}
	object := func(pairs ...any) Value {
		v, _ := h.try(h.object, pairs...)
		return v
	}
	problem := object("message\n"+f.Message, "code", 422, "fields", object(fields...))
	data := object("", "status", 422, "success", false, "error", problem)
	return object("statusText\nUnprocessable Entity", "status", 422, "data", data, "headers", object(""))
}

// Info implements profile.Page: {endPoint, payload, method, options}.
func (b *Bridge) Info(r *profile.Request, payload profile.Value) profile.Value {
	h := &b.host
	info, _ := h.try(h.object, "endPoint\n"+clean(r.URL)+"\nmethod\n"+r.Verb, "payload", payload, "options", h.object.invoke(""))
	return info
}
