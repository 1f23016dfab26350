package profile_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
)

// contactOf is the member of a payload that a kind of verification is about.
var contactOf = map[string]string{"mobile": "phone", "email": "email"}

// play is one course of events on a page, and the model beside it.
type play struct {
	*rand.Rand
	t    *testing.T
	seed uint64
	p    *page
	s    server

	m     state
	turn  int      // of the last call
	later []func() // answers to come
	did   []string // for a failure
}

// Whatever happens, in whatever order: what is shown, and what a code is sent with, is what the model says.
func TestPendingAtRandom(t *testing.T) {
	for seed := range uint64(2_000) {
		p := &page{t: t, base: api, customer: newCustomer()}
		g := &play{Rand: rand.New(rand.NewPCG(seed, 1)), t: t, seed: seed, p: p}
		g.p.context.SDK = modes[g.IntN(len(modes))]
		g.s = g.p.service()
		for step := range 40 {
			switch what := g.IntN(20); {
			case what < 7:
				g.change(step)
			case what < 12:
				g.code(step)
			case what < 13:
				g.cancel()
			case what < 14:
				g.resend()
			case what < 15:
				g.another()
			case what < 17:
				g.reload()
			default: // the answers in another order
				g.Shuffle(len(g.later), func(i, j int) { g.later[i], g.later[j] = g.later[j], g.later[i] })
			}
			if len(g.later) > 0 && g.IntN(2) == 0 {
				g.later[0]()
				g.later = g.later[1:]
				g.did = append(g.did, "answer")
			}
			require.Equal(t, g.m.shown(), g.p.shown(), "seed %d: %q", seed, g.did)
		}
	}
}

func (g *play) pick(list ...string) string { return list[g.IntN(len(list))] }

// answer answers a request, now or later: act is what comes of it, for the customer who asked.
func (g *play) answer(request *request, status int, body string, act func()) {
	asked := g.p.customer.number
	g.later = append(g.later, func() {
		request.reply(status, body)
		if g.p.customer.number == asked {
			act()
		}
	})
}

// pendingOf is an answer that names a kind, "" for none.
func (g *play) pendingOf(kind string) string {
	switch {
	case kind == "":
		return changed
	case g.IntN(3) == 0:
		return announces(`[{"type":"` + kind + `"}]`)
	}
	return `{"data":{"verification":{"status":"pending","type":"` + kind + `"}}}`
}

// change changes one contact or both.
func (g *play) change(step int) {
	contacts := map[string]string{}
	argument := members{"n": fmt.Sprint(step)} // so that none is like one under way
	for _, kind := range []string{g.pick("mobile", "email"), g.pick("mobile", "email")} {
		contacts[kind] = g.pick("1@", "2@", "3@")
		argument[contactOf[kind]] = contacts[kind]
		if kind == "mobile" {
			argument["country_code"] = "SA"
		}
	}
	g.sends(g.pick("update", "updateContacts"), argument, contacts)
}

// sends calls a method that changes contacts.
func (g *play) sends(method string, argument members, contacts map[string]string) {
	g.turn++
	mine, named, status := g.turn, g.pick("", "mobile", "email"), 200
	if g.IntN(5) == 0 {
		status = 422
	}
	g.p.do(g.s, method, argument)
	g.did = append(g.did, fmt.Sprint("change ", contacts, ": ", named, status))
	g.answer(g.p.last(), status, g.pendingOf(named), func() {
		if status == 200 {
			g.m = g.m.sent(contacts, named, mine)
		}
	})
}

// code sends a code, of the newest verification or of a kind.
func (g *play) code(step int) {
	kind := g.pick("", "mobile", "email")
	argument := members{"code": fmt.Sprint(step)}
	if kind != "" {
		argument["type"] = kind
	}
	g.turn++
	mine, named, status := g.turn, g.pick("", "", "mobile", "email"), 200+222*g.IntN(2)
	meant, was := g.m.meant(kind)
	g.did = append(g.did, fmt.Sprint("code ", kind, ": ", named, status))
	g.p.do(g.s, "verify", argument)
	var sent members
	require.NoError(g.t, json.Unmarshal([]byte(g.p.body()), &sent))
	if was && meant.contact != "" {
		require.Equal(g.t, meant.contact, sent[contactOf[meant.kind]], "seed %d: %q", g.seed, g.did)
	} else {
		require.NotContains(g.t, sent, "phone")
		require.NotContains(g.t, sent, "email")
	}
	g.answer(g.p.last(), status, g.pendingOf(named), func() {
		if status == 200 {
			g.m = g.m.verified(meant, was, named, mine)
		}
	})
}

// cancel cancels what waits of a kind, or the newer.
func (g *play) cancel() {
	kind := g.pick("", "mobile", "email")
	g.p.do(g.s, "cancelVerification", argumentOf(kind))
	g.did = append(g.did, "cancel "+kind)
	if kind == "" {
		newest, _ := g.m.of("", false)
		kind = newest.kind
	}
	g.m = g.m.over(kind, g.turn)
}

// argumentOf is a type as an argument, or none.
func argumentOf(text string) any {
	if text == "" {
		return nil
	}
	return text
}

// resend asks once more, of a kind or the newer.
func (g *play) resend() {
	kind := g.pick("", "mobile", "email")
	before := len(g.p.invoked)
	g.p.do(g.s, "resendVerification", argumentOf(kind))
	g.did = append(g.did, "resend "+kind)
	w, was := g.m.of(kind, false)
	if !was || w.contact == "" {
		require.Len(g.t, g.p.invoked, before, "seed %d: %q", g.seed, g.did)
		return
	}
	require.Len(g.t, g.p.invoked, before+1, "seed %d: %q", g.seed, g.did)
	argument := g.p.invoked[before].argument.(members)
	require.Equal(g.t, w.contact, argument[contactOf[w.kind]], "seed %d: %q", g.seed, g.did)
	argument["n"] = fmt.Sprint("again ", before)
	g.sends("updateContacts", argument, map[string]string{w.kind: w.contact})
}

// another customer comes, and the page says so, or a call counts.
func (g *play) another() {
	g.did = append(g.did, "another customer")
	g.p.customer.another()
	g.m = nil
	if g.IntN(2) == 0 {
		g.s.Attach()
		return
	}
	g.p.do(g.s, "verify", nil) // refused
}

// reload is a new page, when all is answered.
func (g *play) reload() {
	for _, answer := range g.later {
		answer()
	}
	g.later = nil
	g.did = append(g.did, "reload")
	g.s = g.p.service()
	g.s.Attach()
	for i := range g.m {
		g.m[i].turn = 0
	}
	g.turn = 0
}
