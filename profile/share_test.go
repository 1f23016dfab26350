package profile_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"salla-profile/profile"
)

func TestIdenticalMutationsInFlightAreOne(t *testing.T) {
	for _, m := range profile.Methods {
		if m.Verb == "get" {
			continue
		}
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
		{"info", given{"info", nil, profile.Options{}}, given{"info", nil, profile.Options{}}},
		{"getFields", given{"getFields", nil, profile.Options{}}, given{"getFields", nil, profile.Options{}}},
		{"getDeleteRequest", given{"getDeleteRequest", nil, profile.Options{}}, given{"getDeleteRequest", nil, profile.Options{}}},
		{"another code", given{"verify", "1", profile.Options{}}, given{"verify", "2", profile.Options{}}},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := newPage(t)
			s := p.service()
			p.do(s, test.a.method, test.a.argument, test.a.options)
			p.do(s, test.b.method, test.b.argument, test.b.options)
			require.Len(t, p.requests, 2)
			p.requests[1].reply(200, `{"n":2}`)
			p.requests[0].reply(200, `{"n":1}`)
			if test.a.method != "getFields" {
				assert.Equal(t, map[string]any{"n": 1.0}, p.calls[0].value)
				assert.Equal(t, map[string]any{"n": 2.0}, p.calls[1].value)
			}
		})
	}
	t.Run("another token", func(t *testing.T) {
		p := newPage(t)
		s := p.service()
		p.do(s, "update", object)
		p.context.Headers = fields("Authorization", "Bearer somebody else")
		p.do(s, "update", object)
		require.Len(t, p.requests, 2)
		p.requests[0].reply(200, `{}`)
		p.requests[1].reply(200, `{}`)
	})
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
	p := newPage(t)
	s := p.service()
	for i := range 4 {
		p.do(s, "update", map[string]any{"n": i})
	}
	for i := range 4 {
		p.do(s, "update", map[string]any{"n": i})
	}
	require.Len(t, p.requests, 4)
	p.eventless = 4
	for _, i := range []int{2, 0, 3, 1} {
		p.requests[i].reply(200, `{"n":`+string(rune('0'+i))+`}`)
	}
	for i, c := range p.calls {
		assert.Equal(t, map[string]any{"n": float64(i % 4)}, c.value)
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

func TestDebouncedCallsLeaveTheButtonAlone(t *testing.T) {
	p := newSDKPage(t)
	p.context.Slow, p.context.Button = true, true
	p.answer = always(200, `{}`)
	p.do(p.service(), "info", nil)
	p.elapse(300)
	assert.NotContains(t, p.journal, "load", "the click is over when it is sent")
	assert.NotContains(t, p.journal, "stop")
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
