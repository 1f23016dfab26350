package profile_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"sort"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"salla-profile/profile"
	"salla-profile/profile/profiletest"
)

// page is a profile.Page in Go: values are plain maps, lists, texts and numbers. It keeps a journal of
// what it was asked to do, in order, and holds requests and timers back until the test goes on.
type page struct {
	t *testing.T

	// What the page is.
	context profile.Context
	base    string // the store API
	// token answers who asks for the customer's token; nil: there is none.
	token func(done func(token string, reason profile.Value, ok bool))

	// answer answers every request at once; nil leaves them to the test.
	answer func(r *profile.Request) *profile.Answer
	// listen is called with the name of every event, dispatcher and notice, while it is announced.
	listen func(name string)

	// What came of it.
	journal   []string
	requests  []*request
	errors    []*profile.Failure
	notices   []notice
	emitted   []event
	announced []event
	delegated []event
	tags      []profile.Value
	users     []map[string]any
	pending   []*profile.Pending // shown, one after the other
	session   *profile.Waiting   // what is kept for the next page of this tab
	customer  string
	timers    []*timer
	calls     []*call
	hushed    int
	tokens    int // how often it was asked for

	logout func() // the SDK's log-out, which the test goes on with
	// eventless is how many calls settle without an event of their own: those that join another.
	eventless int
}

type request struct {
	*profile.Request
	payload profile.Value // as the SDK gets it
	done    func(*profile.Answer)
}

// sdkError is the SDK's.
type sdkError struct{ answer *profile.Answer }

type notice struct {
	message, kind string
	about         profile.Value
}

type event struct {
	name          string
	first, second profile.Value
}

type timer struct {
	ms        int
	fn        func()
	cancelled bool
}

// call is a call of a method and what came of it.
type call struct {
	method  *profile.Method
	settled int
	ok      bool
	value   profile.Value
}

const api = "https://api.test/v1"

