package profile_test

import (
	"encoding/json"
	"maps"
	"slices"
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

// shaped are members in one of five shapes.
func shaped(shape byte, members map[string]string) any {
	object := map[string]any{}
	for name, text := range members {
		object[name] = text
	}
	switch shape % 5 {
	case 0:
		return form(members)
	case 1:
		return params(members)
	case 3:
		return model{object}
	case 4: // the last entry of a name counts
		first := slices.Sorted(maps.Keys(members))[0]
		return formList(append(entriesOf(map[string]string{first: "1"}), entriesOf(members)...))
	}
	return object
}

// FuzzContact changes contacts and verifies them with whatever a form may hold.
func FuzzContact(f *testing.F) {
	f.Fuzz(func(t *testing.T, phone, email, country, code string, kind byte) {
		p := newPage(t, modes[int(kind/8)%len(modes)])
		p.context.Language = country
		s := p.service()
		p.answer = always(200, pendingAnswer)
		c := p.do(s, "updateContacts", shaped(kind, map[string]string{"phone": phone, "email": email, "country_code": country}))
		if !c.ok {
			assert.Equal(t, "ERR_VALIDATION", c.failure(t).Code)
			assert.Empty(t, p.requests, "refused: nothing is sent")
			assert.Empty(t, p.pending)
		} else {
			sent := p.sentMembers()
			want := profiletest.Typed(phone, false)
			if kind%5 == 1 && strings.HasPrefix(strings.TrimLeftFunc(phone, unseen), " ") && strings.IndexAny(want, "123456789") == 0 {
				want = "+" + want // the blank was one
			}
			assert.Equal(t, want, sent["phone"])
			assert.Equal(t, profiletest.Typed(email, false), sent["email"])
			if phone == "" || strings.TrimFunc(country, blank) != "" {
				assert.Equal(t, country, sent["country_code"], "what the theme says stays")
			}
			require.Len(t, p.pending, 1)
			assert.Contains(t, []string{"mobile", "email"}, p.pending[0][0].Type)
		}

		open := len(p.pending) > 0
		requests := len(p.requests)
		for _, given := range []any{shaped(kind, map[string]string{"code": code}), code} {
			if given == code && strings.Contains(code, "=") {
				continue // a form
			}
			c := p.do(s, "verify", given)
			if !c.ok {
				assert.Equal(t, "ERR_VALIDATION", c.failure(t).Code)
				assert.Len(t, p.requests, requests)
				continue
			}
			requests++
			require.Len(t, p.requests, requests)
			sent := p.sentMembers()["code"].(string)
			assert.Equal(t, profiletest.Typed(sent, true), sent)
			assert.Equal(t, profiletest.Typed(code, true), sent)
			assert.NotEmpty(t, sent)
			if open {
				assert.Equal(t, "none", p.shown(), "verified")
			}
		}
	})
}

// FuzzCall calls every method with whatever JSON a theme may pass, and has the server answer anything.
func FuzzCall(f *testing.F) {
	f.Fuzz(func(t *testing.T, argument, body, language string, status int, slow, sdk bool) {
		sdk = sdk || len(modes) == 1
		var given any
		if json.Unmarshal([]byte(argument), &given) != nil {
			given = argument
		}
		for _, m := range profile.Methods {
			p := newPage(t, sdk)
			p.context.Slow, p.context.Language = slow, language
			p.answer = always(status, body)
			c := p.do(p.service(), m.Name, given)
			p.elapse(300)
			if p.logout != nil {
				p.logout(true)
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

// blank is what a text may have around it: ASCII's blanks and control characters.
func blank(r rune) bool { return r <= ' ' }

// unseen are the marks that nobody sees.
func unseen(r rune) bool { return r > '~' && profiletest.Typed(string(r), false) == "" }
