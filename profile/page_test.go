package profile_test

import (
	"testing"

	"salla-profile/profile"
)

// page is a profile.Page in Go: values are plain maps, lists, texts and numbers (value, of). It keeps a journal of
// what it was asked to do, in order, and holds requests and timers back until the test goes on. What it calls back, it never calls
// before the method returns.
type page struct {
	t *testing.T
	alone

	// What the page is.
	context profile.Context
	base    string // the store API
	who     any    // whom the SDK makes requests for, and how

	// answer answers every request as soon as it is sent; nil leaves them to the test.
	answer func(r *profile.Request) *profile.Answer
	// listen is called with the name of every event, dispatcher and notice, while it is announced.
	listen func(name string)

	// What came of it.
	journal   []string
	requests  []*request
	errors    []*failure
	notices   []notice
	emitted   []event
	announced []event
	refused   []event
	tags      []any
	users     []any // that the page or the SDK has kept
	encoded   [][]profile.Field
	invoked   []invoked
	timers    []*timer
	calls     []*call

	customer customer
	pending  [][]profile.Verification // shown, one after the other
	session  *kept                    // what is kept for the next page of this tab
	loads    int                      // how often it was asked for

	logout func(ok bool) // the SDK's log-out, which the test goes on with
	// eventless is how many calls settle without an event of their own: those that join another.
	eventless int

	busy  int      // in a call of the service
	queue []func() // what the page does once that has returned
}

type request struct {
	*profile.Request
	page *page
	done func(*profile.Answer)
}

// failure is an error of the page's.
type failure struct {
	profile.Failure
	request profile.Request
}

// sdkError is the SDK's.
type sdkError struct{ answer *profile.Answer }

type notice struct {
	message, kind string
	about         any
}

type event struct {
	name          string
	first, second any
}

type timer struct {
	ms int
	fn func()
}

// invoked is a call of salla.profile's, by Invoke; it is its promise, too.
type invoked struct {
	method            string
	argument, options any
}

// options are {signal, timeout, headers}.
type options struct {
	signal  any
	timeout int
	headers []profile.Field
}

// turn runs fn, which calls into the service; and then, where nothing else is running, what waits for that.
func (p *page) turn(fn func()) {
	p.busy++
	fn()
	p.busy--
	for p.busy == 0 && len(p.queue) > 0 {
		next := p.queue[0]
		p.queue = p.queue[1:]
		p.turn(next)
	}
}

// soon runs fn once the service has returned.
func (p *page) soon(fn func()) {
	p.queue = append(p.queue, fn)
	p.turn(func() {})
}

// What the pages of a test know by numbers, from 1; and how many pages there are.
var known struct {
	values []any
	pages  int
}

// value is the handle of a value of Go's; that of nil is undefined's.
func value(v any) profile.Value {
	if v == nil {
		return profile.Undefined
	}
	known.values = append(known.values, v)
	return profile.Value(len(known.values))
}

// of is the value of a handle.
func of(v profile.Value) any {
	if v == profile.Undefined {
		return nil
	}
	return known.values[v-1]
}

// forget forgets the values, once no page needs them.
func forget() {
	if known.pages--; known.pages == 0 {
		known.values = nil
	}
}
