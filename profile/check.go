package profile

// What is refused before sending, and nothing else (README, "Errors"): verify without a code, a
// contact change with neither phone nor email, a phone without a digit, an e-mail without @, a payload
// that can't be sent. And what is mended on the way (README, "What differs from the SDK"): digits, the country, verify's
// members.

// refused names a member and why it is; problem is what the theme's author is told.
type refused struct {
	field   string
	reason  reason
	problem string
}

// mend has what customers type sent as they meant it (README, "What differs from the SDK", 3).
func (s *Service[P]) mend(c *Call) {
	if c.payload.Kind == Text && !c.Method.is(takesCode) {
		return // as it is
	}
	const typed = 4 // the first of them; the others only are read: track asks for them when the theme may have cleared them
	for i, field := range [...]string{"phone", "code", "email", "birthday", "type", "country_code"} {
		text := s.member(c, field)
		if text == "" || i >= typed {
			continue
		}
		if meant := s.page.Typed(text, field == "code"); meant != text {
			c.set(field, meant)
		}
	}
}

// check sets what is to be sent otherwise than it came, or answers why it isn't sent.
func (s *Service[P]) check(c *Call) *refused {
	kind, code := c.payload.Kind, c.Method.is(takesCode)
	if kind == Other || kind == Number && !code {
		return unsendable("pass a plain object, FormData, URLSearchParams, a <form> or text")
	}
	s.mend(c)
	switch {
	case code:
		return s.checkVerify(c)
	case c.Method.is(namesContact):
		return s.checkContacts(c)
	}
	return nil
}

func (s *Service[P]) checkContacts(c *Call) *refused {
	phone, email := s.member(c, "phone"), s.member(c, "email")
	if phone == "" && email == "" {
		return &refused{field: "phone", reason: contactMissing}
	}
	if phone != "" {
		if !Has(phone, '0', '9') {
			return &refused{field: "phone", reason: phoneWithoutDigit}
		}
		if !s.namesCountry(c) && !otherCountry(phone) {
			c.set("country_code", defaultCountry)
		}
	}
	if email != "" && !Has(email, '@', '@') {
		return &refused{field: "email", reason: emailWithoutAt}
	}
	return nil
}

func (s *Service[P]) checkVerify(c *Call) *refused {
	code := s.member(c, "code")
	if blank(code) {
		return &refused{field: "code", reason: codeMissing}
	}
	if kind := c.payload.Kind; kind == Text || kind == Number {
		c.set("code", code)
	}
	if s.member(c, "type") == "phone" {
		c.set("type", mobile)
	}
	if c.pending = s.meant(c); c.pending != nil {
		for _, f := range c.pending.Members {
			if f.Value != "" && s.member(c, f.Name) == "" {
				c.set(f.Name, f.Value)
			}
		}
	}
	return nil
}

// defaultCountry is the country_code of a phone that comes without one: two letters, the default that Salla's documentation
// names. The SDK doesn't add it (README, "What differs from the SDK", 4).
const defaultCountry = "SA"

// namesCountry says whether the payload has a word on the phone's country: a text, or what other inputs give (an object,
// or countryCode).
func (s *Service[P]) namesCountry(c *Call) bool {
	for _, name := range [...]string{"country_code", "countryCode"} {
		if !blank(s.member(c, name)) {
			return true
		}
	}
	return c.payload.Kind == Object && s.page.Any(c.Argument, "country_code\ncountryCode")
}

// otherCountry says whether a number begins with another country's code than the default's: a code may go to a stranger.
func otherCountry(phone string) bool {
	const code = "966"
	zeros, at := 0, 0 // 00 is as good as +
	for i := 0; i < len(phone) && at < len(code); i++ {
		b := phone[i]
		switch {
		case zeros < 2 && isPlus(phone[i:]):
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

// isPlus says whether s begins with a plus sign, of an Arabic or East Asian keyboard as well.
func isPlus(s string) bool {
	const length = len("＋")
	return s[0] == '+' || len(s) >= length && (s[:length] == "＋" || s[:length] == "﹢")
}

// Has says whether s has a byte from first to last, both included.
func Has(s string, first, last byte) bool {
	for i := 0; i < len(s); i++ {
		if first <= s[i] && s[i] <= last {
			return true
		}
	}
	return false
}

// blank: nothing but white space and control characters.
func blank(s string) bool { return !Has(s, ' '+1, 255) }
