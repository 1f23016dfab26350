//go:build js && wasm

package bridge

import "salla-profile/profile"

// Send implements profile.Page with the page's fetch.
func (b *Bridge) Send(r *profile.Request, done func(*profile.Answer)) {
	h := &b.host
	cut := &cutoff{b: b}
	finish := func(a *profile.Answer) {
		cut.release()
		done(a)
	}
	init, err := b.requestInit(r, cut)
	if err != nil {
		finish(&profile.Answer{Problem: profile.Network})
		return
	}
	if cut.problem != "" { // aborted before it began
		finish(&profile.Answer{Problem: cut.problem})
		return
	}
	promise, err := h.try(h.call, b.window, "fetch", r.URL, init)
	if err != nil {
		finish(&profile.Answer{Problem: profile.Network})
		return
	}
	b.then(promise, func(ok bool, response Value) {
		if !ok {
			finish(&profile.Answer{Problem: cut.problemOr(profile.Network)})
			return
		}
		text, err := h.try(h.call, response, "text")
		if err != nil {
			finish(&profile.Answer{Problem: profile.Network})
			return
		}
		b.then(text, func(ok bool, text Value) {
			if !ok {
				finish(&profile.Answer{Problem: cut.problemOr(profile.Network)})
				return
			}
			finish(b.answer(r, response, text))
		})
	})
}

// requestInit is fetch's second argument.
func (b *Bridge) requestInit(r *profile.Request, cut *cutoff) (Value, error) {
	h := &b.host
	headers, err := h.try(h.object, pack(r.Headers))
	if err != nil {
		return Value{}, err
	}
	pairs := []any{"method\n" + upper(r.Verb), "headers", headers}
	if r.Body.Value != nil {
		pairs = append(pairs, "body", r.Body.Value)
	}
	if r.Timeout > 0 || r.Signal != nil {
		if err := cut.watch(r); err != nil {
			return Value{}, err
		}
		pairs = append(pairs, "signal", h.at(cut.controller, "signal"))
	}
	return h.try(h.object, pairs...)
}

// answer reads a response with its text: JSON where it is JSON, otherwise the text.
func (b *Bridge) answer(r *profile.Request, response, text Value) *profile.Answer {
	h := &b.host
	a := &profile.Answer{Status: int(h.at(response, "status").number())}
	body := text
	if parsed, err := h.try(h.call, b.window, "JSON.parse", text); err == nil {
		body = parsed
	}
	a.Body = body
	if a.Status >= 200 && a.Status <= 299 && !falsy(body) {
		return a
	}
	// Who reads an error, or an answer without a body, gets the response as axios shows it.
	headers, _ := h.try(h.call, b.window, "Object.fromEntries", h.at(response, "headers"))
	shown, _ := h.try(h.object, "", "data", body, "status", a.Status, "statusText", h.at(response, "statusText"),
		"headers", headers, "config", b.config(r), "request", b.requestOf(response))
	a.Response = shown
	if falsy(body) {
		a.Empty = true
		if a.Status >= 200 && a.Status <= 299 {
			a.Body = shown
		}
	}
	return a
}

// falsy as JavaScript has it, for what JSON can give.
func falsy(v Value) bool {
	switch v.kind() {
	case undefinedKind, nullKind:
		return true
	case booleanKind:
		return v.isFalse()
	case numberKind:
		return v.number() == 0
	case stringKind:
		return v.text() == ""
	}
	return false
}

// config is the request as an error shows it: without the customer's token.
func (b *Bridge) config(r *profile.Request) Value {
	h := &b.host
	headers, _ := h.try(h.object, pack(profile.Public(r.Headers)))
	pairs := []any{"url\n" + clean(r.URL) + "\nmethod\n" + r.Verb, "headers", headers}
	if r.Body.Value != nil {
		pairs = append(pairs, "data", r.Body.Value)
	}
	config, _ := h.try(h.object, pairs...)
	return config
}

// requestOf stands for the XMLHttpRequest that axios puts into its errors.
func (b *Bridge) requestOf(response Value) Value {
	h := &b.host
	request, _ := h.try(h.object, "", "responseURL", h.at(response, "url"), "status", h.at(response, "status"))
	return request
}

// cutoff aborts a request: by the theme's signal, or after its timeout.
type cutoff struct {
	b          *Bridge
	controller Value
	problem    profile.Problem
	releases   []func()
}

// watch makes the controller and waits for what cuts the request off.
func (c *cutoff) watch(r *profile.Request) error {
	b, h := c.b, &c.b.host
	var err error
	if c.controller, err = h.try(h.make, b.window, "AbortController"); err != nil {
		return err
	}
	if r.Timeout > 0 {
		fn, release := b.callback(func() { c.cut(profile.TimedOut) })
		timer, err := h.try(h.call, b.window, "setTimeout", fn, r.Timeout)
		c.releases = append(c.releases, release, func() { h.try(h.call, b.window, "clearTimeout", timer) })
		if err != nil {
			return err
		}
	}
	if signal, ok := r.Signal.(Value); ok {
		if aborted := h.at(signal, "aborted"); aborted.kind() == booleanKind && !aborted.isFalse() {
			c.cut(profile.Canceled)
			return nil
		}
		fn, release := b.callback(func() { c.cut(profile.Canceled) })
		_, err := h.try(h.call, signal, "addEventListener", "abort", fn)
		c.releases = append(c.releases, release, func() { h.try(h.call, signal, "removeEventListener", "abort", fn) })
		if err != nil {
			return err
		}
	}
	return nil
}

func (c *cutoff) cut(why profile.Problem) {
	if c.problem == "" {
		c.problem = why
		c.b.host.try(c.b.host.call, c.controller, "abort")
	}
}

func (c *cutoff) problemOr(other profile.Problem) profile.Problem {
	if c.problem != "" {
		return c.problem
	}
	return other
}

func (c *cutoff) release() {
	for _, release := range c.releases {
		release()
	}
	c.releases = nil
}

func upper(verb string) string {
	b := []byte(verb)
	for i := range b {
		b[i] -= 'a' - 'A'
	}
	return string(b)
}
