package profile

// debounced are the calls held back where the store has turned fast requests off: of all that are made within
// 300 ms only the last is sent, and everyone gets its answer. The SDK has one for the whole namespace.
type debounced struct {
	waiting []*Call
	last    *Call
}

// debounceTime is the SDK's, in milliseconds.
const debounceTime = 300

// debounce holds a call back, but not where the page is being left: 300 ms later there is none.
func (s *Service[P]) debounce(c *Call) {
	d := &s.debounced
	d.waiting, d.last = append(d.waiting, c), c
	send := func(*Answer) {
		if d.last != c {
			return // one came later
		}
		waiting := d.waiting
		d.waiting, d.last = nil, nil
		if len(waiting) == 1 {
			s.launch(c)
			return
		}
		s.count(c)
		s.ask(c, func(a *Answer) {
			for _, caller := range waiting {
				s.finish(caller, a)
			}
		})
	}
	if c.context.Leaving {
		send(nil)
		return
	}
	s.page.Later(debounceTime, send)
}
