package profile

// member is one of the members of a payload that the rules ask for. What they add to a payload is sent in this order.
type member int

const (
	code member = iota
	kind
	phone
	countryCode
	email
	birthday
	countryCodeInJS // as Salla's JavaScript calls it
)

// members are their names.
var members = []string{"code", "type", "phone", "country_code", "email", "birthday", "countryCode"}

// noPayload is that of a call without one.
var noPayload Payload

// deleteAccount is the only type of data request.
const deleteAccount = "delete_account"

// prepare makes the request, or returns why it isn't sent.
func (s *Service[P]) prepare(c *Call) *Failure {
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
		c.payload = s.look(c.Argument)
		if no := s.check(c); no != nil {
			return no
		}
	default:
		r.Payload = Undefined
	}
	return s.encode(c)
}

// look reads a payload. What can't be read has a Problem, and no members.
func (s *Service[P]) look(given Value) *Payload {
	p := s.page.Look(given, members)
	if len(p.Members) == 0 {
		p.Problem = or(p.Problem, "it can't be read")
	}
	return p
}

// encode makes the body of the payload with what is changed in it, or returns why it can't.
func (s *Service[P]) encode(c *Call) *Failure {
	if c.payload.Kind == None {
		return nil
	}
	var changes []Field
	for i := range c.payload.Members {
		if m := &c.payload.Members[i]; m.Changed {
			changes = append(changes, Field{members[i], m.Value})
		}
	}
	body := s.page.Encode(c.payload.Copied, changes)
	if body.Problem != "" {
		return unsendable(body.Problem)
	}
	c.request.Body, c.key, c.contentType = body.Value, body.Key, body.Type
	return nil
}

// prepareDeletion makes the body of a data request: the method's own.
func (s *Service[P]) prepareDeletion(c *Call) *Failure {
	var word, sent Value
	switch {
	case c.Method.is(takesCodeOfDeletion):
		passed := s.look(c.Argument)
		switch {
		case passed.Problem != "":
			return unsendable(passed.Problem)
		case passed.Kind == None, passed.Kind == Number, passed.Kind == Other:
			return unsendable("pass {type, code}")
		}
		word, sent = s.given(passed, kind), s.given(passed, code)
	case c.Method.argument == typeArgument:
		word = c.Argument
	}
	body := s.page.Object([]Entry{{"request_type", s.page.String(deleteAccount)}, {members[kind], word}, {members[code], sent}})
	if c.request.Payload = body; c.Method.is(inQuery) {
		c.request.Query = "request_type=" + deleteAccount
		c.request.Payload = s.page.Object([]Entry{{"params", body}})
		return nil
	}
	c.payload = s.look(body)
	if c.payload.Problem != "" {
		return unsendable(c.payload.Problem)
	}
	s.normalize(c)
	return nil
}

// given returns a member as it was passed.
func (s *Service[P]) given(p *Payload, name member) Value {
	if v := s.page.Member(p.Copied, members[name]); v != Undefined {
		return v
	}
	return s.textValue(p.Members[name].Value) // of a form
}

// textValue returns the page's value of a text, Undefined for "".
func (s *Service[P]) textValue(text string) Value {
	if text == "" {
		return Undefined
	}
	return s.page.String(text)
}

// member returns a member of the call's payload.
func (c *Call) member(m member) *Member { return &c.payload.Members[m] }

// has reports whether a member is sent.
func (c *Call) has(m member) bool { return c.member(m).sent() }

// sent reports whether the member is sent: one of which nothing is left isn't.
func (m *Member) sent() bool {
	if m.Changed {
		return m.Value != ""
	}
	return m.There
}

// set has the member sent so.
func (m *Member) set(text string) { m.Value, m.Changed = text, true }

// add has a member sent that isn't there, where there is a text for it.
func (c *Call) add(name member, text string) {
	if m := c.member(name); text != "" && !m.sent() {
		m.set(text)
		c.added |= 1 << name
	}
}
