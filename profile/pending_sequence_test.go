package profile_test

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// What is shown.
const (
	phone5Waits = "[{type mobile} {phone 5} {country_code SA}]"
	phone6Waits = "[{type mobile} {phone 6} {country_code SA}]"
	emailWaits  = "[{type email} {email a@b}]"
	// emailUnknown is an e-mail that nobody has said.
	emailUnknown = "[{type email}]"
)

func phone(number string) members { return members{"phone": number, "country_code": "SA"} }

type step struct {
	method   string
	argument any
	status   int // 0: refused before it is sent
	body     string
	shown    string
}

// What happens besides calls.
const (
	// anotherCustomer has come, and nothing announces it: the next call counts.
	anotherCustomer = "another customer"
	// attach: something about the page has changed.
	attach = "attach"
	// reload is the next page.
	reload = "reload"
)

// pendingSequences are what happens, a line each, and then what is shown. Each line begins where the one before has ended.
// pending_customer_test.go has those of two contacts, and of two customers.
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
	"of the other contact nothing is said, in one change": {
		{"updateContacts", phone("5"), 200, pendingMobile, phone5Waits},
		{"update", members{"phone": "", "email": "a@b"}, 200, changed, phone5Waits},
		{"update", members{"phone": phoneObject}, 200, changed, "none"},
	},
	"an answer that isn't a change's announces another code": {
		{"updateContacts", phone("5"), 200, pendingMobile, phone5Waits},
		{"info", nil, 200, announces(`{"type":"mobile","phone":"6","country_code":"SA"}`), phone6Waits},
	},
	"a code of another type": {
		{"updateContacts", phone("5"), 200, pendingMobile, phone5Waits},
		{"verify", members{"code": "1", "type": "email"}, 200, `{}`, phone5Waits},
	},
}

// take does what the step says, on the service or on the next page's.
func (p *page) take(s server, step step) server {
	p.answer = nil
	if step.status > 0 {
		p.answer = always(step.status, step.body)
	}
	switch step.method {
	case anotherCustomer:
		p.customer.another()
	case attach:
		s.Attach()
	case reload:
		s = p.service()
		s.Attach()
	case "resendVerification":
		before := len(p.invoked)
		if p.do(s, step.method, step.argument); len(p.invoked) > before {
			p.do(s, p.invoked[before].method, p.invoked[before].argument)
		}
	default:
		p.do(s, step.method, step.argument)
	}
	return s
}

func TestPendingInSequences(t *testing.T) {
	for _, table := range []map[string][]step{pendingSequences, twoContacts, customers} {
		for title, steps := range table {
			for _, sdk := range modes {
				t.Run(name(title, sdk), func(t *testing.T) {
					p := newPage(t, sdk)
					s := p.service()
					for i, step := range steps {
						s = p.take(s, step)
						require.Equal(t, step.shown, p.shown(), "step %d", i+1)
					}
				})
			}
		}
	}
}
