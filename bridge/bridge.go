//go:build js && wasm

// Package bridge is the page of the browser, as package profile asks for it: payloads, requests, events, errors, what is
// kept. One file a concept, with its other end on the page beside it. What crosses, crosses by package js: nothing throws out
// of it, and nothing blocks.
package bridge

import (
	"salla-profile/bridge/js"
	"salla-profile/profile"
)

// Bridge is the page as package profile sees it: [profile.Page] says what each of its methods does. The program has one, which
// Start makes.
type Bridge struct {
	version   string
	compiler  string
	outliving int  // bytes of the bodies under way that outlive the page
	sdk       bool // was there at the last call
	config    config
	service   *profile.Service[*Bridge]
}

// Start connects the rules to the page: methods are served once it returns, and as soon as there is a salla.api.profile for
// them, the SDK's or our own, they are on it. version is the module's, such as "1.2.3", compiler the name and version of what
// compiled it, such as "tinygo0.42.0"; both are what ready resolves to.
func Start(version, compiler string) { connect(version, compiler).expose() }

// connect is Start without the methods.
func connect(version, compiler string) *Bridge {
	b := &Bridge{version: version, compiler: compiler}
	b.service = profile.New(b)
	js.Start(b.serve, b.attach)
	return b
}

// attach: the SDK was created or is ready, or the page configured.
func (b *Bridge) attach() {
	b.config.known = false
	b.expose()
}

// serve calls a method for the theme and settles its promise.
func (b *Bridge) serve(id, method int, argument, options js.Value) {
	m := &profile.Methods[method]
	if !m.HasArgument() {
		options = argument
	}
	b.service.Do(&profile.Call{Method: m, Argument: profile.Value(argument), Options: b.options(options), Done: func(ok bool, v profile.Value) {
		js.Do(opSettle, "", js.Args{js.Number(id), js.Bool(ok), js.Value(v)})
	}})
}

// options reads {signal, timeout, headers}.
func (b *Bridge) options(v js.Value) (o profile.Options) {
	if v.Type() != js.TypeObject {
		return o
	}
	if signal := v.Get("signal"); signal.Get("addEventListener").Type() == js.TypeFunction {
		o.Signal = profile.Value(signal)
	}
	o.Timeout = v.Int("timeout")
	o.Headers = fieldsOf(v.All("headers")[0])
	return o
}

// expose puts the methods on salla.api.profile, the SDK's or our own, and says that they are ready.
func (b *Bridge) expose() {
	target := js.Window.Get("salla.api.profile")
	if target.Type() != js.TypeObject {
		return // neither the SDK nor a configuration yet
	}
	if fresh, _ := js.Lent.Call("take", js.Args{target}); fresh == js.True && !install(target) {
		js.Lent.Call("refused", js.Args{})
	}
	b.service.ShowPending()
	mode := "standalone"
	if js.Lent.All("sdk")[0] == "true" {
		mode = "sdk"
	}
	js.Lent.Call("ready", js.Args{js.String(mode), js.String(b.version), js.String(b.compiler)})
}

// install sets each method on the object. What they replace is its prototype's: one that the object itself has is somebody's
// wrapper (or ours already), and stays; an alias calls the wrapper, too. Not ok: the object doesn't let us.
func install(target js.Value) (ok bool) {
	ok = true
	methods := js.Lent.Get("methods")
	for i := range profile.Methods {
		name := profile.Methods[i].Name
		if own, _ := target.Call("hasOwnProperty", js.Args{js.String(name)}); own != js.True {
			ok = target.Set(name, methods.Get(name)) && ok
		}
	}
	for _, alias := range profile.Aliases {
		target.Set(alias.Name, target.Get(alias.Value))
	}
	return ok
}
