package profile

// members are those of a payload that the rules ask for.
var members = []string{"phone", code, byEmail, "birthday", kind, "country_code", "countryCode"}

// The names of members that are asked for in more than one place.
const (
	code = "code"
	kind = "type"
)

// noPayload is that of a call without one.
var noPayload Payload

// deleteAccount is the only type of data request.
const deleteAccount = "delete_account"

// prepare makes the request, or returns why it isn't sent.
func (s *Service[P]) prepare(c *Call) *refusal {
	m := c.Method
	r := &Request{
		Verb: m.Verb, URL: c.context.URL, Signal: c.context.Signal, Timeout: c.context.Timeout, Sender: c.context.Sender,
		Payload: c.Argument, Quiet: m.is(asksToDelete), Identifies: m.is(identifies),
	}
	c.request, c.payload = r, &noPayload
	switch {
	case m.is(asksToDelete):
		if no := s.prepareDeletion(c); no != nil {
			return no
		}
	case m.argument == payloadArgument:
		c.payload = s.page.Look(c.Argument, members)
		if no := s.check(c); no != nil {
			return no
		}
	default:
		r.Payload = Undefined
	}
	return s.encode(c)
}

// encode makes the body, or returns why it can't.
func (s *Service[P]) encode(c *Call) *refusal {
	if c.payload.Kind == None {
		return nil
	}
	body := s.page.Encode(c.payload.Copied, c.changes)
	if body.Problem != "" {
		return unsendable(body.Problem)
	}
	c.request.Body, c.key, c.contentType = body.Value, body.Key, body.Type
	return nil
}

// prepareDeletion makes the body of a data request: the method's own.
func (s *Service[P]) prepareDeletion(c *Call) *refusal {
	entries := []Entry{{"request_type", s.page.String(deleteAccount)}}
	switch {
	case c.Method.is(takesCodeOfDeletion):
		passed := s.page.Look(c.Argument, members)
		switch {
		case passed.Problem != "":
			return unsendable(passed.Problem)
		case passed.Kind == None, passed.Kind == Number, passed.Kind == Other:
			return unsendable("pass {type, code}")
		}
		entries = append(entries, Entry{kind, s.given(passed, kind)}, Entry{code, s.given(passed, code)})
	case c.Method.argument == typeArgument:
		entries = append(entries, Entry{kind, c.Argument})
	}
	body := s.page.Object(entries)
	if c.request.Payload = body; c.Method.is(inQuery) {
		c.request.Query = "request_type=" + deleteAccount
		c.request.Payload = s.page.Object([]Entry{{"params", body}})
		return nil
	}
	c.payload = s.page.Look(body, members)
	if c.payload.Problem != "" {
		return unsendable(c.payload.Problem)
	}
	s.normalize(c)
	return nil
}

// given returns a member as it was passed.
func (s *Service[P]) given(p *Payload, name string) Value {
	v := s.page.Member(p.Copied, name)
	if text := p.member(name); v == Undefined && text != "" { // of a form
		v = s.page.String(text)
	}
	return v
}

// find returns a member that Look has found.
func (p *Payload) find(name string) (text string, there bool) {
	for _, f := range p.Members {
		if f.Name == name {
			return f.Value, true
		}
	}
	return "", false
}

// member returns the text of a member, "" for none.
func (p *Payload) member(name string) string {
	text, _ := p.find(name)
	return text
}

// find returns a member as it is sent: one of which nothing is left isn't there.
func (c *Call) find(name string) (text string, there bool) {
	for _, f := range c.changes {
		if f.Name == name {
			return f.Value, f.Value != ""
		}
	}
	return c.payload.find(name)
}

// has reports whether a member is sent.
func (c *Call) has(name string) bool {
	_, there := c.find(name)
	return there
}

// member returns the text of a member as it is sent, "" for none.
func (c *Call) member(name string) string {
	text, _ := c.find(name)
	return text
}

// add has a member sent that isn't there, where there is a text for it.
func (c *Call) add(member, text string) {
	if text != "" && !c.has(member) {
		c.set(member, text)
	}
}

// set has the member sent so: of two changes of one the last counts.
func (c *Call) set(member, text string) { c.changes = append(c.changes, Field{member, text}) }
