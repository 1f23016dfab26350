package profile_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"salla-profile/profile"
)

// made is how a method is called.
type made struct {
	method   string
	argument any
	options  options
}

// sharedCalls are the calls of TestOneAnswerOnlyWhileNothingElseChanges, by their words.
var sharedCalls = map[string]made{
	"on":     {"updateSettings", map[string]any{"name": "sms", "value": 1}, options{}},
	"off":    {"updateSettings", map[string]any{"name": "sms", "value": 0}, options{}},
	"save":   {"update", map[string]any{"first_name": "Nora"}, options{}},
	"photo":  {"update", files{"avatar": "a.png"}, options{}},
	"cut":    {"update", map[string]any{"first_name": "Nora"}, options{signal: 1}},
	"no":     {"verify", nil, options{}}, // refused
	"delete": {"delete", nil, options{}},
	"info":   {"info", nil, options{}},
	"fields": {"getFields", nil, options{}},
}

// The last word is the customer's: identical is only what means the same, and a question asked after a change was
// answered gets an answer of its own.
func TestOneAnswerOnlyWhileNothingElseChanges(t *testing.T) {
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
		for _, sdk := range modes {
			t.Run(test.name, func(t *testing.T) {
				p := newPage(t, sdk)
				playShared(p, test.steps)
				checkShared(t, p, test.want)
			})
		}
	}
}

// playShared makes the calls that the steps name, answers as they say, and in the end answers all that is open.
func playShared(p *page, steps string) {
	s := p.service()
	for step := range strings.FieldsSeq(steps) {
		c, isCall := sharedCalls[step]
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
		p.logout(true)
	}
}

// checkShared fails unless each call has got the answer of the request that is wanted for it, and there are no others.
func checkShared(t *testing.T, p *page, want []int) {
	t.Helper()
	sent, wanted := 0, map[int]bool{}
	for i, c := range p.calls {
		n := want[i]
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
}

func TestSharedAfterMending(t *testing.T) {
	p := newPage(t, true)
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
	for i, status := range []int{200, 500, 200, 500} {
		p := newPage(t, modes[i/2%len(modes)])
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
	for _, sdk := range modes {
		p := newPage(t, sdk)
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
