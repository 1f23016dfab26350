//go:build js && wasm

// Package bridge connects the rules of salla.profile, package profile, to the page. [Page] is the wire, generated from the interfaces of
// profile/page.go: each method is one crossing, and what it does on the page is in the JavaScript of bridge/page. Nothing throws out
// of it, and nothing blocks.
package bridge

import (
	"salla-profile/bridge/js"
	"salla-profile/profile"
)

// Start lets the page in: from now on it may call methods, and once it says where they are to be, they are there.
func Start() {
	s := profile.New(Page{})
	js.Start(func(id, method int, argument, options js.Value) {
		m := &profile.Methods[method]
		if !m.HasArgument() {
			argument, options = js.Undefined, argument
		}
		s.Do(&profile.Call{ID: id, Method: m, Argument: profile.Value(argument), Options: profile.Value(options)})
	}, func(holder, methods js.Value) {
		Page{}.Exposed(expose(holder, methods))
		s.Attach()
	})
}

// expose sets the methods on holder: on salla.api.profile, the SDK's or our own, or where the SDK has its own, on its prototype. methods has
// those that aren't somebody's wrapper; calls of them wait for this program. Not ok: the object doesn't let us.
func expose(holder, methods js.Value) (ok bool) {
	ok = true
	for i := range profile.Methods {
		name := profile.Methods[i].Name
		if method := methods.Get(name); method != js.Undefined {
			ok = holder.Set(name, method) && ok
		}
	}
	return ok
}
