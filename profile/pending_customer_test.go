package profile_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// contacts5 are both contacts of a customer, as the theme's profile form sends them.
func contacts5() members { return members{"phone": "5", "country_code": "SA", "email": "a@b"} }

// code is a code of a type.
func code(kind string) members { return members{"code": "1", "type": kind} }

// twoContacts are sequences of changes that send both, answered with one of them.
var twoContacts = map[string][]step{
	"the other one's code, by its type": {
		{"update", contacts5(), 200, pendingMobile, phone5Waits},
		{"verify", code("email"), 200, `{}`, phone5Waits},
		{"verify", "1", 200, `{}`, "none"},
	},
	"the named one first, and then the other, which a reload keeps": {
		{"update", contacts5(), 200, pendingEmail, emailWaits},
		{"verify", "1", 200, `{}`, "none"},
		{reload, nil, 0, "", "none"},
		{"verify", code("mobile"), 422, `{}`, "none"},
		{"verify", code("mobile"), 200, `{}`, "none"},
	},
	"the store names the other one once the first is verified": {
		{"update", contacts5(), 200, pendingMobile, phone5Waits},
		{"verify", "1", 200, pendingEmail, emailWaits},
		{"verify", "2", 200, `{}`, "none"},
	},
	"the same after a reload": {
		{"update", contacts5(), 200, pendingMobile, phone5Waits},
		{reload, nil, 0, "", phone5Waits},
		{"verify", "1", 200, announces(`{"type":"email"}`), emailWaits},
		{"verify", "2", 200, `{}`, "none"},
	},
	"the store says that the same one still waits": {
		{"update", phone("5"), 200, pendingMobile, phone5Waits},
		{"verify", "1", 200, pendingMobile, phone5Waits},
		{"update", members{"first_name": "N"}, 200, pendingMobile, phone5Waits},
		{"update", members{"phone": phoneObject}, 200, pendingMobile, "[{type mobile}]"},
	},
	"it can't be sent again, nor is it the newer": {
		{"update", contacts5(), 200, pendingMobile, phone5Waits},
		{"cancelVerification", nil, 0, "", "none"},
		{"resendVerification", nil, 0, "", "none"},
		{"resendVerification", "email", 0, "", "none"},
	},
	"the next change of its type ends it": {
		{"update", contacts5(), 200, pendingMobile, phone5Waits},
		{"update", members{"email": "old@b"}, 200, changed, phone5Waits},
		{"verify", "1", 200, pendingEmail, emailUnknown},
	},
	"cancelled by its type, it is over": {
		{"update", contacts5(), 200, pendingMobile, phone5Waits},
		{"cancelVerification", "email", 0, "", phone5Waits},
		{"verify", "1", 200, pendingEmail, emailUnknown},
	},
	"it leaves what waits of its type as it was": {
		{"updateContacts", members{"email": "a@b"}, 200, pendingEmail, emailWaits},
		{"update", members{"phone": "5", "country_code": "SA", "email": "c@d"}, 200, pendingMobile, phone5Waits},
		{"cancelVerification", "mobile", 0, "", emailWaits},
		{"verify", code("email"), 200, `{}`, "none"},
	},
	"cancelled": {
		{"updateContacts", phone("5"), 200, pendingMobile, phone5Waits},
		{"updateContacts", members{"email": "a@b"}, 200, pendingEmail, emailWaits},
		{"cancelVerification", nil, 0, "", phone5Waits},
		{reload, nil, 0, "", phone5Waits},
		{"cancelVerification", "email", 0, "", phone5Waits},
		{"cancelVerification", "phone", 0, "", "none"},
		{"cancelVerification", nil, 0, "", "none"},
		{reload, nil, 0, "", "none"},
	},
	"cancelled on the next page": {
		{"updateContacts", phone("5"), 200, pendingMobile, phone5Waits},
		{reload, nil, 0, "", phone5Waits},
		{"cancelVerification", nil, 0, "", "none"},
		{reload, nil, 0, "", "none"},
	},
	"sent again, too soon and then not": {
		{"updateContacts", phone("5"), 200, pendingMobile, phone5Waits},
		{"updateContacts", members{"email": "a@b"}, 200, pendingEmail, emailWaits},
		{"resendVerification", "mobile", 422, `{}`, emailWaits},
		{"resendVerification", "mobile", 200, pendingMobile, phone5Waits},
		{reload, nil, 0, "", phone5Waits},
		{"resendVerification", nil, 200, pendingMobile, phone5Waits},
		{"resendVerification", "email", 200, pendingEmail, emailWaits},
	},
}

