package profile_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"salla-profile/profile"
)

type waits = profile.Verification

var (
	mobile5  = waits{Type: "mobile", Phone: "5", CountryCode: "SA"}
	emailAtB = waits{Type: "email", Email: "a@b"}
	// sentToo was sent in one change with the contact that the answer named.
	sentToo = waits{Type: "email", Email: "c@d", Unlisted: true}

	nothing   []waits
	oneMobile = []waits{mobile5}
	oneEmail  = []waits{emailAtB}
	both      = []waits{emailAtB, mobile5}
	unlisted  = []waits{mobile5, sentToo}
)

// It outlives a reload, for the same customer.
func TestPendingOutlivesAReload(t *testing.T) {
	for _, test := range []struct {
		before, now customer
		shown       bool
	}{
		{customer{id: "1"}, customer{id: "1"}, true},
		{customer{id: "1"}, customer{id: "2"}, false},
		{customer{id: "1"}, customer{token: "a"}, false},
		{customer{id: "1", token: "a"}, customer{token: "a"}, true},
		{customer{token: "a"}, customer{id: "1"}, false},
		{customer{token: "a"}, customer{token: "b"}, false},
	} {
		for _, sdk := range modes {
			p := newPage(t, sdk)
			p.customer = test.now
			p.customer.number = 1
			p.session = &kept{list: append([]waits{}, both...), customer: test.before}
			p.session.list[0].Turn = 7 // of the page before
			s := p.service()
			s.Attach()
			p.answer = always(200, `{}`)
			p.do(s, "verify", members{"code": "1", "type": "mobile"})
			if !test.shown {
				assert.Equal(t, "none", p.shown(), test)
				assert.Equal(t, `{"code":"1","type":"mobile"}`, p.body(), test)
				assert.Equal(t, mobile5, p.session.list[1], "it is the other one's, and stays so")
				continue
			}
			assert.Equal(t, `{"code":"1","country_code":"SA","phone":"5","type":"mobile"}`, p.body(), test)
			assert.Equal(t, pendingText(emailAtB), p.shown(), test)
			p.do(s, "verify", "2")
			assert.Equal(t, "none", p.shown())
			assert.Empty(t, p.session.list, "over on the next page, too")
		}
	}
}

// A later change of this page counts for more than what another page has kept, however many that one had made.
func TestTurnsAreOfOnePage(t *testing.T) {
	for _, sdk := range modes {
		p := newPage(t, sdk)
		old := mobile5
		old.Turn = 7
		s := p.waiting(old)
		p.answer = always(200, pendingMobile)
		p.do(s, "updateContacts", phone("6"))
		assert.Equal(t, phone6Waits, p.shown())
		p.answer = always(200, changed)
		p.do(s, "updateContacts", phone("5"))
		assert.Equal(t, "none", p.shown())
	}
}

// The page may learn later who its customer is; and another one may log in on it.
func TestPendingIsOneCustomers(t *testing.T) {
	for _, sdk := range modes {
		p := newPage(t, sdk)
		p.answer = always(200, pendingEmail)
		p.session = &kept{list: oneMobile, customer: customer{id: "1"}}
		p.customer.token = "new"
		s := p.service()
		s.Attach()
		assert.Equal(t, "none", p.shown(), "not known yet")
		p.customer.identify("1")
		s.Attach()
		assert.Equal(t, pendingText(mobile5), p.shown(), "known now")
		s.Attach()
		assert.Equal(t, pendingText(mobile5), p.shown(), "on a new salla.profile, too")
		p.customer.identify("2")
		p.answer = always(200, `{}`)
		p.do(s, "verify", "1")
		assert.Equal(t, `{"code":"1"}`, p.body(), "another one's")
		assert.Equal(t, "none", p.shown())
		p.answer = always(200, pendingEmail)
		p.do(s, "updateContacts", members{"email": "a@b"})
		assert.Equal(t, "2", p.session.customer.id)
		assert.Equal(t, []string{emailWaits}, p.listed())
	}
}

// What fails closes and opens nothing, whatever its body says.
func TestFailuresLeavePendingAlone(t *testing.T) {
	for _, sdk := range modes {
		p := newPage(t, sdk)
		s := p.waiting(oneEmail...)
		p.answer = always(422, pendingMobile)
		p.do(s, "verify", "1")
		p.do(s, "updateContacts", members{"phone": "5"})
		p.answer = nil
		p.do(s, "verify", "1")
		p.last().fail(profile.Network)
		assert.Equal(t, [][]waits{oneEmail}, p.pending, "it never showed anything else")
	}
}

