package profile_test

import (
	"os"
	"regexp"
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
	fields       []string
	reason       [2]string
}{
	{"no code: nothing", "verify", nil, []string{"code"}, codeMissing},
	{"no code: empty text", "verify", "", []string{"code"}, codeMissing},
	{"no code: blank text", "verify", " \t\n", []string{"code"}, codeMissing},
	{"no code: dashes", "verify", " \u2013-", []string{"code"}, codeMissing},
	{"no code: control characters", "verify", "\x00", []string{"code"}, codeMissing},
	{"no code: object", "verify", map[string]any{"type": "email"}, []string{"code"}, codeMissing},
	{"no code: empty member", "verify", map[string]any{"code": ""}, []string{"code"}, codeMissing},
	{"no code: null", "verify", map[string]any{"code": nil}, []string{"code"}, codeMissing},
	{"no code: form", "verify", form{"code": " "}, []string{"code"}, codeMissing},
	{"no code: the last is empty", "verify", formList{{Name: "code", Value: "1"}, {Name: "code", Value: ""}}, []string{"code"}, codeMissing},
	{"no code: params", "verify", params{}, []string{"code"}, codeMissing},
	{"no contact: nothing", "updateContacts", nil, []string{"phone", "email"}, contactMissing},
	{"no contact: object", "updateContacts", map[string]any{"country_code": "SA"}, []string{"phone", "email"}, contactMissing},
	{"no contact: blank", "updateContacts", map[string]any{"phone": " ", "email": ""}, []string{"phone", "email"}, contactMissing},
	{"no contact: marks that nobody sees", "updateContacts", map[string]any{"phone": "\u200f", "email": "\ufeff"}, []string{"phone", "email"}, contactMissing},
	{"no contact: null", "updateContacts", map[string]any{"phone": nil, "email": nil}, []string{"phone", "email"}, contactMissing},
	{"no contact: boxed", "updateContacts", map[string]any{"phone": boxed{""}}, []string{"phone", "email"}, contactMissing},
	{"no contact: a model that says none", "updateContacts", model{map[string]any{"mobile": "5"}}, []string{"phone", "email"}, contactMissing},
	{"no contact: form", "updateContacts", form{"mobile": "5"}, []string{"phone", "email"}, contactMissing},
	{"no contact: the last is empty", "updateContacts", query{{Name: "phone", Value: "5"}, {Name: "phone"}}, []string{"phone", "email"}, contactMissing},
	{"no contact: a list", "updateContacts", []any{"5"}, []string{"phone", "email"}, contactMissing},
	{"no digit: object", "updateContacts", map[string]any{"phone": "+abc"}, []string{"phone"}, phoneWithoutDigit},
	{"no digit: boxed", "updateContacts", map[string]any{"phone": boxed{"+abc"}}, []string{"phone"}, phoneWithoutDigit},
	{"no digit: a model", "updateContacts", model{map[string]any{"_phone": "+abc"}}, []string{"phone"}, phoneWithoutDigit},
	{"no digit: with an e-mail", "updateContacts", map[string]any{"phone": "-", "email": "a@b"}, []string{"phone"}, phoneWithoutDigit},
	{"no digit: the last", "updateContacts", formList{{Name: "phone", Value: "5"}, {Name: "phone", Value: "x"}}, []string{"phone"}, phoneWithoutDigit},
	{"no digit: numerals that are none", "updateContacts", params{"phone": "Ⅳ½④"}, []string{"phone"}, phoneWithoutDigit},
	{"no @: object", "updateContacts", map[string]any{"email": "nora"}, []string{"email"}, emailWithoutAt},
	{"no @: with a phone", "updateContacts", form{"phone": "5", "email": "nora.sa"}, []string{"email"}, emailWithoutAt},
	{"no @: with a blank phone", "updateContacts", form{"phone": " ", "email": "nora.sa"}, []string{"email"}, emailWithoutAt},
	{"no @: with a phone that is an object", "updateContacts", map[string]any{"phone": phoneObject, "email": "nora.sa"}, []string{"email"}, emailWithoutAt},
	{"no contact: text", "updateContacts", "055", []string{"phone", "email"}, contactMissing},
	{"no contact: text that is a form", "updateContacts", textForm("mobile=5"), []string{"phone", "email"}, contactMissing},
	{"no digit: text that is a form", "updateContacts", textForm("phone=x"), []string{"phone"}, phoneWithoutDigit},
	{"no code: text that is a form", "verify", textForm("type=email"), []string{"code"}, codeMissing},
}

