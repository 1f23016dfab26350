//go:build js && wasm

package bridge

import (
	"salla-profile/bridge/js"
	"salla-profile/profile"
)

// Context implements profile.Page: by the SDK where it is there, otherwise by the page's configuration. All is asked in
// one crossing, of the one that it was last time.
func (b *Bridge) Context(path string) profile.Context {
	const (
		both  = "sdk\nleaving\n"
		alone = both + "window.document.documentElement.lang\nxsrf"
		sdk   = both + "window.salla.lang.getLocale\nwindow.salla.config.get store.features\n" +
			"window.salla.api.isFastRequestsAllowed\nwindow.salla.url.api "
	)
	for tried := false; ; tried = true {
		lines := alone
		if b.sdk {
			lines = sdk + path
		}
		a := js.Page.All(lines)
		c := profile.Context{Leaving: a[1] == "true", Language: a[2]}
		hasSDK := a[0] == "true"
		if b.sdk {
			c.SDK, c.SSO, c.URL = true, contains(a[3], "sso-login"), a[5]
			c.Slow = a[4] == "" || a[4] == "false" || a[4] == "0"
			if hasSDK && c.URL != "" {
				visitor, _ := js.Window.Call("salla.api.getHeaders", js.Args{})
				c.Visitor = profile.Value(visitor)
				return c
			}
		} else if !hasSDK || tried {
			own := b.configuration()
			c.URL, c.Headers, c.SSO = own.API+"/"+path, own.Own(b.version, a[3]), b.config.sso
			if own.Language != "" {
				c.Language = own.Language
			}
			return c
		}
		b.sdk = !b.sdk // it came, it went, or it doesn't say where to ask
	}
}

// Same implements profile.Page.
func (b *Bridge) Same(v, w profile.Value) bool {
	return js.Value(v).JSON().Text("") == js.Value(w).JSON().Text("")
}

// configuration is what the page was configured with, without the token: asked once each time that it is.
func (b *Bridge) configuration() *profile.Config {
	c := &b.config
	if !c.known {
		a := js.Page.All("config.api\nconfig.storeId\nconfig.language\nconfig.currency\nconfig.userId\nconfig.country\n" +
			"config.headers\nconfig.features")
		c.Config = profile.Config{
			API: a[0], StoreID: a[1], Language: a[2], Currency: a[3], UserID: a[4], Country: a[5], Headers: fieldsOf(a[6]),
		}
		c.sso, c.known = contains(a[7], "sso-login"), true
	}
	return &c.Config
}

// Token implements profile.Page. A text is there at once; a function, or a promise of a text, may take its time.
func (b *Bridge) Token(done func(token string, reason profile.Value, ok bool)) {
	token := js.Page.Get("config.token")
	if token.Type() < js.TypeObject {
		done(tokenText(token), 0, true)
		return
	}
	promise, _ := js.Page.Call("token", js.Args{})
	js.Then(promise, func(ok bool, v js.Value) { done(tokenText(v), profile.Value(v), ok) })
}

// tokenText is a token's text; none for what is falsy, such as of loggedIn && token.
func tokenText(v js.Value) string {
	if !v.Truthy() {
		return ""
	}
	return v.Text("")
}

// config is the page's configuration, once it was asked for.
type config struct {
	profile.Config
	sso, known bool
}

// fieldsOf reads the flattened members of an object.
func fieldsOf(s string) []profile.Field {
	if s == "" {
		return nil
	}
	items := js.Split(s, '\n')
	fields := make([]profile.Field, 0, len(items)/2)
	for i := 0; i+1 < len(items); i += 2 {
		fields = append(fields, profile.Field{Name: items[i], Value: items[i+1]})
	}
	return fields
}

// contains says whether the flattened list has the item.
func contains(list, item string) bool {
	for _, s := range js.Split(list, '\n') {
		if s == item {
			return true
		}
	}
	return false
}

// pack writes fields as the lines of an object's text members.
func pack(fields []profile.Field) string {
	list := make([]byte, 0, 32*len(fields))
	for i, f := range fields {
		if i > 0 {
			list = append(list, '\n')
		}
		list = append(list, clean(f.Name)...)
		list = append(list, '\t')
		list = append(list, clean(f.Value)...)
	}
	return string(list)
}

// clean keeps a separator out of a text: \r is as invalid in a header, and shifts nothing.
func clean(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] == '\n' || s[i] == 0 {
			b := []byte(s)
			for ; i < len(b); i++ {
				if b[i] == '\n' || b[i] == 0 {
					b[i] = '\r'
				}
			}
			return string(b)
		}
	}
	return s
}
