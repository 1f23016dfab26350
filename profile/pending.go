package profile

// Pending is a contact change that waits for its code.
type Pending struct {
	// Type is "mobile" or "email".
	Type string
	// Phone and Country, or Email, are what is to be changed to.
	Phone, Country, Email string
}

// fields are the members that verify needs besides the code.
func (p *Pending) fields() []Field {
	if p.Type == "email" {
		return []Field{{"type", p.Type}, {"email", p.Email}}
	}
	return []Field{{"type", p.Type}, {"phone", p.Phone}, {"country_code", p.Country}}
}

// Members are p as salla.profile.pendingVerification shows it.
func (p *Pending) Members() []Field {
	members := p.fields()
	kept := members[:0]
	for _, f := range members {
		if f.Value != "" {
			kept = append(kept, f)
		}
	}
	return kept
}

// PendingOf reads p back from its members.
func PendingOf(get func(name string) string) *Pending {
	p := &Pending{Type: get("type"), Phone: get("phone"), Country: get("country_code"), Email: get("email")}
	if p.Type == "" {
		return nil
	}
	return p
}

// track follows the state of a verification: a pending answer to a contact change opens it, an answer
// to verify closes it. sent answers a member of what was sent.
func (s *Service) track(m *Method, body Value, sent func(name string) string) {
	switch m.Name {
	case "updateContacts":
		if s.page.Text(body, "data.verification.status") != "pending" {
			return
		}
		s.pending = &Pending{
			Type:    s.page.Text(body, "data.verification.type"),
			Phone:   sent("phone"),
			Country: sent("country_code"),
			Email:   sent("email"),
		}
		if s.pending.Type == "" {
			s.pending.Type = "mobile"
			if s.pending.Phone == "" {
				s.pending.Type = "email"
			}
		}
	case "verify":
		if s.pending == nil {
			return
		}
		s.pending = nil
	default:
		return
	}
	s.page.SetPending(s.pending)
}
