package profile_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"salla-profile/profile"
)

// What the customer is told, in English and Arabic.
var (
	codeMissing       = [2]string{"Enter the verification code.", "أدخل رمز التحقق."}
	contactMissing    = [2]string{"Enter a phone number or an e-mail address.", "أدخل رقم الجوال أو البريد الإلكتروني."}
	phoneWithoutDigit = [2]string{"The phone number has no digits.", "رقم الجوال لا يحتوي على أرقام."}
	emailWithoutAt    = [2]string{"The e-mail address is not valid.", "البريد الإلكتروني غير صحيح."}
)

var refusals = []struct {
	name, method string
	argument     any
	field        string
	reason       [2]string
}{
	{"no code: nothing", "verify", nil, "code", codeMissing},
	{"no code: empty text", "verify", "", "code", codeMissing},
	{"no code: blank text", "verify", " \t\n", "code", codeMissing},
	{"no code: object", "verify", map[string]any{"type": "email"}, "code", codeMissing},
	{"no code: empty member", "verify", map[string]any{"code": ""}, "code", codeMissing},
	{"no code: form", "verify", form{"code": " "}, "code", codeMissing},
	{"no code: params", "verify", params{}, "code", codeMissing},
	{"no contact: nothing", "updateContacts", nil, "phone", contactMissing},
	{"no contact: object", "updateContacts", map[string]any{"country_code": "SA"}, "phone", contactMissing},
	{"no contact: blank", "updateContacts", map[string]any{"phone": " ", "email": ""}, "phone", contactMissing},
	{"no contact: form", "updateContacts", form{"mobile": "5"}, "phone", contactMissing},
	{"no digit: object", "updateContacts", map[string]any{"phone": "+abc"}, "phone", phoneWithoutDigit},
	{"no digit: with an e-mail", "updateContacts", map[string]any{"phone": "-", "email": "a@b"}, "phone", phoneWithoutDigit},
	{"no digit: numerals that are none", "updateContacts", params{"phone": "Ⅳ½④"}, "phone", phoneWithoutDigit},
	{"no @: object", "updateContacts", map[string]any{"email": "nora"}, "email", emailWithoutAt},
	{"no @: with a phone", "updateContacts", form{"phone": "5", "email": "nora.sa"}, "email", emailWithoutAt},
	{"no contact: text", "updateContacts", "055", "phone", contactMissing},
	{"no contact: text that is a form", "updateContacts", textForm("mobile=5"), "phone", contactMissing},
	{"no digit: text that is a form", "updateContacts", textForm("phone=x"), "phone", phoneWithoutDigit},
	{"no code: text that is a form", "verify", textForm("type=email"), "code", codeMissing},
}

func TestRefused(t *testing.T) {
	for _, test := range refusals {
		for i, language := range [][]string{{"en", "en-GB", "fr", "", "a"}, {"ar", "ar-SA", "AR", "Ar_EG"}} {
			for _, language := range language {
				for _, sdk := range []bool{true, false} {
					t.Run(test.name+" "+language, func(t *testing.T) {
						p := newPage(t)
						p.context.SDK, p.context.Language = sdk, language
						// A page with debouncing, the preview's parameter and a token: refused all the same, and safe to show.
						p.context.Slow = true
						p.context.Headers = []profile.Field{{Name: "Authorization", Value: "Bearer x"}}
						f := p.do(p.service(), test.method, test.argument).failure(t)
						assert.Empty(t, p.requests)
						assert.Empty(t, p.timers)
						assert.Equal(t, &profile.Failure{
							Name: "AxiosError", Message: test.reason[i], Code: "ERR_VALIDATION", Local: true,
							Fields: []profile.Field{{Name: test.field, Value: test.reason[i]}}, Request: f.Request,
						}, f)
						require.NotNil(t, f.Request)
						assert.Equal(t, method(t, test.method).Verb, f.Request.Verb)
						assert.Equal(t, api+"/"+method(t, test.method).Path, f.Request.URL)
					})
				}
			}
		}
	}
}

// The customer sees why; with the SDK by what it does on the server's 422, which the error is shaped as.
func TestARefusalIsShown(t *testing.T) {
	for _, test := range refusals {
		p := newPage(t)
		f := p.do(p.service(), test.method, test.argument).failure(t)
		assert.Equal(t, []notice{{test.reason[0], "error", f}}, p.notices, test.name)

		p = newSDKPage(t)
		f = p.do(p.service(), test.method, test.argument).failure(t)
		require.Len(t, p.delegated, 2, test.name)
		assert.Equal(t, "event.document.requestFailed", p.delegated[0].name)
		assert.Same(t, f, p.delegated[0].second)
		told := p.delegated[0].first.(info)
		assert.Equal(t, test.argument, told.payload)
		assert.Same(t, f.Request, told.request)
		assert.Equal(t, event{"api.handleErrorResponse", f, nil}, p.delegated[1])
	}
}

