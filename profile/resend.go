package profile

// resendVerification asks for the code of what waits once more.
func (s *Service[P]) resendVerification(c *Call) {
	s.load()
	v := s.pending.listed(s.typeOfArgument(c))
	if v == nil || v.CountryLost || v.Phone == "" && v.Email == "" {
		message := "No verification waits for a code, or its contact is not known."
		sent := Request{Verb: "post", URL: s.page.Context("profile/contacts/update", c.Options).URL} // it would have been
		s.settle(c, false, "", s.page.Error(&sent, &Failure{
			Name: axiosError, Message: message, Code: codeValidation, Status: statusInvalid, Local: true, Fields: []Field{{kind, message}},
		}))
		return
	}
	entries := s.entry(nil, "phone", v.Phone)
	entries = s.entry(entries, "country_code", v.CountryCode)
	entries = s.entry(entries, byEmail, v.Email)
	s.settle(c, true, "", s.page.CallMethod("updateContacts", s.page.Object(entries), c.Options))
}

// entry appends a text, where there is one.
func (s *Service[P]) entry(entries []Entry, name, text string) []Entry {
	if text == "" {
		return entries
	}
	return append(entries, Entry{name, s.page.String(text)})
}

// cancelVerification: what waits is over, and the store isn't asked.
func (s *Service[P]) cancelVerification(c *Call) {
	s.load()
	kind := s.typeOfArgument(c)
	if v := s.pending.listed(""); kind == "" && v != nil {
		kind = v.Type
	}
	s.pending.close(kind, s.sent)
	s.show()
	s.settle(c, true, "", Undefined)
}

// typeOfArgument is the type of contact that a call names, "" for none: by the word, or by one of pendingVerifications.
func (s *Service[P]) typeOfArgument(c *Call) string {
	given := s.page.Look(c.Argument, []string{kind})
	if given.Text == "" {
		given.Text = given.member(kind)
	}
	return typeOf(given.Text)
}
