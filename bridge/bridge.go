//go:build js && wasm

package bridge

import "salla-profile/profile"

// Bridge is the page as package profile sees it.
type Bridge struct {
	host          host
	version       string
	compiler      string
	continuations continuations
	service       *profile.Service
}

// Start connects the rules to the page: methods are served once it returns. version is the module's,
// compiler the name and version of what compiled it; both are what ready resolves to.
func Start(version, compiler string) {
	scope := global()
	lent := scope.member("host")
	b := &Bridge{
		host: host{
			do: lent.member("do"), thrown: lent.member("thrown"), callback: lent.member("callback"),
			window: scope.member("window"), page: scope.member("page"), null: valueOf(nil),
		},
		version: version, compiler: compiler,
	}
	b.service = profile.New(b, profile.PendingOf(func(name string) string {
		return b.host.textAt(b.host.window, "salla.profile.pendingVerification."+name)
	}))
	lent.member("start").invoke(funcOf(b.enter))
	b.expose()
}

// enter is the one way from the page into Go: a call of a method (its id above 0, then the method's
// number and the arguments), a continuation (below 0, then ok and the value), or 0: the SDK was created
// or the page configured.
func (b *Bridge) enter(args []Value) {
	switch id := int(args[0].number()); {
	case id < 0:
		b.continuations.resume(-id, !args[1].isFalse(), args[2])
	case id > 0:
		b.serve(id, &profile.Methods[int(args[1].number())], args[2:])
	default:
		b.expose()
	}
}

// serve calls a method for the theme and settles its promise.
func (b *Bridge) serve(id int, m *profile.Method, args []Value) {
	call := profile.Call{Method: m, Payload: Value{}, Done: func(ok bool, v profile.Value) {
		b.host.try(opSettle, "", valueOf(id), valueOf(ok), v.(Value), Value{}, Value{})
	}}
	if m.HasArgument() {
		if len(args) > 0 {
			call.Payload = args[0]
			args = args[1:]
		}
	}
	if len(args) > 0 {
		call.Options = b.options(args[0])
	}
	b.service.Do(call)
}

// options reads {signal, timeout, headers}.
func (b *Bridge) options(v Value) (o profile.Options) {
	if v.kind() != objectKind {
		return o
	}
	h := &b.host
	if signal := h.at(v, "signal"); signal.kind() == objectKind {
		o.Signal = signal
	}
	if timeout := h.at(v, "timeout"); timeout.kind() == numberKind && timeout.number() > 0 {
		o.Timeout = int(timeout.number())
	}
	o.Headers = fieldsOf(b.ask(v, "headers")[0])
	return o
}

// expose puts the methods on salla.api.profile, the SDK's or our own, and says that they are ready.
func (b *Bridge) expose() {
	h := &b.host
	target := h.at(h.window, "salla.api.profile")
	if target.kind() != objectKind {
		return // neither the SDK nor a configuration yet
	}
	sdk := h.at(h.window, "salla.api.getHeaders").kind() == functionKind
	mode := "standalone"
	if sdk {
		mode = "sdk"
	}
	h.call(h.page, "expose", target, valueOf(sdk), Value{})
	h.call(h.page, "ready", valueOf(mode), valueOf(b.version), valueOf(b.compiler))
}
