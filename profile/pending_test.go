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

// shown is what salla.profile.pendingVerification is.
func (p *page) shown() string {
	if len(p.pending) == 0 {
		return "none"
	}
	return pendingText(p.pending[len(p.pending)-1])
}

type members = map[string]any

// The answer of a change says what waits, in many ways.
func TestPendingIsOpened(t *testing.T) {
	for _, test := range []struct {
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
		{"custom members", "updateCustomFields", members{"email": "a@b"}, pendingEmail, "[{type email} {email a@b}]"},
		{"a change of nothing", "update", members{"first_name": "N"}, pendingAnswer, "none"},
		{"changed at once", "updateContacts", members{"email": "a@b"}, changed, "none"},
		{"nothing about it", "updateContacts", members{"email": "a@b"}, `{"data":{}}`, "none"},
		{"not JSON", "updateContacts", members{"email": "a@b"}, `OK`, "none"},
		{"another method's answer", "verify", "1", pendingMobile, "none"},

		{"the event", "updateContacts", members{"phone": "5"}, announces(`{"type":"mobile","phone":"6","country_code":"AE"}`),
			"[{type mobile} {phone 6} {country_code AE}]"},
		{"the first of a list", "update", members{"email": "a@b"}, announces(`[{"type":"email","email":"c@d"},{"type":"mobile"}]`),
			"[{type email} {email c@d}]"},
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
	} {
		for _, sdk := range []bool{true, false} {
			t.Run(test.name, func(t *testing.T) {
				p := newPage(t)
				p.context.SDK = sdk
				p.answer = always(200, test.body)
				p.do(p.service(), test.method, test.argument)
				assert.Equal(t, test.want, p.shown())
			})
		}
	}
}
