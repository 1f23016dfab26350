package profile

// Attach is called where something about the page has changed: the SDK was created or is ready, the page was configured, or its customer
// may be another one. What waits is shown, on a new salla.profile as well.
func (s *Service[P]) Attach() {
	s.mode.reconfigured()
	p := &s.pending
	shown := len(p.shown) > 0
	s.load()
	if shown && len(p.list) > 0 {
		p.shown = nil // by the salla.profile before
		s.show()
	}
}

// show has the page show what waits, where that is not what it shows.
func (s *Service[P]) show() {
	p := &s.pending
	same := len(p.list) == len(p.shown)
	for i := 0; same && i < len(p.list); i++ {
		same = p.list[i].isOf(p.shown[i])
	}
	if !same {
		p.shown = p.list
		s.page.SavePending(p.list)
	}
}

// load meets the customer, and takes up what the page before this one has kept of theirs, where nothing waits here.
func (s *Service[P]) load() {
	kept := s.page.LoadPending()
	p := &s.pending
	p.meet(kept.Customer)
	if len(p.list) == 0 && len(p.shown) == 0 && len(kept.List) > 0 {
		for _, v := range kept.List {
			v.Turn = 0 // of the page before
		}
		p.list = kept.List
	}
	s.show()
}

// track follows the verifications on a good answer.
func (s *Service[P]) track(c *Call, a *Answer) {
	s.pending.meet(a.Customer)
	if a.Customer == c.context.Customer && !c.Method.is(asksToDelete) {
		s.follow(c, a)
	}
	s.show()
}

// follow: what says that a code was sent opens a verification: data.verification of an answer to a change or a code, or the event
// profile::verification, whose payload is the store's word on the contact. An answer to a change that says anything else ends what
// waits of its contacts, and one to verify what waited for the code.
func (s *Service[P]) follow(c *Call, a *Answer) {
	p, change := &s.pending, c.Method.is(changesContact)
	opens := a.Announced || a.Verification == "pending" && (change || c.Method.is(takesCode))
	if opens && len(p.list) == 0 { // of a customer who is known by now
		s.load()
	}
	said := p.said(c, a) // while it is known what waited before
	if c.meant != nil && p.has(c.meant) {
		p.close(c.meant.Type, c.turn)
	}
	switch {
	case opens && said != nil:
		p.openOther(c, said.Type)
		p.open(said)
	case change && !opens:
		if c.has(phone) {
			p.close(mobile, c.turn)
		}
		if c.has(email) {
			p.close(byEmail, c.turn)
		}
	}
}

// said returns what a code was sent for, where the answer says that one was; nil where it is no contact. What the answer doesn't say
// of it, the change does, or what waited before.
func (p *pending) said(c *Call, a *Answer) *Verification {
	change := c.Method.is(changesContact)
	v := &Verification{Type: typeIn(a.Type, a.Phone != "", a.Email != "")}
	if v.Type == "" && change {
		if v.Type = typeOf(c.member(kind).Value); !isContact(v.Type) {
			v.Type = typeIn("", c.has(phone), c.has(email))
		}
	}
	contact := phone
	switch v.Type {
	case mobile:
		v.Phone, v.CountryCode = a.Phone, a.CountryCode
	case byEmail:
		v.Email = a.Email
		contact = email
	default:
		return nil
	}
	if change && c.has(contact) {
		c.complete(v)
	} else if before := p.forCode(v.Type); before != nil && v.Phone == "" && v.Email == "" {
		*v = *before
		v.Unlisted = false
	}
	v.Turn = c.turn
	return v
}

// openOther: beside the contact of a type, the change may be of the other one.
func (p *pending) openOther(c *Call, kind string) {
	v := &Verification{Type: mobile, Unlisted: true, Turn: c.turn}
	other := phone
	if kind == mobile {
		v.Type = byEmail
		other = email
	}
	if c.Method.is(changesContact) && c.has(other) {
		c.complete(v)
		p.open(v)
	}
}

// complete has v say what only the call says of its contact.
func (c *Call) complete(v *Verification) {
	if v.Type == byEmail {
		v.Email = or(v.Email, c.member(email).Value)
		return
	}
	v.Phone = or(v.Phone, c.member(phone).Value)
	if v.CountryCode == "" {
		v.CountryCode = or(c.member(countryCode).Value, c.member(countryCodeInJS).Value)
		v.CountryLost = v.CountryCode == "" && c.namesCountry()
	}
}

// or returns the first of two texts that isn't empty.
func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
