//go:build !twilight

package profile_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"salla-profile/profile"
)

// besides are the headers but for those that a page without the SDK always has.
func besides(headers []profile.Field) []profile.Field {
	var list []profile.Field
	for _, f := range headers {
		switch f.Name {
		case "X-Requested-With", "S-SOURCE", "S-APP-OS", "cache-control":
		default:
			list = append(list, f)
		}
	}
	return list
}

func TestHeaderPrecedence(t *testing.T) {
	for _, test := range []struct {
		name          string
		page, options []profile.Field
		argument      any
		want          []profile.Field
	}{
		{"axios's", nil, nil, map[string]any{}, fields("Accept", accept, "Content-Type", "application/json")},
		{"no body", nil, nil, nil, fields("Accept", accept)},
		{"the page's", fields("currency", "SAR"), nil, nil, fields("Accept", accept, "currency", "SAR")},
		{"the page's win", fields("ACCEPT", "x", "content-type", "y"), nil, map[string]any{}, fields("ACCEPT", "x", "content-type", "y")},
		{"the call's", nil, fields("X-A", "1"), nil, fields("Accept", accept, "X-A", "1")},
		{"the call's win", fields("Currency", "SAR", "accept", "x"), fields("cURRENCY", "AED", "Accept", "y"), nil,
			fields("Accept", "y", "cURRENCY", "AED")},
		{"the last wins", nil, fields("X-A", "1", "x-a", "2"), nil, fields("Accept", accept, "x-a", "2")},
		{"the last of the page's wins", fields("X-A", "1", "x-a", "2"), nil, nil, fields("Accept", accept, "x-a", "2")},
		{"a type by hand", nil, fields("content-type", "text/plain"), map[string]any{}, fields("Accept", accept, "content-type", "text/plain")},
		{"a type without a body", fields("Content-type", "application/json"), fields("content-type", "x"), nil, fields("Accept", accept)},
		{"a type for FormData", fields("Content-Type", "application/json"), fields("CONTENT-TYPE", "multipart/form-data", "X-A", "1"), form{"a": "1"},
			fields("Accept", accept, "X-A", "1")},
		{"alike isn't the same", fields("X-A", "1"), fields("X-B", "2", "X-AA", "3", "X_A", "4"), nil,
			fields("Accept", accept, "X-A", "1", "X-B", "2", "X-AA", "3", "X_A", "4")},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := newPage(t, false)
			p.config.Headers = test.page
			p.answer = always(200, `{}`)
			p.do(p.service(), "update", test.argument, options{headers: test.options})
			assert.Equal(t, test.want, besides(p.last().Headers))
		})
	}
}

func TestThePagesHeadersAreNotChanged(t *testing.T) {
	p := newPage(t, false)
	p.config.Headers = fields("currency", "SAR")
	p.answer = always(200, `{}`)
	s := p.service()
	p.do(s, "info", nil, options{headers: fields("CURRENCY", "AED")})
	p.do(s, "info", nil)
	assert.Equal(t, fields("currency", "SAR"), p.config.Headers)
	assert.Equal(t, fields("Accept", accept, "currency", "SAR"), besides(p.last().Headers))
}

// With the SDK its axios knows the page's headers, the body's and the customer's: only the call's are ours.
func TestHeadersWithTheSDK(t *testing.T) {
	for _, argument := range []any{nil, map[string]any{}, form{"a": "1"}} {
		p := newPage(t, true)
		p.config.Headers = fields("currency", "SAR")
		p.answer = always(200, `{}`)
		s := p.service()
		p.do(s, "update", argument)
		assert.Empty(t, p.last().Headers)
		p.do(s, "update", argument, options{headers: fields("X-A", "1", "Content-Type", "x", "x-a", "2")})
		assert.Equal(t, fields("X-A", "1", "Content-Type", "x", "x-a", "2"), besides(p.last().Headers), "axios takes the last of a name")
		assert.Zero(t, p.tokens)
	}
}

func TestToken(t *testing.T) {
	p := newPage(t, false)
	p.answer = always(200, `{}`)
	s := p.service()

	p.do(s, "info", nil)
	_, has := p.last().header("Authorization")
	assert.False(t, has, "a guest")

	p.token = func(done func(string, any, bool)) { done("t1", nil, true) }
	p.config.Headers = fields("currency", "SAR")
	s.Attach()
	p.do(s, "update", map[string]any{})
	assert.Equal(t, fields("Accept", accept, "Content-Type", "application/json", "Authorization", "Bearer t1", "currency", "SAR"), besides(p.last().Headers))
	assert.Equal(t, fields("currency", "SAR"), p.config.Headers, "the page's are not changed")
	p.config.Headers = fields("authorization", "Basic x")
	s.Attach()
	p.do(s, "info", nil)
	token, _ := p.last().header("Authorization")
	assert.Equal(t, "Basic x", token, "the page's own header wins")
	p.do(s, "info", nil, options{headers: fields("AUTHORIZATION", "Basic y")})
	token, _ = p.last().header("Authorization")
	assert.Equal(t, "Basic y", token, "the call's wins over both")
	assert.Equal(t, 3, p.tokens, "asked for at each request")
}

