package profile_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// typedTexts are payloads, and what is sent of them.
var typedTexts = []struct {
	name, method string
	argument     any
	body         string
}{
	{"phone", "updateContacts", map[string]any{"phone": "٠٥٥٥", "country_code": "SA"}, `{"country_code":"SA","phone":"0555"}`},
	{"phone in a form", "updateContacts", form{"phone": "۰۵", "country_code": "AE"}, `{"country_code":"AE","phone":"05"}`},
	{"phone in params", "updateContacts", params{"phone": "٠5۵", "country_code": "AE"}, `{"country_code":"AE","phone":"055"}`},
	{"phone in text", "updateContacts", textForm("phone=٠٥&country_code=AE"), `{"country_code":"AE","phone":"05"}`},
	{"code", "verify", map[string]any{"code": "١٢٣٤", "type": "email"}, `{"code":"1234","type":"email"}`},
	{"code in text that is a form", "verify", textForm("code=١٢&type=email"), `{"code":"12","type":"email"}`},
	{"code as text", "verify", "۱۲۳۴", `{"code":"1234"}`},
	{"blanks in a code", "verify", map[string]any{"code": " 1 2\n"}, `{"code":"12"}`},
	{"dashes in a code", "verify", "12–34-", `{"code":"1234"}`},
	{"marks of direction", "verify", "\u200f1234\u200e", `{"code":"1234"}`},
	{"full-width", "updateContacts", map[string]any{"phone": "０５５１１１２２３３", "country_code": "SA"}, `{"country_code":"SA","phone":"0551112233"}`},
	{"e-mail", "update", form{"email": "\u200fa@b.sa\u3000", "first_name": " ٣ "}, `{"email":"a@b.sa","first_name":" ٣ "}`},
	{"birthday", "update", params{"birthday": "१९९०-०१-०२", "last_name": "\u200f१"}, `{"birthday":"1990-01-02","last_name":"` + "\u200f१" + `"}`},
	{"a form's text", "update", textForm("phone=٠٥&note=٠"), `{"note":"٠","phone":"05"}`},
	{"dashes and blanks in a phone", "updateContacts", map[string]any{"phone": "٥٥ - ٥", "country_code": "SA"}, `{"country_code":"SA","phone":"55 - 5"}`},
	{"in other methods", "updateSettings", map[string]any{"code": "٥", "value": "٥"}, `{"code":"5","value":"٥"}`},
	{"in a deletion", "verifyDeleteRequest", map[string]any{"type": "email", "code": "\u200f१२ ३४"}, `{"code":"1234","request_type":"delete_account","type":"email"}`},
	{"code of a data request", "verifyDeleteRequest", map[string]any{"type": "sms", "code": "١٢"}, `{"code":"12","request_type":"delete_account","type":"sms"}`},
	{"another country by its code", "updateContacts", map[string]any{"phone": "+971 50 111 2233"}, `{"phone":"+971 50 111 2233"}`},
	{"another country by its code, in brackets", "updateContacts", form{"phone": "(+971) 50"}, `{"phone":"(+971) 50"}`},
	{"another country by 00", "updateContacts", map[string]any{"phone": "00971501112233"}, `{"phone":"00971501112233"}`},
	{"another country, with the plus of another keyboard", "updateContacts", map[string]any{"phone": "＋٩٧١ 50"}, `{"phone":"＋971 50"}`},
	{"another country in other digits", "updateContacts", form{"phone": "+٩٧١ 50"}, `{"phone":"+971 50"}`},
	{"the default's own code", "updateContacts", map[string]any{"phone": "+966 50"}, `{"country_code":"SA","phone":"+966 50"}`},
	{"the default's own code by 00", "updateContacts", map[string]any{"phone": "00966 50"}, `{"country_code":"SA","phone":"00966 50"}`},
	{"a country as an object", "updateContacts", map[string]any{"phone": "50", "country_code": map[string]any{"iso2": "ae"}}, `{"country_code":{"iso2":"ae"},"phone":"50"}`},
	{"countryCode", "updateContacts", map[string]any{"phone": "50", "countryCode": "AE"}, `{"countryCode":"AE","phone":"50"}`},
	{"countryCode of a form", "updateContacts", form{"phone": "50", "countryCode": "AE"}, `{"countryCode":"AE","phone":"50"}`},
	{"a country as a list", "updateContacts", map[string]any{"phone": "50", "countryCode": []any{"AE"}}, `{"countryCode":["AE"],"phone":"50"}`},
	{"a blank country is no word", "updateContacts", map[string]any{"phone": "50", "country_code": " ", "countryCode": ""}, `{"countryCode":"","country_code":"SA","phone":"50"}`},
	{"a phone as an object has its country", "updateContacts", map[string]any{"phone": phoneObject}, `{"phone":{"code":"+966","country":"SA","number":501112233}}`},
	{"boxed", "updateContacts", map[string]any{"phone": boxed{"٠٥"}, "country_code": boxed{"AE"}}, `{"country_code":"AE","phone":"05"}`},
	{"a model", "updateContacts", model{map[string]any{"_phone": "+٩٧١ 50", "_email": "\u200fa@b"}}, `{"email":"a@b","phone":"+971 50"}`},
	{"the last of a name", "update", formList{{Name: "birthday", Value: "١"}, {Name: "birthday", Value: "٢"}}, `{"birthday":"2"}`},
	{"a plus that was lost", "updateContacts", textForm("phone=+971 50"), `{"phone":"+971 50"}`},
	{"a plus that was lost, in other digits", "updateContacts", textForm("phone=+٩٧١50"), `{"phone":"+97150"}`},
	{"a plus that was lost, behind a mark", "updateContacts", textForm("phone=\u202a+971 50\u202c"), `{"phone":"+971 50"}`},
	{"a plus that was lost, of the default's own", "updateContacts", params{"phone": " 96650"}, `{"country_code":"SA","phone":"+96650"}`},
	{"a blank that was none", "updateContacts", params{"phone": " 050"}, `{"country_code":"SA","phone":"050"}`},
	{"a blank behind digits", "updateContacts", params{"phone": "٥ 50"}, `{"country_code":"SA","phone":"5 50"}`},
	{"a blank of an object's", "updateContacts", map[string]any{"phone": " 50"}, `{"country_code":"SA","phone":"50"}`},
	{"numbers stay numbers", "verify", map[string]any{"code": 1234}, `{"code":1234}`},
	{"of every method", "update", map[string]any{"phone": "٠", "code": "٠", "name": "٠"}, `{"code":"0","name":"٠","phone":"0"}`},
	{"nor in other members", "updateContacts", map[string]any{"phone": "١", "country_code": "SA", "note": "٠"}, `{"country_code":"SA","note":"٠","phone":"1"}`},
}

