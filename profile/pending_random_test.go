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
