//go:build !twilight

package profile_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A token that is asked for may be another customer's: what waited isn't theirs, nor is a code sent with its contact.
func TestAnotherCustomerByTheToken(t *testing.T) {
	for _, test := range []struct {
		argument any
		body     string
	}{
		{"12 34", `{"code":"1234"}`},
		{members{"code": "1", "type": "phone"}, `{"code":"1","type":"mobile"}`},
		{form{"code": "١", "email": "x@y"}, `{"code":"1","email":"x@y"}`},
		{members{"code": "1", "type": "mobile", "phone": " "}, `{"code":"1","phone":"","type":"mobile"}`},
	} {
		p := newPage(t, false)
		p.customer.identify("1")
		s := p.waiting(emailAtB, mobile5)
		p.token = func(done func(string, any, bool)) {
			p.customer.identify("2")
			done("2", nil, true)
		}
		s.Attach()
		p.do(s, "verify", test.argument)
		assert.Equal(t, test.body, p.body())
		assert.Equal(t, "none", p.shown())
		p.last().reply(200, pendingEmail)
		assert.Equal(t, emailUnknown, p.shown(), "the answer is this customer's")
		p.do(s, "updateContacts", members{"email": "c@d"})
		p.last().reply(200, pendingEmail)
		assert.Equal(t, "[{type email} {email c@d}]", p.shown())
		assert.Equal(t, "2", p.session.customer.id)
	}
}

// Nor is a code asked for once more with the contact of the customer before.
func TestAnotherCustomerByTheTokenOfAResend(t *testing.T) {
	p := newPage(t, false)
	p.customer.identify("1")
	s := p.waiting(emailAtB, mobile5)
	p.token = func(done func(string, any, bool)) {
		p.customer.identify("2")
		done("2", nil, true)
	}
	s.Attach()
	c := p.do(s, "resendVerification", nil)
	assert.Equal(t, "none", p.shown())
	assert.Empty(t, p.invoked)
	assert.Equal(t, "ERR_VALIDATION", c.failure(t).Code)
}

// It is shown no longer than until the token is there, whatever the call.
func TestAnotherCustomerByTheTokenOfAnyCall(t *testing.T) {
	for _, m := range asking() {
		p := newPage(t, false)
		p.customer.identify("1")
		s := p.waiting(emailAtB, mobile5)
		p.token = func(done func(string, any, bool)) {
			p.customer.identify("2")
			done("2", nil, true)
		}
		s.Attach()
		p.do(s, m.Name, members{"code": "1", "email": "a@b"})
		assert.Equal(t, "none", p.shown(), m.Name)
		p.last().reply(422, `{}`)
	}
}

// The first token may tell who the customer is, and what waits for them.
func TestTheTokenSaysWhoTheCustomerIs(t *testing.T) {
	p := newPage(t, false)
	p.session = &kept{list: oneMobile, customer: customer{id: "2"}}
	p.customer.token = ""
	p.token = func(done func(string, any, bool)) {
		p.customer.identify("1")
		p.customer.identify("2")
		done("2", nil, true)
	}
	s := p.service()
	p.do(s, "verify", "1234")
	assert.Equal(t, `{"code":"1234","country_code":"SA","phone":"5","type":"mobile"}`, p.body())
	p.last().reply(200, `{}`)
	assert.Equal(t, "none", p.shown())
}

// A token that can't be had says nothing about the customer.
func TestNoTokenIsNoOtherCustomer(t *testing.T) {
	p := newPage(t, false)
	s := p.waiting(mobile5)
	p.token = func(done func(string, any, bool)) { done("", nil, false) }
	s.Attach()
	p.do(s, "verify", "1234").failure(t)
	assert.Equal(t, phone5Waits, p.shown())
}

// A token that is known is sent, and isn't asked for.
func TestTokenThatIsKnown(t *testing.T) {
	p := newPage(t, false)
	p.answer = always(200, `{}`)
	p.config.Token = "t1"
	s := p.service()
	p.do(s, "info", nil)
	token, _ := p.last().header("authorization")
	assert.Equal(t, "Bearer t1", token)
	p.config.Token = "t2"
	s.Attach()
	p.do(s, "info", nil)
	require.Len(t, p.requests, 2)
	token, _ = p.last().header("authorization")
	assert.Equal(t, "Bearer t2", token)
	assert.Zero(t, p.tokens)

	p.do(s, "verify", nil).failure(t)
	for _, f := range p.errors[0].request.Headers {
		assert.NotContains(t, f.Value, "t2", "what is refused needs none")
	}
}
