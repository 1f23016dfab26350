package profile_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

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

// shown is what the page shows of it.
func (m model) shown() string {
	newest, ok := m.of("")
	switch {
	case !ok:
		return "none"
	case newest.kind == "mobile":
		return fmt.Sprintf("[{type mobile} {phone %s} {country_code SA}]", newest.contact)
	default:
		return fmt.Sprintf("[{type email} {email %s}]", newest.contact)
	}
}

// contactOf is the member of a payload that a kind of verification is about.
var contactOf = map[string]string{"mobile": "phone", "email": "email"}

// play is one course of events on a page, and the model beside it.
type play struct {
	*rand.Rand
	t    *testing.T
	seed uint64
	p    *page
	s    server

	m     model
	turn  int      // of the last call
	later []func() // answers to come
	did   []string // for a failure
}

// Whatever happens, in whatever order: what is shown, and what a code is sent with, is what the model says.
func TestPendingAtRandom(t *testing.T) {
	for seed := range uint64(1_500) {
		g := &play{Rand: rand.New(rand.NewPCG(seed, 1)), t: t, seed: seed, p: &page{t: t, base: api}}
		g.p.context.SDK = g.IntN(2) == 0
		g.s = g.p.service()
		for step := range 30 {
			switch what := g.IntN(10); {
			case what < 4:
				g.change(step)
			case what < 7:
				g.code(step)
			case what < 8:
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

// change changes a contact. The answer comes now or later.
func (g *play) change(step int) {
	kind, value := g.pick("mobile", "email"), g.pick("1@", "2@", "3@")
	argument := members{contactOf[kind]: value}
	if kind == "mobile" {
		argument["country_code"] = "SA"
	}
	g.turn++
	mine, n := g.turn, fmt.Sprint(step) // so that none is like one under way
	argument["n"] = n
	g.p.do(g.s, g.pick("update", "updateContacts"), argument)
	request := g.p.last()
	outcome := g.pick("pending", "pending", "event", "success", "failure")
	g.did = append(g.did, fmt.Sprint("change ", kind, " ", value, ": ", outcome))
	g.later = append(g.later, func() {
		switch before, waiting := g.m.of(kind); outcome {
		case "failure":
			request.reply(422, pendingAnswer)
		case "success":
			request.reply(200, changed)
			if !waiting || before.turn <= mine {
				g.m = g.m.without(kind)
			}
		default:
			body := `{"data":{"verification":{"status":"pending","type":"` + kind + `"}}}`
			if outcome == "event" {
				body = announces(`[{"type":"` + kind + `"}]`)
			}
			request.reply(200, body)
			if !waiting || before.turn <= mine {
				g.m = append(g.m.without(kind), waits{kind, value, mine})
			}
		}
	})
}

// code sends a code, of the newest verification or of a kind. The answer comes now or later.
func (g *play) code(step int) {
	kind := g.pick("", "mobile", "email")
	argument := members{"code": fmt.Sprint(step)}
	if kind != "" {
		argument["type"] = kind
	}
	g.turn++
	meant, waiting := g.m.of(kind)
	status := 200 + 222*g.IntN(2)
	g.did = append(g.did, fmt.Sprint("code ", kind, " ", status))
	g.p.do(g.s, "verify", argument)
	request := g.p.last()
	var sent members
	require.NoError(g.t, json.Unmarshal([]byte(g.p.body()), &sent))
	if waiting {
		require.Equal(g.t, meant.contact, sent[contactOf[meant.kind]], "seed %d: %q", g.seed, g.did)
	} else {
		require.NotContains(g.t, sent, "phone")
		require.NotContains(g.t, sent, "email")
	}
	g.later = append(g.later, func() {
		request.reply(status, `{}`)
		if now, still := g.m.of(meant.kind); waiting && still && now == meant && status == 200 {
			g.m = g.m.without(meant.kind)
		}
	})
}

// reload is a new page, when all is answered.
func (g *play) reload() {
	for _, answer := range g.later {
		answer()
	}
	g.later = nil
	g.did = append(g.did, "reload")
	g.s = g.p.service()
	g.s.ShowPending()
	for i := range g.m {
		g.m[i].turn = 0
	}
	g.turn = 0
}
