//go:build js && wasm

package bridge

import (
	"salla-profile/bridge/js"
	"salla-profile/profile"
)

// Send implements profile.Page with the page's fetch.
func (b *Bridge) Send(r *profile.Request, done func(*profile.Answer)) {
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
			a.Reason = r.Signal.(js.Value).Get("reason")
		}
		cut.release()
		done(a)
	}
	cut.fail = fail
	var signal js.Value
	if r.Timeout > 0 || r.Signal != nil {
		signal = cut.watch(r)
	}
	if cut.problem != "" { // aborted before it began
		fail()
		return
	}
	text := clean(r.Address()) + "\n" + upper(r.Verb) + "\n" + pack(r.Headers)
	js.Do(opSend, text, js.Args{valueIn(r.Body.Value), signal, js.Bool(keep), js.Value(js.Once(func(status int, body, response js.Value) {
		if response == js.Undefined || cut.over {
			fail()
			return
		}
		cut.release()
		done(b.answer(r, status, body, response))
	}))})
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
func (b *Bridge) answer(r *profile.Request, code int, body, response js.Value) *profile.Answer {
	a := &profile.Answer{Status: code, Body: body, Empty: !body.Truthy()}
	good := a.Status >= 200 && a.Status <= 299
	if good && !a.Empty {
		return a
	}
	status := js.Number(code)
	// Who reads an error, or an answer without a body, gets the response as axios shows it.
	headers, _ := js.Window.Call("Object.fromEntries", js.Args{response.Get("headers")})
	shown := js.Object("data\nstatus\nstatusText\nheaders", js.Args{body, status, response.Get("statusText"), headers})
	shown.Set("config", configOf(r))
	shown.Set("request", js.Object("responseURL\nstatus", js.Args{response.Get("url"), status}))
	a.Response = shown
	if good {
		a.Body = shown
	}
	return a
}

// configOf is the request as an error shows it: without the customer's token.
func configOf(r *profile.Request) js.Value {
	return js.Object("url\t"+clean(r.URL)+"\nmethod\t"+r.Verb+"\nheaders\ndata", js.Args{texts(profile.Public(r.Headers)), valueIn(r.Body.Value)})
}

// cutoff aborts a request: by the theme's signal, or after its timeout.
type cutoff struct {
	b          *Bridge
	controller js.Value
	problem    profile.Problem
	releases   []func()
	over       bool
	fail       func()
}

// watch waits for what cuts the request off; the answer is the signal for fetch.
func (c *cutoff) watch(r *profile.Request) js.Value {
	c.controller, _ = js.New("AbortController", js.Undefined)
	if r.Timeout > 0 {
		fn, release := js.Func(func() { c.cut(profile.TimedOut) })
		timer, _ := js.Window.Call("setTimeout", js.Args{fn, js.Number(r.Timeout)})
		c.releases = append(c.releases, func() {
			release()
			js.Window.Call("clearTimeout", js.Args{timer})
		})
	}
	if signal, ok := r.Signal.(js.Value); ok {
		if signal.Text("aborted") == "true" {
			c.problem = profile.Canceled // nothing has begun
		}
		fn, release := js.Func(func() { c.cut(profile.Canceled) })
		signal.Call("addEventListener", js.Args{js.String("abort"), fn})
		c.releases = append(c.releases, func() {
			release()
			signal.Call("removeEventListener", js.Args{js.String("abort"), fn})
		})
	}
	return c.controller.Get("signal")
}

func (c *cutoff) cut(why profile.Problem) {
	if c.problem == "" {
		c.problem = why
		c.controller.Call("abort", js.Args{})
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