func TestTokenThatComesLater(t *testing.T) {
	p := newPage(t, false)
	p.answer = always(200, `{}`)
	s := p.service()
	var later []func(string, any, bool)
	p.token = func(done func(string, any, bool)) { later = append(later, done) }
	first, second := p.do(s, "info", nil), p.do(s, "update", map[string]any{"a": 1})
	assert.Empty(t, p.requests, "nothing is sent before it is there")
	assert.Zero(t, first.settled+second.settled)
	later[1]("t3", nil, true)
	assert.Equal(t, `{"a":1}`, p.body())
	token, _ := p.last().header("Authorization")
	assert.Equal(t, "Bearer t3", token)
	assert.Zero(t, first.settled)
	later[0]("t2", nil, true)
	token, _ = p.last().header("Authorization")
	assert.Equal(t, "Bearer t2", token)
	assert.True(t, first.ok && second.ok)
}

func TestTokenThatThePageCantSay(t *testing.T) {
	reason := &struct{ int }{1}
	p := newPage(t, false)
	p.config.Headers = fields("currency", "SAR")
	p.token = func(done func(string, any, bool)) { done("", reason, false) }
	f := p.do(p.service(), "update", map[string]any{"a": 1}).failure(t)
	assert.Equal(t, []string{"emit document::request.failed", "announce updateFailed", "done failed"}, p.journal,
		"nothing is sent, and the customer is told nothing")
	assert.Equal(t, "Network Error", f.Message)
	assert.Equal(t, "ERR_NETWORK", f.Code)
	assert.Same(t, reason, of(f.Cause))
	assert.False(t, f.Local)
	assert.Equal(t, fields("Accept", accept, "Content-Type", "application/json", "currency", "SAR"), besides(f.request.Headers))
	assert.Equal(t, api+"/profile/update", f.request.URL)
}

func TestNoTokenForWhatIsntSent(t *testing.T) {
	p := newPage(t, false)
	p.context.SSO = true
	p.do(p.service(), "verify", nil)
	p.do(p.service(), "update", nil)
	p.eventless = 1
	assert.Zero(t, p.tokens)
}

func TestConfigHeaders(t *testing.T) {
	fixed := fields("X-Requested-With", "XMLHttpRequest", "S-SOURCE", "twilight", "S-APP-VERSION", "1.2.3",
		"S-APP-OS", "browser", "cache-control", "no-cache")
	with := func(more ...string) []profile.Field {
		return append(append([]profile.Field{}, fixed...), fields(more...)...)
	}
	// sent is what is sent besides Accept, of a page that is configured so.
	sent := func(c profile.Config, xsrf string) []profile.Field {
		p := newPage(t, false)
		c.Version = "1.2.3"
		p.config, p.context.XSRF = c, xsrf
		p.answer = always(200, `{}`)
		p.do(p.service(), "info", nil)
		headers := p.last().Headers
		assert.Equal(t, profile.Field{Name: "Accept", Value: accept}, headers[0])
		return headers[1:]
	}
	everything := profile.Config{
		StoreID: "42", Language: "ar", Currency: "SAR", UserID: "7", Country: "SA",
	}
	assert.Equal(t, with("Store-Identifier", "42", "currency", "SAR", "accept-language", "ar", "s-user-id", "7",
		"s-country", "SA", "X-XSRF-TOKEN", "abc=="), sent(everything, "abc=="))
	assert.Equal(t, fixed, sent(profile.Config{}, ""), "what isn't known isn't sent")
	assert.Equal(t, with("Store-Identifier", "42"), sent(profile.Config{StoreID: "42"}, ""))

	own := profile.Config{Headers: fields("X-A", "1", "s-source", "mine", "AUTHORIZATION", "Basic x", "x-xsrf-token", "mine", "x-a", "2")}
	list := sent(own, "cookie")
	assert.Contains(t, list, profile.Field{Name: "x-a", Value: "2"}, "the last wins")
	assert.NotContains(t, list, profile.Field{Name: "X-A", Value: "1"})
	assert.Contains(t, list, profile.Field{Name: "x-xsrf-token", Value: "mine"})
	assert.Contains(t, list, profile.Field{Name: "s-source", Value: "mine"})
	assert.NotContains(t, list, profile.Field{Name: "S-SOURCE", Value: "twilight"})
	assert.Contains(t, list, profile.Field{Name: "AUTHORIZATION", Value: "Basic x"})
	assert.NotContains(t, fmt.Sprint(list), "cookie", "the theme's own wins")
}

// The page is asked once how it is configured, each time that it may be another way.
func TestTheConfigurationIsAskedForOnce(t *testing.T) {
	p := newPage(t, false)
	p.answer = always(200, `{}`)
	p.config.Currency = "SAR"
	s := p.service()
	p.do(s, "info", nil)
	p.do(s, "update", nil)
	assert.Equal(t, 1, p.configs)
	p.config.Currency = "AED"
	s.Attach()
	p.do(s, "info", nil)
	assert.Equal(t, 2, p.configs)
	currency, _ := p.last().header("currency")
	assert.Equal(t, "AED", currency)
}