func TestTypedTextsAreSentAsMeant(t *testing.T) {
	for _, test := range typedTexts {
		t.Run(test.name, func(t *testing.T) {
			for _, sdk := range modes {
				p := newPage(t, sdk)
				p.answer = always(200, `{}`)
				p.do(p.service(), test.method, test.argument)
				assert.Equal(t, test.body, p.body())
			}
		})
	}
}

func TestTheThemesObjectIsNotChanged(t *testing.T) {
	for _, sdk := range modes {
		p := newPage(t, sdk)
		p.answer = always(200, `{}`)
		argument := map[string]any{"phone": "٠٥"}
		p.do(p.service(), "updateContacts", argument)
		assert.Equal(t, map[string]any{"phone": "٠٥"}, argument)
		assert.Equal(t, `{"country_code":"SA","phone":"05"}`, p.body())
	}
}

func TestDefaultCountry(t *testing.T) {
	for _, test := range []struct {
		argument any
		body     string
	}{
		{map[string]any{"phone": "5"}, `{"country_code":"SA","phone":"5"}`},
		{map[string]any{"phone": 5}, `{"country_code":"SA","phone":5}`},
		{map[string]any{"phone": "5", "country_code": ""}, `{"country_code":"SA","phone":"5"}`},
		{map[string]any{"phone": "5", "country_code": "AE"}, `{"country_code":"AE","phone":"5"}`},
		{form{"phone": "5"}, `{"country_code":"SA","phone":"5"}`},
		{params{"phone": "5"}, `{"country_code":"SA","phone":"5"}`},
		{textForm("phone=5"), `{"country_code":"SA","phone":"5"}`},
		{textForm("phone=5&country_code=AE"), `phone=5&country_code=AE`},
		{map[string]any{"email": "a@b"}, `{"email":"a@b"}`},
		{map[string]any{"email": "a@b", "phone": ""}, `{"email":"a@b","phone":""}`},
	} {
		for _, sdk := range modes {
			p := newPage(t, sdk)
			p.answer = always(200, `{}`)
			p.do(p.service(), "updateContacts", test.argument)
			assert.Equal(t, test.body, p.body())
		}
	}
}
