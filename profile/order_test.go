package profile_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"salla-profile/profile"
)

// What an answer says.
const (
	good = `{"status":200,"success":true,"events":{"cart::updated":{"id":1}},"googleTags":[{}],
		"data":{"message":"Saved","phone":{"code":"+966","number":"555"}}}`
	bad = `{"status":422,"success":false,"error":{"message":"Invalid","fields":{"email":["taken"]}}}`
)

// orders are what happens around a request, in order (web/docs/events.md).
var orders = []struct {
	name     string
	sdk      bool
	method   string
	argument any
	status   int
	body     string
	journal  []string
}{
	{"alone, success", false, "update", map[string]any{}, 200, good, []string{
		"send post profile/update", "tags", "emit cart::updated", "notify success: Saved", "store user",
		"announce updated", "done ok",
	}},
	{"alone, failure", false, "update", map[string]any{}, 422, bad, []string{
		"send post profile/update", "emit document::request.failed", "notify error: taken",
		"announce updateFailed", "done failed",
	}},
	{"SDK, success", true, "update", map[string]any{}, 200, good, []string{
		"ask post profile/update", "reaction", "sync user", "announce updated", "done ok",
	}},
	{"SDK, failure", true, "update", map[string]any{}, 422, bad, []string{
		"ask post profile/update", "reaction", "announce updateFailed", "done failed",
	}},
	{"alone, no event of its own", false, "getFields", nil, 200, good, []string{
		"send get profile/fields", "tags", "emit cart::updated", "notify success: Saved", "done ok",
	}},
	{"alone, data request", false, "cancelDeleteRequest", nil, 200, good, []string{
		"send post account/data-request/cancel", "tags", "emit cart::updated", "done ok",
	}},
	{"alone, data request fails", false, "cancelDeleteRequest", nil, 422, bad, []string{
		"send post account/data-request/cancel", "emit document::request.failed", "done failed",
	}},
	{"SDK, data request", true, "initiateDeleteRequest", "email", 200, good, []string{
		"ask post account/data-request", "reaction", "done ok",
	}},
	{"SDK, data request fails", true, "getDeleteRequest", nil, 422, bad, []string{
		"ask get account/data-request", "reaction", "done failed",
	}},
	{"alone, refused", false, "verify", nil, 0, "", []string{
		"emit document::request.failed", "notify error: Enter the verification code.", "announce unverified", "done failed",
	}},
	{"SDK, refused", true, "verify", nil, 0, "", []string{
		"refuse", "announce unverified", "done failed",
	}},
	{"alone, code sent", false, "updateContacts", map[string]any{"phone": "5"}, 200,
		`{"data":{"message":"Sent","verification":{"status":"pending","type":"mobile"}}, "success":true}`, []string{
			"send post profile/contacts/update", "pending [{type mobile} {phone 5} {country_code SA}]",
			"notify success: Sent", "announce verificationCodeSent", "done ok",
		}},
	{"SDK, code sent", true, "updateContacts", map[string]any{"phone": "5"}, 200,
		`{"data":{"verification":{"status":"pending","type":"mobile"}}}`, []string{
			"ask post profile/contacts/update", "pending [{type mobile} {phone 5} {country_code SA}]",
			"reaction", "announce verificationCodeSent", "done ok",
		}},
	{"alone, the author's fault", false, "update", 7, 0, "", []string{
		"emit document::request.failed", "announce updateFailed", "done failed",
	}},
	{"SDK, the author's fault", true, "update", 7, 0, "", []string{
		"refuse", "announce updateFailed", "done failed",
	}},
}

func TestOrder(t *testing.T) {
	for _, test := range orders {
		if !slices.Contains(modes, test.sdk) {
			continue
		}
		t.Run(test.name, func(t *testing.T) {
			p := newPage(t, test.sdk)
			p.answer = always(test.status, test.body)
			p.do(p.service(), test.method, test.argument)
			assert.Equal(t, test.journal, p.journal)
		})
	}
}

func TestEventsAndPromiseCarryTheBody(t *testing.T) {
	for _, sdk := range modes {
		p := newPage(t, sdk)
		p.answer = always(201, `{"success":true,"data":{"phone":{}}}`)
		c := p.do(p.service(), "update", map[string]any{})
		assert.Equal(t, map[string]any{"success": true, "data": map[string]any{"phone": map[string]any{}}}, c.value)
		assert.Equal(t, c.value, p.announced[0].first)
		if sdk {
			assert.Equal(t, []any{map[string]any{"phone": map[string]any{}}}, p.users, "the SDK's user gets the data")
		}
	}
}

