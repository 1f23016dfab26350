//go:build js && wasm

package bridge

import (
	"salla-profile/bridge/js"
	"salla-profile/profile"
)

// Token implements profile.Page. A text is there at once; a function, or a promise of a text, may take its time.
func (b *Bridge) Token(done func(token string, reason profile.Value, ok bool)) {
	token := js.Lent.Get("config.token")
	if token.Type() < js.TypeObject {
		done(tokenText(token), profile.Undefined, true)
		return
	}
	promise, _ := js.Lent.Call("token", js.Args{})
	js.Then(promise, func(ok bool, v js.Value) { done(tokenText(v), profile.Value(v), ok) })
}

// tokenText is a token's text; none for what is falsy, such as of loggedIn && token.
func tokenText(v js.Value) string {
	if !v.Truthy() {
		return ""
	}
	return v.Text("")
}
