//go:build js && wasm

package bridge

import (
	"salla-profile/bridge/js"
	"salla-profile/profile"
)

// Token implements profile.Page. A text is there at once; a function, or a promise of a text, may take its time.
func (b *Bridge) Token(r *profile.Request, done func(token string, failed *profile.Answer)) {
	token := js.Lent.Get("config.token")
	if token.Type() < js.TypeObject {
		done(tokenText(token), nil)
		return
	}
	promise, _ := js.Lent.Call("token", js.Args{js.Value(r.Signal), js.Number(r.Timeout)})
	js.Then(promise, func(ok bool, v js.Value) {
		if v.Get("why") != js.Undefined || !ok {
			done("", unanswered(r, v.Int("why"), v.Get("reason")))
			return
		}
		done(tokenText(v.Get("token")), nil)
	})
}

// tokenText is a token's text; none for what is falsy, such as of loggedIn && token.
func tokenText(v js.Value) string {
	if !v.Truthy() {
		return ""
	}
	return v.Text("")
}