// phoneObject is a phone as info answers it.
var phoneObject = map[string]any{"code": "+966", "number": 501112233.0, "country": "SA"}

// refusedFields are fields that are refused for one reason.
func refusedFields(names []string, reason string) []profile.Field {
	var list []profile.Field
	for _, name := range names {
		list = append(list, profile.Field{Name: name, Value: reason})
	}
	return list
}

func TestRefused(t *testing.T) {
	for _, test := range refusals {
		for i, language := range [][]string{{"en", "en-GB", "fr", "", "a"}, {"ar", "ar-SA", "AR", "Ar_EG"}} {
			for _, language := range language {
				for _, sdk := range modes {
					t.Run(test.name+" "+language, func(t *testing.T) {
						p := newPage(t, sdk)
						p.context.Language = language
						p.context.Slow = true // refused at once all the same
						f := p.do(p.service(), test.method, test.argument).failure(t)
						assert.Empty(t, p.requests)
						assert.Empty(t, p.timers)
						assert.Equal(t, profile.Failure{
							Name: "AxiosError", Message: test.reason[i], Code: "ERR_VALIDATION", Status: 422, Local: true,
							Fields: refusedFields(test.fields, test.reason[i]),
						}, f.Failure)
						assert.Equal(t, method(t, test.method).Verb, f.request.Verb)
						assert.Equal(t, api+"/"+method(t, test.method).Path, f.request.URL)
					})
				}
			}
		}
	}
}

// Two faults are one refusal, which names both fields.
func TestARefusalNamesAllFields(t *testing.T) {
	for i, language := range []string{"en", "ar"} {
		for _, argument := range []any{
			map[string]any{"phone": "abc", "email": "nora"}, form{"phone": "abc", "email": "nora"}, textForm("phone=abc&email=nora"),
		} {
			for _, sdk := range modes {
				p := newPage(t, sdk)
				p.context.Language = language
				f := p.do(p.service(), "updateContacts", argument).failure(t)
				assert.Equal(t, fields("phone", phoneWithoutDigit[i], "email", emailWithoutAt[i]), f.Fields)
				assert.Equal(t, phoneWithoutDigit[i], f.Message)
				assert.Empty(t, p.requests)
				if !sdk {
					assert.Equal(t, []notice{{"* " + phoneWithoutDigit[i] + "\n* " + emailWithoutAt[i], "error", f}}, p.notices)
				}
			}
		}
	}
}

// The customer sees why, once; with the SDK by what it does on the server's 422, which the error is shaped as.
func TestARefusalIsShown(t *testing.T) {
	for _, test := range refusals {
		for _, sdk := range modes {
			p := newPage(t, sdk)
			f := p.do(p.service(), test.method, test.argument).failure(t)
			told := p.refused
			if !sdk {
				assert.Equal(t, []notice{{test.reason[0], "error", f}}, p.notices, test.name)
				told = p.emitted
			}
			require.Len(t, told, 1, test.name)
			assert.Equal(t, event{"document::request.failed", info{f.request, test.argument}, f}, told[0])
		}
	}
}

// Whatever the customer may be told is in the table above, with the fields that it is about.
func TestEveryReasonIsInTheTable(t *testing.T) {
	source, err := os.ReadFile("messages.go")
	require.NoError(t, err)
	told := regexp.MustCompile(`\{"([^"]+)", "([^"]+)"\}`).FindAllStringSubmatch(string(source), -1)
	require.NotEmpty(t, told)
	for _, texts := range told {
		found := false
		for _, test := range refusals {
			found = found || test.reason == [2]string{texts[1], texts[2]} && len(test.fields) > 0
		}
		assert.True(t, found, texts[1])
	}
}
