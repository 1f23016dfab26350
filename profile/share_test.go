package profile_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestIdenticalCallsInFlightAreOne(t *testing.T) {
	for _, m := range asking() {
		for _, status := range []int{200, 422} {
			t.Run(m.Name, func(t *testing.T) {
				for _, sdk := range modes {
					p := newPage(t, sdk)
					s := p.service()
					argument := map[string]any{"code": "1", "email": "a@b"}
					first := p.do(s, m.Name, argument)
					second := p.do(s, m.Name, argument)
					third := p.do(s, m.Name, map[string]any{"code": "1", "email": "a@b"})
					require.Len(t, p.requests, 1)
					assert.Zero(t, first.settled+second.settled+third.settled, "all wait")

					p.last().reply(status, `{"success":true,"events":{"a::b":1},"data":{"message":"Saved","phone":{"code":"1"},"verification":{"status":"pending"}},"error":{"fields":{"a":"b"}}}`)
					if p.logout != nil {
						p.logout(true)
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
		argument any
		options  options
	}
	for _, test := range []struct {
		name string
		a, b given
	}{
		{"another body", given{"update", object, options{}}, given{"update", map[string]any{"a": 2}, options{}}},
		{"no body", given{"update", object, options{}}, given{"update", nil, options{}}},
		{"another method", given{"update", object, options{}}, given{"updateSettings", object, options{}}},
		{"another kind of body", given{"update", form{"a": "1"}, options{}}, given{"update", params{"a": "1"}, options{}}},
		{"other headers", given{"update", object, options{}}, given{"update", object, options{headers: fields("X-A", "1")}}},
		{"headers of other values", given{"update", object, options{headers: fields("X-A", "2")}}, given{"update", object, options{headers: fields("X-A", "1")}}},
		{"a signal", given{"update", object, options{}}, given{"update", object, options{signal: 1}}},
		{"a signal first", given{"update", object, options{signal: 1}}, given{"update", object, options{}}},
		{"the same signal", given{"update", object, options{signal: 1}}, given{"update", object, options{signal: 1}}},
		{"a timeout", given{"update", object, options{}}, given{"update", object, options{timeout: 5}}},
		{"a timeout first", given{"update", object, options{timeout: 5}}, given{"update", object, options{}}},
		{"another timeout", given{"update", object, options{timeout: 5}}, given{"update", object, options{timeout: 6}}},
		{"files", given{"update", files{"a": "1"}, options{}}, given{"update", files{"a": "1"}, options{}}},
		{"a question with a signal", given{"info", nil, options{signal: 1}}, given{"info", nil, options{signal: 1}}},
		{"a question with another timeout", given{"info", nil, options{}}, given{"info", nil, options{timeout: 5}}},
		{"a question with another header", given{"info", nil, options{}}, given{"info", nil, options{headers: fields("X-A", "1")}}},
		{"another question", given{"info", nil, options{}}, given{"getDeleteRequest", nil, options{}}},
		{"another code", given{"verify", "1", options{}}, given{"verify", "2", options{}}},
	} {
		t.Run(test.name, func(t *testing.T) {
			for _, sdk := range modes {
				p := newPage(t, sdk)
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
		for _, sdk := range modes {
			t.Run(name(method, sdk), func(t *testing.T) {
				p := newPage(t, sdk)
				p.who = "Bearer 1"
				s := p.service()
				p.do(s, method, nil)
				p.do(s, method, nil)
				require.Len(t, p.requests, 1)
				p.who = "Bearer 2"
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
