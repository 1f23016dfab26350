package profile_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"salla-profile/profile"
)

// contract is the README's table of methods, with an argument for each and the body that it makes.
var contract = []struct {
	name             string
	verb, path       string
	success, failure string // events
	argument         any
	query, body      string
}{
	{"info", "get", "auth/user", "profile::info.fetched", "profile::info.not.fetched", nil, "", ""},
	{"getFields", "get", "profile/fields", "", "", nil, "", ""},
	{"update", "post", "profile/update", "profile::updated", "profile::update.failed",
		map[string]any{"first_name": "Nora"}, "", `{"first_name":"Nora"}`},
	{"updateCustomFields", "post", "profile/fields", "profile::updated", "profile::update.failed",
		map[string]any{"fields": map[string]any{"7": "blue"}}, "", `{"fields":{"7":"blue"}}`},
	{"updateContacts", "post", "profile/contacts/update", "profile::verification.code.sent", "profile::update.contacts.failed",
		map[string]any{"email": "nora@example.sa"}, "", `{"email":"nora@example.sa"}`},
	{"verify", "post", "profile/verify", "profile::verified", "profile::unverified",
		map[string]any{"code": "1234", "type": "email"}, "", `{"code":"1234","type":"email"}`},
	{"updateSettings", "post", "profile/settings", "profile::settings.updated", "profile::update.settings.failed",
		map[string]any{"is_notifiable": true}, "", `{"is_notifiable":true}`},
	{"initiateDeleteRequest", "post", "account/data-request", "", "",
		"email", "", `{"request_type":"delete_account","type":"email"}`},
	{"verifyDeleteRequest", "post", "account/data-request/verify", "", "",
		map[string]any{"type": "email", "code": "1234"}, "", `{"code":"1234","request_type":"delete_account","type":"email"}`},
	{"getDeleteRequest", "get", "account/data-request", "", "", nil, "?request_type=delete_account", ""},
	{"cancelDeleteRequest", "post", "account/data-request/cancel", "", "", nil, "", `{"request_type":"delete_account"}`},
	{"delete", "delete", "profile", "profile::deleted", "profile::not.deleted", nil, "", ""},
	{"resendVerification", "", "", "", "", "email", "", ""}, // by updateContacts
	{"cancelVerification", "", "", "", "", "email", "", ""},
}

func TestEveryMethodOfTheContract(t *testing.T) {
	require.Len(t, contract, len(profile.Methods), "the table above has a row for each row of profile.Methods")
	for i, want := range contract {
		require.Equal(t, profile.Methods[i].Name, want.name, "the table above has the order of profile.Methods")
		assert.Equal(t, want.argument != nil, profile.Methods[i].HasArgument(), "%s: the argument", want.name)
		for _, sdk := range modes {
			t.Run(name(want.name, sdk), func(t *testing.T) {
				p := newPage(t, sdk)
				if want.verb == "" {
					p.do(p.service(), want.name, want.argument)
					assert.Empty(t, p.requests, "by the method itself nothing is asked")
					return
				}
				c := p.do(p.service(), want.name, want.argument)

				r := p.last()
				assert.Equal(t, want.verb, r.Verb)
				assert.Equal(t, api+"/"+want.path, r.URL)
				assert.Equal(t, strings.TrimPrefix(want.query, "?"), r.Query)
				assert.Equal(t, want.body, p.body())
				if want.body == "" {
					assert.Nil(t, of(r.Body), "no body")
				}
				contentType, has := r.header("Content-Type")
				assert.Equal(t, want.body != "" && !sdk, has, "a Content-Type goes with a body, and the SDK's axios sets it")
				if has {
					assert.Equal(t, "application/json", contentType)
				}
				assert.Zero(t, c.settled)
				assert.Equal(t, want.success, profile.Event(c.method.Success))
				assert.Equal(t, want.failure, profile.Event(c.method.Failure))

				r.reply(200, `{"status":200,"success":true,"data":{"id":7}}`)
				if p.logout != nil {
					p.logout(true)
				}
				assert.True(t, c.ok)
			})
		}
	}
}

func TestEveryMethodFails(t *testing.T) {
	for _, want := range contract {
		if want.verb == "" {
			continue // pending_resend_test.go
		}
		for _, sdk := range modes {
			t.Run(name(want.name, sdk), func(t *testing.T) {
				p := newPage(t, sdk)
				p.answer = always(404, `{"status":404,"success":false,"error":{"code":404,"message":"Not here"}}`)
				c := p.do(p.service(), want.name, want.argument)
				if want.name == "getFields" {
					assert.True(t, c.ok)
					assert.Equal(t, []any{}, c.value, "an empty list, not an error")
					return
				}
				f := c.rejected(t)
				if sdk {
					assert.IsType(t, &sdkError{}, f, "its own error")
					assert.Empty(t, p.errors)
				} else {
					assert.Equal(t, "Request failed with status code 404", c.failure(t).Message)
				}
				if want.failure != "" {
					require.Len(t, p.announced, 1)
					assert.Same(t, f, p.announced[0].first, "the event has the error")
				}
			})
		}
	}
}
