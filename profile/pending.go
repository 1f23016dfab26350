package profile

// Verification is a change of contact that waits for its code.
type Verification struct {
	// Type is the type of contact, "mobile" or "email", in the store's words.
	Type string
	// Phone and CountryCode, or Email, are what is to be changed to; "" where nobody has said.
	Phone, CountryCode, Email string
	// CountryLost: the phone came with a country that is no text (an object). Without it the phone can't be sent once more.
	CountryLost bool
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

// typeOf is the store's word for what a theme, or the store, calls a contact.
func typeOf(word string) string {
	if word == "phone" {
		return mobile
	}
	return word
}

func isContact(kind string) bool { return kind == mobile || kind == byEmail }

// typeIn returns the type of contact that something is about: by the word for it, or by the first contact that it has; "" for none.
func typeIn(word string, hasPhone, hasEmail bool) string {
	switch {
	case word != "":
		return typeOf(word)
	case hasPhone:
		return mobile
	case hasEmail:
		return byEmail
	}
	return ""
}

// isOf reports whether v is about the same contact as w, whenever it was changed.
func (v *Verification) isOf(w *Verification) bool {
	return v.Type == w.Type && v.Phone == w.Phone && v.CountryCode == w.CountryCode && v.Email == w.Email &&
		v.CountryLost == w.CountryLost && v.Unlisted == w.Unlisted
}

// pending is the state of the verifications on a page: one listed for each type of contact, and behind or beside it one unlisted. Its
// events are open, close and meet; the table of sequences is in pending_sequence_test.go. Lists are never changed: another one takes
// their place.
type pending struct {
	list     []*Verification // the newer first
	shown    []*Verification // by the page
	customer int             // whose they are
}

// listed returns the one that is shown of a type, the newer one for ""; nil for none.
func (p *pending) listed(kind string) *Verification {
	for _, v := range p.list {
		if !v.Unlisted && (kind == "" || kind == v.Type) {
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
	for _, v := range p.list {
		if v.Type == kind {
			return v
		}
	}
	return nil
}

// open: v waits from now on, instead of what waited of its type; but not where a change of its type was made later. An unlisted one
// leaves the listed one as it was.
func (p *pending) open(v *Verification) {
	for _, other := range p.list {
		if other.Type == v.Type && other.Turn > v.Turn {
			return
		}
	}
	p.list = append([]*Verification{v}, p.without(v.Type, v.Turn, v.Unlisted)...)
}

// close: what waits of the type is over, but for a change that was made later.
func (p *pending) close(kind string, turn int) { p.list = p.without(kind, turn, false) }

// without returns the list without what was to be changed of a type up to a turn, or without the unlisted alone.
func (p *pending) without(kind string, turn int, unlisted bool) (list []*Verification) {
	for _, v := range p.list {
		if v.Type != kind || v.Turn > turn || unlisted && !v.Unlisted {
			list = append(list, v)
		}
	}
	return list
}

// has reports whether v still waits: another one may have taken its place.
func (p *pending) has(v *Verification) bool {
	for _, other := range p.list {
		if other.isOf(v) {
			return true
		}
	}
	return false
}

// meet: this is the customer now. What is another one's is over.
func (p *pending) meet(customer int) {
	if p.customer != customer {
		p.list = nil
	}
	p.customer = customer
}
