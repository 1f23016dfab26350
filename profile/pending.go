package profile

// Verification is a change of contact that waits for its code.
type Verification struct {
	// Type is the type of contact, "mobile" or "email", in the store's words.
	Type string
	// Phone and CountryCode, or Email, are what is to be changed to; "" where nobody has said.
	Phone, CountryCode, Email string
	// Unlisted: it was sent in one change with the contact that the answer named. A code for it may have been sent: verify knows it, and
	// nobody is shown it.
	Unlisted bool
	// Turn is that of the change, among those of this page.
	Turn int
}

// The store's words for the contacts. Salla's documentation says "phone" for the first.
const (
	mobile  = "mobile"
	byEmail = "email"
)

// contacts are the members that payloads have them in.
var contacts = [...]string{"phone", byEmail}

// typeOf is the store's word for what a theme, or the store, calls a contact.
func typeOf(word string) string {
	if word == "phone" {
		return mobile
	}
	return word
}

// typeIn returns the type of contact that members are about: by the word for it, or by the contact itself; "" for none.
func typeIn(get func(name string) string) string {
	word := get(kind)
	for _, contact := range contacts {
		if word == "" && get(contact) != "" {
			word = contact
		}
	}
	return typeOf(word)
}

// verificationOf makes the Verification that the members say, which get returns by name: of no type where nobody says which.
func verificationOf(get func(name string) string) *Verification {
	v := &Verification{Type: typeIn(get)}
	if v.Type == mobile {
		v.Phone, v.CountryCode = get("phone"), get("country_code")
	} else {
		v.Email = get(byEmail)
	}
	return v
}

// is reports whether both are the same.
func (v *Verification) is(other *Verification) bool { return *v == *other }

// members are what verify needs besides the code, by the store's names.
func (v *Verification) members() [4]Field {
	return [...]Field{{kind, v.Type}, {"phone", v.Phone}, {"country_code", v.CountryCode}, {byEmail, v.Email}}
}

// pending is the state of the verifications on a page: one listed for each type of contact, and behind or beside it one unlisted. Its
// events are open, close and meet; the table of sequences is in pending_test.go.
type pending struct {
	list     []Verification // the newer first
	shown    []Verification // by the page
	customer int            // whose they are
}

// listed returns the one that is shown of a type, the newer one for ""; nil for none.
func (p *pending) listed(kind string) *Verification {
	for i := range p.list {
		if v := &p.list[i]; !v.Unlisted && (kind == "" || kind == v.Type) {
			return v
		}
	}
	return nil
}

// forCode returns what a code of a type is for, of the newer listed one for ""; nil for none.
func (p *pending) forCode(kind string) *Verification {
	if kind == "" {
		return p.listed("")
	}
	for i := range p.list {
		if p.list[i].Type == kind {
			return &p.list[i]
		}
	}
	return nil
}

// open: v waits from now on, instead of what waited of its type; but not where the change of that was made later. An unlisted one leaves the
// listed one as it was.
func (p *pending) open(v *Verification) {
	list := []Verification{*v}
	for i := range p.list {
		other := &p.list[i]
		if other.Type == v.Type && (other.Unlisted || !v.Unlisted) {
			if other.Turn > v.Turn {
				return
			}
			continue
		}
		list = append(list, p.list[i:i+1]...)
	}
	p.list = list
}

// close: what waits of the type is over, but for a change that was made later.
func (p *pending) close(kind string, turn int) {
	var list []Verification
	for i := range p.list {
		if v := &p.list[i]; v.Type != kind || v.Turn > turn {
			list = append(list, p.list[i:i+1]...)
		}
	}
	p.list = list
}

// has reports whether v still waits: another one may have taken its place.
func (p *pending) has(v *Verification) bool {
	for i := range p.list {
		if v.is(&p.list[i]) {
			return true
		}
	}
	return false
}

// meet: this is the customer now. What is another one's is over.
func (s *Service[P]) meet(customer int) {
	p := &s.pending
	if p.customer != customer && p.customer != 0 {
		p.list = nil
	}
	p.customer = customer
	s.show()
}

