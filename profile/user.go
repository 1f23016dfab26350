package profile

// Member is a member of the stored user: its name, and the path in an answer's data that it is taken
// from; with And, the texts at both paths.
type Member struct{ Name, From, And string }

// userMembers are what the SDK's syncUserData keeps of an answer (twilight-facts.md, "After an answer").
// The page adds type, can_comment (kept from before) and fetched_at (ms since 1970).
var userMembers = []Member{
	{"id", "id", ""},
	{"email", "email", ""},
	{"mobile", "phone.code", "phone.number"},
	{"country_code", "phone.country", ""},
	{"language_code", "language", ""},
	{"currency_code", "currency", ""},
	{"notifications", "notifications", ""},
	{"pending_orders", "pending_orders", ""},
	{"avatar", "avatar", ""},
	{"first_name", "first_name", ""},
	{"last_name", "last_name", ""},
	{"is_hidden_name", "is_hidden_name", ""},
	{"is_notifiable", "is_notifiable", ""},
}

// storeUser keeps the user of an answer with a phone, as the SDK does.
func (s *Service[P]) storeUser(data Value) {
	if _, ok := s.page.At(data, "phone"); ok {
		s.page.StoreUser(data, userMembers)
	}
}
