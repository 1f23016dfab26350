package profile

// What is refused before sending, and nothing else (contract.md, section 5): verify without a code, a
// contact change with neither phone nor email, a phone without a digit, an e-mail without @, a payload
// that can't be sent. And what is mended on the way (section 6): digits, the country, verify's members.

// refused names a member and why it is; problem is what the theme's author is told.
type refused struct {
	field   string
	reason  reason
	problem string
}

// check answers the members to set on the body, or why it isn't sent.
func (s *Service[P]) check(c *Call, p Payload) (changes []Field, no *refused) {
	m, kind := c.Method, p.Kind()
	if kind == Other || kind == Number && m.Name != "verify" {
		return nil, unsendable("pass a plain object, FormData, URLSearchParams, a <form> or text")
	}
	for _, name := range [...]string{"phone", "code"} {
		// Text is a code for verify alone; elsewhere it is sent as it is.
		if text, ok := p.Get(name); ok && (kind != Text || m.Name == "verify") {
			if ascii := ASCIIDigits(text); ascii != text {
				changes = append(changes, Field{name, ascii})
			}
		}
	}
	switch m.Name {
	case "verify":
		return s.checkVerify(p, changes)
	case "updateContacts":
		return s.checkContacts(c, p, changes)
	}
	return changes, nil
}

func (s *Service[P]) checkContacts(c *Call, p Payload, changes []Field) ([]Field, *refused) {
	phone, hasPhone := present(p, "phone")
	email, hasEmail := present(p, "email")
	if !hasPhone && !hasEmail {
		return nil, &refused{field: "phone", reason: contactMissing}
	}
	if hasPhone {
		phone = ASCIIDigits(phone)
		if !hasDigit(phone) {
			return nil, &refused{field: "phone", reason: phoneWithoutDigit}
		}
		if !s.namesCountry(c, p) && !otherCountry(phone) {
			changes = append(changes, Field{"country_code", DefaultCountry})
		}
	}
	if hasEmail && !hasAt(email) {
		return nil, &refused{field: "email", reason: emailWithoutAt}
	}
	return changes, nil
}

func (s *Service[P]) checkVerify(p Payload, changes []Field) ([]Field, *refused) {
	code, has := present(p, "code")
	if !has {
		return nil, &refused{field: "code", reason: codeMissing}
	}
	if kind := p.Kind(); (kind == Text || kind == Number) && len(changes) == 0 {
		changes = append(changes, Field{"code", code})
	}
	if kind, _ := p.Get("type"); kind == "phone" { // Salla's documentation says so
		changes = append(changes, Field{"type", mobile})
	}
	if s.pending.meant(p) {
		for _, f := range s.pending.Members() {
			if _, ok := p.Get(f.Name); !ok {
				changes = append(changes, f)
			}
		}
	}
	return changes, nil
}

// DefaultCountry is the country of a phone that comes without one, as Salla documents it.
const DefaultCountry = "SA"

// namesCountry says whether the payload has a word on the phone's country: a text, or what other inputs give (an object,
// or countryCode).
func (s *Service[P]) namesCountry(c *Call, p Payload) bool {
	for _, name := range [...]string{"country_code", "countryCode"} {
		if _, ok := present(p, name); ok {
			return true
		}
	}
	return p.Kind() == Object && s.page.Any(c.Argument, "country_code\ncountryCode")
}

// otherCountry says whether a number begins with another country's code than the default's: a code may go to a stranger.
func otherCountry(phone string) bool {
	const code = "966"
	zeros, at := 0, 0 // 00 is as good as +
	for i := 0; i < len(phone) && at < len(code); i++ {
		b := phone[i]
		switch {
		case zeros < 2 && b == '+':
			zeros = 2
		case b < '0' || b > '9': // what it is written with
		case zeros == 2 && b == code[at]:
			at++
		case zeros == 2:
			return true
		case b != '0':
			return false
		default:
			zeros++
		}
	}
	return zeros == 2 && at < len(code)
}

// present answers a member that is there and not empty.
func present(p Payload, name string) (string, bool) {
	text, ok := p.Get(name)
	return text, ok && !blank(text)
}

// ASCIIDigits writes the Arabic-Indic (U+0660…) and Persian (U+06F0…) digits of s as ASCII digits.
// Both are two bytes in UTF-8: D9 A0…A9 and DB B0…B9.
func ASCIIDigits(s string) string {
	for i := 0; i+1 < len(s); i++ {
		if _, ok := digitAt(s, i); ok {
			b := append(make([]byte, 0, len(s)), s[:i]...)
			for ; i < len(s); i++ {
				if digit, ok := digitAt(s, i); ok {
					b = append(b, digit)
					i++
				} else {
					b = append(b, s[i])
				}
			}
			return string(b)
		}
	}
	return s
}

func digitAt(s string, i int) (ascii byte, ok bool) {
	if i+1 >= len(s) {
		return 0, false
	}
	switch low := s[i+1]; {
	case s[i] == 0xD9 && low >= 0xA0 && low <= 0xA9:
		return '0' + low - 0xA0, true
	case s[i] == 0xDB && low >= 0xB0 && low <= 0xB9:
		return '0' + low - 0xB0, true
	}
	return 0, false
}

func hasDigit(s string) bool {
	for i := 0; i < len(s); i++ {
		if '0' <= s[i] && s[i] <= '9' {
			return true
		}
	}
	return false
}

func hasAt(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] == '@' {
			return true
		}
	}
	return false
}

// blank: nothing but white space and control characters.
func blank(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] > ' ' {
			return false
		}
	}
	return true
}