// codes are what verify gets while something waits, and what it sends.
var codes = []struct {
	name     string
	waiting  []waits
	argument any
	body     string
	then     string // shown, after a good answer
}{
	{"text", oneMobile, "1234", `{"code":"1234","country_code":"SA","phone":"5","type":"mobile"}`, "none"},
	{"object", oneEmail, members{"code": "1234"}, `{"code":"1234","email":"a@b","type":"email"}`, "none"},
	{"form", oneMobile, form{"code": "1"}, `{"code":"1","country_code":"SA","phone":"5","type":"mobile"}`, "none"},
	{"params", oneEmail, params{"code": "1"}, `{"code":"1","email":"a@b","type":"email"}`, "none"},
	{"a number", oneEmail, members{"code": 1234}, `{"code":1234,"email":"a@b","type":"email"}`, "none"},
	{"text that is a form", oneEmail, textForm("code=12"), `{"code":"12","email":"a@b","type":"email"}`, "none"},
	{"text that says all", oneEmail, textForm("code=12&type=email&email=x@y"), `code=12&type=email&email=x@y`, "none"},
	{"what is there wins", oneMobile, members{"code": "1", "type": "mobile", "phone": "6", "country_code": "AE"},
		`{"code":"1","country_code":"AE","phone":"6","type":"mobile"}`, "none"},
	{"some of it", oneMobile, members{"code": "1", "phone": "6", "extra": true},
		`{"code":"1","country_code":"SA","extra":true,"phone":"6","type":"mobile"}`, "none"},
	{"nothing waits", nothing, "1", `{"code":"1"}`, "none"},
	{"the documentation's word", oneMobile, members{"code": "1", "type": "phone"},
		`{"code":"1","country_code":"SA","phone":"5","type":"mobile"}`, "none"},
	{"a number itself", oneEmail, 1234, `{"code":"1234","email":"a@b","type":"email"}`, "none"},
	{"pasted", oneEmail, "\u200f١٢ ٣۴\u200e", `{"code":"1234","email":"a@b","type":"email"}`, "none"},

	{"two: the newer", both, "1", `{"code":"1","email":"a@b","type":"email"}`, pendingText(mobile5)},
	{"two: by the type", both, members{"code": "1", "type": "mobile"}, `{"code":"1","country_code":"SA","phone":"5","type":"mobile"}`, pendingText(emailAtB)},
	{"two: by the documentation's", both, members{"code": "1", "type": "phone"}, `{"code":"1","country_code":"SA","phone":"5","type":"mobile"}`, pendingText(emailAtB)},
	{"two: by the contact", both, form{"code": "1", "phone": "6"}, `{"code":"1","country_code":"SA","phone":"6","type":"mobile"}`, pendingText(emailAtB)},

	// A payload that names another contact than the one that waits is not about it.
	{"another type, and all of it", oneMobile, members{"code": "1", "type": "email", "email": "x@y"}, `{"code":"1","email":"x@y","type":"email"}`, pendingText(mobile5)},
	{"another type", oneMobile, members{"code": "1", "type": "email"}, `{"code":"1","type":"email"}`, pendingText(mobile5)},
	{"another contact", oneMobile, members{"code": "1", "email": "x@y"}, `{"code":"1","email":"x@y"}`, pendingText(mobile5)},
	{"the same type", oneMobile, members{"code": "1", "type": "mobile"}, `{"code":"1","country_code":"SA","phone":"5","type":"mobile"}`, "none"},
	{"another type of an e-mail's", oneEmail, members{"code": "1", "type": "mobile", "phone": "6"}, `{"code":"1","phone":"6","type":"mobile"}`, pendingText(emailAtB)},
	{"another contact than an e-mail", oneEmail, members{"code": "1", "phone": "6"}, `{"code":"1","phone":"6"}`, pendingText(emailAtB)},
	{"the same type of an e-mail's", oneEmail, members{"code": "1", "type": "email"}, `{"code":"1","email":"a@b","type":"email"}`, "none"},
	{"a phone that is an object isn't about an e-mail", oneEmail, members{"code": "1", "phone": phoneObject},
		`{"code":"1","phone":{"code":"+966","country":"SA","number":501112233}}`, pendingText(emailAtB)},
	{"a boxed code", oneEmail, members{"code": boxed{"١٢"}}, `{"code":"12","email":"a@b","type":"email"}`, "none"},
	{"the last code of two", oneEmail, formList{{Name: "code", Value: "1"}, {Name: "code", Value: "2"}}, `{"code":"2","email":"a@b","type":"email"}`, "none"},
	{"an empty contact is none", oneEmail, members{"code": "1", "email": " "}, `{"code":"1","email":"a@b","type":"email"}`, "none"},

	{"sent too: by the type", unlisted, members{"code": "1", "type": "email"}, `{"code":"1","email":"c@d","type":"email"}`, pendingText(mobile5)},
	{"sent too: never without the type", unlisted, "1", `{"code":"1","country_code":"SA","phone":"5","type":"mobile"}`, "none"},
	{"sent too: alone, without the type", []waits{sentToo}, "1", `{"code":"1"}`, "none"},
	{"sent too: alone, by the type", []waits{sentToo}, members{"code": "1", "type": "email"}, `{"code":"1","email":"c@d","type":"email"}`, "none"},
	{"sent too: what is there wins", unlisted, members{"code": "1", "type": "email", "email": "x@y"}, `{"code":"1","email":"x@y","type":"email"}`, pendingText(mobile5)},

	{"a type of the theme's own", oneEmail, members{"code": "1", "type": "sms"}, `{"code":"1","type":"sms"}`, pendingText(emailAtB)},
}

func TestVerifyTakesMissingMembersFromPending(t *testing.T) {
	for _, test := range codes {
		t.Run(test.name, func(t *testing.T) {
			for _, sdk := range modes {
				p := newPage(t, sdk)
				s := p.waiting(test.waiting...)
				p.do(s, "verify", test.argument)
				assert.Equal(t, test.body, p.body())
				p.last().reply(200, `{}`)
				assert.Equal(t, test.then, p.shown())
			}
		})
	}
}
