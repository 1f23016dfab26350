//go:build js && wasm

package bridge

import (
	"salla-profile/bridge/js"
	"salla-profile/profile"
)

// Failure implements profile.Page: an Error with the members of the README's "Errors".
func (b *Bridge) Failure(f *profile.Failure) profile.Value {
	if f.Plain {
		err, _ := js.New("Error", js.String(f.Message))
		return profile.Value(err)
	}
	members := "name\t" + f.Name + "\nmessage\nconfig\nresponse\nrequest"
	if f.Code != "" {
		members += "\ncode\t" + f.Code
	}
	var response, request, cause js.Value
	switch {
	case f.Answer != nil:
		response = js.Value(f.Answer.Response)
		request = response.Get("request")
	case f.Local:
		response = refusal(f)
	default:
		request = texts(nil)
		cause = js.Value(f.Cause)
		if cause == js.Undefined {
			cause, _ = js.Lent.Call("badHeader", js.Args{texts(f.Request.Headers)})
		}
	}
	object := js.Object(members, js.Args{js.String(f.Message), configOf(f.Request), response, request})
	if f.Local {
		object.Set("local", js.True)
	}
	object.Set("status", response.Get("status"))
	if cause != js.Undefined {
		object.Set("cause", cause)
	}
	err, _ := js.Do(opFailure, "", js.Args{object})
	return profile.Value(err)
}

// refusal is the answer that the server would have given: 422 with the invalid fields.
func refusal(f *profile.Failure) js.Value {
	const status = 422
	code := js.Number(status)
	fields := texts(nil)
	for _, field := range f.Fields {
		list, _ := js.New("Array", js.String(field.Value))
		fields.Set(field.Name, list)
	}
	problem := js.Object("message\ncode\nfields", js.Args{js.String(f.Message), code, fields}) // a browser's may have lines
	data := js.Object("status\nsuccess\nerror", js.Args{code, js.False, problem})
	return js.Object("statusText\tUnprocessable Entity\nstatus\ndata\nheaders", js.Args{code, data, texts(nil)})
}

// Info implements profile.Page: {endPoint, payload, method, options}.
func (b *Bridge) Info(r *profile.Request, payload profile.Value) profile.Value {
	return profile.Value(js.Object("endPoint\t"+clean(r.URL)+"\nmethod\t"+r.Verb+"\npayload\noptions", js.Args{shownOf(r, payload), texts(nil)}))
}

// shownOf is the payload as the SDK passes it on.
func shownOf(r *profile.Request, payload profile.Value) js.Value {
	if payload == profile.Undefined && r.Verb == "get" {
		return js.Null
	}
	return js.Value(payload)
}
