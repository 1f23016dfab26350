package profile_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"salla-profile/profile"
)

var (
	mobile5   = &profile.Pending{Members: []profile.Field{{Name: "type", Value: "mobile"}, {Name: "phone", Value: "5"}, {Name: "country_code", Value: "SA"}}}
	emailAtB  = &profile.Pending{Members: []profile.Field{{Name: "type", Value: "email"}, {Name: "email", Value: "a@b"}}}
	nothing   = profile.Waiting{}
	oneMobile = profile.Waiting{Newer: mobile5}
	oneEmail  = profile.Waiting{Newer: emailAtB}
	both      = profile.Waiting{Newer: emailAtB, Older: mobile5}
)

// It outlives a reload, for the same customer.
func TestPendingOutlivesAReload(t *testing.T) {
	for _, test := range []struct {
		before, now string // customers
		shown       bool
	}{
		{"1", "1", true}, {"1", "2", false}, {"1", "", false}, {"", "1", true}, {"", "", true},
	} {
		p := newPage(t)
		p.customer = test.now
		w := both
		w.Customer = test.before
		s := p.waiting(w)
		s.ShowPending()
		p.answer = always(200, `{}`)
		p.do(s, "verify", members{"code": "1", "type": "mobile"})
		if !test.shown {
			assert.Equal(t, "none", p.shown(), test)
			assert.Equal(t, `{"code":"1","type":"mobile"}`, p.body(), test)
			assert.Equal(t, mobile5, p.session.Older, "it is the other one's, and stays so")
			continue
		}
		assert.Equal(t, `{"code":"1","country_code":"SA","phone":"5","type":"mobile"}`, p.body(), test)
		assert.Equal(t, pendingText(emailAtB), p.shown(), test)
		p.do(s, "verify", "2")
		assert.Equal(t, "none", p.shown())
		assert.Nil(t, p.session.Newer, "over on the next page, too")
	}
}

// The page may learn later who its customer is; and another one may log in on it.
func TestPendingIsOneCustomers(t *testing.T) {
	p := newPage(t)
	p.answer = always(200, pendingEmail)
	w := oneMobile
	w.Customer = "1"
	s := p.waiting(w)
	s.ShowPending()
	assert.Equal(t, "none", p.shown(), "not known yet")
	p.customer = "1"
	s.ShowPending()
	assert.Equal(t, pendingText(mobile5), p.shown(), "known now")
	p.customer = ""
	s.ShowPending()
	assert.Equal(t, pendingText(mobile5), p.shown(), "the page forgets for a moment, such as while the SDK is created again")
	p.customer = "2"
	p.do(s, "verify", "1")
	assert.Equal(t, `{"code":"1"}`, p.body(), "another one's")
	assert.Equal(t, "none", p.shown())
	p.do(s, "updateContacts", members{"email": "a@b"})
	assert.Equal(t, "2", p.session.Customer)
	assert.Nil(t, p.session.Older)
}

// What fails closes and opens nothing, whatever its body says.
func TestFailuresLeavePendingAlone(t *testing.T) {
	for _, sdk := range []bool{true, false} {
		p := newPage(t)
		p.context.SDK = sdk
		s := p.waiting(oneEmail)
		s.ShowPending()
		p.answer = always(422, pendingMobile)
		p.do(s, "verify", "1")
		p.do(s, "updateContacts", members{"phone": "5"})
		p.answer = nil
		p.do(s, "verify", "1")
		p.last().fail(profile.Network)
		for _, shown := range p.pending {
			assert.Equal(t, pendingText(emailAtB), pendingText(shown))
		}
	}
}

func TestVerifyTakesMissingMembersFromPending(t *testing.T) {
	for _, test := range []struct {
		name     string
		waiting  profile.Waiting
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
		{"a type of the theme's own", oneEmail, members{"code": "1", "type": "sms"}, `{"code":"1","type":"sms"}`, pendingText(emailAtB)},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := newPage(t)
			s := p.waiting(test.waiting)
			s.ShowPending()
			p.do(s, "verify", test.argument)
			assert.Equal(t, test.body, p.body())
			p.last().reply(200, `{}`)
			assert.Equal(t, test.then, p.shown())
		})
	}
}

func TestPendingOf(t *testing.T) {
	read := func(members map[string]string) *profile.Pending {
		return profile.PendingOf(func(name string) string { return members[name] })
	}
	assert.Nil(t, read(nil), "no type, nothing pending")
	assert.Equal(t, "[{type mobile} {phone 5}]", pendingText(read(map[string]string{"phone": "5"})), "by the contact")
	for _, pending := range []*profile.Pending{mobile5, emailAtB} {
		members := map[string]string{}
		for _, f := range pending.Members {
			members[f.Name] = f.Value
		}
		assert.Equal(t, pending, read(members), "it is read back as it is shown")
	}
}

// What is in the tab's storage may be of another version, or of nobody's.
func TestRestored(t *testing.T) {
	fields := mobile5.Members
	assert.Equal(t, mobile5, profile.Restored(fields))
	assert.Nil(t, profile.Restored(nil))
	assert.Nil(t, profile.Restored(fields[1:]), "of no type")
}
