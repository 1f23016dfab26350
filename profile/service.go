// Package profile holds the rules of salla.profile: its methods, their endpoints and events, what is
// checked before sending, the shape of an error and the state of a verification.
//
// It knows nothing of JavaScript: what it needs of the page it asks of a [Page], which is package bridge in the browser and a
// page in Go in the tests. What is the page's own it passes on as a [Value], a handle.
//
// Begin at [Service.Do], which takes a [Call] of one of the [Methods] to its end: it is prepared there (prepare.go), checked and
// normalized (check.go), refused (messages.go) or sent (share.go says whether at all), by the SDK or without it (mode.go), and
// finished. What a failed request is called is failure.go's; what waits for a code, pending.go's.
package profile

// Service serves the methods of salla.profile on one page. The page is a type parameter and not an
// interface for the module's sake: calls are direct, and the page's type needs no description.
type Service[P Page] struct {
	page     P
	pending  pending
	flights  []*Call // on their way, for others to join
	sent     int     // changes that were sent
	answered int     // and answered
	heldBack []*Call // by debounce
	mode     mode
}

// New returns a Service on the page.
func New[P Page](page P) *Service[P] { return &Service[P]{page: page} }

// Call is one call of a method by the theme.
type Call struct {
	// ID is the page's number for it, which settles its promise.
	ID int
	// Method is the method called.
	Method *Method
	// Argument is its first argument, where it takes one.
	Argument Value
	// Options are its last argument.
	Options Value

	// made by Do
	context     *Context
	request     *Request
	payload     *Payload
	key         Value // of the body
	contentType string
	meant       *Verification
	added       int     // a bit for each member that is sent by what is meant
	turn        int     // among the changes: how many had been sent when it was, itself among them
	answered    int     // how many had been answered then
	calls       []int   // that it settles: itself, and those that have joined it
	heldBack    []*Call // that get its answer as well, each for itself
}

// then is a call with what calls back later as its methods. A closure keeps a piece of memory for each variable that it has.
type then[P Page] struct {
	s *Service[P]
	c *Call
}

// finish ends the call, and before it those that were held back for it.
func (t *then[P]) finish(a *Answer) {
	for _, c := range t.c.heldBack {
		t.s.finish(c, a)
	}
	t.s.finish(t.c, a)
}

// Do makes the call. It never blocks; every outcome is settled on the page.
func (s *Service[P]) Do(c *Call) {
	c.calls = []int{c.ID}
	switch m := c.Method; {
	case m.is(cancelsCode):
		s.cancelVerification(c)
		return
	case m.is(resendsCode):
		s.resendVerification(c)
		return
	}
	c.context = s.page.Context(c.Method.Path, c.Options)
	s.pending.meet(c.context.Customer)
	s.show()
	if c.Method.is(ssoLocked) && c.context.SSO {
		s.page.Notify(ssoMessage, "error", Undefined)
		s.settle(c, false, "", s.page.Error(&Request{}, &Failure{Plain: true, Message: ssoMessage}))
		return
	}
	if f := s.prepare(c); f != nil {
		s.headers(c, "")
		s.refuse(c, f)
		return
	}
	s.begin(c)
}

// refuse settles a call that isn't sent.
func (s *Service[P]) refuse(c *Call, f *Failure) { s.finish(c, &Answer{Body: s.failed(c, f)}) }

// send sends the call, at once or later, or lets it wait for an identical one that is under way.
func (s *Service[P]) send(c *Call) {
	// What gives one call up must not give up others that it is held back with.
	if c.context.Slow && !c.Method.is(asksToDelete) && c.context.Signal == Undefined && c.context.Timeout == 0 {
		s.debounce(c)
		return
	}
	s.launch(c)
}

// launch sends the call now.
func (s *Service[P]) launch(c *Call) {
	if !s.join(c) {
		s.ask(c)
	}
}

// ssoMessage is the SDK's.
const ssoMessage = "SSO login is enabled. You cannot update your profile."

// finish does what follows for one caller: the stored user, the method's event, the promise.
func (s *Service[P]) finish(c *Call, a *Answer) {
	m, v, ok := c.Method, a.Body, a.OK
	event := m.Success
	switch {
	case m.is(dataOnly):
		if v = a.Data; !ok {
			v = s.page.EmptyList(m.Name)
		}
		ok = true
	case !ok:
		event = m.Failure
	case m.is(storesUser):
		if a.Data != Undefined {
			s.storeUser(c, a.Data)
		}
	case m.is(endsSession):
		s.endSession(c, v)
		event = ""
	}
	s.settle(c, ok, event, v)
}

// settle announces the outcome and settles the promises of the call and of those that share its request.
func (s *Service[P]) settle(c *Call, ok bool, event string, v Value) {
	s.page.Settle(c.calls, ok, event, v)
}
