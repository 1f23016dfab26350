//go:build js && wasm

package bridge

import "salla-profile/profile"

// Send implements profile.Page with the page's fetch.
func (b *Bridge) Send(r *profile.Request, done func(*profile.Answer)) {
	h := &b.host
	keep, release := b.keep(r)
	cut := &cutoff{b: b, releases: []func(){release}}
	fail := func() {
		if cut.over {
			return
		}
		problem := cut.problem
		if problem == "" {
			problem = profile.Network
		}
		a := &profile.Answer{Problem: problem}
		if problem == profile.Canceled {
			a.Reason = h.at(r.Signal.(Value), "reason")
		}
		cut.release()
		done(a)
	}
	cut.fail = fail
	var body, signal Value
	if r.Body.Value != nil {
		body = r.Body.Value.(Value)
	}
	if r.Timeout > 0 || r.Signal != nil {
		signal = cut.watch(r)
	}
	if cut.problem != "" { // aborted before it began
		fail()
		return
	}
	text := clean(r.Address()) + "\n" + upper(r.Verb) + "\n" + pack(r.Headers)
	h.try(opSend, text, body, signal, boolean(keep), Value(b.once(func(status int, body, response Value) {
		if response == undefined || cut.over {
			fail()
			return
		}
		cut.release()
		done(b.answer(r, status, body, response))
	})), undefined)
}

// keep says whether the request may be sent with keepalive; release when it's answered.
func (b *Bridge) keep(r *profile.Request) (keep bool, release func()) {
	size := len(r.Body.Text) // none of a body with files
	if r.Body.Type == "" {
		size *= multipartGrowth
	}
	if size == 0 || b.kept+size > keepaliveLimit {
		return false, func() {}
	}
	b.kept += size
	return true, func() { b.kept -= size }
}

// keepaliveLimit is how many bytes of bodies may be under way with keepalive, which lets a save that is made on leaving
// the page arrive. A browser refuses more than 64 KB of them; half of it is left to other scripts. Whether it's asked for
// the page decides when it sends (fetch.js).
const keepaliveLimit = 32 << 10

// multipartGrowth is how much larger multipart is than the JSON that tells forms apart, at the most: a field without
// name and text is 6 bytes of it, and about 100 of multipart.
const multipartGrowth = 16

// answer is what opSend got.
func (b *Bridge) answer(r *profile.Request, code int, body, response Value) *profile.Answer {
	h := &b.host
	a := &profile.Answer{Status: code, Body: body, Empty: h.falsy(body)}
	good := a.Status >= 200 && a.Status <= 299
	if good && !a.Empty {
		return a
	}
	status := h.number(code)
	// Who reads an error, or an answer without a body, gets the response as axios shows it.
	headers, _ := h.call(window, "Object.fromEntries", h.at(response, "headers"), undefined, undefined)
	shown := h.object("data\nstatus\nstatusText\nheaders", body, status, h.at(response, "statusText"), headers)
	h.set(shown, "config", h.config(r))
	h.set(shown, "request", h.object("responseURL\nstatus", h.at(response, "url"), status, undefined, undefined))
	a.Response = shown
	if good {
		a.Body = shown
	}
	return a
}

// config is the request as an error shows it: without the customer's token.
func (h *host) config(r *profile.Request) Value {
	var body Value
	if r.Body.Value != nil {
		body = r.Body.Value.(Value)
	}
	return h.object("url\t"+clean(r.URL)+"\nmethod\t"+r.Verb+"\nheaders\ndata", h.texts(profile.Public(r.Headers)), body, undefined, undefined)
}

// cutoff aborts a request: by the theme's signal, or after its timeout.
type cutoff struct {
	b          *Bridge
	controller Value
	problem    profile.Problem
	releases   []func()
	over       bool
	fail       func()
}

// watch waits for what cuts the request off; the answer is the signal for fetch.
func (c *cutoff) watch(r *profile.Request) Value {
	h := &c.b.host
	c.controller, _ = h.make("AbortController", undefined)
	if r.Timeout > 0 {
		fn, release := c.b.callback(func() { c.cut(profile.TimedOut) })
		timer, _ := h.call(window, "setTimeout", fn, h.number(r.Timeout), undefined)
		c.releases = append(c.releases, func() {
			release()
			h.call(window, "clearTimeout", timer, undefined, undefined)
		})
	}
	if signal, ok := r.Signal.(Value); ok {
		if h.text(signal, "aborted") == "true" {
			c.problem = profile.Canceled // nothing has begun
		}
		fn, release := c.b.callback(func() { c.cut(profile.Canceled) })
		h.call(signal, "addEventListener", h.string("abort"), fn, undefined)
		c.releases = append(c.releases, func() {
			release()
			h.call(signal, "removeEventListener", h.string("abort"), fn, undefined)
		})
	}
	return h.at(c.controller, "signal")
}

func (c *cutoff) cut(why profile.Problem) {
	if c.problem == "" {
		c.problem = why
		c.b.host.call(c.controller, "abort", undefined, undefined, undefined)
		c.fail() // at once: another script's fetch may know nothing of signals
	}
}

func (c *cutoff) release() {
	c.over = true
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
