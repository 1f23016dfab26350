package profile

// resendVerification asks for the code of what waits once more.
func (s *Service[P]) resendVerification(c *Call) {
	s.load()
	v := s.pending.listed(s.typeOfArgument(c))
	if v == nil || v.CountryLost || v.Phone == "" && v.Email == "" {
		message := "No verification waits for a code, or its contact is not known."
		sent := Request{Verb: "post", URL: s.page.Context("profile/contacts/update", c.Options).URL} // it would have been
		s.settle(c, false, "", s.page.Error(&sent, &Failure{
			Name: axiosError, Message: message, Code: codeValidation, Status: statusInvalid, Local: true, Fields: []Field{{members[kind], message}},
		}))
		return
	}
	entries := s.entry(nil, phone, v.Phone)
	entries = s.entry(entries, countryCode, v.CountryCode)
	entries = s.entry(entries, email, v.Email)
	s.settle(c, true, "", s.page.CallMethod("updateContacts", s.page.Object(entries), c.Options))
}

// entry appends a text, where there is one.
func (s *Service[P]) entry(entries []Entry, name member, text string) []Entry {
	if text == "" {
		return entries
	}
	return append(entries, Entry{members[name], s.page.String(text)})
}

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
	given := s.page.Look(c.Argument, members)
	if given.Text == "" && given.Problem == "" {
		given.Text = given.Members[kind].Value
	}
	return typeOf(given.Text)
}
