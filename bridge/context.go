//go:build js && wasm

package bridge

import "salla-profile/profile"

// Context implements profile.Page: by the SDK's config and headers where it is there, otherwise by the
// page's configuration. All is asked in one crossing, once it is known which.
func (b *Bridge) Context(path string) profile.Context {
	state := b.host.integer(page, "state")
	leaving := state&stateLeaving != 0
	if state&stateSDK != 0 {
		if context, ok := b.contextOfSDK(path); ok {
			context.Leaving = leaving
			return context
		}
	}
	a := b.ask(page, "config.api\nconfig.storeId\nconfig.token\nconfig.language\nconfig.currency\nconfig.userId\n"+
		"config.country\nconfig.headers\nconfig.features\nlanguage\nevent.currentTarget.tagName")
	config := profile.Config{
		API: a[0], StoreID: a[1], Token: a[2], Language: a[3], Currency: a[4], UserID: a[5], Country: a[6],
		Headers: fieldsOf(a[7]),
	}
	language := config.Language
	if language == "" {
		language = a[9]
	}
	return profile.Context{
		URL: config.API + "/" + path, Headers: config.Own(b.version), SSO: contains(a[8], "sso-login"), Language: language,
		Button: isButton(a[10]), Leaving: leaving,
	}
}

// What the loader's page.state says, as bits.
const (
	stateSDK     = 1
	stateLeaving = 2
)

func isButton(tag string) bool { return tag == "SALLA-BUTTON" }

// contextOfSDK is Context by the SDK; not ok where it doesn't say which headers to send.
func (b *Bridge) contextOfSDK(path string) (context profile.Context, ok bool) {
	a := b.ask(window, "event.currentTarget.tagName\nsalla.api.getHeaders\nsalla.url.api "+path+
		"\nsalla.config.get store.features\nsalla.lang.getLocale\nsalla.api.isFastRequestsAllowed\n"+
		"salla.config.get theme.mode\nsalla.config.get swoole\nsalla.analytics.getAnonymousId")
	headers := fieldsOf(a[1])
	context = profile.Context{
		SDK: true, Button: isButton(a[0]), Headers: headers, URL: a[2],
		SSO: contains(a[3], "sso-login"), Language: a[4], Slow: a[5] == "" || a[5] == "false" || a[5] == "0",
		Preview: a[6] == "preview", AnonymousID: a[8],
	}
	if a[7] != "" {
		context.Swoole = split(a[7], '\n')
	}
	return context, len(headers) > 0
}

// ask asks the page several things at once: a line is a path, or a path and an argument.
func (b *Bridge) ask(root Value, lines string) []string {
	list := split(b.host.tell.text(tellAll, lines, root), 0)
	for len(list) < 11 {
		list = append(list, "")
	}
	return list
}

// split cuts s at every separator.
func split(s string, separator byte) []string {
	var list []string
	for start, i := 0, 0; ; i++ {
		if i == len(s) {
			return append(list, s[start:])
		}
		if s[i] == separator {
			list = append(list, s[start:i])
			start = i + 1
		}
	}
}

// fieldsOf reads the flattened members of an object.
func fieldsOf(s string) []profile.Field {
	if s == "" {
		return nil
	}
	items := split(s, '\n')
	fields := make([]profile.Field, 0, len(items)/2)
	for i := 0; i+1 < len(items); i += 2 {
		fields = append(fields, profile.Field{Name: items[i], Value: items[i+1]})
	}
	return fields
}

// contains says whether the flattened list has the item.
func contains(list, item string) bool {
	for _, s := range split(list, '\n') {
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
