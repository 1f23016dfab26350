//go:build !twilight

package profile

const contentType = "Content-Type"

// headers are a request's: what axios adds (Accept, the body's Content-Type), the customer's token, the page's own and
// those of the call, which win in this order. Names are compared as HTTP does, without case; of one that comes twice the
// last counts.
func headers(page, call []Field, bodyType, token string) []Field {
	list := addField(nil, "Accept", "application/json, text/plain, */*")
	list = addField(list, contentType, bodyType)
	if token != "" {
		list = addField(list, "Authorization", "Bearer "+token)
	}
	return setHeaders(setHeaders(list, page, bodyType), call, bodyType)
}

// setHeaders sets those of fields. The browser says what FormData is, with its boundary; and no body has no type. axios does the same.
func setHeaders(list, fields []Field, bodyType string) []Field {
	for i := range fields {
		if bodyType != "" || !sameName(fields[i].Name, contentType) {
			list = setHeader(list, &fields[i])
		}
	}
	return list
}

// sdkHeaders are the headers that the SDK sends on a page that it is on, for a page that it isn't on. xsrf is the cookie XSRF-TOKEN
// where the API is on the page's own origin. The customer's token is asked for at each request.
func (c *Config) sdkHeaders(xsrf string) []Field {
	list := addField(nil, "X-Requested-With", "XMLHttpRequest")
	list = addField(list, "S-SOURCE", "twilight")
	list = addField(list, "S-APP-VERSION", c.Version)
	list = addField(list, "S-APP-OS", "browser")
	list = addField(list, "cache-control", "no-cache")
	list = addField(list, "Store-Identifier", c.StoreID)
	list = addField(list, "currency", c.Currency)
	list = addField(list, "accept-language", c.Language)
	list = addField(list, "s-user-id", c.UserID)
	list = addField(list, "s-country", c.Country)
	list = addField(list, "X-XSRF-TOKEN", xsrf)
	for i := range c.Headers {
		list = setHeader(list, &c.Headers[i])
	}
	return list
}

// addField appends a header that has a value.
func addField(list []Field, name, value string) []Field {
	if value == "" {
		return list
	}
	return append(list, Field{name, value})
}