func TestRequestFailedTellsWhatTheThemePassed(t *testing.T) {
	argument := map[string]any{"phone": "٠٥"}
	for _, test := range []struct {
		method   string
		argument any
		want     any
	}{
		{"updateContacts", argument, argument}, // as passed, not as mended
		{"info", nil, nil},
		{"getDeleteRequest", nil, map[string]any{"params": map[string]any{"request_type": "delete_account"}}},
		{"cancelDeleteRequest", nil, map[string]any{"request_type": "delete_account"}},
		{"delete", nil, nil},
	} {
		t.Run(test.method, func(t *testing.T) {
			for _, sdk := range modes {
				p := newPage(t, sdk)
				p.answer = always(500, ``)
				c := p.do(p.service(), test.method, test.argument)
				assert.Equal(t, test.want, of(p.last().Payload))
				assert.Empty(t, p.refused, "the SDK tells it itself, of what it was given")
				if sdk {
					continue
				}
				require.NotEmpty(t, p.emitted)
				told := p.emitted[0].first.(info)
				assert.Equal(t, test.want, told.payload)
				assert.Equal(t, *p.last().Request, told.request)
				assert.Equal(t, c.value, p.emitted[0].second, "and the error")
			}
		})
	}
}

func TestGetFields(t *testing.T) {
	for _, sdk := range modes {
		p := newPage(t, sdk)
		p.answer = always(200, `{"data":[{"id":1}],"success":true}`)
		assert.Equal(t, []any{map[string]any{"id": 1.0}}, p.do(p.service(), "getFields", nil).value)

		for _, status := range []int{400, 500, 0} {
			p := newPage(t, sdk)
			p.answer = always(status, `{}`)
			if status == 0 {
				p.answer = func(*profile.Request) *profile.Answer { return &profile.Answer{Problem: profile.Network} }
			}
			c := p.do(p.service(), "getFields", nil)
			assert.True(t, c.ok)
			assert.Equal(t, []any{}, c.value)
			assert.Contains(t, p.journal, "warn of getFields")
			assert.Empty(t, p.announced)
		}
	}
}

func TestDelete(t *testing.T) {
	t.Run("with the SDK", func(t *testing.T) {
		p := newPage(t, true)
		p.answer = always(200, `{"success":true}`)
		c := p.do(p.service(), "delete", nil)
		assert.Equal(t, []string{
			"ask delete profile", "reaction", "end session", "done ok",
		}, p.journal, "the promise doesn't wait for the log-out, the event does")
		assert.True(t, c.ok)
		p.logout(true)
		require.Len(t, p.announced, 1)
		assert.Equal(t, "deleted", p.announced[0].name)
		assert.Equal(t, c.value, p.announced[0].first)
	})
	t.Run("with the SDK, whose log-out fails", func(t *testing.T) {
		p := newPage(t, true)
		p.answer = always(200, `{"success":true}`)
		c := p.do(p.service(), "delete", nil)
		p.logout(false)
		assert.True(t, c.ok)
		assert.Empty(t, p.announced, "nobody is logged out")
		p.eventless = 1
	})
	t.Run("alone", func(t *testing.T) {
		if !slices.Contains(modes, false) {
			t.Skip("the file for storefronts")
		}
		p := newPage(t, false)
		p.answer = always(200, `{"success":true}`)
		p.do(p.service(), "delete", nil)
		assert.Equal(t, []string{"send delete profile", "forget user", "announce deleted", "done ok"}, p.journal)
	})
	t.Run("fails", func(t *testing.T) {
		for _, sdk := range modes {
			p := newPage(t, sdk)
			p.answer = always(403, `{"error":{"message":"FORBIDDEN"}}`)
			p.do(p.service(), "delete", nil).rejected(t)
			assert.Nil(t, p.logout)
			assert.NotContains(t, p.journal, "forget user")
		}
	})
}

func TestSSOLogin(t *testing.T) {
	const message = "SSO login is enabled. You cannot update your profile."
	for _, m := range asking() {
		t.Run(m.Name, func(t *testing.T) {
			p := newPage(t, true)
			p.context.SSO = true
			c := p.do(p.service(), m.Name, map[string]any{"code": "1", "email": "a@b"})
			if m.Name != "update" && m.Name != "updateCustomFields" {
				p.last().reply(200, `{}`)
				if p.logout != nil {
					p.logout(true)
				}
				assert.True(t, c.ok, "the others are served")
				return
			}
			p.eventless = 1
			f := c.failure(t)
			assert.True(t, f.Plain)
			assert.Equal(t, message, f.Message)
			assert.Equal(t, []string{"notify error: " + message, "done failed"}, p.journal, "no request, no event")
		})
	}
}
