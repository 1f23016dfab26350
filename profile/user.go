package profile

// userMembers are what the SDK's syncUserData keeps of an answer's data (npm @salla.sa/twilight 2.14.570): in each
// line the name of a member and, after a tab, the path that it is taken from; with one more path, the texts at both.
// Without a path are those that the page has: type ("user"), can_comment (kept from before) and fetched_at (ms since
// 1970), in this order. One text: a constant is the cheapest thing to hand to the page.
const userMembers = "id\tid\n" +
	"email\temail\n" +
	"mobile\tphone.code\tphone.number\n" +
	"country_code\tphone.country\n" +
	"language_code\tlanguage\n" +
	"currency_code\tcurrency\n" +
	"notifications\tnotifications\n" +
	"pending_orders\tpending_orders\n" +
	"avatar\tavatar\n" +
	"first_name\tfirst_name\n" +
	"last_name\tlast_name\n" +
	"is_hidden_name\tis_hidden_name\n" +
	"is_notifiable\tis_notifiable\n" +
	"type\n" +
	"can_comment\n" +
	"fetched_at"

// storeUser keeps the user of an answer with a phone, as the SDK does.
func (m standalone[P]) storeUser(data Value) {
	if _, ok := m.page.At(data, "phone"); ok {
		m.page.StoreUser(data, userMembers)
	}
}
