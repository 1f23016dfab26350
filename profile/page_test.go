package profile_test

import (
	"testing"

	"salla-profile/profile"
)

// page is a profile.Page in Go: values are plain maps, lists, texts and numbers (value, of). It keeps a journal of
// what it was asked to do, in order, and holds requests and timers back until the test goes on.
type page struct {
	t *testing.T

	// What the page is.
	context profile.Context
	base    string // the store API
	// token answers who asks for the customer's token; nil: there is none.
	token func(done func(token string, reason any, ok bool))

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
	tags      []any
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
	payload any // as the SDK gets it
	done    func(*profile.Answer)
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
	ms        int
	fn        func()
	cancelled bool
}

// What the pages of a test know by numbers, from 1; and how many pages there are.
var known struct {
	values []any
	pages  int
}

// value is the number of a value of Go's; that of nil is undefined's.
func value(v any) profile.Value {
	if v == nil {
		return profile.Undefined
	}
	known.values = append(known.values, v)
	return profile.Value(len(known.values))
}

// of is the value of a number.
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
