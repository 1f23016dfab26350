package profile

// Pending is a change of contact that waits for its code. It is never changed: another one takes its place.
type Pending struct {
	// Members are what salla.profile.pendingVerification shows, and what verify needs besides the code: type ("mobile" or
	// "email"), and what is to be changed to: phone and country_code, or email; "" where nobody has said.
	Members []Field

	turn int // of the change, among those of this page
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

// typeIn answers the type of contact that members are about: by the word for it, or by the contact itself; "" for none.
func typeIn(get func(name string) string) string {
	word := get("type")
	for _, contact := range contacts {
		if word == "" && get(contact) != "" {
			word = contact
		}
	}
	return typeOf(word)
}

// PendingOf makes the Pending that the members say, which get answers by name; nil where nobody says of what type it is.
func PendingOf(get func(name string) string) *Pending {
	kind := typeIn(get)
	if kind == "" {
		return nil
	}
	p := &Pending{Members: []Field{{"type", kind}, {byEmail, get(byEmail)}}}
	if kind == mobile {
		p.Members = []Field{{"type", kind}, {"phone", get("phone")}, {"country_code", get("country_code")}}
	}
	return p
}

// Restored makes the Pending whose members another page has kept; nil for none.
func Restored(members []Field) *Pending {
	if len(members) == 0 || members[0].Name != "type" {
		return nil
	}
	return &Pending{Members: members}
}

// is says whether p is one of this type, of any for "".
func (p *Pending) is(kind string) bool { return p != nil && (kind == "" || kind == p.Members[0].Value) }

// Waiting is the state of the verifications on a page: one for each type of contact, nil for none. Its events are open,
// close and meet; the table of sequences is in pending_test.go.
type Waiting struct {
	// Newer is what salla.profile.pendingVerification shows, Older the one of the other type.
	Newer, Older *Pending
	// Customer is whose they are, by an id of the page's; "" where nobody could say.
	Customer string
}

// of answers the one of a type, the newer one for ""; nil for none.
func (w *Waiting) of(kind string) *Pending {
	for _, p := range [...]*Pending{w.Newer, w.Older} {
		if p.is(kind) {
			return p
		}
	}
	return nil
}

// open: p waits from now on, instead of one of its type; but not of one whose change was made later.
func (w *Waiting) open(p *Pending) {
	kind := p.Members[0].Value
	if w.after(kind, p.turn) {
		return
	}
	if w.Newer != nil && !w.Newer.is(kind) {
		w.Older = w.Newer
	}
	w.Newer = p
}

// after says whether what waits of this type is of a later turn.
func (w *Waiting) after(kind string, turn int) bool {
	p := w.of(kind)
	return p != nil && p.turn > turn
}

// close: p is over, if it still waits. A code for one whose place was taken closes nothing.
func (w *Waiting) close(p *Pending) {
	switch {
	case p == nil:
	case p == w.Newer:
		w.Newer, w.Older = w.Older, nil
	case p == w.Older:
		w.Older = nil
	}
}

// meet: this is the customer now, "" if the page can't say. What is another one's is over.
func (w *Waiting) meet(customer string) {
	if customer == "" {
		return
	}
	if w.Customer != customer && w.Customer != "" {
		w.Newer, w.Older = nil, nil
	}
	w.Customer = customer
}

// meet takes up what the page before this one has kept, where nothing waits here, unless it is another customer's.
func (s *Service[P]) meet() {
	kept, customer := s.page.Kept()
	if s.waiting.Newer == nil && (kept.Customer == "" || kept.Customer == customer) {
		s.waiting = kept
	}
	s.waiting.meet(customer)
}

// show has the page show what waits, where that is another than it shows.
func (s *Service[P]) show() {
	if w := s.waiting; w.Newer != s.shown.Newer || w.Older != s.shown.Older {
		s.shown = w
		s.page.SetPending(w)
	}
}

// ShowPending shows what waits: on a page whose salla.profile is a new one, or whose customer is known now.
func (s *Service[P]) ShowPending() {
	if s.meet(); s.waiting.Newer != nil {
		s.shown = Waiting{} // by the one before
	}
	s.show()
}

// meant answers what a code is for: what waits of the type that the payload names, by a word or by a contact.
func (s *Service[P]) meant(c *Call) *Pending {
	s.meet()
	s.show()
	return s.waiting.of(typeIn(func(name string) string { return s.member(c, name) }))
}

// track follows the verifications on a good answer. What says that a code was sent opens one: data.verification of an
// answer to a change, or the event profile::verification, whose payload is the store's word on the contact. An answer to
// a change that says anything else ends what waits of its contact, and one to verify what waited for the code.
func (s *Service[P]) track(c *Call, body Value) {
	m := c.Method
	change := m.argument == payloadArgument && !m.is(takesCode)
	s.waiting.close(c.pending)
	said, opened := Undefined, false
	if !m.is(dataRequest) && s.page.Any(body, reactions) {
		if said, opened = s.announced(body); !opened && change {
			said, _ = s.page.At(body, "data.verification")
			opened = s.page.Text(said, "status") == "pending"
		}
	}
	switch {
	case opened:
		p := PendingOf(func(name string) string {
			text := s.page.Text(said, name)
			if text == "" && change {
				text = s.member(c, name)
			}
			return text
		})
		if p != nil {
			p.turn = c.turn
			s.meet()
			s.waiting.open(p)
		}
	case change && s.waiting.Newer != nil:
		for _, contact := range contacts {
			if kind := typeOf(contact); s.member(c, contact) != "" && !s.waiting.after(kind, c.turn) {
				s.waiting.close(s.waiting.of(kind))
			}
		}
	}
	s.show()
}

// announced answers the payload of the event profile::verification in a body, or the first of a list: not of one that is
// about a deletion.
func (s *Service[P]) announced(body Value) (event Value, ok bool) {
	for _, entry := range s.events(body) {
		if entry.Name == "profile::verification" {
			event, ok = entry.Value, true
			if first, list := s.page.At(event, "0"); list {
				event = first
			}
		}
	}
	return event, ok && s.page.Text(event, "request_type") == ""
}