// newPage is a page without the SDK; after the test every call on it must be settled as it should be.
func newPage(t *testing.T) *page {
	p := &page{t: t, base: api}
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
func (p *page) do(s server, name string, argument profile.Value, options ...profile.Options) *call {
	c := &call{method: method(p.t, name)}
	p.calls = append(p.calls, c)
	made := &profile.Call{Method: c.method, Argument: argument, Done: func(ok bool, v profile.Value) {
		p.note("done %s", okText(ok))
		c.settled++
		c.ok, c.value = ok, v
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
func (c *call) rejected(t *testing.T) profile.Value {
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
	a := &profile.Answer{Status: status, Body: body}
	var parsed any
	if err := json.Unmarshal([]byte(body), &parsed); err == nil {
		a.Body = parsed
	}
	a.Empty = falsy(a.Body)
	a.Response = map[string]any{"status": status, "data": a.Body}
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

// Payloads that aren't plain objects (maps) or texts.
type (
	form    map[string]string // FormData
	files   map[string]string // FormData with a file inside: nothing tells two of them apart
	params  map[string]string // URLSearchParams
	garbage struct{}          // none of the kinds that can be sent
)

// textForm is a text that is a form.
type textForm string

// circular is an object that can't be written as JSON.
var circular = map[string]any{"self": func() {}}

type payload struct{ value profile.Value }

func (p payload) Kind() profile.Kind {
	switch p.value.(type) {
	case nil:
		return profile.None
	case map[string]any:
		return profile.Object
	case form, files:
		return profile.Form
	case params, textForm:
		return profile.Params
	case string:
		return profile.Text
	case int, float64:
		return profile.Number
	}
	return profile.Other
}

func (p payload) Get(name string) string {
	text := ""
	switch v := p.value.(type) {
	case map[string]any:
		text = textOf(v[name])
	case form:
		text = v[name]
	case files:
		text = v[name]
	case params:
		text = v[name]
	case textForm:
		text = v.members()[name]
	case string:
		if name == "code" {
			text = v
		}
	case int, float64:
		if name == "code" {
			text = textOf(v)
		}
	}
	return text
}

func (p *page) Payload(v profile.Value) profile.Payload { return payload{v} }

// members are what a text says as a form.
func (f textForm) members() map[string]string {
	members := map[string]string{}
	for pair := range strings.SplitSeq(string(f), "&") {
		name, value, _ := strings.Cut(pair, "=")
		members[name] = value
	}
	return members
}

func (p *page) Encode(given profile.Payload, changes []profile.Field) (body profile.Body, problem string) {
	value := given.(payload).value
	changed := map[string]any{}
	switch v := value.(type) {
	case map[string]any:
		maps.Copy(changed, v)
	case form:
		copyTexts(changed, v)
	case files:
		copyTexts(changed, v)
	case params:
		copyTexts(changed, v)
	case textForm:
		if len(changes) == 0 {
			return profile.Body{Value: v, Data: v, Text: string(v), Type: formType}, ""
		}
		copyTexts(changed, v.members())
	case string:
		if len(changes) == 0 {
			return profile.Body{Value: v, Data: v, Text: v, Type: formType}, ""
		}
	case nil:
		return profile.Body{}, ""
	}
	for _, f := range changes {
		changed[f.Name] = f.Value
	}
	text, err := json.Marshal(changed)
	if err != nil {
		return profile.Body{}, "it goes round in circles"
	}
	body = profile.Body{Value: changed, Data: changed, Text: string(text)}
	switch value.(type) {
	case map[string]any, string:
		body.Type = "application/json"
	case params, textForm:
		body.Type = formType + ";charset=utf-8"
	case files:
		body.Text = ""
	}
	return body, ""
}

const formType = "application/x-www-form-urlencoded"

func copyTexts(to map[string]any, from map[string]string) {
	for name, text := range from {
		to[name] = text
	}
}

func (p *page) Object(members []profile.Entry) profile.Value {
	object := map[string]any{}
	for _, m := range members {
		if m.Value != nil {
			object[m.Name] = m.Value
		}
	}
	return object
}

func (p *page) List() profile.Value { return []any{} }

func (p *page) Context(path string) profile.Context {
	context := p.context
	context.URL = p.base + "/" + path
	return context
}

func (p *page) Token(done func(token string, reason profile.Value, ok bool)) {
	p.tokens++
	if p.token == nil {
		done("", nil, true)
		return
	}
	p.token(done)
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
	p.sent(&request{r, payload, func(a *profile.Answer) {
		good := a.Problem == "" && a.Status >= 200 && a.Status <= 299
		v := a.Body
		if !good {
			v = &sdkError{a}
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
	return f
}

// info is the first argument of document::request.failed.
type info struct {
	request *profile.Request
	payload profile.Value
}

func (p *page) Info(r *profile.Request, payload profile.Value) profile.Value { return info{r, payload} }

func (p *page) Text(v profile.Value, path string) string { return textOf(walk(v, path)) }

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
	found := walk(v, path)
	return found, !falsy(found)
}

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

func (p *page) Entries(v profile.Value) []profile.Entry {
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
		entries = append(entries, profile.Entry{Name: name, Value: object[name]})
	}
	return entries
}

func (p *page) Texts(v profile.Value) []string {
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

func (p *page) heard(name string) {
	if p.listen != nil {
		p.listen(name)
	}
}

func (p *page) Delegate(path string, first, second profile.Value) {
	p.note("delegate %s", path)
	p.delegated = append(p.delegated, event{path, first, second})
	p.heard(path)
}

func (p *page) Logout(done func()) {
	p.note("log out")
	p.logout = done
}

func (p *page) Hush() (release func()) {
	p.note("hush")
	p.hushed++
	return func() {
		p.note("unhush")
		p.hushed--
	}
}

func (p *page) Emit(name string, first, second profile.Value) {
	p.note("emit %s", name)
	p.emitted = append(p.emitted, event{name, first, second})
	p.heard(name)
}

func (p *page) Announce(dispatcher string, detail profile.Value) {
	p.note("announce %s", dispatcher)
	p.announced = append(p.announced, event{name: dispatcher, first: detail})
	p.heard(dispatcher)
}

func (p *page) Notify(message, kind string, about profile.Value) {
	p.note("notify %s: %s", kind, message)
	p.notices = append(p.notices, notice{message, kind, about})
	p.heard("notify")
}

func (p *page) PushTags(tags profile.Value) {
	p.note("tags")
	p.tags = append(p.tags, tags)
}

func (p *page) StoreUser(data profile.Value, members string) {
	p.note("store user")
	user := map[string]any{}
	for line := range strings.Lines(members) {
		parts := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(parts) == 1 { // the page's own
			continue
		}
		user[parts[0]] = walk(data, parts[1])
		if len(parts) > 2 {
			user[parts[0]] = textOf(walk(data, parts[1])) + textOf(walk(data, parts[2]))
		}
	}
	p.users = append(p.users, user)
}

func (p *page) ForgetUser() { p.note("forget user") }

func (p *page) Typed(text string, code bool) string { return profiletest.Typed(text, code) }

func (p *page) SetPending(w profile.Waiting) {
	p.note("pending %s", pendingText(w.Newer))
	p.pending = append(p.pending, w.Newer)
	p.session = &w
}

func (p *page) Kept() (profile.Waiting, string) {
	if p.session == nil {
		return profile.Waiting{}, p.customer
	}
	// As a page reads it back.
	again := func(before *profile.Pending) *profile.Pending {
		if before == nil {
			return nil
		}
		return profile.Restored(said(before))
	}
	return profile.Waiting{Newer: again(p.session.Newer), Older: again(p.session.Older), Customer: p.session.Customer}, p.customer
}

func pendingText(pending *profile.Pending) string {
	if pending == nil {
		return "none"
	}
	return fmt.Sprint(said(pending))
}

// said are the members that somebody has named.
func said(pending *profile.Pending) []profile.Field {
	return slices.DeleteFunc(slices.Clone(pending.Members), func(f profile.Field) bool { return f.Value == "" })
}