// What only the theme's author can mend is told to the author: the error and its events say it, no notice does.
func TestTheAuthorsRefusals(t *testing.T) {
	const kinds = "The payload can't be sent: pass a plain object, FormData, URLSearchParams, a <form> or text"
	for _, test := range []struct {
		name, method string
		argument     any
		message      string
	}{
		{"a number", "updateSettings", 7, kinds},
		{"a list", "updateCustomFields", []any{1}, kinds},
		{"something else", "update", garbage{}, kinds},
		{"as contacts", "updateContacts", garbage{}, kinds},
		{"as a code", "verify", garbage{}, kinds},
		{"what can't be encoded", "update", circular, "The payload can't be sent: it goes round in circles"},
		{"as a type", "initiateDeleteRequest", func() {}, "The payload can't be sent: it goes round in circles"},
		{"nothing", "verifyDeleteRequest", nil, "The payload can't be sent: pass {type, code}"},
	} {
		for _, language := range []string{"en", "ar"} {
			for _, sdk := range []bool{true, false} {
				t.Run(test.name, func(t *testing.T) {
					p := newPage(t)
					p.context.SDK, p.context.Language = sdk, language
					f := p.do(p.service(), test.method, test.argument).failure(t)
					assert.Empty(t, p.requests)
					assert.Equal(t, &profile.Failure{
						Name: "AxiosError", Message: test.message, Code: "ERR_VALIDATION", Local: true, Silent: true,
						Fields: []profile.Field{{Name: "payload", Value: test.message}}, Request: f.Request,
					}, f)
					assert.Empty(t, p.notices)
					heard, name := p.emitted, "document::request.failed"
					if sdk {
						heard, name = p.delegated, "event.document.requestFailed"
					}
					require.Len(t, heard, 1, "and nothing that shows a notice")
					assert.Equal(t, name, heard[0].name)
					assert.Same(t, f, heard[0].second)
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
	p := newPage(t)
	assert.False(t, p.do(p.service(), "verifyDeleteRequest", nil).ok)
	assert.Empty(t, p.requests)
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
		{"update", map[string]any{"email": "nora", "phone": "abc", "birthday": "never", "code": ""}, `{"birthday":"never","code":"","email":"nora","phone":"abc"}`},
		{"updateSettings", map[string]any{"phone": "-"}, `{"phone":"-"}`},
		{"updateContacts", map[string]any{"phone": "0", "country_code": "SA"}, `{"country_code":"SA","phone":"0"}`},
		{"updateContacts", map[string]any{"phone": "-9", "country_code": "SA"}, `{"country_code":"SA","phone":"-9"}`},
		{"updateContacts", map[string]any{"email": "@"}, `{"email":"@"}`},
		{"updateContacts", map[string]any{"email": "nora@", "phone": " "}, `{"email":"nora@","phone":""}`},
		{"updateContacts", map[string]any{"phone": "x1", "country_code": "??"}, `{"country_code":"??","phone":"x1"}`},
		{"updateContacts", map[string]any{"phone": 5, "country_code": "SA", "email": ""}, `{"country_code":"SA","email":"","phone":5}`},
		{"verify", "no digits", `{"code":"nodigits"}`},
		{"verify", map[string]any{"code": "x", "type": "", "email": ""}, `{"code":"x","email":"","type":""}`},
		{"verify", map[string]any{"code": 0}, `{"code":0}`},
		{"initiateDeleteRequest", nil, `{"request_type":"delete_account"}`},
		{"initiateDeleteRequest", 7, `{"request_type":"delete_account","type":7}`},
		{"initiateDeleteRequest", map[string]any{"a": 1}, `{"request_type":"delete_account","type":{"a":1}}`},
		{"verifyDeleteRequest", "1234", `{"request_type":"delete_account"}`},
		{"verifyDeleteRequest", map[string]any{"type": "", "code": "x"}, `{"code":"x","request_type":"delete_account","type":""}`},
	} {
		p := newPage(t)
		p.answer = always(200, `{}`)
		c := p.do(p.service(), test.method, test.argument)
		assert.True(t, c.ok, "%s(%v)", test.method, test.argument)
		require.Len(t, p.requests, 1)
		assert.Equal(t, test.body, p.body())
	}
}
