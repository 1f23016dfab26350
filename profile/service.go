// Package profile holds the rules of salla.profile: its methods, their endpoints and events, what is
// checked before sending, the shape of an error and the state of a verification.
//
// It knows nothing of JavaScript: what it needs of the page it asks of a [Page].
package profile

// Service serves the methods of salla.profile on one page.
type Service struct {
	page    Page
	pending *Pending
}

// New returns a Service on the page. pending is the verification that the page is waiting for, nil for none.
func New(page Page, pending *Pending) *Service {
	return &Service{page: page, pending: pending}
}

// Call is one call of a method by the theme.
type Call struct {
	// Method is the method called.
	Method *Method
	// Payload is its first argument, where it takes one.
	Payload Value
	// Options are {signal, timeout, headers}, read by the page.
	Options Options
	// Done settles the promise, exactly once: ok and the body, or not and the error.
	Done func(ok bool, v Value)
}

// Options are a call's last argument.
type Options struct {
	// Signal is an AbortSignal, or nil.
	Signal Value
	// Timeout is in milliseconds; 0 for none.
	Timeout int
	// Headers are sent besides the page's own, and win over them.
	Headers []Field
}

// Do makes the call. It never blocks; every outcome goes to c.Done.
func (s *Service) Do(c Call) {
	m := c.Method
	context := s.page.Context(m.Path)
	if m.ssoLocked && context.SSO {
		s.page.Notify(ssoMessage, "error", nil)
		c.Done(false, s.page.Failure(&Failure{Plain: true, Message: ssoMessage}))
		return
	}

	request := &Request{Verb: m.Verb, URL: context.URL, Signal: c.Options.Signal, Timeout: c.Options.Timeout}
	var (
		payload Payload
		changes []Field
		refusal *refused
	)
	if m.takesPayload {
		payload = s.page.Payload(c.Payload)
		if changes, refusal = s.check(m, payload); refusal == nil {
			var ok bool
			if request.Body, ok = s.page.Encode(payload, changes); !ok {
				refusal = &refused{"payload", notSendable}
			}
		}
	}
	request.Headers = headers(context, request.Body.Type, c.Options.Headers)
	if refusal != nil {
		s.fail(&c, context, refusal.failure(request, context.Language))
		return
	}

	s.page.Send(request, func(a *Answer) {
		if a.Problem != "" || a.Status < 200 || a.Status > 299 {
			s.fail(&c, context, failureOf(request, a))
			return
		}
		s.succeed(&c, context, a, func(name string) string { return sent(payload, changes, name) })
	})
}

// sent answers a member of what was sent: a change, or the payload's own.
func sent(p Payload, changes []Field, name string) string {
	for _, f := range changes {
		if f.Name == name {
			return f.Value
		}
	}
	text, _ := p.Get(name)
	return text
}

// succeed does what follows on an answer: server-sent events, notice, user, event, promise.
func (s *Service) succeed(c *Call, context Context, a *Answer, sent func(string) string) {
	m, body := c.Method, a.Body
	s.track(m, body, sent) // first: a listener of the server's event may look at it
	s.after(context, body)
	if m.storesUser {
		if data, ok := s.page.At(body, "data"); ok {
			if context.SDK {
				s.page.Delegate("api.profile.syncUserData", data, nil)
			} else {
				s.storeUser(data)
			}
		}
	}
	if m.Success != "" {
		s.page.Announce(m.Success, body)
	}
	c.Done(true, body)
}

// fail does what follows on a failure: document::request.failed, notice, event, promise.
func (s *Service) fail(c *Call, context Context, f *Failure) {
	err := s.page.Failure(f)
	info := s.page.Info(f.Request, c.Payload)
	if context.SDK {
		s.page.Delegate("event.document.requestFailed", info, err)
		s.page.Delegate("api.handleErrorResponse", err, nil)
	} else {
		s.page.Emit("document::request.failed", info, err)
		s.afterFailure(context, f, err)
	}
	if c.Method.Failure != "" {
		s.page.Announce(c.Method.Failure, err)
	}
	c.Done(false, err)
}

// ssoMessage is the SDK's.
const ssoMessage = "SSO login is enabled. You cannot update your profile."
