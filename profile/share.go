package profile

// join keeps a request that is identical to one still in flight from being sent again (a double click; five components
// that ask for the customer at once): all callers get the one answer, and its event fires once. It reports whether the
// call waits for another's answer. But of "on", "off", "on" all three are sent: identical is only what means the same, so
// nothing else was changed meanwhile; and a question is asked anew once a change has been answered.
// Calls with a signal of their own, and bodies that can't be told apart (files, and very large ones), never join.
func (s *Service[P]) join(c *Call) bool {
	r := c.request
	changes := r.Verb != "get"
	if r.Signal != Undefined || r.Body != Undefined && c.key == Undefined {
		s.count(c)
		return false
	}
	for _, other := range s.flights {
		if other.turn == s.sent && (changes || other.answered == s.answered) && other.request.is(r) &&
			s.page.Joinable(other.request.Sender, other.key, r.Sender, c.key) {
			other.calls = append(other.calls, c.ID)
			return true
		}
	}
	s.count(c)
	s.flights = append(s.flights, c)
	return false
}

// count notes that a change is sent, or that a question is asked after it.
func (s *Service[P]) count(c *Call) {
	if c.request.Verb != "get" {
		s.sent++
	}
	c.turn, c.answered = s.sent, s.answered
}

// onAnswer notes that the answer is here: a listener of what follows that calls again means a new request.
func (s *Service[P]) onAnswer(c *Call) {
	if c.request.Verb != "get" {
		s.answered++
	}
	for i, other := range s.flights {
		if other == c {
			s.flights = append(s.flights[:i], s.flights[i+1:]...)
			break
		}
	}
}

// is reports whether the request asks for the same as b, but for its body and its sender.
func (a *Request) is(b *Request) bool {
	return a.Verb == b.Verb && a.URL == b.URL && a.Query == b.Query && a.Timeout == b.Timeout && sameFields(a.Headers, b.Headers)
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
