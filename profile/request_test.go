package profile_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

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
	for _, sdk := range modes {
		p := newPage(t, sdk)
		p.answer = always(200, `{}`)
		p.do(p.service(), "getDeleteRequest", nil)
		assert.Equal(t, api+"/account/data-request?request_type=delete_account", p.last().Address())
	}
}

func TestOptionsReachTheRequest(t *testing.T) {
	for _, m := range asking() {
		for _, sdk := range modes {
			p := newPage(t, sdk)
			p.answer = always(200, `{}`)
			signal := &struct{ int }{1}
			p.do(p.service(), m.Name, map[string]any{"code": "1", "email": "a@b"},
				options{signal: signal, timeout: 50, headers: fields("X-A", "1")})
			if p.logout != nil {
				p.logout(true)
			}
			assert.Same(t, signal, of(p.last().Signal))
			assert.Equal(t, 50, p.last().Timeout)
			header, _ := p.last().header("x-a")
			assert.Equal(t, "1", header)
		}
	}
}
