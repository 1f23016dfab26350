package profile_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"salla-profile/profile"
)

func TestResendVerification(t *testing.T) {
	other := waits{Type: "mobile", Phone: "6"}
	lost := waits{Type: "mobile", Phone: "6", CountryLost: true}
	for _, test := range []struct {
		name     string
		waiting  []waits
		argument any
		want     members // nil: refused
	}{
		{"the newer", both, nil, members{"email": "a@b"}},
		{"by the type", both, "mobile", members{"phone": "5", "country_code": "SA"}},
		{"by the documentation's word", both, "phone", members{"phone": "5", "country_code": "SA"}},
		{"by one of pendingVerifications", both, members{"type": "mobile", "phone": "5"}, members{"phone": "5", "country_code": "SA"}},
		{"boxed", both, boxed{"mobile"}, members{"phone": "5", "country_code": "SA"}},
		{"a number without a country", []waits{other}, nil, members{"phone": "6"}},
		{"nothing waits", nothing, nil, nil},
		{"nothing of the type", oneEmail, "mobile", nil},
		{"a type that is none", oneEmail, "sms", nil},
		{"a contact that isn't known", []waits{{Type: "email"}}, nil, nil},
		{"a country that isn't known: it would be sent as Saudi Arabia's", []waits{lost}, nil, nil},
		{"what was sent too", []waits{sentToo}, "email", nil},
		{"what was sent too, and nothing else", []waits{sentToo}, nil, nil},
	} {
		for _, sdk := range modes {
			t.Run(name(test.name, sdk), func(t *testing.T) {
				p := newPage(t, sdk)
				s := p.waiting(test.waiting...)
				shown := p.shown()
				given := options{timeout: 5}
				c := p.do(s, "resendVerification", test.argument, given)
				assert.Empty(t, p.requests, "updateContacts asks, wrapped or not")
				assert.Equal(t, shown, p.shown(), "its answer is what counts")
				assert.Empty(t, p.notices)
				if test.want != nil {
					made := invoked{"updateContacts", test.want, given}
					assert.Equal(t, []invoked{made}, p.invoked)
					assert.True(t, c.ok)
					assert.Equal(t, made, c.value, "it resolves to its answer")
					return
				}
				assert.Empty(t, p.invoked)
				f := c.failure(t)
				assert.Equal(t, profile.Failure{
					Name: "AxiosError", Message: f.Message, Code: "ERR_VALIDATION", Status: 422, Local: true,
					Fields: fields("type", f.Message),
				}, f.Failure)
				assert.NotEmpty(t, f.Message)
				assert.Equal(t, "post", f.request.Verb, "as updateContacts")
				assert.True(t, strings.HasSuffix(f.request.URL, "profile/contacts/update"), f.request.URL)
			})
		}
	}
}

func TestCancelVerification(t *testing.T) {
	for _, test := range []struct {
		name     string
		waiting  []waits
		argument any
		left     []waits
	}{
		{"the newer", both, nil, oneMobile},
		{"by the type", both, "mobile", oneEmail},
		{"by the documentation's word", both, "phone", oneEmail},
		{"by one of pendingVerifications", both, members{"type": "mobile"}, oneEmail},
		{"the only one", oneMobile, nil, nothing},
		{"nothing waits", nothing, nil, nothing},
		{"nothing of the type", oneMobile, "email", oneMobile},
		{"a type that is none", both, "sms", both},
		{"what was sent too, by the type", unlisted, "email", oneMobile},
		{"what was sent too, without a type", []waits{sentToo}, nil, []waits{sentToo}},
		{"what was sent too, and nothing else", []waits{sentToo}, "email", nothing},
		{"all of the type", []waits{sentToo, emailAtB, mobile5}, "email", oneMobile},
	} {
		for _, sdk := range modes {
			t.Run(name(test.name, sdk), func(t *testing.T) {
				p := newPage(t, sdk)
				s := p.waiting(test.waiting...)
				c := p.do(s, "cancelVerification", test.argument)
				assert.True(t, c.ok)
				assert.Nil(t, c.value)
				assert.Empty(t, p.requests, "the store isn't asked")
				assert.Empty(t, p.announced)
				assert.Equal(t, append(nothing, test.left...), append(nothing, p.session.list...))
			})
		}
	}
}

// What nobody has shown before may be cancelled, too: of a customer who is known by now.
func TestCancelBeforeAnythingIsShown(t *testing.T) {
	for _, sdk := range modes {
		p := newPage(t, sdk)
		p.session = &kept{list: oneMobile, customer: p.customer}
		p.do(p.service(), "cancelVerification", nil)
		assert.Empty(t, p.session.list)
	}
}

// The page shows what it is told once, and is told at each change.
func TestThePageIsToldOfEachChangeOnce(t *testing.T) {
	for _, sdk := range modes {
		p := newPage(t, sdk)
		s := p.waiting(both...)
		require.Len(t, p.pending, 1, "what the page before has kept")
		p.do(s, "verify", nil)
		p.answer = always(200, pendingEmail)
		p.do(s, "updateContacts", members{"email": "a@b"})
		require.Len(t, p.pending, 1, "the same")
		s.Attach()
		require.Len(t, p.pending, 2, "on a new salla.profile")
		p.do(s, "cancelVerification", nil)
		require.Len(t, p.pending, 3)
		p.do(s, "cancelVerification", nil)
		require.Len(t, p.pending, 4)
		s.Attach()
		require.Len(t, p.pending, 4, "nothing waits")
	}
}

// A listener of the page's may call again while it is told.
func TestAListenerOfPendingMayCallAgain(t *testing.T) {
	for _, sdk := range modes {
		p := newPage(t, sdk)
		s := p.service()
		p.listen = func(name string) {
			if name == "salla-profile::pending" && p.shown() != "none" {
				p.do(s, "cancelVerification", nil)
			}
		}
		p.do(s, "updateContacts", members{"email": "a@b"})
		p.last().reply(200, pendingEmail)
		assert.Equal(t, "none", p.shown())
		assert.Empty(t, p.session.list)
	}
}

// A number whose country nobody can say in text isn't sent once more: it would go to a stranger in Saudi Arabia.
func TestACountryThatIsLostStaysSo(t *testing.T) {
	for _, country := range []any{members{"iso2": "ae"}, []any{"AE"}} {
		for _, name := range []string{"country_code", "countryCode"} {
			for _, sdk := range modes {
				p := newPage(t, sdk)
				s := p.service()
				p.do(s, "updateContacts", members{"phone": "50", name: country})
				p.last().reply(200, pendingMobile)
				assert.Equal(t, "[{type mobile} {phone 50}]", p.shown())
				p.do(s, "resendVerification", nil).failure(t)
				s = p.service()
				s.Attach()
				p.do(s, "resendVerification", nil).failure(t)
				assert.Empty(t, p.invoked)

				// Where the store says the country, it can be.
				p.do(s, "updateContacts", members{"phone": "50", name: country})
				p.last().reply(200, announces(`{"type":"mobile","phone":"50","country_code":"AE"}`))
				p.do(s, "resendVerification", nil)
				assert.Equal(t, members{"phone": "50", "country_code": "AE"}, p.invoked[0].argument)
			}
		}
	}
}
