package profile_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"salla-profile/profile"
)

const accept = "application/json, text/plain, */*"

func fields(pairs ...string) []profile.Field {
	var list []profile.Field
	for i := 0; i+1 < len(pairs); i += 2 {
		list = append(list, profile.Field{Name: pairs[i], Value: pairs[i+1]})
	}
	return list
}

func TestHeaderPrecedence(t *testing.T) {
	for _, test := range []struct {
		name          string
		page, options []profile.Field
		argument      profile.Value
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
		{"alike isn't the same", fields("X-A", "1"), fields("X-B", "2", "X-AA", "3", "X_A", "4"), nil,
			fields("Accept", accept, "X-A", "1", "X-B", "2", "X-AA", "3", "X_A", "4")},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := newPage(t)
			p.context.Headers = test.page
			p.answer = always(200, `{}`)
			p.do(p.service(), "update", test.argument, profile.Options{Headers: test.options})
			assert.Equal(t, test.want, p.last().Headers)
		})
	}
}

func TestThePagesHeadersAreNotChanged(t *testing.T) {
	p := newPage(t)
	p.context.Headers = fields("currency", "SAR")
	p.answer = always(200, `{}`)
	s := p.service()
	p.do(s, "info", nil, profile.Options{Headers: fields("CURRENCY", "AED")})
	p.do(s, "info", nil)
	assert.Equal(t, fields("currency", "SAR"), p.context.Headers)
	assert.Equal(t, fields("Accept", accept, "currency", "SAR"), p.last().Headers)
}

func TestPublicLeavesTheTokenOut(t *testing.T) {
	for _, name := range []string{"Authorization", "authorization", "AUTHORIZATION", "aUTHORIZATIOn"} {
		list := fields("Accept", "x", name, "Bearer secret", "currency", "SAR")
		assert.Equal(t, fields("Accept", "x", "currency", "SAR"), profile.Public(list))
		assert.Len(t, list, 3, "what is sent still has it")
		assert.Equal(t, name, list[1].Name)
	}
	for _, name := range []string{"Authorizatio", "Authorization2", "X-Authorization", ""} {
		assert.Len(t, profile.Public(fields(name, "x")), 1)
	}
	assert.Empty(t, profile.Public(nil))
}

func TestConfigHeaders(t *testing.T) {
	everything := profile.Config{
		API: api, StoreID: "42", Token: "secret", Language: "ar", Currency: "SAR", UserID: "7", Country: "SA",
	}
	fixed := fields("X-Requested-With", "XMLHttpRequest", "S-SOURCE", "twilight", "S-APP-VERSION", "1.2.3",
		"S-APP-OS", "browser", "cache-control", "no-cache")
	with := func(more ...string) []profile.Field {
		return append(append([]profile.Field{}, fixed...), fields(more...)...)
	}
	assert.Equal(t, with("Store-Identifier", "42", "currency", "SAR", "accept-language", "ar", "s-user-id", "7",
		"s-country", "SA", "Authorization", "Bearer secret"), everything.Own("1.2.3"))
	assert.Equal(t, fixed, (&profile.Config{API: api}).Own("1.2.3"), "what isn't known isn't sent")
	assert.Equal(t, with("Store-Identifier", "42"), (&profile.Config{StoreID: "42"}).Own("1.2.3"))

	own := profile.Config{Token: "secret", Headers: fields("X-A", "1", "s-source", "mine", "AUTHORIZATION", "Basic x")}
	list := own.Own("1.2.3")
	assert.Contains(t, list, profile.Field{Name: "X-A", Value: "1"})
	assert.Contains(t, list, profile.Field{Name: "s-source", Value: "mine"})
	assert.NotContains(t, list, profile.Field{Name: "S-SOURCE", Value: "twilight"})
	assert.Contains(t, list, profile.Field{Name: "AUTHORIZATION", Value: "Basic x"})
	assert.NotContains(t, fmt.Sprint(list), "secret", "the theme's own wins")
	assert.NotContains(t, fmt.Sprint(profile.Public(list)), "Basic")
}

func TestPreview(t *testing.T) {
	p := newSDKPage(t)
	p.context.Preview = true
	p.answer = always(500, `{}`)
	f := p.do(p.service(), "info", nil).failure(t)
	assert.Equal(t, api+"/auth/user?use_username_url=1", p.last().URL)
	assert.Equal(t, api+"/auth/user", p.last().Endpoint, "events still name the endpoint")
	assert.Equal(t, api+"/auth/user?use_username_url=1", f.Request.URL)
	assert.Equal(t, p.delegated[0].first.(info).request.Endpoint, api+"/auth/user")
}

func TestAddress(t *testing.T) {
	for _, test := range []struct{ url, query, want string }{
		{"https://a/b", "", "https://a/b"},
		{"https://a/b", "c=1", "https://a/b?c=1"},
		{"https://a/b?x=1", "", "https://a/b?x=1"},
		{"https://a/b?x=1", "c=1", "https://a/b?x=1&c=1"},
		{"https://a/b?x=1?", "c=1", "https://a/b?x=1?&c=1"},
	} {
		assert.Equal(t, test.want, (&profile.Request{URL: test.url, Query: test.query}).Address())
	}
	p := newSDKPage(t)
	p.context.Preview = true
	p.answer = always(200, `{}`)
	p.do(p.service(), "getDeleteRequest", nil)
	assert.Equal(t, api+"/account/data-request?use_username_url=1&request_type=delete_account", p.last().Address())
}

