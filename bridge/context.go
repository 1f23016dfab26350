//go:build js && wasm

package bridge

import (
	"salla-profile/bridge/js"
	"salla-profile/profile"
)

// ssoFeature is among the features of a store whose customers log in by SSO.
const ssoFeature = "sso-login"

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
		a := js.Lent.All(lines)
		c := profile.Context{Leaving: a[1] == "true", Language: a[2]}
		hasSDK := a[0] == "true"
		if b.sdk {
			c.SDK, c.SSO, c.URL = true, contains(a[3], ssoFeature), a[5]
			c.Slow = a[4] == "" || a[4] == "false" || a[4] == "0"
			if hasSDK && c.URL != "" {
				visitor, _ := js.Lent.Call("visitor", js.Args{})
				c.Visitor = profile.Value(visitor)
				return c
			}
		} else if !hasSDK || tried {
			own := b.configuration()
			c.URL, c.Headers, c.SSO = own.API+"/"+path, own.SDKHeaders(b.version, a[3]), b.config.sso
			if own.Language != "" {
				c.Language = own.Language
			}
			return c
		}
		b.sdk = !b.sdk // it came, it went, or it doesn't say where to ask
	}
}

// configuration is what the page was configured with, without the token: asked once each time that it is.
func (b *Bridge) configuration() *profile.Config {
	c := &b.config
	if !c.known {
		a := js.Lent.All("config.api\nconfig.storeId\nconfig.language\nconfig.currency\nconfig.userId\nconfig.country\n" +
			"config.headers\nconfig.features")
		c.Config = profile.Config{
			API: a[0], StoreID: a[1], Language: a[2], Currency: a[3], UserID: a[4], Country: a[5], Headers: fieldsOf(a[6]),
		}
		c.sso, c.known = contains(a[7], ssoFeature), true
	}
	return &c.Config
}

// config is the page's configuration, once it was asked for.
type config struct {
	profile.Config
	sso, known bool
}
