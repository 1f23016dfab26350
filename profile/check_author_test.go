package profile_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"salla-profile/profile"
)

// What only the theme's author can mend is told to the author: the error and its events say it, no notice does.
func TestTheAuthorsRefusals(t *testing.T) {
	const (
		kinds  = "The payload can't be sent: pass an object, FormData, URLSearchParams, a <form> or text"
		rounds = "The payload can't be sent: it goes round in circles"
		read   = "The payload can't be sent: it can't be read"
	)
	for _, test := range []struct {
		name, method string
		argument     any
		message      string
	}{
		{"a number", "updateSettings", 7, kinds},
		{"a boxed number", "updateSettings", boxed{7}, kinds},
		{"something else", "update", garbage{}, kinds},
		{"a boolean", "updateCustomFields", true, kinds},
		{"as contacts", "updateContacts", garbage{}, kinds},
		{"a number as contacts", "updateContacts", 966501112233, kinds},
		{"as a code", "verify", garbage{}, kinds},
		{"what can't be encoded", "update", circular, rounds},
		{"in a model", "update", model{map[string]any{"_a": circular}}, rounds},
		{"a file behind a proxy", "update", map[string]any{"avatar": locked{}}, "The payload can't be sent: a file behind a proxy can't be read"},
		{"as a type", "initiateDeleteRequest", func() {}, rounds},
		{"nothing", "verifyDeleteRequest", nil, "The payload can't be sent: pass {type, code}"},
		{"a number in a deletion", "verifyDeleteRequest", 1234, "The payload can't be sent: pass {type, code}"},
		{"something else in a deletion", "verifyDeleteRequest", garbage{}, "The payload can't be sent: pass {type, code}"},
		{"what can't be encoded, in a deletion", "verifyDeleteRequest", circular, rounds},
		{"what throws as it is read", "update", map[string]any{"a": hostile{}}, read},
		{"what throws, as contacts", "updateContacts", map[string]any{"a": hostile{}}, read},
		{"what throws, as a code", "verify", map[string]any{"a": hostile{}}, read},
		{"what throws, as a type", "initiateDeleteRequest", hostile{}, read},
		{"what throws, in a deletion", "verifyDeleteRequest", map[string]any{"a": hostile{}}, read},
	} {
		for _, language := range []string{"en", "ar"} {
			for _, sdk := range modes {
				t.Run(test.name, func(t *testing.T) {
					p := newPage(t, sdk)
					p.context.Language = language
					f := p.do(p.service(), test.method, test.argument).failure(t)
					assert.Empty(t, p.requests)
					assert.Equal(t, profile.Failure{
						Name: "AxiosError", Message: test.message, Code: "ERR_VALIDATION", Status: 422, Local: true, Silent: true,
						Fields: []profile.Field{{Name: "payload", Value: test.message}},
					}, f.Failure)
					assert.Empty(t, p.notices)
					told := p.emitted
					if sdk {
						told = p.refused
					}
					require.Len(t, told, 1, "and nothing that shows a notice")
					assert.Equal(t, "document::request.failed", told[0].name)
					assert.Same(t, f, told[0].second)
					if failure := method(t, test.method).Failure; failure != "" {
						assert.Equal(t, []event{{failure, f, nil}}, p.announced)
					}
				})
			}
		}
	}
}

// The SDK throws where verifyDeleteRequest gets nothing: there is no payload to send.
func TestVerifyDeleteRequestNeedsAPayload(t *testing.T) {
	for _, sdk := range modes {
		p := newPage(t, sdk)
		assert.False(t, p.do(p.service(), "verifyDeleteRequest", nil).ok)
		assert.Empty(t, p.requests)
	}
}

