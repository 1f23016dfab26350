package profile

// Pending is a contact change that waits for its code.
type Pending struct {
	// Type is "mobile" or "email".
	Type string
	// Phone and Country, or Email, are what is to be changed to.
	Phone, Country, Email string
}

// mobile is the store's word for a phone's verification.
const mobile = "mobile"

// Members are p as salla.profile.pendingVerification shows it, and what verify needs besides the code.
func (p *Pending) Members() []Field {
	members := []Field{{"type", p.Type}, {"phone", p.Phone}, {"country_code", p.Country}}
	if p.Type == "email" {
		members = []Field{{"type", p.Type}, {"email", p.Email}}
	}
	kept := members[:0]
	for _, f := range members {
		if f.Value != "" {
			kept = append(kept, f)
		}
	}
	return kept
}

// meant says whether a payload for verify is about p: it names no other type, nor the other contact.
func (p *Pending) meant(payload Payload) bool {
	if p == nil {
		return false
	}
	other := "email"
	if p.Type == "email" {
		other = "phone"
	}
	kind, named := payload.Get("type")
	if kind == "phone" {
		kind = mobile
	}
	_, hasOther := payload.Get(other)
	return (!named || kind == p.Type) && !hasOther
}

// PendingOf reads p back from its members.
func PendingOf(get func(name string) string) *Pending {
	p := &Pending{Type: get("type"), Phone: get("phone"), Country: get("country_code"), Email: get("email")}
	if p.Type == "" {
		return nil
	}
	return p
}

// ShowPending shows the pending verification again, on a page whose salla.profile is a new one.
func (s *Service[P]) ShowPending() {
	if s.pending != nil {
		s.page.SetPending(s.pending)
	}
}

// track follows the state of a verification: a pending answer to a contact change opens it, an answer
// to verify closes it.
func (s *Service[P]) track(c *Call, body Value) {
	switch c.Method.Name {
	case "updateContacts":
		if s.page.Text(body, "data.verification.status") != "pending" {
			return
		}
		s.pending = &Pending{
			Type:    s.page.Text(body, "data.verification.type"),
			Phone:   c.sent("phone"),
			Country: c.sent("country_code"),
			Email:   c.sent("email"),
		}
		if s.pending.Type == "" {
			s.pending.Type = mobile
			if s.pending.Phone == "" {
				s.pending.Type = "email"
			}
		}
	case "verify":
		if s.pending == nil || s.pending != c.pending { // nothing, or a change that was made meanwhile
			return
		}
		s.pending = nil
	default:
		return
	}
	s.page.SetPending(s.pending)
}
