//go:build !twilight

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

// sdkHeaders are the headers that the SDK sends on a page that it is on, for a page that it isn't on. xsrf is the cookie XSRF-TOKEN
// where the API is on the page's own origin. The customer's token is asked for at each request.
func (c *Config) sdkHeaders(xsrf string) []Field {
	list := make([]Field, 0, 12)
	for _, f := range [...]Field{
		{"X-Requested-With", "XMLHttpRequest"},
		{"S-SOURCE", "twilight"},
		{"S-APP-VERSION", c.Version},
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