// Everything else is the server's to judge.
func TestNothingElseIsRefused(t *testing.T) {
	for _, test := range []struct {
		method   string
		argument any
		body     string
	}{
		{"update", nil, ""},
		{"updateSettings", nil, ""},
		{"updateCustomFields", nil, ""},
		{"update", map[string]any{}, `{}`},
		{"update", form{}, `{}`},
		{"update", params{}, `{}`},
		{"update", "", ""}, // text is the theme's own form
		{"update", "name", "name"},
		{"update", "٠٥", "٠٥"},
		{"updateSettings", textForm("a=1&b=2"), "a=1&b=2"},
		{"update", textForm("?phone=٠٥"), "?phone=٠٥"}, // its name is ?phone
		{"update", map[string]any{"email": "nora", "phone": "abc", "birthday": "never", "code": ""}, `{"birthday":"never","code":"","email":"nora","phone":"abc"}`},
		{"updateSettings", map[string]any{"phone": "-"}, `{"phone":"-"}`},
		{"updateContacts", map[string]any{"phone": "0", "country_code": "SA"}, `{"country_code":"SA","phone":"0"}`},
		{"updateContacts", map[string]any{"phone": "-9", "country_code": "SA"}, `{"country_code":"SA","phone":"-9"}`},
		{"updateContacts", map[string]any{"email": "@"}, `{"email":"@"}`},
		{"updateContacts", map[string]any{"email": "nora@", "phone": " "}, `{"email":"nora@","phone":""}`},
		{"updateContacts", map[string]any{"phone": "x1", "country_code": "??"}, `{"country_code":"??","phone":"x1"}`},
		{"updateContacts", map[string]any{"phone": 5, "country_code": "SA", "email": ""}, `{"country_code":"SA","email":"","phone":5}`},
		{"updateContacts", map[string]any{"phone": phoneObject}, `{"phone":{"code":"+966","country":"SA","number":501112233}}`},
		{"updateContacts", map[string]any{"email": 5}, `{"email":5}`},
		{"updateContacts", map[string]any{"phone": []any{"x"}}, `{"phone":["x"]}`},
		{"updateContacts", map[string]any{"email": map[string]any{"a": "b"}}, `{"email":{"a":"b"}}`},
		{"updateContacts", map[string]any{"phone": false, "email": "a@b"}, `{"email":"a@b","phone":false}`},
		{"updateContacts", map[string]any{"phone": boxed{"5"}, "country_code": "SA"}, `{"country_code":"SA","phone":"5"}`},
		{"updateContacts", model{map[string]any{"_email": "a@b"}}, `{"email":"a@b"}`},
		{"updateContacts", formList{{Name: "email", Value: "nora"}, {Name: "email", Value: "a@b"}}, `{"email":"a@b"}`},
		{"updateContacts", query{{Name: "phone", Value: "x"}, {Name: "country_code", Value: "SA"}, {Name: "phone", Value: "5"}}, `{"country_code":"SA","phone":"5"}`},
		{"updateCustomFields", []any{1}, `[1]`},
		{"verify", map[string]any{"code": map[string]any{"a": 1}}, `{"code":{"a":1}}`},
		{"verify", "no digits", `{"code":"nodigits"}`},
		{"verify", map[string]any{"code": "x", "type": "", "email": ""}, `{"code":"x","email":"","type":""}`},
		{"verify", map[string]any{"code": 0}, `{"code":0}`},
		{"initiateDeleteRequest", nil, `{"request_type":"delete_account"}`},
		{"initiateDeleteRequest", 7, `{"request_type":"delete_account","type":7}`},
		{"initiateDeleteRequest", map[string]any{"a": 1}, `{"request_type":"delete_account","type":{"a":1}}`},
		{"verifyDeleteRequest", "1234", `{"request_type":"delete_account"}`},
		{"verifyDeleteRequest", form{"type": "email", "code": "١"}, `{"code":"1","request_type":"delete_account","type":"email"}`},
		{"verifyDeleteRequest", textForm("type=email&code=1&code=2"), `{"code":"2","request_type":"delete_account","type":"email"}`},
		{"verifyDeleteRequest", model{map[string]any{"_type": "email", "_code": 1234}}, `{"code":1234,"request_type":"delete_account","type":"email"}`},
		{"verifyDeleteRequest", map[string]any{"code": map[string]any{"a": 1}, "other": 1}, `{"code":{"a":1},"request_type":"delete_account"}`},
		{"verifyDeleteRequest", map[string]any{"type": "", "code": "x"}, `{"code":"x","request_type":"delete_account","type":""}`},
	} {
		for _, sdk := range modes {
			p := newPage(t, sdk)
			p.answer = always(200, `{}`)
			c := p.do(p.service(), test.method, test.argument)
			assert.True(t, c.ok, "%s(%v)", test.method, test.argument)
			require.Len(t, p.requests, 1)
			assert.Equal(t, test.body, p.body())
		}
	}
}
