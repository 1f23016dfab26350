package profile

// What is refused before sending, and nothing else (web/docs/forms-and-errors.md): verify without a code, a contact change with neither
// phone nor email, a phone that is text without a digit, an e-mail that is text without @, a payload that can't be sent. And what
// is normalized on the way (web/docs/differences.md): digits, the country, verify's members.

// typed are the members that customers type.
var typed = []member{code, phone, email, birthday}

// normalize has what customers type sent as they meant it (web/docs/differences.md, 3).
func (s *Service[P]) normalize(c *Call) {
	for _, name := range typed {
		m := c.member(name)
		text := m.Value
		meant := text
		if unusual(text, name == code) {
			meant = s.page.Normalize(text, name == code)
		}
		if name == phone && c.payload.Kind == Params && Has(meant[:min(len(meant), 1)], '1', '9') && s.beginsBlank(text) {
			meant = "+" + meant
		}
		if meant != text {
			m.set(meant)
		}
	}
}

// beginsBlank reports whether a number begins with a blank, maybe behind marks that nobody sees: in a form it was a plus that wasn't
// encoded, where no 0 follows. No country's code begins with one.
func (s *Service[P]) beginsBlank(phone string) bool {
	at := 0
	for at < len(phone) && phone[at] > '~' {
		at++
	}
	return at < len(phone) && phone[at] == ' ' && (at == 0 || s.page.Normalize(phone[:at], false) == "")
}

// unusual reports whether a text may not be in the form that the store reads: not ASCII, with white space around, or a code with
// white space or dashes inside.
func unusual(text string, code bool) bool {
	for i := 0; i < len(text); i++ {
		switch b := text[i]; {
		case b > '~', (b == '-' || b <= ' ') && code, b <= ' ' && (i == 0 || i == len(text)-1):
			return true
		}
	}
	return false
}

// check sets what is to be sent otherwise than it came, or returns why it isn't sent.
func (s *Service[P]) check(c *Call) *Failure {
	p, takes := c.payload, c.Method.is(takesCode)
	switch {
	case p.Problem != "":
		return unsendable(p.Problem)
	case p.Kind == Other, p.Kind == Number && !takes:
		return unsendable("pass an object, FormData, URLSearchParams, a <form> or text")
	case p.Kind == Text || p.Kind == Number:
		if !takes {
			break // as it is
		}
		text := p.Text
		if unusual(text, true) {
			text = s.page.Normalize(text, true)
		}
		c.member(code).set(text)
	default:
		s.normalize(c)
	}
	switch {
	case takes:
		return s.checkCode(c)
	case c.Method.is(requiresContact):
		return checkContacts(c)
	}
	return nil
}

func checkContacts(c *Call) *Failure {
	no := refused()
	if !c.has(phone) && !c.has(email) {
		c.refuse(no, phone, contactMissing)
		c.refuse(no, email, contactMissing)
		return no
	}
	switch number := c.member(phone).Value; {
	case number == "": // none, or an object
	case !Has(number, '0', '9'):
		c.refuse(no, phone, phoneWithoutDigit)
	case !c.namesCountry() && !otherCountry(number):
		c.member(countryCode).set(defaultCountry)
	}
	if address := c.member(email).Value; address != "" && !Has(address, '@', '@') {
		c.refuse(no, email, emailWithoutAt)
	}
	if no.Fields == nil {
		return nil
	}
	return no
}

func (s *Service[P]) checkCode(c *Call) *Failure {
	if !c.says(code) {
		no := refused()
		c.refuse(no, code, codeMissing)
		return no
	}
	if m := c.member(kind); m.Value == "phone" {
		m.set(mobile)
	}
	if len(s.pending.list) == 0 { // of a customer who is known by now
		s.load()
	}
	if c.meant = s.pending.forCode(typeIn(c.member(kind).Value, c.has(phone), c.has(email))); c.meant != nil {
		c.add(kind, c.meant.Type)
		c.add(phone, c.meant.Phone)
		c.add(countryCode, c.meant.CountryCode)
		c.add(email, c.meant.Email)
	}
	return nil
}

// defaultCountry is the country_code of a phone that comes without one: two letters, the default that Salla's documentation
// names. The SDK doesn't add it (web/docs/differences.md, 4).
const defaultCountry = "SA"

// namesCountry reports whether the payload has a word on the phone's country: a text that isn't blank, or what other inputs give
// (an object, or countryCode).
func (c *Call) namesCountry() bool {
	return c.says(countryCode) || c.says(countryCodeInJS)
}

// says reports whether a member is sent that isn't blank text.
func (c *Call) says(name member) bool {
	m := c.member(name)
	return m.sent() && (m.Value == "" || !blank(m.Value))
}

// otherCountry reports whether a number begins with another country's code than the default's: a code may go to a stranger.
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

// isPlus reports whether s begins with a plus sign, of an Arabic or East Asian keyboard as well.
func isPlus(s string) bool {
	const length = len("＋")
	return s[0] == '+' || len(s) >= length && (s[:length] == "＋" || s[:length] == "﹢")
}

// Has reports whether s has a byte from first to last, both included.
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
