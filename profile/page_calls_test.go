package profile_test

import (
	"encoding/json"
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

// newPage is a page without the SDK; after the test every call on it must be settled as it should be.
func newPage(t *testing.T) *page {
	p := &page{t: t, base: api}
	known.pages++
	t.Cleanup(forget)
	t.Cleanup(p.check)
	return p
}

// newSDKPage is a page with the SDK.
func newSDKPage(t *testing.T) *page {
	p := newPage(t)
	p.context.SDK = true
	return p
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
	assert.Zero(p.t, p.hushed, "the notices are back")
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
	ShowPending()
}

// service is a service on the page.
func (p *page) service() server { return profile.New(p) }

// waiting is a service on a page before which something waited.
func (p *page) waiting(w profile.Waiting) server {
	p.session = &w
	return p.service()
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

// do calls a method with its argument and at most one set of options.
func (p *page) do(s server, name string, argument any, options ...profile.Options) *call {
	c := &call{method: method(p.t, name)}
	p.calls = append(p.calls, c)
	made := &profile.Call{Method: c.method, Argument: value(argument), Done: func(ok bool, v profile.Value) {
		p.note("done %s", okText(ok))
		c.settled++
		c.ok, c.value = ok, of(v)
	}}
	if len(options) > 0 {
		made.Options = options[0]
	}
	s.Do(made)
	return c
}

func okText(ok bool) string {
	if ok {
		return "ok"
	}
	return "failed"
}

// failure is the error that a call was rejected with.
func (c *call) failure(t *testing.T) *profile.Failure {
	t.Helper()
	require.Equal(t, 1, c.settled)
	require.False(t, c.ok, "%s resolved to %v", c.method.Name, c.value)
	require.IsType(t, &profile.Failure{}, c.value)
	return c.value.(*profile.Failure)
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

// body is the JSON that the last request carries.
func (p *page) body() string {
	p.t.Helper()
	return p.last().Body.Text
}

// reply answers the request.
func (r *request) reply(status int, body string) { r.finish(answer(status, body)) }

// fail ends the request without an answer.
func (r *request) fail(problem profile.Problem) { r.finish(&profile.Answer{Problem: problem}) }

func (r *request) finish(a *profile.Answer) {
	done := r.done
	r.done = nil
	done(a)
}

// answer is an answer with a JSON body.
func answer(status int, body string) *profile.Answer {
	var parsed any = body
	if err := json.Unmarshal([]byte(body), &parsed); err != nil {
		parsed = body
	}
	a := &profile.Answer{Status: status, Body: value(parsed), Empty: falsy(parsed)}
	a.Response = value(map[string]any{"status": status, "data": parsed})
	if a.Empty && status < 300 {
		a.Body = a.Response
	}
	return a
}

// always answers every request alike.
func always(status int, body string) func(*profile.Request) *profile.Answer {
	return func(*profile.Request) *profile.Answer { return answer(status, body) }
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
		switch t.ms -= ms; {
		case t.cancelled:
		case t.ms <= 0:
			t.fn()
		default:
			p.timers = append(p.timers, t)
		}
	}
}
