package profile

// flight is a request on its way, with everyone who waits for its answer.
type flight struct {
	request *Request
	visitor Value
	// sent and landed are how many changes had been when it was sent, itself among them.
	sent, landed int
	callers      []*Call
}

// share keeps a request that is identical to one still in flight from being sent again (a double click; five components
// that ask for the customer at once): all callers get the one answer, and its event fires once. It answers whether the
// call waits for another's answer. But of "on", "off", "on" all three are sent: identical is only what means the same, so
// nothing else was changed meanwhile; and a question is asked anew once a change has been answered.
// Calls with a signal of their own, and bodies that can't be told apart (files, and very large ones), are never shared.
func (s *Service[P]) share(c *Call) bool {
	r := c.request
	changes := r.Verb != "get"
	if r.Signal != Undefined || r.Body.Value != Undefined && r.Body.Text == "" {
		s.count(c)
		return false
	}
	for _, f := range s.flights {
		if f.sent == s.sent && (changes || f.landed == s.landed) && f.is(c) && s.page.Same(f.visitor, c.context.Visitor) {
			f.callers = append(f.callers, c)
			return true
		}
	}
	s.count(c)
	c.flight = &flight{r, c.context.Visitor, s.sent, s.landed, []*Call{c}}
	s.flights = append(s.flights, c.flight)
	return false
}

// count notes that a change is sent.
func (s *Service[P]) count(c *Call) {
	if c.request.Verb != "get" {
		s.sent++
		c.turn = s.sent
	}
}

// land notes that the answer is here: a listener of what follows that calls again means a new request.
func (s *Service[P]) land(c *Call) {
	if c.request.Verb != "get" {
		s.landed++
	}
	for i, f := range s.flights {
		if f == c.flight {
			s.flights = append(s.flights[:i], s.flights[i+1:]...)
			break
		}
	}
}

// settle settles the promise, and those of the calls that wait for the same answer.
func (c *Call) settle(ok bool, v Value) {
	if c.flight == nil {
		c.Done(ok, v)
		return
	}
	for _, caller := range c.flight.callers {
		caller.Done(ok, v)
	}
}

// is says whether the call asks for the same.
func (f *flight) is(c *Call) bool {
	a, b := f.request, c.request
	return a.Verb == b.Verb && a.URL == b.URL && a.Query == b.Query && a.Body.Type == b.Body.Type && a.Body.Text == b.Body.Text &&
		a.Timeout == b.Timeout && sameFields(a.Headers, b.Headers)
}

func sameFields(a, b []Field) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}
