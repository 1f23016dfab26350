package profile_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"salla-profile/profile"
)

func TestIdenticalCallsInFlightAreOne(t *testing.T) {
	for _, m := range profile.Methods {
		for _, status := range []int{200, 422} {
			t.Run(m.Name, func(t *testing.T) {
				for _, sdk := range []bool{true, false} {
					p := newPage(t)
					p.context.SDK = sdk
					s := p.service()
					argument := map[string]any{"code": "1", "email": "a@b"}
					first := p.do(s, m.Name, argument)
					second := p.do(s, m.Name, argument)
					third := p.do(s, m.Name, map[string]any{"code": "1", "email": "a@b"})
					require.Len(t, p.requests, 1)
					assert.Zero(t, first.settled+second.settled+third.settled, "all wait")

					p.last().reply(status, `{"success":true,"events":{"a::b":1},"data":{"message":"Saved","phone":{"code":"1"},"verification":{"status":"pending"}},"error":{"fields":{"a":"b"}}}`)
					if p.logout != nil {
						p.logout()
					}
					if m.Success != "" {
						p.eventless = 2
						assert.Len(t, p.announced, 1, "the event fires once")
					}
					for _, c := range []*call{second, third} {
						assert.Equal(t, first.ok, c.ok)
						assert.Equal(t, first.value, c.value)
					}
					assert.LessOrEqual(t, len(p.notices), 1, "one notice")
					assert.LessOrEqual(t, len(p.users), 1, "one user")
					assert.LessOrEqual(t, len(p.pending), 1, "one pending verification")
					assert.LessOrEqual(t, len(p.errors), 1, "one error")

					// Then it is over.
					p.do(s, m.Name, argument)
					require.Len(t, p.requests, 2)
					p.last().reply(500, `{}`)
				}
			})
		}
	}
}

func TestWhatIsNotShared(t *testing.T) {
	object := map[string]any{"a": 1}
	type given struct {
		method   string
		argument profile.Value
		options  profile.Options
	}
	for _, test := range []struct {
		name string
		a, b given
	}{
		{"another body", given{"update", object, profile.Options{}}, given{"update", map[string]any{"a": 2}, profile.Options{}}},
		{"no body", given{"update", object, profile.Options{}}, given{"update", nil, profile.Options{}}},
		{"another method", given{"update", object, profile.Options{}}, given{"updateSettings", object, profile.Options{}}},
		{"another kind of body", given{"update", form{"a": "1"}, profile.Options{}}, given{"update", params{"a": "1"}, profile.Options{}}},
		{"other headers", given{"update", object, profile.Options{}}, given{"update", object, profile.Options{Headers: fields("X-A", "1")}}},
		{"headers of other values", given{"update", object, profile.Options{Headers: fields("X-A", "2")}}, given{"update", object, profile.Options{Headers: fields("X-A", "1")}}},
		{"a signal", given{"update", object, profile.Options{}}, given{"update", object, profile.Options{Signal: 1}}},
		{"a signal first", given{"update", object, profile.Options{Signal: 1}}, given{"update", object, profile.Options{}}},
		{"the same signal", given{"update", object, profile.Options{Signal: 1}}, given{"update", object, profile.Options{Signal: 1}}},
		{"a timeout", given{"update", object, profile.Options{}}, given{"update", object, profile.Options{Timeout: 5}}},
		{"a timeout first", given{"update", object, profile.Options{Timeout: 5}}, given{"update", object, profile.Options{}}},
		{"another timeout", given{"update", object, profile.Options{Timeout: 5}}, given{"update", object, profile.Options{Timeout: 6}}},
		{"files", given{"update", files{"a": "1"}, profile.Options{}}, given{"update", files{"a": "1"}, profile.Options{}}},
		{"a question with a signal", given{"info", nil, profile.Options{Signal: 1}}, given{"info", nil, profile.Options{Signal: 1}}},
		{"a question with another timeout", given{"info", nil, profile.Options{}}, given{"info", nil, profile.Options{Timeout: 5}}},
		{"a question with another header", given{"info", nil, profile.Options{}}, given{"info", nil, profile.Options{Headers: fields("X-A", "1")}}},
		{"another question", given{"info", nil, profile.Options{}}, given{"getDeleteRequest", nil, profile.Options{}}},
		{"another code", given{"verify", "1", profile.Options{}}, given{"verify", "2", profile.Options{}}},
	} {
		t.Run(test.name, func(t *testing.T) {
			for _, sdk := range []bool{true, false} {
				p := newPage(t)
				p.context.SDK = sdk
				s := p.service()
				p.do(s, test.a.method, test.a.argument, test.a.options)
				p.do(s, test.b.method, test.b.argument, test.b.options)
				require.Len(t, p.requests, 2)
				p.requests[1].reply(200, `{"n":2}`)
				p.requests[0].reply(200, `{"n":1}`)
				assert.Equal(t, map[string]any{"n": 1.0}, p.calls[0].value)
				assert.Equal(t, map[string]any{"n": 2.0}, p.calls[1].value)
			}
		})
	}
}

