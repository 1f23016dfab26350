package profile_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"salla-profile/profile"
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
		argument     profile.Value
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

// A line is what happens, and then what is shown. Each begins where the one before has ended.
func TestPendingInSequences(t *testing.T) {
	const (
		mobile5 = "[{type mobile} {phone 5} {country_code SA}]"
		mobile6 = "[{type mobile} {phone 6} {country_code SA}]"
		email   = "[{type email} {email a@b}]"
	)
	phone := func(number string) members { return members{"phone": number, "country_code": "SA"} }
	type step struct {
		method   string
		argument profile.Value
		status   int // 0: refused before it is sent
		body     string
		shown    string
	}
	for name, steps := range map[string][]step{
		"a wrong code, a refused one, and the right one": {
			{"updateContacts", phone("5"), 200, pendingMobile, mobile5},
			{"verify", "1", 422, `{}`, mobile5},
			{"verify", nil, 0, "", mobile5},
			{"verify", "1", 200, `{}`, "none"},
			{"verify", "1", 200, `{}`, "none"},
		},
		"changes that fail leave it": {
			{"updateContacts", phone("5"), 200, pendingMobile, mobile5},
			{"updateContacts", members{"email": "x@y"}, 422, pendingEmail, mobile5},
			{"updateContacts", phone("6"), 500, changed, mobile5},
			{"updateContacts", members{}, 0, "", mobile5},
		},
		"one for each type, and the other one again": {
			{"updateContacts", phone("5"), 200, pendingMobile, mobile5},
			{"update", members{"email": "a@b"}, 200, pendingEmail, email},
			{"verify", members{"code": "1"}, 200, `{}`, mobile5},
			{"verify", "1", 200, `{}`, "none"},
		},
		"the older one first": {
			{"updateContacts", phone("5"), 200, pendingMobile, mobile5},
			{"updateContacts", members{"email": "a@b"}, 200, pendingEmail, email},
			{"verify", members{"code": "1", "type": "phone"}, 200, `{}`, email},
			{"verify", "1", 200, `{}`, "none"},
		},
		"another number instead, which makes it the newer": {
			{"updateContacts", phone("5"), 200, pendingMobile, mobile5},
			{"updateContacts", members{"email": "a@b"}, 200, pendingEmail, email},
			{"updateContacts", phone("6"), 200, pendingMobile, mobile6},
			{"verify", "1", 200, `{}`, email},
		},
		"the customer thinks again": {
			{"updateContacts", members{"email": "a@b"}, 200, pendingEmail, email},
			{"updateContacts", members{"email": "old@b"}, 200, changed, "none"},
		},
		"of the other contact nothing is said": {
			{"updateContacts", members{"email": "a@b"}, 200, pendingEmail, email},
			{"updateContacts", phone("5"), 200, changed, email},
			{"update", members{"first_name": "N"}, 200, `{"data":{}}`, email},
			{"updateSettings", members{"name": "a", "value": "b"}, 200, `{}`, email},
			{"info", nil, 200, `{"data":{"email":"old@b"}}`, email},
			{"update", members{"first_name": "N", "email": "old@b"}, 200, `{"data":{}}`, "none"},
		},
		"pending of one contact, both in the form": {
			{"update", members{"email": "a@b"}, 200, pendingEmail, email},
			{"update", members{"email": "a@b", "phone": "5", "country_code": "SA"}, 200, pendingMobile, mobile5},
			{"verify", "1", 200, `{}`, email},
		},
		"a code of another type": {
			{"updateContacts", phone("5"), 200, pendingMobile, mobile5},
			{"verify", members{"code": "1", "type": "email"}, 200, `{}`, mobile5},
		},
	} {
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
		argument profile.Value
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

// model is the state of the verifications, as one would tell it: what waits, oldest first.
type model []waits

type waits struct {
	kind, contact string
	turn          int
}

func (m model) without(kind string) model {
	return slices.DeleteFunc(slices.Clone(m), func(w waits) bool { return w.kind == kind })
}

func (m model) of(kind string) (w waits, ok bool) {
	for _, w := range slices.Backward(m) {
		if kind == "" || w.kind == kind {
			return w, true
		}
	}
	return w, false
}

// Whatever happens, in whatever order: what is shown, and what a code is sent with, is what the model says.
func TestPendingAtRandom(t *testing.T) {
	contact := map[string]string{"mobile": "phone", "email": "email"}
	for seed := range uint64(1_500) {
		r := rand.New(rand.NewPCG(seed, 1))
		pick := func(list ...string) string { return list[r.IntN(len(list))] }
		p := &page{t: t, base: api}
		p.context.SDK = r.IntN(2) == 0
		s := p.service()
		var m model
		turn := 0
		var later []func() // answers to come
		var did []string
		for step := range 30 {
			switch what := r.IntN(10); {
			case what < 4: // a change, whose answer comes now or later
				kind, value := pick("mobile", "email"), pick("1@", "2@", "3@")
				argument := members{contact[kind]: value}
				if kind == "mobile" {
					argument["country_code"] = "SA"
				}
				turn++
				mine, n := turn, fmt.Sprint(step) // so that none is like one under way
				argument["n"] = n
				p.do(s, pick("update", "updateContacts"), argument)
				request := p.last()
				outcome := pick("pending", "pending", "event", "success", "failure")
				did = append(did, fmt.Sprint("change ", kind, " ", value, ": ", outcome))
				later = append(later, func() {
					switch before, waiting := m.of(kind); outcome {
					case "failure":
						request.reply(422, pendingAnswer)
					case "success":
						request.reply(200, changed)
						if !waiting || before.turn <= mine {
							m = m.without(kind)
						}
					default:
						body := `{"data":{"verification":{"status":"pending","type":"` + kind + `"}}}`
						if outcome == "event" {
							body = announces(`[{"type":"` + kind + `"}]`)
						}
						request.reply(200, body)
						if !waiting || before.turn <= mine {
							m = append(m.without(kind), waits{kind, value, mine})
						}
					}
				})
			case what < 7: // a code
				kind := pick("", "mobile", "email")
				argument := members{"code": fmt.Sprint(step)}
				if kind != "" {
					argument["type"] = kind
				}
				turn++
				meant, waiting := m.of(kind)
				status := 200 + 222*r.IntN(2)
				did = append(did, fmt.Sprint("code ", kind, " ", status))
				p.do(s, "verify", argument)
				request := p.last()
				var sent members
				require.NoError(t, json.Unmarshal([]byte(p.body()), &sent))
				if waiting {
					require.Equal(t, meant.contact, sent[contact[meant.kind]], "seed %d: %q", seed, did)
				} else {
					require.NotContains(t, sent, "phone")
					require.NotContains(t, sent, "email")
				}
				later = append(later, func() {
					request.reply(status, `{}`)
					if now, still := m.of(meant.kind); waiting && still && now == meant && status == 200 {
						m = m.without(meant.kind)
					}
				})
			case what < 8: // a new page, when all is answered
				for _, answer := range later {
					answer()
				}
				later = nil
				did = append(did, "reload")
				s = p.service()
				s.ShowPending()
				for i := range m {
					m[i].turn = 0
				}
				turn = 0
			default: // the answers in another order
				r.Shuffle(len(later), func(i, j int) { later[i], later[j] = later[j], later[i] })
			}
			if len(later) > 0 && r.IntN(2) == 0 {
				later[0]()
				later = later[1:]
				did = append(did, "answer")
			}
			want := "none"
			if newest, ok := m.of(""); ok {
				want = fmt.Sprintf("[{type email} {email %s}]", newest.contact)
				if newest.kind == "mobile" {
					want = fmt.Sprintf("[{type mobile} {phone %s} {country_code SA}]", newest.contact)
				}
			}
			require.Equal(t, want, p.shown(), "seed %d: %q", seed, did)
		}
	}
}
