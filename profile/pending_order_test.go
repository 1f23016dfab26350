package profile_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestPendingIsSetBeforeListenersLook(t *testing.T) {
	for _, sdk := range modes {
		p := newPage(t, sdk)
		s := p.service()
		seen := 0
		verifies := false
		p.listen = func(name string) {
			if name == "salla-profile::pending" {
				return
			}
			seen++
			if verifies {
				require.Len(t, p.pending, 2, name)
				assert.Empty(t, p.pending[1])
				return
			}
			require.Len(t, p.pending, 1, name)
			assert.Equal(t, "mobile", p.pending[0][0].Type)
		}
		p.answer = always(200, `{"events":{"profile::verification":{}},"data":{"verification":{"status":"pending","type":"mobile"}}}`)
		p.do(s, "updateContacts", members{"phone": "5"})
		assert.Equal(t, 2, seen, "the server's event, or the SDK's reaction; and the method's")
		verifies = true
		p.answer = always(200, `{"events":{"a::b":{}}}`)
		p.do(s, "verify", "1")
		assert.Equal(t, 4, seen)
	}
}

// Answers come in any order: what the customer asked for last counts.
func TestPendingOfLateAnswers(t *testing.T) {
	two := func(t *testing.T, sdk bool) (*page, server) {
		p := newPage(t, sdk)
		s := p.service()
		p.do(s, "updateContacts", members{"phone": "5"})
		p.do(s, "updateContacts", members{"phone": "6"})
		return p, s
	}
	for _, sdk := range modes {
		t.Run(name("a code for the one before", sdk), func(t *testing.T) {
			p := newPage(t, sdk)
			s := p.service()
			p.do(s, "updateContacts", members{"phone": "5"})
			p.last().reply(200, pendingMobile)
			p.do(s, "verify", "1234")
			p.do(s, "updateContacts", members{"phone": "6"})
			p.requests[2].reply(200, pendingMobile)
			p.requests[1].reply(200, `{"success":true}`)
			assert.Equal(t, "[{type mobile} {phone 6} {country_code SA}]", p.shown())
		})
		t.Run(name("the earlier change's opens nothing", sdk), func(t *testing.T) {
			p, _ := two(t, sdk)
			p.requests[1].reply(200, pendingMobile)
			p.requests[0].reply(200, pendingMobile)
			assert.Equal(t, "[{type mobile} {phone 6} {country_code SA}]", p.shown())
		})
		t.Run(name("nor does it end anything", sdk), func(t *testing.T) {
			p, _ := two(t, sdk)
			p.requests[1].reply(200, pendingMobile)
			p.requests[0].reply(200, changed)
			assert.Equal(t, "[{type mobile} {phone 6} {country_code SA}]", p.shown())
		})
		t.Run(name("a code that was sent when nothing waited", sdk), func(t *testing.T) {
			p := newPage(t, sdk)
			s := p.service()
			p.do(s, "verify", "1234")
			p.do(s, "updateContacts", members{"phone": "6"})
			p.last().reply(200, pendingMobile)
			p.requests[0].reply(200, `{}`)
			assert.Equal(t, "[{type mobile} {phone 6} {country_code SA}]", p.shown())
		})
	}
}

// Nor does the order of answers matter between a change and a code.
func TestPendingOfLateCodes(t *testing.T) {
	for _, sdk := range modes {
		t.Run(name("the other contact of the change before opens nothing", sdk), func(t *testing.T) {
			p := newPage(t, sdk)
			s := p.service()
			p.do(s, "update", members{"phone": "5", "country_code": "SA", "email": "a@b"})
			p.do(s, "update", members{"email": "c@d"})
			p.requests[1].reply(200, pendingEmail)
			p.requests[0].reply(200, pendingMobile)
			assert.Equal(t, []string{phone5Waits, "[{type email} {email c@d}]"}, p.listed())
			p.do(s, "verify", members{"code": "1", "type": "email"})
			assert.Equal(t, `{"code":"1","email":"c@d","type":"email"}`, p.body())
			p.last().reply(200, `{}`)
			assert.Equal(t, []string{phone5Waits}, p.listed())
		})
		t.Run(name("a code sent while the same contact is asked for again", sdk), func(t *testing.T) {
			p := newPage(t, sdk)
			s := p.waiting(mobile5)
			p.do(s, "updateContacts", phone("5"))
			p.do(s, "verify", "1234")
			p.requests[0].reply(200, pendingMobile)
			p.requests[1].reply(200, `{}`)
			assert.Equal(t, "none", p.shown(), "it is verified")
		})
		t.Run(name("asked for again once the code was sent", sdk), func(t *testing.T) {
			p := newPage(t, sdk)
			s := p.waiting(mobile5)
			p.do(s, "verify", "1234")
			p.do(s, "updateContacts", phone("5"))
			p.requests[1].reply(200, pendingMobile)
			p.requests[0].reply(200, `{}`)
			assert.Equal(t, phone5Waits, p.shown(), "another code waits")
		})
		t.Run(name("cancelled before the code's answer", sdk), func(t *testing.T) {
			p := newPage(t, sdk)
			s := p.waiting(emailAtB, mobile5)
			p.do(s, "verify", "1234")
			p.do(s, "cancelVerification", nil)
			p.last().reply(200, `{}`)
			assert.Equal(t, phone5Waits, p.shown())
		})
	}
}

// A theme may clear its form once it has called.
func TestPendingIsOfWhatWasSent(t *testing.T) {
	for _, sdk := range modes {
		for _, method := range []string{"updateContacts", "update"} {
			p := newPage(t, sdk)
			s := p.service()
			form := members{"phone": "5", "country_code": "SA"}
			p.do(s, method, form)
			clear(form)
			p.last().reply(200, pendingMobile)
			assert.Equal(t, phone5Waits, p.shown(), method)
			form["email"] = "a@b"
			p.do(s, method, form)
			clear(form)
			p.last().reply(200, pendingEmail)
			assert.Equal(t, emailWaits, p.shown(), method)
			form["email"] = "old@b"
			p.do(s, method, form)
			clear(form)
			p.last().reply(200, changed)
			assert.Equal(t, phone5Waits, p.shown(), "the customer thought again")
		}
	}
}
