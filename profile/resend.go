package profile

// resend asks for the code of what waits once more.
func (s *Service[P]) resend(c *Call) {
	s.load()
	v := s.pending.listed(s.typeOfArgument(c))
	if v == nil || v.CountryLost || v.Phone == "" && v.Email == "" {
		no := refused()
		no.add(members[kind], "No verification waits for a code, or its contact is not known.")
		sent := Request{Verb: "post", URL: c.context.URL} // it would have been
		s.settle(c, false, "", s.page.Error(&sent, no))
		return
	}
	contact := s.page.Object([]Entry{
		{members[phone], s.textValue(v.Phone)}, {members[countryCode], s.textValue(v.CountryCode)}, {members[email], s.textValue(v.Email)},
	})
	s.settle(c, true, "", s.page.CallMethod("updateContacts", contact, c.Options))
}

// contextOfResend is that of the request that a resend leads to.
func (s *Service[P]) contextOfResend(c *Call) { c.context = s.page.Context("profile/contacts/update", c.Options) }

// cancelVerification: what waits is over, and the store isn't asked.
func (s *Service[P]) cancelVerification(c *Call) {
	s.load()
	word := s.typeOfArgument(c)
	if v := s.pending.listed(""); word == "" && v != nil {
		word = v.Type
	}
	s.pending.close(word, s.sent)
	s.show()
	s.settle(c, true, "", Undefined)
}

// typeOfArgument is the type of contact that a call names, "" for none: by the word, or by one of pendingVerifications.
func (s *Service[P]) typeOfArgument(c *Call) string {
	given := s.look(c.Argument)
	if given.Text == "" && given.Problem == "" {
		given.Text = given.Members[kind].Value
	}
	return typeOf(given.Text)
}
