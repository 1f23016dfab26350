package profile_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"salla-profile/profile"
)

// call is a call of a method and what came of it.
type call struct {
	method  *profile.Method
	settled int
	ok      bool
	value   any
}

const api = "https://api.test/v1"

// newPage is a page with the SDK or without it; after the test every call on it must be settled as it should be.
func newPage(t *testing.T, sdk bool) *page {
	p := &page{t: t, base: api, customer: newCustomer()}
	p.context.SDK = sdk
	known.pages++
	t.Cleanup(forget)
	t.Cleanup(p.check)
	return p
}

// name is a subtest's, with the SDK or without it.
func name(name string, sdk bool) string {
	if sdk {
		return name + " with the SDK"
	}
	return name + " alone"
}

// check holds for whatever happens on a page: each call is settled exactly once, and has exactly one of
// its method's two events, unless it shares that of another.
func (p *page) check() {
	if p.t.Failed() {
		return
	}
	events, wanted := map[string]int{}, -p.eventless
	for _, e := range p.announced {
		events[e.name]++
	}
	for _, c := range p.calls {
		assert.Equal(p.t, 1, c.settled, "%s is settled exactly once", c.method.Name)
		if c.method.Success == "" {
			assert.Empty(p.t, c.method.Failure)
			continue
		}
		wanted++
		if name := c.event(); events[name] > 0 {
			events[name]--
		}
	}
	assert.Len(p.t, p.announced, wanted, "one event a call: %v", p.announced)
	for name, n := range events {
		assert.Zero(p.t, n, "%s belongs to no call", name)
	}
	for _, r := range p.requests {
		assert.Nil(p.t, r.done, "%s %s is answered", r.Verb, r.URL)
	}
}

// event is the dispatcher that announces what came of the call.
func (c *call) event() string {
	if c.ok {
		return c.method.Success
	}
	return c.method.Failure
}

func (p *page) note(format string, args ...any) {
	p.journal = append(p.journal, fmt.Sprintf(format, args...))
}

// server is a profile.Service.
type server interface {
	Do(*profile.Call)
	Attach()
}

// service is a service on the page.
func (p *page) service() server { return profile.New(p) }

// waiting is a service on a page before which something waited, the newer first.
func (p *page) waiting(list ...profile.Verification) server {
	p.session = &kept{list: list, customer: p.customer}
	s := p.service()
	s.Attach()
	return s
}

// method is the method of a name.
func method(t require.TestingT, name string) *profile.Method {
	for i := range profile.Methods {
		if m := &profile.Methods[i]; m.Name == name {
			return m
		}
	}
	require.Fail(t, "no method "+name)
	return nil
}

// asking are the methods that ask something of the store.
func asking() []profile.Method {
	var list []profile.Method
	for _, m := range profile.Methods {
		if m.Verb != "" {
			list = append(list, m)
		}
	}
	return list
}

// do calls a method with its argument and at most one set of options.
func (p *page) do(s server, name string, argument any, given ...options) *call {
	c := &call{method: method(p.t, name)}
	made := &profile.Call{ID: len(p.calls), Method: c.method, Argument: value(argument)}
	p.calls = append(p.calls, c)
	if len(given) > 0 {
		made.Options = value(given[0])
	}
	p.turn(func() { s.Do(made) })
	return c
}

// failure is the error that a call was rejected with.
func (c *call) failure(t *testing.T) *failure {
	t.Helper()
	require.Equal(t, 1, c.settled)
	require.False(t, c.ok, "%s resolved to %v", c.method.Name, c.value)
	require.IsType(t, &failure{}, c.value)
	return c.value.(*failure)
}

// rejected is what a call was rejected with, where that may be the SDK's error.
func (c *call) rejected(t *testing.T) any {
	t.Helper()
	require.Equal(t, 1, c.settled)
	require.False(t, c.ok, "%s resolved to %v", c.method.Name, c.value)
	require.NotNil(t, c.value)
	return c.value
}

// last is the last request that was sent.
func (p *page) last() *request {
	p.t.Helper()
	require.NotEmpty(p.t, p.requests, "nothing was sent")
	return p.requests[len(p.requests)-1]
}

// body is the text that the last request carries: of a form the JSON of its members, of the last entry each.
func (p *page) body() string {
	p.t.Helper()
	return bodyOf(p.last().Body).text
}

// reply answers the request.
func (r *request) reply(status int, body string) { r.finish(answer(status, body)) }

// fail ends the request without an answer.
func (r *request) fail(problem profile.Problem) { r.finish(&profile.Answer{Problem: problem}) }

func (r *request) finish(a *profile.Answer) {
	done := r.done
	r.done = nil
	if r.Identifies && a.OK {
		r.page.customer.identify(textOf(walk(of(a.Data), "id")))
	}
	a.Customer = r.page.customer.number
	r.page.turn(func() { done(a) })
}

// header is the value of the last request's header.
func (r *request) header(name string) (value string, there bool) {
	for _, f := range r.Headers {
		if strings.EqualFold(f.Name, name) {
			return f.Value, true
		}
	}
	return "", false
}

// elapse fires the timers that are due after so many milliseconds.
func (p *page) elapse(ms int) {
	timers := p.timers
	p.timers = nil
	for _, t := range timers {
		if t.ms -= ms; t.ms > 0 {
			p.timers = append(p.timers, t)
			continue
		}
		p.turn(t.fn)
	}
}
