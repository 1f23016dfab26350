//go:build js && wasm

package bridge

import (
	"salla-profile/bridge/js"
	"salla-profile/profile"
)

// Send implements profile.Page with the page's fetch.
func (b *Bridge) Send(r *profile.Request, done func(*profile.Answer)) {
	may, release := b.outlives(r)
	text := profile.Decimal(r.Timeout) + "\n" + clean(r.Address()) + "\n" + upper(r.Verb) + "\n" + pack(r.Headers)
	slot := js.Once(func(code int, body, response js.Value) {
		release()
		if response != js.Undefined {
			done(b.answer(r, code, body, response))
			return
		}
		done(unanswered(r, code, js.Undefined))
	})
	if _, ok := js.Do(opSend, text, js.Args{js.Value(r.Body.Value), js.Value(r.Signal), js.Bool(may), slot.Value()}); !ok {
		slot.Fail()
	}
}

// unanswered is what came of a request without an answer, by the page's number for why, for which there may be a reason.
func unanswered(r *profile.Request, why int, reason js.Value) *profile.Answer {
	a := &profile.Answer{Problem: problems[why], Reason: profile.Value(reason)}
	if a.Problem == profile.Canceled {
		a.Reason = profile.Value(js.Value(r.Signal).Get("reason"))
	}
	return a
}

// problems are why there is no answer, by the page's numbers.
var problems = [...]profile.Problem{profile.Network, profile.TimedOut, profile.Canceled}

// outlives says whether the request may be sent with keepalive, so that it outlives the page; release when it's answered.
func (b *Bridge) outlives(r *profile.Request) (may bool, release func()) {
	size := len(r.Body.Text) // none of a body with files
	if r.Body.Type == "" {
		size *= multipartGrowth
	}
	if size == 0 || b.outliving+size > keepaliveLimit {
		return false, func() {}
	}
	b.outliving += size
	return true, func() { b.outliving -= size }
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
	a := &profile.Answer{Status: code, Body: profile.Value(body), Empty: !body.Truthy()}
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
	a.Response = profile.Value(shown)
	if good {
		a.Body = profile.Value(shown)
	}
	return a
}

// configOf is the request as an error shows it: without the customer's token.
func configOf(r *profile.Request) js.Value {
	return js.Object("url\t"+clean(r.URL)+"\nmethod\t"+r.Verb+"\nheaders\ndata", js.Args{texts(profile.Public(r.Headers)), js.Value(r.Body.Value)})
}

func upper(verb string) string {
	b := []byte(verb)
	for i := range b {
		b[i] -= 'a' - 'A'
	}
	return string(b)
}
