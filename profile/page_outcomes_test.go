package profile_test

import (
	"reflect"
	"strings"

	"salla-profile/profile"
)

func (p *page) heard(name string) {
	if p.listen != nil {
		p.listen(name)
	}
}

// sender is whom a request is made for, and how.
type sender struct {
	sdk bool
	who any
}

func (p *page) Context(path string, given profile.Value) *profile.Context {
	c := p.context
	c.URL, c.Customer = p.base+"/"+path, p.customer.number
	c.Sender = value(sender{c.SDK, p.who})
	if o, ok := of(given).(options); ok {
		c.Signal, c.Timeout, c.Headers = value(o.signal), o.timeout, o.headers
	}
	return &c
}

func (p *page) Joinable(other, otherKey, sender, key profile.Value) bool {
	return reflect.DeepEqual(of(other), of(sender)) && reflect.DeepEqual(of(otherKey), of(key))
}

func (p *page) Later(ms int, done func(*profile.Answer)) {
	p.timers = append(p.timers, &timer{ms, func() { done(&profile.Answer{}) }})
}

func (p *page) Settle(calls []int, fulfilled bool, dispatcher string, v profile.Value) {
	if dispatcher != "" {
		p.note("announce %s", dispatcher)
		p.announced = append(p.announced, event{name: dispatcher, first: of(v)})
		p.heard(dispatcher)
	}
	for _, id := range calls {
		p.note("done %s", map[bool]string{true: "ok", false: "failed"}[fulfilled])
		c := p.calls[id]
		c.settled++
		c.ok, c.value = fulfilled, of(v)
	}
}

func (p *page) Exposed(ok bool) { p.note("exposed %t", ok) }

func (p *page) CallMethod(method string, argument, given profile.Value) profile.Value {
	p.note("invoke %s", method)
	made := invoked{method, of(argument), of(given)}
	p.invoked = append(p.invoked, made)
	return value(made)
}

func (p *page) fails(r *profile.Request, f *profile.Failure) *failure {
	made := &failure{*f, *r}
	p.errors = append(p.errors, made)
	return made
}

func (p *page) Error(r *profile.Request, f *profile.Failure) profile.Value {
	return value(p.fails(r, f))
}

func (p *page) Notify(message, kind string, about profile.Value) {
	p.note("notify %s: %s", kind, message)
	p.notices = append(p.notices, notice{message, kind, of(about)})
	p.heard("notify")
}

func (p *page) EmptyList(method string) profile.Value {
	p.note("warn of %s", method)
	return value([]any{})
}

// Ask is the SDK: what it does on an answer is one entry of the journal, and heard as "reaction".
func (p *page) Ask(r *profile.Request, answered, done func(*profile.Answer)) {
	p.note("ask %s %s", r.Verb, strings.TrimPrefix(r.URL, p.base+"/"))
	p.sent(r, func(a *profile.Answer) {
		if !a.OK {
			said := *a
			a.Body = value(&sdkError{&said})
		}
		answered(a)
		p.note("reaction")
		p.heard("reaction")
		done(a)
	})
}

func (p *page) sent(made *profile.Request, done func(*profile.Answer)) {
	r := &request{made, p, done}
	p.requests = append(p.requests, r)
	if p.answer != nil {
		a := p.answer(made)
		p.soon(func() { r.finish(a) })
	}
}

// info is the first argument of document::request.failed.
type info struct {
	request profile.Request
	payload any
}

func (p *page) Refuse(r *profile.Request, f *profile.Failure) profile.Value {
	p.note("refuse")
	err := p.fails(r, f)
	p.refused = append(p.refused, event{"document::request.failed", info{*r, of(r.Payload)}, err})
	p.heard("document::request.failed")
	return value(err)
}

func (p *page) SyncUser(data profile.Value) {
	p.note("sync user")
	p.users = append(p.users, of(data))
}

func (p *page) EndSession(done func(*profile.Answer)) {
	p.note("end session")
	p.logout = func(ok bool) { p.turn(func() { done(&profile.Answer{OK: ok}) }) }
}