// customers are sequences in which another one comes.
var customers = map[string][]step{
	"announced": {
		{"updateContacts", phone("5"), 200, pendingMobile, phone5Waits},
		{anotherCustomer, nil, 0, "", phone5Waits},
		{attach, nil, 0, "", "none"},
		{reload, nil, 0, "", "none"},
	},
	"at the next call": {
		{"updateContacts", phone("5"), 200, pendingMobile, phone5Waits},
		{anotherCustomer, nil, 0, "", phone5Waits},
		{"info", nil, 500, `{}`, "none"},
		{reload, nil, 0, "", "none"},
	},
	"at a code": {
		{"update", contacts5(), 200, pendingMobile, phone5Waits},
		{anotherCustomer, nil, 0, "", phone5Waits},
		{"verify", code("email"), 200, pendingEmail, emailUnknown},
	},
	"what was sent too is the first one's": {
		{"update", contacts5(), 200, pendingMobile, phone5Waits},
		{"verify", "1", 200, `{}`, "none"},
		{anotherCustomer, nil, 0, "", "none"},
		{"verify", code("email"), 200, pendingEmail, emailUnknown},
	},
	"asked for once more": {
		{"updateContacts", phone("5"), 200, pendingMobile, phone5Waits},
		{anotherCustomer, nil, 0, "", phone5Waits},
		{"resendVerification", nil, 0, "", "none"},
	},
	"cancelled": {
		{"updateContacts", phone("5"), 200, pendingMobile, phone5Waits},
		{anotherCustomer, nil, 0, "", phone5Waits},
		{"cancelVerification", "email", 0, "", "none"},
	},
	"who changes a contact": {
		{"updateContacts", phone("5"), 200, pendingMobile, phone5Waits},
		{anotherCustomer, nil, 0, "", phone5Waits},
		{"updateContacts", members{"email": "a@b"}, 200, pendingEmail, emailWaits},
		{"verify", "1", 200, `{}`, "none"},
	},
}

// Another customer while a request is on its way: nothing of the first one's is shown, whatever its answer says.
func TestAnotherCustomerAtAnAnswer(t *testing.T) {
	for _, body := range []string{pendingMobile, pendingEmail, changed, announces(`{"type":"email","email":"a@b"}`)} {
		for _, sdk := range modes {
			p := newPage(t, sdk)
			s := p.waiting(mobile5)
			p.do(s, "update", contacts5())
			p.do(s, "verify", "1")
			p.customer.another()
			p.requests[0].reply(200, body)
			p.requests[1].reply(200, body)
			assert.Equal(t, "none", p.shown(), body)
			assert.Empty(t, p.session.list)
			assert.Equal(t, p.customer, p.session.customer)
			p.do(s, "verify", code("email"))
			assert.Equal(t, `{"code":"1","type":"email"}`, p.body())
			p.last().reply(422, `{}`)
		}
	}
}

// The id in an answer of info or update says who the customer is.
func TestTheAnswerSaysWhoTheCustomerIs(t *testing.T) {
	for _, sdk := range modes {
		for _, m := range asking() {
			p := newPage(t, sdk)
			p.customer.identify("1")
			s := p.waiting(mobile5)
			p.do(s, m.Name, members{"code": "1", "type": "sms", "email": "a@b"})
			p.last().reply(200, `{"data":{"id":2}}`)
			if p.logout != nil {
				p.logout(true)
			}
			want := phone5Waits
			if m.Name == "info" || m.Name == "update" {
				want = "none"
			}
			assert.Equal(t, want, p.shown(), m.Name)
		}
	}
}

// Nothing of another customer's comes back where the page can't tell whose it is.
func TestWhatIsOverIsNotTakenUpAgain(t *testing.T) {
	for _, method := range []string{attach, "verify", "resendVerification", "cancelVerification"} {
		for _, sdk := range modes {
			p := newPage(t, sdk)
			s := p.waiting(mobile5)
			p.customer.number++ // by the token it might be the same
			p.take(s, step{method: method})
			assert.Equal(t, "none", p.shown(), method)
			assert.Empty(t, p.session.list)
			assert.Empty(t, p.invoked)
		}
	}
}

// The answer that opens a verification may be the first to say who the customer is, and what waits for them already.
func TestTheAnswerSaysWhatElseWaits(t *testing.T) {
	for _, sdk := range modes {
		p := newPage(t, sdk)
		p.session = &kept{list: oneMobile, customer: customer{id: "1"}}
		p.customer.token = "new"
		s := p.service()
		s.Attach()
		p.do(s, "update", members{"email": "a@b"})
		p.last().reply(200, `{"data":{"id":1,"verification":{"status":"pending","type":"email"}}}`)
		assert.Equal(t, []string{emailWaits, phone5Waits}, p.listed())
	}
}
