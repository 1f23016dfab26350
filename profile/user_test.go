package profile_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What the page keeps of the data is its own business, as is the SDK's: where there is no phone, nothing.
func TestStoredUser(t *testing.T) {
	const body = `{"data":{"id":7,"phone":{"code":"+966","number":555,"country":"SA"}}}`
	for _, m := range asking() {
		for _, sdk := range modes {
			t.Run(name(m.Name, sdk), func(t *testing.T) {
				p := newPage(t, sdk)
				p.answer = always(200, body)
				p.do(p.service(), m.Name, map[string]any{"email": "n@a.sa", "code": "1"})
				if p.logout != nil {
					p.logout(true)
				}
				kept := map[bool]string{true: "sync user", false: "store user"}[sdk]
				if m.Name == "update" || m.Name == "updateCustomFields" || m.Name == "info" {
					assert.Equal(t, []any{walk(of(answer(200, body).Body), "data")}, p.users)
					assert.Contains(t, p.journal, kept)
				} else {
					assert.Empty(t, p.users)
					assert.NotContains(t, p.journal, kept)
				}
			})
		}
	}
	for _, sdk := range modes {
		for _, body := range []string{`{"data":null}`, `{}`, `OK`, ``} {
			p := newPage(t, sdk)
			p.answer = always(200, body)
			p.do(p.service(), "info", nil)
			assert.Empty(t, p.users, "without data: %s", body)
		}
		p := newPage(t, sdk)
		p.answer = always(422, body)
		p.do(p.service(), "info", nil)
		assert.Empty(t, p.users, "a failure")
	}
}

func TestAListenerMayCallAgain(t *testing.T) {
	for _, test := range []struct {
		at   string
		sdk  bool
		good bool
	}{
		{"updated", false, true}, {"notify", false, true}, {"a::b", false, true},
		{"updateFailed", false, false}, {"document::request.failed", false, false},
		// With the SDK, whose listeners are heard while it reacts to the answer.
		{"reaction", true, true}, {"updated", true, true}, {"reaction", true, false}, {"updateFailed", true, false},
	} {
		if !slices.Contains(modes, test.sdk) {
			continue
		}
		for _, method := range []string{"update", "info"} {
			t.Run(fmt.Sprint(test, method), func(t *testing.T) {
				p := newPage(t, test.sdk)
				s := p.service()
				again := 0
				p.listen = func(name string) {
					if name == test.at && again == 0 {
						again++
						p.do(s, method, map[string]any{"a": 1})
					}
				}
				if method == "info" { // asked before the answer to the change came
					p.do(s, "info", nil)
				}
				p.do(s, "update", map[string]any{"a": 1})
				before := len(p.requests)
				if test.good {
					p.last().reply(200, `{"success":true,"data":{"message":"Saved"},"events":{"a::b":1}}`)
				} else {
					p.last().reply(500, `{}`)
				}
				require.Len(t, p.requests, before+1, "a new request")
				for _, r := range p.requests {
					if r.done != nil {
						r.reply(200, `{}`)
					}
				}
				assert.True(t, p.calls[len(p.calls)-1].ok)
			})
		}
	}
}