// A page may change whom it asks for while a request is under way.
func TestAnotherVisitorIsNotShared(t *testing.T) {
	for _, method := range []string{"info", "update"} {
		for name, change := range map[string]func(p *page){
			"the SDK's visitor": func(p *page) { p.context.SDK, p.context.Visitor = true, "Authorization\nBearer 2" },
			"the SDK came":      func(p *page) { p.context.SDK = true },
			"the token": func(p *page) {
				p.token = func(done func(string, profile.Value, bool)) { done("2", nil, true) }
			},
			"the page's headers": func(p *page) { p.context.Headers = fields("currency", "AED") },
			"the store":          func(p *page) { p.base = "https://other.test" },
		} {
			t.Run(name, func(t *testing.T) {
				p := newPage(t)
				p.context.SDK, p.context.Visitor = name == "the SDK's visitor", "Authorization\nBearer 1"
				p.context.Headers = fields("currency", "SAR")
				s := p.service()
				p.do(s, method, nil)
				p.do(s, method, nil)
				require.Len(t, p.requests, 1)
				change(p)
				p.do(s, method, nil)
				require.Len(t, p.requests, 2)
				p.requests[0].reply(200, `{"n":1}`)
				p.requests[1].reply(200, `{"n":2}`)
				assert.Equal(t, map[string]any{"n": 2.0}, p.calls[2].value)
				p.eventless = 1
			})
		}
	}
}

// The last word is the customer's: identical is only what means the same, and a question asked after a change was
// answered gets an answer of its own.
func TestOneAnswerOnlyWhileNothingElseChanges(t *testing.T) {
	type made struct {
		method   string
		argument profile.Value
		options  profile.Options
	}
	calls := map[string]made{
		"on":     {"updateSettings", map[string]any{"name": "sms", "value": 1}, profile.Options{}},
		"off":    {"updateSettings", map[string]any{"name": "sms", "value": 0}, profile.Options{}},
		"save":   {"update", map[string]any{"first_name": "Nora"}, profile.Options{}},
		"photo":  {"update", files{"avatar": "a.png"}, profile.Options{}},
		"cut":    {"update", map[string]any{"first_name": "Nora"}, profile.Options{Signal: 1}},
		"no":     {"verify", nil, profile.Options{}}, // refused
		"delete": {"delete", nil, profile.Options{}},
		"info":   {"info", nil, profile.Options{}},
		"fields": {"getFields", nil, profile.Options{}},
	}
	for _, test := range []struct {
		name string
		// steps are calls, and answers: +N and -N are a good and a bad one to the request of that number.
		steps string
		// want is the request of each call.
		want []int
	}{
		{"a double click", "on on", []int{0, 0}},
		{"on, off, on", "on off on", []int{0, 1, 2}},
		{"on, off, off, on", "on off off on", []int{0, 1, 1, 2}},
		{"five components", "info info info info info", []int{0, 0, 0, 0, 0}},
		{"two questions", "info fields info fields", []int{0, 1, 0, 1}},
		{"a question while a save is under way", "save info info", []int{0, 1, 1}},
		{"a question asked before the save, and after", "info save info info", []int{0, 1, 2, 2}},
		{"and after a save that was answered", "save info +0 info", []int{0, 1, 2}},
		{"a save that failed may have been done", "save info -0 info", []int{0, 1, 2}},
		{"questions after the save", "save +0 info info", []int{0, 1, 1}},
		{"another save was answered meanwhile", "on save info +0 info", []int{0, 1, 2, 3}},
		{"an answered question changes nothing", "info fields +0 fields save save", []int{0, 1, 1, 2, 2}},
		{"a double click while another save lands", "on save +0 save", []int{0, 1, 1}},
		{"after the answer", "on +0 on", []int{0, 1}},
		{"after a failure", "on -0 on", []int{0, 1}},
		{"a question between", "on info on", []int{0, 1, 0}},
		{"a refused call between", "on no on", []int{0, -1, 0}},
		{"a file between", "on photo on", []int{0, 1, 2}},
		{"a call that can be cut off between", "on cut on info cut info", []int{0, 1, 2, 3, 4, 5}},
		{"and answered", "cut info +0 info", []int{0, 1, 2}},
		{"a deletion between", "info delete info", []int{0, 1, 2}},
	} {
		for _, sdk := range []bool{true, false} {
			t.Run(test.name, func(t *testing.T) {
				p := newPage(t)
				p.context.SDK = sdk
				s := p.service()
				for step := range strings.FieldsSeq(test.steps) {
					c, isCall := calls[step]
					if isCall {
						p.do(s, c.method, c.argument, c.options)
						continue
					}
					n := int(step[1] - '0')
					status := map[byte]int{'+': 200, '-': 500}[step[0]]
					p.requests[n].reply(status, fmt.Sprintf(`{"data":[%d]}`, n))
				}
				for n, r := range p.requests {
					if r.done != nil {
						r.reply(200, fmt.Sprintf(`{"data":[%d]}`, n))
					}
				}
				if p.logout != nil {
					p.logout()
				}
				sent, wanted := 0, map[int]bool{}
				for i, c := range p.calls {
					n := test.want[i]
					if n < 0 {
						assert.False(t, c.ok)
						continue
					}
					sent = max(sent, n+1)
					if wanted[n] && c.method.Success != "" {
						p.eventless++
					}
					wanted[n] = true
					if !c.ok { // a bad answer's
						continue
					}
					data := c.value
					if c.method.Name != "getFields" {
						data = c.value.(map[string]any)["data"]
					}
					assert.Equal(t, []any{float64(n)}, data, "call %d", i)
				}
				assert.Len(t, p.requests, sent)
			})
		}
	}
}

