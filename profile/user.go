package profile

// Member is a member of the stored user: its name, and the paths in an answer's data whose texts, or
// only value, it is made of.
type Member struct {
	Name string
	From []string
}

// userMembers are what the SDK's syncUserData keeps of an answer (twilight-facts.md, "After an answer").
// The page adds type, can_comment (kept from before) and fetched_at (ms since 1970).
var userMembers = []Member{
	{"id", []string{"id"}},
	{"email", []string{"email"}},
	{"mobile", []string{"phone.code", "phone.number"}},
	{"country_code", []string{"phone.country"}},
	{"language_code", []string{"language"}},
	{"currency_code", []string{"currency"}},
	{"notifications", []string{"notifications"}},
	{"pending_orders", []string{"pending_orders"}},
	{"avatar", []string{"avatar"}},
	{"first_name", []string{"first_name"}},
	{"last_name", []string{"last_name"}},
	{"is_hidden_name", []string{"is_hidden_name"}},
	{"is_notifiable", []string{"is_notifiable"}},
}

// storeUser keeps the user of an answer with a phone, as the SDK does.
func (s *Service) storeUser(data Value) {
	if _, ok := s.page.At(data, "phone"); ok {
		s.page.StoreUser(data, userMembers)
	}
}
