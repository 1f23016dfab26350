//go:build !twilight

package profile_test

import (
	"strings"

	"salla-profile/profile"
)

// modes are those that a page may be in, with the SDK or without it.
var modes = []bool{true, false}

// alone is what a page without the SDK has.
type alone struct {
	config  profile.Config
	configs int // how often it was asked for
	// token answers who asks for the customer's token, where it is a function.
	token  func(done func(token string, reason any, ok bool))
	tokens int // how often it was asked for
}

func (p *page) Config() *profile.Config {
	p.configs++
	p.config.TokenLater = p.token != nil
	config := p.config
	return &config
}

func (p *page) Token(signal profile.Value, timeout int, done func(*profile.Answer)) {
	p.tokens++
	p.token(func(token string, reason any, ok bool) {
		p.soon(func() {
			a := &profile.Answer{OK: ok, Token: token, Customer: p.customer.number}
			if !ok {
				a.Problem, a.Reason = profile.Network, value(reason)
			}
			done(a)
		})
	})
}

func (p *page) Send(r *profile.Request, done func(*profile.Answer)) {
	p.note("send %s %s", r.Verb, strings.TrimPrefix(r.Address(), p.base+"/"))
	p.sent(r, done)
}

func (p *page) Fail(r *profile.Request, f *profile.Failure) profile.Value {
	err := p.fails(r, f)
	p.note("emit document::request.failed")
	p.emitted = append(p.emitted, event{"document::request.failed", info{*r, of(r.Payload)}, err})
	p.heard("document::request.failed")
	return value(err)
}

func (p *page) Reactions(body profile.Value) *profile.Reactions {
	v := of(body)
	r := &profile.Reactions{
		Case: textOf(walk(v, "case")), Msg: textOf(walk(v, "msg")),
		Message: textOf(walk(v, "data.message")), Success: textOf(walk(v, "success")), Error: textOf(walk(v, "error.message")),
	}
	for _, path := range []string{"data.googleTags", "googleTags"} {
		if tags := walk(v, path); !falsy(tags) && r.Tags == profile.Undefined {
			r.Tags = value(tags)
		}
	}
	sent := events(v)
	for _, name := range namesOf(sent) {
		r.Events = append(r.Events, profile.Entry{Name: name, Value: value(sent[name])})
	}
	said, _ := walk(v, "error.fields").(map[string]any)
	for _, name := range namesOf(said) {
		list, ok := said[name].([]any)
		if !ok {
			list = []any{said[name]}
		}
		for _, item := range list {
			r.Fields = append(r.Fields, textOf(item))
		}
	}
	return r
}

func (p *page) Emit(name string, detail profile.Value) {
	p.note("emit %s", name)
	p.emitted = append(p.emitted, event{name: name, first: of(detail)})
	p.heard(name)
}

func (p *page) PushTags(tags profile.Value) {
	p.note("tags")
	p.tags = append(p.tags, of(tags))
}

// StoreUser keeps what has a phone, as the SDK does.
func (p *page) StoreUser(data profile.Value) {
	if falsy(walk(of(data), "phone")) {
		return
	}
	p.note("store user")
	p.users = append(p.users, of(data))
}

func (p *page) ForgetUser() { p.note("forget user") }