func TestSharedAfterMending(t *testing.T) {
	p := newPage(t)
	s := p.service()
	p.do(s, "updateContacts", map[string]any{"phone": "٠٥"})
	p.do(s, "updateContacts", map[string]any{"phone": "05", "country_code": "SA"})
	require.Len(t, p.requests, 1, "what is sent is the same")
	p.last().fail(profile.Network)
	p.eventless = 1
	assert.Same(t, p.calls[0].value, p.calls[1].value)
}

// A listener, or what follows on the promise, that calls again means a new request.
func TestCallAgainIsANewRequest(t *testing.T) {
	for _, status := range []int{200, 500} {
		p := newPage(t)
		s := p.service()
		rounds := 0
		p.listen = func(name string) {
			if (name == "updated" || name == "updateFailed") && rounds < 3 {
				rounds++
				p.do(s, "update", map[string]any{})
				assert.Len(t, p.requests, rounds+1)
			}
		}
		p.do(s, "update", map[string]any{})
		for range 4 {
			p.last().reply(status, `{}`)
		}
		assert.Len(t, p.requests, 4)
	}
}

// Several flights at once end in any order.
func TestFlightsDontMix(t *testing.T) {
	for _, sdk := range []bool{true, false} {
		p := newPage(t)
		p.context.SDK = sdk
		s := p.service()
		methods := []string{"update", "info", "getFields", "getDeleteRequest"}
		for range 2 {
			for _, name := range methods {
				p.do(s, name, nil)
			}
		}
		require.Len(t, p.requests, 4)
		p.eventless = 2
		for _, i := range []int{2, 0, 3, 1} {
			p.requests[i].reply(200, fmt.Sprintf(`{"data":{"n":%d}}`, i))
		}
		for i, c := range p.calls {
			want := map[string]any{"n": float64(i % 4)}
			if c.method.Name != "getFields" {
				want = map[string]any{"data": want}
			}
			assert.Equal(t, want, c.value)
		}
	}
}

// Where a token has to be waited for, calls are the same if they are sent as the same.
func TestSharedAfterTheToken(t *testing.T) {
	for _, second := range []string{"1", "2"} {
		p := newPage(t)
		var later []func(string, profile.Value, bool)
		p.token = func(done func(string, profile.Value, bool)) { later = append(later, done) }
		s := p.service()
		p.do(s, "info", nil)
		p.do(s, "info", nil)
		later[0]("1", nil, true)
		later[1](second, nil, true)
		if second == "1" {
			p.eventless = 1
		}
		require.Len(t, p.requests, 2-p.eventless)
		for _, r := range p.requests {
			r.reply(200, `{}`)
		}
	}
}

func TestDebounceWhereTheStoreIsSlow(t *testing.T) {
	for _, status := range []int{200, 422} {
		for _, sdk := range []bool{true, false} {
			p := newPage(t)
			p.context.SDK, p.context.Slow = sdk, true
			s := p.service()
			p.do(s, "info", nil)
			p.elapse(299)
			p.do(s, "update", map[string]any{"a": 1})
			p.elapse(299)
			assert.Empty(t, p.requests, "every call starts the wait afresh")
			p.do(s, "update", map[string]any{"a": 2})
			p.elapse(300)
			require.Len(t, p.requests, 1, "only the last is sent")
			assert.Equal(t, `{"a":2}`, p.body())
			p.elapse(1000)

			p.last().reply(status, `{"n":1,"success":true,"data":{"message":"Saved"}}`)
			for _, c := range p.calls {
				assert.Equal(t, p.calls[0].value, c.value, "everyone gets its answer")
				assert.Equal(t, status == 200, c.ok)
			}
			assert.Len(t, p.announced, 3, "each call has its own event")
			assert.LessOrEqual(t, len(p.notices), 1)

			// And again.
			p.do(s, "info", nil)
			p.elapse(300)
			require.Len(t, p.requests, 2)
			p.last().reply(status, `{}`)
		}
	}
}

