//go:build js && wasm

package bridge

import "salla-profile/profile"

// Failure implements profile.Page: an Error with the members of contract.md, section 5.
func (b *Bridge) Failure(f *profile.Failure) profile.Value {
	h := &b.host
	if f.Plain {
		err, _ := h.make("Error", h.string(f.Message))
		return err
	}
	members := "name\t" + f.Name + "\nmessage\nconfig\nresponse\nrequest"
	if f.Code != "" {
		members += "\ncode\t" + f.Code
	}
	var response, request, cause Value
	switch {
	case f.Answer != nil:
		response = f.Answer.Response.(Value)
		request = h.at(response, "request")
	case f.Local:
		response = h.refusal(f)
	default:
		request = h.texts(nil)
		cause = h.valueIn(f.Cause)
		if cause == undefined {
			cause, _ = h.call(page, "unsendable", h.texts(f.Request.Headers), undefined, undefined)
		}
	}
	object := h.object(members, h.string(f.Message), h.config(f.Request), response, request)
	if f.Local {
		h.set(object, "local", yes)
	}
	h.set(object, "status", h.at(response, "status"))
	if cause != undefined {
		h.set(object, "cause", cause)
	}
	err, _ := h.try(opFailure, "", object, undefined, undefined, undefined, undefined)
	return err
}

// refusal is the answer that the server would have given: 422 with the invalid fields.
func (h *host) refusal(f *profile.Failure) Value {
	const status = 422
	code := h.number(status)
	fields := h.texts(nil)
	for _, field := range f.Fields {
		list, _ := h.make("Array", h.string(field.Value))
		h.set(fields, field.Name, list)
	}
	problem := h.object("message\ncode\nfields", h.string(f.Message), code, fields, undefined) // a browser's may have lines
	data := h.object("status\nsuccess\nerror", code, boolean(false), problem, undefined)
	return h.object("statusText\tUnprocessable Entity\nstatus\ndata\nheaders", code, data, h.texts(nil), undefined)
}

// Info implements profile.Page: {endPoint, payload, method, options}.
func (b *Bridge) Info(r *profile.Request, payload profile.Value) profile.Value {
	h := &b.host
	shown := h.valueIn(payload)
	if payload == nil && r.Verb == "get" {
		shown = null // as the SDK passes it
	}
	return h.object("endPoint\t"+clean(r.URL)+"\nmethod\t"+r.Verb+"\npayload\noptions", shown, h.texts(nil), undefined, undefined)
}
