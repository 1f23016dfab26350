package profile_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What is shown.
const (
	phone5Waits = "[{type mobile} {phone 5} {country_code SA}]"
	phone6Waits = "[{type mobile} {phone 6} {country_code SA}]"
	emailWaits  = "[{type email} {email a@b}]"
)

func phone(number string) members { return members{"phone": number, "country_code": "SA"} }

type step struct {
	method   string
	argument any
	status   int // 0: refused before it is sent
	body     string
	shown    string
}

// pendingSequences are what happens, a line each, and then what is shown. Each line begins where the one before has ended.
var pendingSequences = map[string][]step{
	"a wrong code, a refused one, and the right one": {
		{"updateContacts", phone("5"), 200, pendingMobile, phone5Waits},
		{"verify", "1", 422, `{}`, phone5Waits},
		{"verify", nil, 0, "", phone5Waits},
		{"verify", "1", 200, `{}`, "none"},
		{"verify", "1", 200, `{}`, "none"},
	},
	"changes that fail leave it": {
		{"updateContacts", phone("5"), 200, pendingMobile, phone5Waits},
		{"updateContacts", members{"email": "x@y"}, 422, pendingEmail, phone5Waits},
		{"updateContacts", phone("6"), 500, changed, phone5Waits},
		{"updateContacts", members{}, 0, "", phone5Waits},
	},
	"one for each type, and the other one again": {
		{"updateContacts", phone("5"), 200, pendingMobile, phone5Waits},
		{"update", members{"email": "a@b"}, 200, pendingEmail, emailWaits},
		{"verify", members{"code": "1"}, 200, `{}`, phone5Waits},
		{"verify", "1", 200, `{}`, "none"},
	},
	"the older one first": {
		{"updateContacts", phone("5"), 200, pendingMobile, phone5Waits},
		{"updateContacts", members{"email": "a@b"}, 200, pendingEmail, emailWaits},
		{"verify", members{"code": "1", "type": "phone"}, 200, `{}`, emailWaits},
		{"verify", "1", 200, `{}`, "none"},
	},
	"another number instead, which makes it the newer": {
		{"updateContacts", phone("5"), 200, pendingMobile, phone5Waits},
		{"updateContacts", members{"email": "a@b"}, 200, pendingEmail, emailWaits},
		{"updateContacts", phone("6"), 200, pendingMobile, phone6Waits},
		{"verify", "1", 200, `{}`, emailWaits},
	},
	"the customer thinks again": {
		{"updateContacts", members{"email": "a@b"}, 200, pendingEmail, emailWaits},
		{"updateContacts", members{"email": "old@b"}, 200, changed, "none"},
	},
	"of the other contact nothing is said": {
		{"updateContacts", members{"email": "a@b"}, 200, pendingEmail, emailWaits},
		{"updateContacts", phone("5"), 200, changed, emailWaits},
		{"update", members{"first_name": "N"}, 200, `{"data":{}}`, emailWaits},
		{"updateSettings", members{"name": "a", "value": "b"}, 200, `{}`, emailWaits},
		{"info", nil, 200, `{"data":{"email":"old@b"}}`, emailWaits},
		{"update", members{"first_name": "N", "email": "old@b"}, 200, `{"data":{}}`, "none"},
	},
	"pending of one contact, both in the form": {
		{"update", members{"email": "a@b"}, 200, pendingEmail, emailWaits},
		{"update", members{"email": "a@b", "phone": "5", "country_code": "SA"}, 200, pendingMobile, phone5Waits},
		{"verify", "1", 200, `{}`, emailWaits},
	},
	"a code of another type": {
		{"updateContacts", phone("5"), 200, pendingMobile, phone5Waits},
		{"verify", members{"code": "1", "type": "email"}, 200, `{}`, phone5Waits},
	},
}

func TestPendingInSequences(t *testing.T) {
	for name, steps := range pendingSequences {
		for _, sdk := range []bool{true, false} {
			t.Run(name, func(t *testing.T) {
				p := newPage(t)
				p.context.SDK = sdk
				s := p.service()
				for i, step := range steps {
					p.answer = nil
					if step.status > 0 {
						p.answer = always(step.status, step.body)
					}
					p.do(s, step.method, step.argument)
					require.Equal(t, step.shown, p.shown(), "step %d", i+1)
				}
			})
		}
	}
}

func TestPendingIsSetBeforeListenersLook(t *testing.T) {
	for _, sdk := range []bool{true, false} {
		p := newPage(t)
		p.context.SDK = sdk
		s := p.service()
		seen := 0
		verifies := false
		p.listen = func(name string) {
			seen++
			if verifies {
				require.Len(t, p.pending, 2, name)
				assert.Nil(t, p.pending[1])
				return
			}
			require.Len(t, p.pending, 1, name)
			assert.Equal(t, "mobile", p.pending[0].Members[0].Value)
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
	two := func(t *testing.T) (*page, server) {
		p := newPage(t)
		s := p.service()
		p.do(s, "updateContacts", members{"phone": "5"})
		p.do(s, "updateContacts", members{"phone": "6"})
		return p, s
	}
	t.Run("a code for the one before", func(t *testing.T) {
		p := newPage(t)
		s := p.service()
		p.do(s, "updateContacts", members{"phone": "5"})
		p.last().reply(200, pendingMobile)
		p.do(s, "verify", "1234")
		p.do(s, "updateContacts", members{"phone": "6"})
		p.requests[2].reply(200, pendingMobile)
		p.requests[1].reply(200, `{"success":true}`)
		assert.Equal(t, "[{type mobile} {phone 6} {country_code SA}]", p.shown())
	})
	t.Run("the earlier change's opens nothing", func(t *testing.T) {
		p, _ := two(t)
		p.requests[1].reply(200, pendingMobile)
		p.requests[0].reply(200, pendingMobile)
		assert.Equal(t, "[{type mobile} {phone 6} {country_code SA}]", p.shown())
	})
	t.Run("nor does it end anything", func(t *testing.T) {
		p, _ := two(t)
		p.requests[1].reply(200, pendingMobile)
		p.requests[0].reply(200, changed)
		assert.Equal(t, "[{type mobile} {phone 6} {country_code SA}]", p.shown())
	})
	t.Run("a code that was sent when nothing waited", func(t *testing.T) {
		p := newPage(t)
		s := p.service()
		p.do(s, "verify", "1234")
		p.do(s, "updateContacts", members{"phone": "6"})
		p.last().reply(200, pendingMobile)
		p.requests[0].reply(200, `{}`)
		assert.Equal(t, "[{type mobile} {phone 6} {country_code SA}]", p.shown())
	})
}

// A theme may clear its form once it has called.
func TestPendingIsOfWhatWasSent(t *testing.T) {
	for _, sdk := range []bool{true, false} {
		for _, method := range []string{"updateContacts", "update"} {
			p := newPage(t)
			p.context.SDK = sdk
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
