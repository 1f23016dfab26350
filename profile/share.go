package profile

// flight is a mutation on its way, with everyone who waits for its answer.
type flight struct {
	verb, url, body string
	headers         []Field
	timeout         int
	waiting         []func(ok bool, v Value)
}

// share keeps a mutation that is identical to one still in flight from being sent twice (a double click):
// both callers get the one answer, and its event fires once. It answers whether c only has to wait.
// Calls with a signal of their own, and bodies that can't be told apart (files, and very large ones), are never shared.
func (s *Service[P]) share(c *Call) bool {
	r := c.request
	if r.Verb == "get" || r.Signal != nil || r.Body.Value != nil && r.Body.Text == "" {
		return false
	}
	for _, f := range s.flights {
		if f.verb == r.Verb && f.url == r.URL && f.body == r.Body.Text && f.timeout == r.Timeout && sameFields(f.headers, r.Headers) {
			f.waiting = append(f.waiting, c.Done)
			return true
		}
	}
	f := &flight{r.Verb, r.URL, r.Body.Text, r.Headers, r.Timeout, []func(bool, Value){c.Done}}
	s.flights = append(s.flights, f)
	c.Done = func(ok bool, v Value) {
		for _, done := range f.waiting {
			done(ok, v)
		}
	}
	c.landed = func() {
		for i := range s.flights {
			if s.flights[i] == f {
				s.flights = append(s.flights[:i], s.flights[i+1:]...)
				break
			}
		}
	}
	s.send(c, func(ok bool, v Value) { s.finish(c, ok, v) })
	return true
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

// late are the calls held back where the store has turned fast requests off: of all that are made within
// 300 ms only the last is sent, and everyone gets its answer. The SDK has one for the whole namespace.
type late struct {
	waiting []*Call
	cancel  func()
}

// debounceTime is the SDK's, in milliseconds.
const debounceTime = 300

// debounce holds a call back, but not where the page is being left: 300 ms later there is none.
func (s *Service[P]) debounce(c *Call) {
	d := &s.late
	if d.cancel != nil {
		d.cancel()
	}
	d.waiting = append(d.waiting, c)
	send := func() {
		waiting := d.waiting
		d.waiting, d.cancel = nil, nil
		c.context.Button = false // the click is over
		if len(waiting) == 1 {
			s.launch(c)
			return
		}
		s.send(c, func(ok bool, v Value) {
			for _, caller := range waiting {
				s.finish(caller, ok, v)
			}
		})
	}
	if c.context.Leaving {
		send()
		return
	}
	d.cancel = s.page.After(debounceTime, send)
}
