//go:build !twilight

package profile_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A page may change whom it asks for while a request is under way.
func TestAnotherConfigurationIsNotShared(t *testing.T) {
	for _, method := range []string{"info", "update"} {
		for name, change := range map[string]func(p *page){
			"the SDK came": func(p *page) { p.context.SDK = true },
			"the token": func(p *page) {
				p.token = func(done func(string, any, bool)) { done("2", nil, true) }
			},
			"the page's headers": func(p *page) { p.config.Headers = fields("currency", "AED") },
			"the store":          func(p *page) { p.base = "https://other.test" },
		} {
			t.Run(name, func(t *testing.T) {
				p := newPage(t, false)
				p.config.Headers = fields("currency", "SAR")
				s := p.service()
				p.do(s, method, nil)
				p.do(s, method, nil)
				require.Len(t, p.requests, 1)
				change(p)
				s.Attach()
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

// Where a token has to be waited for, calls are the same if they are sent as the same.
func TestSharedAfterTheToken(t *testing.T) {
	for _, second := range []string{"1", "2"} {
		p := newPage(t, false)
		var later []func(string, any, bool)
		p.token = func(done func(string, any, bool)) { later = append(later, done) }
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
