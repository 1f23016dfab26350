// Package profile holds the rules of salla.profile: its methods, their endpoints and events, what is
// checked before sending, the shape of an error and the state of a verification.
//
// It knows nothing of JavaScript: what it needs of the page it asks of a [Page], which is package bridge in the browser and a
// page in Go in the tests. What is the page's own it passes on as a [Value], a number.
//
// Begin at [Service.Do], which takes a [Call] of one of the [Methods] to its end: it is prepared there, checked and mended
// (check.go), refused (messages.go) or sent (share.go says whether at all), by the SDK or without it (mode.go), and finished. What
// a failed request is called is failure.go's; what waits for a code, pending.go's.
package profile

// Service serves the methods of salla.profile on one page. The page is a type parameter and not an
// interface for the module's sake: calls are direct, and the page's type needs no description.
type Service[P Page] struct {
	page      P
	waiting   Waiting
	shown     Waiting // by the page
	flights   []*flight
	sent      int // changes that were sent
	landed    int // and answered
	debounced debounced
}

// New returns a Service on the page.
func New[P Page](page P) *Service[P] { return &Service[P]{page: page} }

// Call is one call of a method by the theme.
type Call struct {
	// Method is the method called.
	Method *Method
	// Argument is its first argument, where it takes one.
	Argument Value
	// Options are its last argument.
	Options Options
	// Done settles the promise, exactly once: ok and the value, or not and the error.
	Done func(ok bool, v Value)

	// made by Do
	context Context
	request *Request
	shown   Value // the payload as document::request.failed shows it
	payload Payload
	changes []Field  // of its members, as they are sent
	read    []Field  // its members as they came: a theme may clear them once it has called
	pending *Pending // that a code is for
	turn    int      // among the changes
	flight  *flight  // that others may wait for, too
}

// Options are {signal, timeout, headers}.
type Options struct {
	// Signal is an AbortSignal, or Undefined.
	Signal Value
	// Timeout is in milliseconds; 0 for none of the call's own.
	Timeout int
	// Headers are sent besides the page's own, and win over them.
	Headers []Field
}

// Do makes the call. It never blocks; every outcome goes to c.Done.
func (s *Service[P]) Do(c *Call) {
	c.context = s.page.Context(c.Method.Path)
	if c.Method.is(ssoLocked) && c.context.SSO {
		s.page.Notify(ssoMessage, "error", Undefined)
		c.Done(false, s.page.Failure(&Failure{Plain: true, Message: ssoMessage}))
		return
	}
	if refusal := s.prepare(c); refusal != nil {
		s.headers(c, "")
		s.refuse(c, refusal.failure(c.request, c.context.Language))
		return
	}
	s.begin(c)
}

// refuse settles a call that isn't sent.
func (s *Service[P]) refuse(c *Call, f *Failure) { s.finish(c, false, s.failed(c, f)) }

// send sends the call, at once or later, or lets it wait for an identical one that is under way.
func (s *Service[P]) send(c *Call) {
	// What cuts one call off must not cut off others that it is held back with.
	if c.context.Slow && !c.Method.is(dataRequest) && c.Options.Signal == Undefined && c.Options.Timeout == 0 {
		s.debounce(c)
		return
	}
	s.launch(c)
}

// launch sends the call now.
func (s *Service[P]) launch(c *Call) {
	if !s.share(c) {
		s.ask(c, func(ok bool, v Value) { s.finish(c, ok, v) })
	}
}

// ssoMessage is the SDK's.
const ssoMessage = "SSO login is enabled. You cannot update your profile."

// prepare makes the request, or answers why it isn't sent.
func (s *Service[P]) prepare(c *Call) (no *refused) {
	m := c.Method
	r := &Request{Verb: m.Verb, URL: c.context.URL, Signal: c.Options.Signal, Timeout: c.Options.Timeout}
	c.request = r
	switch {
	case m.argument == payloadArgument:
		c.shown = c.Argument
		c.payload = s.page.Payload(c.Argument)
		no = s.check(c)
	case m.Name == "verifyDeleteRequest" && s.page.Payload(c.Argument).Kind == None:
		c.shown = c.Argument
		no = unsendable("pass {type, code}")
	case m.is(dataRequest):
		body := s.page.Object(s.dataRequest(c))
		if m.Verb == "get" {
			r.Query = "request_type=" + deleteAccount
			c.shown = s.page.Object([]Entry{{"params", body}})
			break
		}
		c.shown = body
		c.payload = s.page.Payload(body)
		s.mend(c)
	}
	if no == nil {
		var problem string
		if r.Body, problem = s.page.Encode(c.payload, c.changes); problem != "" {
			no = unsendable(problem)
		}
	}
	return no
}

// member answers a member of the payload as it is sent, "" for none.
func (s *Service[P]) member(c *Call, name string) string {
	for _, list := range [...][]Field{c.changes, c.read} {
		for _, f := range list {
			if f.Name == name {
				return f.Value
			}
		}
	}
	text := s.page.Member(c.payload, name)
	c.read = append(c.read, Field{name, text})
	return text
}

// set has the member sent so.
func (c *Call) set(member, text string) { c.changes = append(c.changes, Field{member, text}) }

// deleteAccount is the only type of data request.
const deleteAccount = "delete_account"

// dataRequest are the members of a data request's body.
func (s *Service[P]) dataRequest(c *Call) []Entry {
	members := []Entry{{"request_type", s.page.String(deleteAccount)}}
	switch c.Method.Name {
	case "initiateDeleteRequest":
		members = append(members, Entry{"type", c.Argument})
	case "verifyDeleteRequest":
		kind, _ := s.page.At(c.Argument, "type")
		code, _ := s.page.At(c.Argument, "code")
		members = append(members, Entry{"type", kind}, Entry{"code", code})
	}
	return members
}

// finish does what follows for one caller: the stored user, the method's event, the promise.
func (s *Service[P]) finish(c *Call, ok bool, v Value) {
	m := c.Method
	if m.is(dataOnly) {
		if ok {
			v, _ = s.page.At(v, "data")
		} else {
			s.page.Delegate("logger.warn", s.page.String("[profile."+m.Name+"] failed"), Undefined)
			v = s.page.List()
		}
		c.settle(true, v)
		return
	}
	event := m.Success
	switch {
	case !ok:
		event = m.Failure
	case m.is(storesUser):
		if data, ok := s.page.At(v, "data"); ok {
			s.storeUser(c, data)
		}
	case m.is(endsSession):
		s.endSession(c, v)
		event = ""
	}
	if event != "" {
		s.page.Announce(event, v)
	}
	c.settle(ok, v)
}