// show has the page show what waits, where that is not what it shows.
func (s *Service[P]) show() {
	p := &s.pending
	same := len(p.list) == len(p.shown)
	for i := 0; same && i < len(p.list); i++ {
		same = p.list[i].is(&p.shown[i])
	}
	if !same {
		p.shown = p.list
		s.page.SavePending(p.list)
	}
}

// load takes up what the page before this one has kept, where nothing waits here.
func (s *Service[P]) load() {
	kept := s.page.LoadPending()
	s.meet(kept.Customer)
	if s.pending.list == nil && kept.List != nil {
		s.pending.list = kept.List
		s.show()
	}
}

// Attach is called where something about the page has changed: the SDK was created or is ready, the page was configured, or its customer
// may be another one. What waits is shown, on a new salla.profile as well.
func (s *Service[P]) Attach() {
	s.mode.reconfigured()
	s.load()
	if s.pending.list != nil {
		s.page.SavePending(s.pending.list)
	}
}

// track follows the verifications on a good answer. What says that a code was sent opens one: data.verification of an
// answer to a change or a code, or the event profile::verification, whose payload is the store's word on the contact. An answer to
// a change that says anything else ends what waits of its contacts, and one to verify what waited for the code.
func (s *Service[P]) track(c *Call, a *Answer) {
	m := c.Method
	s.meet(a.Customer)
	if a.Customer != c.context.Customer || m.is(asksToDelete) {
		return
	}
	if c.meant != nil && s.pending.has(c.meant) {
		s.pending.close(c.meant.Type, c.turn)
	}
	change := m.is(changesContact)
	if a.Announced || a.Verification == "pending" && (change || m.is(takesCode)) {
		s.opened(c, a, change)
	} else if change {
		for _, contact := range contacts {
			if _, sent := c.find(contact); sent {
				s.pending.close(typeOf(contact), c.turn)
			}
		}
	}
	s.show()
}

// opened: the answer says that a code was sent.
func (s *Service[P]) opened(c *Call, a *Answer, change bool) {
	said := verificationOf(func(name string) string {
		text := ""
		switch name {
		case kind:
			text = a.Type
		case "phone":
			text = a.Phone
		case "country_code":
			text = a.CountryCode
		case byEmail:
			text = a.Email
		}
		if text == "" && change {
			text = c.member(name)
		}
		return text
	})
	if said.Type == "" {
		return
	}
	s.load()
	said.Turn = c.turn
	for _, contact := range contacts {
		if typeOf(contact) == said.Type || !change || c.member(contact) == "" {
			continue
		}
		other := verificationOf(func(name string) string {
			if name == kind {
				return contact
			}
			return c.member(name)
		})
		other.Unlisted, other.Turn = true, c.turn
		s.pending.open(other)
	}
	s.pending.open(said)
}

// resendVerification asks for the code of what waits once more.
func (s *Service[P]) resendVerification(c *Call) {
	s.load()
	v := s.pending.listed(s.typeOfArgument(c))
	if v == nil || v.Phone == "" && v.Email == "" {
		message := "No verification waits for a code, or its contact is not known."
		s.settle(c, false, "", s.page.Error(&Request{}, &Failure{
			Name: axiosError, Message: message, Code: codeValidation, Status: statusInvalid, Local: true, Fields: []Field{{kind, message}},
		}))
		return
	}
	var entries []Entry
	for _, f := range v.members() {
		if f.Name != kind && f.Value != "" {
			entries = append(entries, Entry{f.Name, s.page.String(f.Value)})
		}
	}
	s.settle(c, true, "", s.page.CallMethod("updateContacts", s.page.Object(entries), c.Options))
}

// cancelVerification: what waits is over, and the store isn't asked.
func (s *Service[P]) cancelVerification(c *Call) {
	s.load()
	kind := s.typeOfArgument(c)
	if v := s.pending.listed(kind); kind == "" && v != nil {
		kind = v.Type
	}
	s.pending.close(kind, s.sent)
	s.show()
	s.settle(c, true, "", Undefined)
}

// typeOfArgument is the type of contact that a call names, "" for none.
func (s *Service[P]) typeOfArgument(c *Call) string { return typeOf(s.page.Look(c.Argument, nil).Text) }
