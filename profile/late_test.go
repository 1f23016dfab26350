package profile_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestDebounceWhereTheStoreIsSlow(t *testing.T) {
	for _, status := range []int{200, 422} {
		for _, sdk := range modes {
			p := newPage(t, sdk)
			p.context.Slow = true
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
	p := newPage(t, true)
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
	p := newPage(t, true)
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
	p := newPage(t, true)
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
	for _, options := range []options{{signal: 1}, {timeout: 5}} {
		p := newPage(t, true)
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
		p := newPage(t, true)
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
	p := newPage(t, true)
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
	p := newPage(t, true)
	p.answer = always(200, `{}`)
	for _, m := range asking() {
		p.do(p.service(), m.Name, map[string]any{"code": "1", "email": "a@b"})
	}
	p.logout(true)
	assert.Empty(t, p.timers)
	assert.Len(t, p.requests, len(asking()))
}