func TestSwoole(t *testing.T) {
	for _, test := range []struct {
		name     string
		patterns []string
		match    bool
	}{
		{"no patterns", nil, false},
		{"match", []string{"cart", "AUTH/"}, true},
		{"no match", []string{"cart"}, false},
		{"broken", []string{"auth/", "("}, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := newSDKPage(t)
			p.context.Swoole = test.patterns
			p.context.AnonymousID = "anon"
			p.answer = always(200, `{}`)
			c := p.do(p.service(), "info", nil)
			assert.True(t, c.ok, "a broken pattern doesn't break the call")
			value, has := p.last().header("S-Store-Api-Version")
			assert.Equal(t, test.match, has)
			if has {
				assert.Equal(t, "swoole", value)
			}
		})
	}
	t.Run("tested on the preview's URL", func(t *testing.T) {
		p := newSDKPage(t)
		p.context.Preview, p.context.Swoole = true, []string{"use_username_url"}
		p.answer = always(200, `{}`)
		p.do(p.service(), "info", nil)
		_, has := p.last().header("s-store-api-version")
		assert.True(t, has)
	})
}

func TestAnonymousID(t *testing.T) {
	for _, id := range []string{"", "anon-1"} {
		p := newSDKPage(t)
		p.context.AnonymousID = id
		p.answer = always(200, `{}`)
		p.do(p.service(), "info", nil)
		value, has := p.last().header("S-Anonymous-ID")
		assert.Equal(t, id, value)
		assert.Equal(t, id != "", has)
	}
	p := newSDKPage(t)
	p.context.AnonymousID = "anon-1"
	p.context.Swoole = []string{"auth"}
	p.answer = always(200, `{}`)
	p.do(p.service(), "info", nil, profile.Options{Headers: fields("S-Anonymous-Id", "mine", "s-store-api-version", "x")})
	assert.Equal(t, fields("Accept", accept, "s-store-api-version", "x", "S-Anonymous-Id", "mine"), p.last().Headers, "the call's headers win")
}

func TestOptionsReachTheRequest(t *testing.T) {
	for _, m := range profile.Methods {
		p := newPage(t)
		p.answer = always(200, `{}`)
		signal := &struct{ int }{1}
		p.do(p.service(), m.Name, map[string]any{"code": "1", "email": "a@b"}, profile.Options{Signal: signal, Timeout: 50})
		assert.Same(t, signal, p.last().Signal)
		assert.Equal(t, 50, p.last().Timeout)
		assert.Equal(t, m.HasArgument(), map[string]bool{
			"update": true, "updateCustomFields": true, "updateContacts": true, "verify": true,
			"updateSettings": true, "initiateDeleteRequest": true, "verifyDeleteRequest": true,
		}[m.Name], "%s(argument, options)", m.Name)
	}
}

// The errors of section 5.
func TestFailures(t *testing.T) {
	for _, test := range []struct {
		problem             profile.Problem
		status              int
		name, message, code string
	}{
		{"", 400, "AxiosError", "Request failed with status code 400", "ERR_BAD_REQUEST"},
		{"", 401, "AxiosError", "Request failed with status code 401", "ERR_BAD_REQUEST"},
		{"", 422, "AxiosError", "Request failed with status code 422", "ERR_BAD_REQUEST"},
		{"", 499, "AxiosError", "Request failed with status code 499", "ERR_BAD_REQUEST"},
		{"", 500, "AxiosError", "Request failed with status code 500", "ERR_BAD_RESPONSE"},
		{"", 503, "AxiosError", "Request failed with status code 503", "ERR_BAD_RESPONSE"},
		{"", 304, "AxiosError", "Request failed with status code 304", ""},
		{"", 199, "AxiosError", "Request failed with status code 199", ""},
		{"", 300, "AxiosError", "Request failed with status code 300", ""},
		{profile.Network, 0, "AxiosError", "Network Error", "ERR_NETWORK"},
		{profile.TimedOut, 0, "AxiosError", "timeout of 1500 ms exceeded", "ECONNABORTED"},
		{profile.Canceled, 0, "CanceledError", "canceled", "ERR_CANCELED"},
	} {
		t.Run(fmt.Sprint(test.problem, test.status), func(t *testing.T) {
			for _, sdk := range []bool{true, false} {
				p := newPage(t)
				p.context.SDK = sdk
				c := p.do(p.service(), "update", map[string]any{"a": 1}, profile.Options{Timeout: 1500})
				a := answer(test.status, `{"error":{}}`)
				if test.problem != "" {
					a = &profile.Answer{Problem: test.problem}
				}
				p.last().finish(a)
				f := c.failure(t)
				assert.Equal(t, test.name, f.Name)
				assert.Equal(t, test.message, f.Message)
				assert.Equal(t, test.code, f.Code)
				assert.False(t, f.Local)
				assert.False(t, f.Plain)
				assert.Empty(t, f.Fields)
				assert.Same(t, p.last().Request, f.Request)
				if test.problem == "" {
					assert.Same(t, a, f.Answer)
				} else {
					assert.Nil(t, f.Answer)
				}
				require.Len(t, p.announced, 1)
				assert.Same(t, f, p.announced[0].first)
				assert.Equal(t, []*profile.Failure{f}, p.errors, "one error, the same everywhere")
			}
		})
	}
}

func TestAny2xxResolves(t *testing.T) {
	for _, status := range []int{200, 201, 202, 204, 299} {
		for _, body := range []string{`{"success":false}`, `OK`, ``, `null`, `[1]`, `7`} {
			p := newPage(t)
			p.answer = always(status, body)
			c := p.do(p.service(), "updateSettings", map[string]any{})
			assert.True(t, c.ok, "%d %s", status, body)
			assert.Equal(t, answer(status, body).Body, c.value)
		}
	}
}
