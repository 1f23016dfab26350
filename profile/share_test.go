package profile_test

import (
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
		argument any
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
			"the SDK's visitor": func(p *page) { p.context.SDK, p.context.Visitor = true, value("Authorization\nBearer 2") },
			"the SDK came":      func(p *page) { p.context.SDK = true },
			"the token": func(p *page) {
				p.token = func(done func(string, any, bool)) { done("2", nil, true) }
			},
			"the page's headers": func(p *page) { p.context.Headers = fields("currency", "AED") },
			"the store":          func(p *page) { p.base = "https://other.test" },
		} {
			t.Run(name, func(t *testing.T) {
				p := newPage(t)
				p.context.SDK, p.context.Visitor = name == "the SDK's visitor", value("Authorization\nBearer 1")
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
