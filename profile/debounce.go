package profile

// debounceTime is the SDK's, in milliseconds.
const debounceTime = 300

// debounce holds a call back where the store has turned fast requests off: of all that are made within 300 ms only the last is
// sent, and everyone gets its answer. The SDK does so for the whole namespace. Where the page is being left none is held back:
// 300 ms later there is none.
func (s *Service[P]) debounce(c *Call) {
	s.heldBack = append(s.heldBack, c)
	then := &then[P]{s, c}
	if c.context.Leaving {
		then.sendLast(nil)
		return
	}
	s.page.Later(debounceTime, then.sendLast)
}

// sendLast sends the call for all that are held back, where none came later.
func (t *then[P]) sendLast(*Answer) {
	s, c := t.s, t.c
	last := len(s.heldBack) - 1
	if last < 0 || s.heldBack[last] != c {
		return
	}
	c.heldBack, s.heldBack = s.heldBack[:last], nil
	if last == 0 {
		s.launch(c)
		return
	}
	s.count(c)
	s.ask(c)
}
