package profile_test

import (
	"testing"

	"salla-profile/profile"
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
