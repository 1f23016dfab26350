package profile_test

import (
	"encoding/json"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"salla-profile/profile"
	"salla-profile/profile/profiletest"
)

// The seeds are in testdata/fuzz, a folder for each target; go test runs them all.

func FuzzDecimal(f *testing.F) {
	f.Fuzz(func(t *testing.T, n uint32) {
		assert.Equal(t, strconv.Itoa(int(n>>1)), profile.Decimal(int(n>>1)))
	})
}

// FuzzContact changes contacts and verifies them with whatever a form may hold.
func FuzzContact(f *testing.F) {
	f.Fuzz(func(t *testing.T, phone, email, country, code string, kind byte) {
		argument := func(members map[string]string) any {
			switch kind % 3 {
			case 0:
				return form(members)
			case 1:
				return params(members)
			}
			object := map[string]any{}
			for name, text := range members {
				object[name] = text
			}
			return object
		}
		p := newPage(t)
		p.context.Language = country
		s := p.service()
		p.answer = always(200, pendingAnswer)
		c := p.do(s, "updateContacts", argument(map[string]string{"phone": phone, "email": email, "country_code": country}))
		if !c.ok {
			assert.Equal(t, "ERR_VALIDATION", c.failure(t).Code)
			assert.Empty(t, p.requests, "refused: nothing is sent")
			assert.Empty(t, p.pending)
		} else {
			sent := of(p.last().Body.Value).(map[string]any)
			assert.Equal(t, profiletest.Typed(phone, false), sent["phone"])
			assert.Equal(t, profiletest.Typed(email, false), sent["email"])
			if phone == "" || strings.TrimFunc(country, blank) != "" {
				assert.Equal(t, country, sent["country_code"], "what the theme says stays")
			}
			require.Len(t, p.pending, 1)
			assert.Contains(t, []string{"mobile", "email"}, p.pending[0].Members[0].Value)
		}

		open := len(p.pending) > 0
		requests := len(p.requests)
		for _, given := range []any{argument(map[string]string{"code": code}), code} {
			c := p.do(s, "verify", given)
			if !c.ok {
				assert.Equal(t, "ERR_VALIDATION", c.failure(t).Code)
				assert.Len(t, p.requests, requests)
				continue
			}
			requests++
			require.Len(t, p.requests, requests)
			sent := of(p.last().Body.Value).(map[string]any)["code"].(string)
			assert.Equal(t, profiletest.Typed(sent, true), sent)
			assert.Equal(t, profiletest.Typed(code, true), sent)
			assert.NotEmpty(t, sent)
			if open {
				assert.Nil(t, p.pending[len(p.pending)-1], "verified")
			}
		}
	})
}

// FuzzCall calls every method with whatever JSON a theme may pass, and has the server answer anything.
func FuzzCall(f *testing.F) {
	f.Fuzz(func(t *testing.T, argument, body, language string, status int, slow, sdk bool) {
		var given any
		if json.Unmarshal([]byte(argument), &given) != nil {
			given = argument
		}
		for _, m := range profile.Methods {
			p := newPage(t)
			p.context.Slow, p.context.SDK, p.context.Language = slow, sdk, language
			p.answer = always(status, body)
			c := p.do(p.service(), m.Name, given)
			p.elapse(300)
			if p.logout != nil {
				p.logout()
			}
			switch {
			case c.ok, status < 200, status > 299:
			default:
				assert.True(t, c.failure(t).Local, "%s: only a refusal fails here", m.Name)
			}
			assert.LessOrEqual(t, len(p.requests), 1)
		}
	})
}

// FuzzHeaders sets headers of any names: each is sent once, the last one given, and the token is never shown.
func FuzzHeaders(f *testing.F) {
	f.Fuzz(func(t *testing.T, name, own, other string, value string) {
		p := newPage(t)
		p.context.Headers = fields(name, "page", own, "page")
		p.answer = always(200, `{}`)
		c := p.do(p.service(), "update", map[string]any{}, profile.Options{Headers: fields(own, value, other, value+"!")})
		assert.True(t, c.ok)
		seen := map[string]bool{}
		for _, h := range p.last().Headers {
			folded := asciiLower(h.Name)
			assert.False(t, seen[folded], "%q twice", h.Name)
			seen[folded] = true
			switch folded {
			case asciiLower(other):
				assert.Equal(t, value+"!", h.Value)
			case asciiLower(own):
				assert.Equal(t, value, h.Value)
			case asciiLower(name):
				assert.Equal(t, "page", h.Value)
			}
		}
		for _, given := range []string{name, own, other, "Accept", "Content-Type"} {
			assert.True(t, seen[asciiLower(given)], "%q is sent", given)
		}
		for _, h := range profile.Public(p.last().Headers) {
			assert.NotEqual(t, "authorization", asciiLower(h.Name))
		}
	})
}

// blank is what a text may have around it: ASCII's blanks and control characters.
func blank(r rune) bool { return r <= ' ' }

// asciiLower is a name as HTTP compares it.
func asciiLower(s string) string {
	b := []byte(s)
	for i, c := range b {
		if 'A' <= c && c <= 'Z' {
			b[i] = c + 'a' - 'A'
		}
	}
	return string(b)
}
