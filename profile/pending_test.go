package profile_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

const (
	pendingAnswer = `{"success":true,"data":{"verification":{"status":"pending"}}}`
	pendingMobile = `{"data":{"verification":{"status":"pending","type":"mobile"}}}`
	pendingEmail  = `{"data":{"verification":{"status":"pending","type":"email"}}}`
	changed       = `{"data":{"verification":{"status":"success"}}}`
)

// announces is an answer that brings the server's event.
func announces(payload string) string {
	return `{"success":true,"events":{"profile::verification":` + payload + `},"data":{}}`
}

type members = map[string]any

// openings are answers, and what waits then.
var openings = []struct {
	name, method string
	argument     any
	body         string
	want         string
}{
	{"mobile", "updateContacts", members{"phone": "٥", "country_code": "AE"}, pendingMobile, "[{type mobile} {phone 5} {country_code AE}]"},
	{"with what was added", "updateContacts", members{"phone": 5}, pendingMobile, "[{type mobile} {phone 5} {country_code SA}]"},
	{"email", "updateContacts", form{"email": "a@b"}, pendingEmail, "[{type email} {email a@b}]"},
	{"both sent, email pending", "updateContacts", params{"email": "a@b", "phone": "5"}, pendingEmail, "[{type email} {email a@b}]"},
	{"no type: by the phone", "updateContacts", members{"email": "a@b", "phone": "5"}, pendingAnswer, "[{type mobile} {phone 5} {country_code SA}]"},
	{"no type: by the e-mail", "updateContacts", members{"email": "a@b"}, pendingAnswer, "[{type email} {email a@b}]"},
	{"the documentation's word", "updateContacts", members{"phone": "5"}, `{"data":{"verification":{"status":"pending","type":"phone"}}}`,
		"[{type mobile} {phone 5} {country_code SA}]"},
	{"of another contact than was sent", "updateContacts", members{"email": "a@b"}, pendingMobile, "[{type mobile}]"},
	{"the theme's profile form", "update", form{"first_name": "N", "phone": "٥", "country_code": "AE", "email": "a@b"}, pendingMobile,
		"[{type mobile} {phone 5} {country_code AE}]"},
	{"of a method that changes no contact", "updateCustomFields", members{"email": "a@b"}, pendingEmail, "none"},
	{"a phone that is an object", "update", members{"phone": phoneObject, "email": "a@b"}, pendingMobile, "[{type mobile}]"},
	{"boxed", "update", members{"email": boxed{"a@b"}}, pendingEmail, "[{type email} {email a@b}]"},
	{"a model", "update", model{members{"_email": "a@b"}}, pendingEmail, "[{type email} {email a@b}]"},
	{"the last of a name", "update", formList{{Name: "email", Value: "x@y"}, {Name: "email", Value: "a@b"}}, pendingEmail, "[{type email} {email a@b}]"},
	{"countryCode", "updateContacts", members{"phone": "5", "countryCode": "AE"}, pendingMobile, "[{type mobile} {phone 5} {country_code AE}]"},
	{"a country that is an object", "updateContacts", members{"phone": "5", "country_code": members{"iso2": "ae"}}, pendingMobile, "[{type mobile} {phone 5}]"},
	{"a type that is none", "updateContacts", members{"email": "a@b"}, `{"data":{"verification":{"status":"pending","type":"pigeon"}}}`, "none"},
	{"a payload's own type", "update", members{"email": "a@b", "type": "individual"}, pendingAnswer, "[{type email} {email a@b}]"},
	{"a payload's own type that is a contact's", "update", members{"email": "a@b", "phone": "5", "type": "email"}, pendingAnswer, "[{type email} {email a@b}]"},
	{"a plus that was lost", "updateContacts", textForm("phone=+٩٧١ 50"), pendingMobile, "[{type mobile} {phone +971 50}]"},
	{"a change of nothing", "update", members{"first_name": "N"}, pendingAnswer, "none"},
	{"changed at once", "updateContacts", members{"email": "a@b"}, changed, "none"},
	{"nothing about it", "updateContacts", members{"email": "a@b"}, `{"data":{}}`, "none"},
	{"not JSON", "updateContacts", members{"email": "a@b"}, `OK`, "none"},
	{"a code's answer", "verify", "1", pendingMobile, "[{type mobile}]"},
	{"a code's answer that says the contact", "verify", "1", `{"data":{"verification":{"status":"pending","type":"email","email":"a@b"}}}`, "[{type email} {email a@b}]"},
	{"a code's answer that says no type", "verify", "1", pendingAnswer, "none"},
	{"another method's answer", "updateSettings", members{"email": "a@b"}, pendingEmail, "none"},

	{"the event", "updateContacts", members{"phone": "5"}, announces(`{"type":"mobile","phone":"6","country_code":"AE"}`),
		"[{type mobile} {phone 6} {country_code AE}]"},
	{"the first of a list", "update", members{"email": "a@b"}, announces(`[{"type":"email","email":"c@d"},{"type":"mobile"}]`),
		"[{type email} {email c@d}]"},
	{"the event's contact before the payload's", "update", members{"phone": "5", "email": "a@b"}, announces(`{"email":"c@d"}`), "[{type email} {email c@d}]"},
	{"an event that says little", "update", members{"email": "a@b"}, announces(`{}`), "[{type email} {email a@b}]"},
	{"its type alone", "updateContacts", members{"email": "a@b", "phone": "5", "country_code": "SA"}, announces(`{"type":"email"}`),
		"[{type email} {email a@b}]"},
	{"data.events", "update", members{}, `{"data":{"events":{"profile::verification":{"type":"phone","phone":7}}}}`, "[{type mobile} {phone 7}]"},
	{"events as text", "update", members{}, `{"events":"{\"profile::verification\":{\"email\":\"c@d\"}}"}`, "[{type email} {email c@d}]"},
	{"of a method that changes nothing", "info", nil, announces(`{"type":"email","email":"c@d"}`), "[{type email} {email c@d}]"},
	{"about a deletion", "update", members{"email": "a@b"}, announces(`{"type":"email","request_type":"delete_account"}`), "none"},
	{"about a deletion, in a list", "info", nil, announces(`[{"type":"email","request_type":"delete_account"}]`), "none"},
	{"a data request's", "initiateDeleteRequest", "email", announces(`{"type":"email","email":"a@b"}`), "none"},
	{"nothing in it", "info", nil, announces(`1`), "none"},
}

// The answer of a change says what waits, in many ways.
func TestPendingIsOpened(t *testing.T) {
	for _, test := range openings {
		for _, sdk := range modes {
			t.Run(name(test.name, sdk), func(t *testing.T) {
				p := newPage(t, sdk)
				p.answer = always(200, test.body)
				p.do(p.service(), test.method, test.argument)
				assert.Equal(t, test.want, p.shown())
			})
		}
	}
}
