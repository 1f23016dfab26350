//go:build js && wasm

package bridge

import "salla-profile/profile"

// Bridge is the page as package profile sees it.
type Bridge struct {
	host          host
	version       string
	compiler      string
	continuations continuations
	kept          int  // bytes of the bodies under way that outlive the page
	sdk           bool // was there at the last call
	config        config
	service       *profile.Service[*Bridge]
}

// Start connects the rules to the page: methods are served once it returns. version is the module's,
// compiler the name and version of what compiled it; both are what ready resolves to.
func Start(version, compiler string) { connect(version, compiler).expose() }

// connect is Start without the methods.
func connect(version, compiler string) *Bridge {
	b := &Bridge{host: host{do: lent("do"), tell: lent("tell")}, version: version, compiler: compiler}
	b.service = profile.New(b)
	start(b.enter)
	return b
}

// enter is the one way from the page into Go: a call of a method (its id above 0, the method's number,
// and the two arguments), a continuation (below 0, then what it gets), or 0: the SDK was created or the page
// configured.
func (b *Bridge) enter(id, what, v, w int) {
	switch {
	case id < 0:
		b.continuations.resume(-id, what, Value(v), Value(w))
	case id > 0:
		b.serve(id, &profile.Methods[what], Value(v), Value(w))
	default:
		b.config.known = false
		b.expose()
	}
}

// serve calls a method for the theme and settles its promise.
func (b *Bridge) serve(id int, m *profile.Method, argument, options Value) {
	if !m.HasArgument() {
		options = argument
	}
	b.service.Do(&profile.Call{Method: m, Argument: argument, Options: b.options(options), Done: func(ok bool, v profile.Value) {
		h := &b.host
		h.try(opSettle, "", Value(id), boolean(ok), h.valueIn(v), undefined, undefined)
	}})
}

// options reads {signal, timeout, headers}.
func (b *Bridge) options(v Value) (o profile.Options) {
	if v.kind() != objectKind {
		return o
	}
	h := &b.host
	if signal := h.at(v, "signal"); h.at(signal, "addEventListener").kind() == functionKind {
		o.Signal = signal
	}
	o.Timeout = h.integer(v, "timeout")
	o.Headers = fieldsOf(b.ask(v, "headers")[0])
	return o
}

// expose puts the methods on salla.api.profile, the SDK's or our own, and says that they are ready.
func (b *Bridge) expose() {
	h := &b.host
	target := h.at(window, "salla.api.profile")
	if target.kind() != objectKind {
		return // neither the SDK nor a configuration yet
	}
	sdk := b.ask(page, "sdk")[0] == "true"
	mode := "standalone"
	if sdk {
		mode = "sdk"
	}
	h.call(page, "expose", target, boolean(sdk), undefined)
	b.service.ShowPending()
	h.call(page, "ready", h.string(mode), h.string(b.version), h.string(b.compiler))
}
