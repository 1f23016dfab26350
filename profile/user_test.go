package profile_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"salla-profile/profile"
)

func TestGoogleTags(t *testing.T) {
	for _, test := range []struct {
		name, body string
		want       []any
	}{
		{"at the top", `{"googleTags":{"event":"x"}}`, []any{map[string]any{"event": "x"}}},
		{"in data", `{"data":{"googleTags":{"event":"x"}}}`, []any{map[string]any{"event": "x"}}},
		{"both: data's", `{"googleTags":1,"data":{"googleTags":2}}`, []any{2.0}},
		{"none", `{"googleTags":null}`, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := newPage(t)
			p.answer = always(200, test.body)
			p.do(p.service(), "info", nil)
			assert.Equal(t, test.want, p.tags)
		})
	}
}

func TestStoredUser(t *testing.T) {
	const body = `{"data":{"id":7,"first_name":"Nora","last_name":"A","email":"n@a.sa","avatar":"a.png","gender":"female",
		"phone":{"code":"+966","number":555,"country":"SA"},"currency":"SAR","language":"ar","notifications":2,
		"pending_orders":1,"is_hidden_name":true,"is_notifiable":false}}`
	want := map[string]any{
		"id": 7.0, "email": "n@a.sa", "mobile": "+966555", "country_code": "SA", "language_code": "ar",
		"currency_code": "SAR", "notifications": 2.0, "pending_orders": 1.0, "avatar": "a.png",
		"first_name": "Nora", "last_name": "A", "is_hidden_name": true, "is_notifiable": false,
	}
	for _, m := range profile.Methods {
		t.Run(m.Name, func(t *testing.T) {
			stores := m.Name == "update" || m.Name == "updateCustomFields" || m.Name == "info"
			argument := map[string]any{"email": "n@a.sa", "code": "1"}
			p := newPage(t)
			p.answer = always(200, body)
			p.do(p.service(), m.Name, argument)
			if stores {
				assert.Equal(t, []map[string]any{want}, p.users)
			} else {
				assert.Empty(t, p.users)
			}

			// With the SDK, which looks for a phone itself.
			p = newSDKPage(t)
			p.answer = always(200, body)
			p.do(p.service(), m.Name, argument)
			if p.logout != nil {
				p.logout()
			}
			assert.Empty(t, p.users)
			if stores {
				assert.Contains(t, p.journal, "delegate api.profile.syncUserData")
			} else {
				assert.NotContains(t, p.journal, "delegate api.profile.syncUserData")
			}
		})
	}
	for _, body := range []string{`{"data":{"id":7}}`, `{"data":{"id":7,"phone":null}}`, `{"data":null}`, `{}`, `OK`, ``} {
		p := newPage(t)
		p.answer = always(200, body)
		p.do(p.service(), "info", nil)
		assert.Empty(t, p.users, "without a phone: %s", body)
	}
	p := newPage(t)
	p.answer = always(422, body)
	p.do(p.service(), "info", nil)
	assert.Empty(t, p.users, "a failure")
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
		for _, method := range []string{"update", "info"} {
			t.Run(fmt.Sprint(test, method), func(t *testing.T) {
				p := newPage(t)
				p.context.SDK = test.sdk
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
