package profile_test

import (
	"encoding/json"
	"reflect"
	"sort"
	"strconv"
	"strings"

	"salla-profile/profile"
)

func (p *page) Object(members []profile.Entry) profile.Value {
	object := map[string]any{}
	for _, m := range members {
		if m.Value != profile.Undefined {
			object[m.Name] = of(m.Value)
		}
	}
	return value(object)
}

func (p *page) String(text string) profile.Value { return value(text) }

func (p *page) List() profile.Value { return value([]any{}) }

func (p *page) Context(path string) profile.Context {
	context := p.context
	context.URL = p.base + "/" + path
	return context
}

func (p *page) Token(r *profile.Request, done func(token string, failed *profile.Answer)) {
	p.tokens++
	if p.token == nil {
		done("", nil)
		return
	}
	p.token(func(token string, reason any, ok bool) {
		if ok {
			done(token, nil)
			return
		}
		done("", &profile.Answer{Problem: profile.Network, Reason: value(reason)})
	})
}

func (p *page) After(ms int, fn func()) (cancel func()) {
	t := &timer{ms: ms, fn: fn}
	p.timers = append(p.timers, t)
	return func() { t.cancelled = true }
}

func (p *page) Send(r *profile.Request, done func(*profile.Answer)) {
	p.note("send %s %s", r.Verb, strings.TrimPrefix(r.Address(), p.base+"/"))
	p.sent(&request{Request: r, done: done})
}

// Ask is the SDK: what it does on an answer is one entry of the journal, and heard as "reaction".
func (p *page) Ask(r *profile.Request, payload profile.Value, done func(landed, ok bool, v profile.Value)) {
	p.note("ask %s %s", r.Verb, strings.TrimPrefix(r.URL, p.base+"/"))
	p.sent(&request{r, of(payload), func(a *profile.Answer) {
		good := a.Problem == "" && a.Status >= 200 && a.Status <= 299
		v := a.Body
		if !good {
			v = value(&sdkError{a})
		}
		done(true, good, v)
		p.note("reaction")
		p.heard("reaction")
		done(false, good, v)
	}})
}

func (p *page) sent(r *request) {
	p.requests = append(p.requests, r)
	if p.answer != nil {
		r.finish(p.answer(r.Request))
	}
}

func (p *page) Failure(f *profile.Failure) profile.Value {
	p.errors = append(p.errors, f)
	return value(f)
}

// info is the first argument of document::request.failed.
type info struct {
	request *profile.Request
	payload any
}

func (p *page) Info(r *profile.Request, payload profile.Value) profile.Value {
	return value(info{r, of(payload)})
}

func (p *page) Text(v profile.Value, path string) string { return textOf(walk(of(v), path)) }

func textOf(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case int:
		return strconv.Itoa(v)
	case bool:
		return strconv.FormatBool(v)
	}
	return ""
}

func (p *page) At(v profile.Value, path string) (profile.Value, bool) {
	found := walk(of(v), path)
	return value(found), !falsy(found)
}

func (p *page) Same(v, w profile.Value) bool { return reflect.DeepEqual(of(v), of(w)) }

func (p *page) Any(v profile.Value, paths string) bool {
	for path := range strings.SplitSeq(paths, "\n") {
		if _, ok := p.At(v, path); ok {
			return true
		}
	}
	return false
}

func walk(v any, path string) any {
	for key := range strings.SplitSeq(path, ".") {
		if object, ok := v.(map[string]any); ok {
			v = object[key]
			continue
		}
		if list, ok := v.([]any); ok && key == "0" && len(list) > 0 {
			v = list[0]
			continue
		}
		return nil
	}
	return v
}

func falsy(v any) bool {
	return v == nil || v == false || v == "" || v == 0 || v == 0.0
}

func (p *page) Entries(given profile.Value) []profile.Entry {
	v := of(given)
	if text, ok := v.(string); ok {
		v = nil
		_ = json.Unmarshal([]byte(text), &v) // what isn't JSON has no entries
	}
	object, _ := v.(map[string]any)
	names := make([]string, 0, len(object))
	for name := range object {
		names = append(names, name)
	}
	sort.Strings(names)
	entries := make([]profile.Entry, 0, len(names))
	for _, name := range names {
		entries = append(entries, profile.Entry{Name: name, Value: value(object[name])})
	}
	return entries
}

func (p *page) Texts(given profile.Value) []string {
	v := of(given)
	list, ok := v.([]any)
	if !ok {
		list = []any{v}
	}
	texts := make([]string, 0, len(list))
	for _, item := range list {
		texts = append(texts, textOf(item))
	}
	return texts
}
