package profile

const contentType = "Content-Type"

// headers are a request's: what axios adds (Accept, the body's Content-Type), the customer's token, the page's own and
// those of the call, which win in this order. Names are compared as HTTP does, without case; of one that comes twice the
// last counts.
func headers(page, call []Field, bodyType, token string) []Field {
	list := make([]Field, 0, len(page)+len(call)+4)
	list = append(list, Field{"Accept", "application/json, text/plain, */*"})
	if bodyType != "" {
		list = append(list, Field{contentType, bodyType})
	}
	if token != "" {
		list = append(list, Field{"Authorization", "Bearer " + token})
	}
	for _, f := range append(page[:len(page):len(page)], call...) {
		// The browser says what FormData is, with its boundary; and no body has no type. axios does the same.
		if bodyType != "" || !sameName(f.Name, contentType) {
			list = setHeader(list, f)
		}
	}
	return list
}

func setHeader(list []Field, f Field) []Field {
	for i := range list {
		if sameName(list[i].Name, f.Name) {
			list[i] = f
			return list
		}
	}
	return append(list, f)
}

// Public answers the headers without what no error may show: Authorization, the customer's token.
func Public(list []Field) []Field {
	public := make([]Field, 0, len(list))
	for _, f := range list {
		if !sameName(f.Name, "Authorization") {
			public = append(public, f)
		}
	}
	return public
}

// sameName compares two header names, which are ASCII.
func sameName(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := 0; i < len(a); i++ {
		if lower(a[i]) != lower(b[i]) {
			return false
		}
	}
	return true
}

func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		c += 'a' - 'A'
	}
	return c
}

// Config is what data-* or configure() say of a page without the SDK, "" for what they don't: README, "Without the SDK".
type Config struct {
	API, StoreID, Language, Currency, UserID, Country string
	// Headers are sent with every request, and win.
	Headers []Field
}

// SDKHeaders are the headers that the SDK sends on a page that it is on, for a page that it isn't on.
// version is the module's, xsrf the cookie XSRF-TOKEN where the API is on the page's own origin. The customer's token is
// asked for at each request.
func (c *Config) SDKHeaders(version, xsrf string) []Field {
	list := make([]Field, 0, 12)
	for _, f := range [...]Field{
		{"X-Requested-With", "XMLHttpRequest"},
		{"S-SOURCE", "twilight"},
		{"S-APP-VERSION", version},
		{"S-APP-OS", "browser"},
		{"cache-control", "no-cache"},
		{"Store-Identifier", c.StoreID},
		{"currency", c.Currency},
		{"accept-language", c.Language},
		{"s-user-id", c.UserID},
		{"s-country", c.Country},
		{"X-XSRF-TOKEN", xsrf},
	} {
		if f.Value != "" {
			list = append(list, f)
		}
	}
	for _, f := range c.Headers {
		list = setHeader(list, f)
	}
	return list
}
