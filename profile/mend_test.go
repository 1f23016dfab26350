package profile_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestTypedTextsAreSentAsMeant(t *testing.T) {
	for _, test := range []struct {
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
		{"numbers stay numbers", "verify", map[string]any{"code": 1234}, `{"code":1234}`},
		{"of every method", "update", map[string]any{"phone": "٠", "code": "٠", "name": "٠"}, `{"code":"0","name":"٠","phone":"0"}`},
		{"nor in other members", "updateContacts", map[string]any{"phone": "١", "country_code": "SA", "note": "٠"}, `{"country_code":"SA","note":"٠","phone":"1"}`},
	} {
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