func TestDebounceDuringARequest(t *testing.T) {
	p := newSDKPage(t)
	p.context.Slow = true
	s := p.service()
	p.do(s, "info", nil)
	p.elapse(300)
	p.do(s, "update", map[string]any{})
	p.last().reply(200, `{"n":1}`)
	assert.Equal(t, 1, p.calls[0].settled)
	assert.Zero(t, p.calls[1].settled)
	p.elapse(300)
	p.last().reply(200, `{"n":2}`)
	assert.Equal(t, map[string]any{"n": 2.0}, p.calls[1].value)
}

// What was held back counts as one change more, and as one answer.
func TestHeldBackChangesCount(t *testing.T) {
	p := newSDKPage(t)
	p.context.Slow = true
	s := p.service()
	ask := func() {
		p.do(s, "info", nil)
		p.elapse(300)
	}
	ask()
	p.do(s, "update", map[string]any{"a": 1})
	p.do(s, "update", map[string]any{"a": 2})
	p.elapse(300)
	require.Len(t, p.requests, 2)
	ask()
	require.Len(t, p.requests, 3, "the change may be seen by it")
	ask()
	require.Len(t, p.requests, 3)
	p.requests[1].reply(200, `{}`)
	ask()
	require.Len(t, p.requests, 4, "the change is to be seen by it")
	for _, i := range []int{0, 2, 3} {
		p.requests[i].reply(200, `{}`)
	}
	p.eventless = 1
}

func TestLeavingDoesNotWait(t *testing.T) {
	p := newSDKPage(t)
	p.context.Slow = true
	s := p.service()
	p.do(s, "update", map[string]any{"a": 1})
	p.context.Leaving = true
	p.do(s, "update", map[string]any{"a": 2})
	require.Len(t, p.requests, 1, "the page is gone before the wait is over")
	assert.Equal(t, `{"a":2}`, p.body())
	p.elapse(1000)
	require.Len(t, p.requests, 1, "what waited for the same answer isn't sent")
	p.last().reply(200, `{"n":1}`)
	for _, c := range p.calls {
		assert.Equal(t, map[string]any{"n": 1.0}, c.value)
	}
}

func TestWhatCanBeCutOffIsNotHeldBack(t *testing.T) {
	for _, options := range []profile.Options{{Signal: 1}, {Timeout: 5}} {
		p := newSDKPage(t)
		p.context.Slow = true
		s := p.service()
		p.do(s, "update", map[string]any{"a": 1})
		p.do(s, "info", nil, options)
		require.Len(t, p.requests, 1, "info, at once")
		p.elapse(300)
		require.Len(t, p.requests, 2)
		assert.Equal(t, `{"a":1}`, p.body())
		p.requests[0].reply(500, `{}`)
		p.requests[1].reply(200, `{"n":1}`)
		assert.True(t, p.calls[0].ok)
		assert.False(t, p.calls[1].ok)
	}
}

func TestIdenticalMutationsOfASlowStore(t *testing.T) {
	for _, leaving := range []bool{false, true} {
		p := newSDKPage(t)
		p.context.Slow, p.context.Leaving = true, leaving
		s := p.service()
		for range 3 {
			p.do(s, "update", map[string]any{"a": 1})
			p.elapse(300)
		}
		require.Len(t, p.requests, 1)
		p.last().reply(200, `{"n":1}`)
		for _, c := range p.calls {
			assert.Equal(t, map[string]any{"n": 1.0}, c.value)
		}
		p.eventless = 2
		assert.Len(t, p.announced, 1)
	}
}

func TestDataRequestsAreNotDebounced(t *testing.T) {
	p := newSDKPage(t)
	p.context.Slow = true
	p.answer = always(200, `{}`)
	s := p.service()
	for _, name := range []string{"initiateDeleteRequest", "verifyDeleteRequest", "getDeleteRequest", "cancelDeleteRequest"} {
		c := p.do(s, name, map[string]any{})
		assert.True(t, c.ok, name)
	}
	assert.Len(t, p.requests, 4)
	assert.Empty(t, p.timers)
}

func TestFastStoresAreNotDebounced(t *testing.T) {
	p := newSDKPage(t)
	p.answer = always(200, `{}`)
	for _, m := range profile.Methods {
		p.do(p.service(), m.Name, map[string]any{"code": "1", "email": "a@b"})
	}
	p.logout()
	assert.Empty(t, p.timers)
	assert.Len(t, p.requests, len(profile.Methods))
}
