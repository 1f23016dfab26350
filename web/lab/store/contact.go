package store

import (
	"maps"
	"net/http"
	"regexp"
	"slices"
	"strings"
)

// Kinds of contact, as `type` names them.
const (
	kindMobile = "mobile"
	kindEmail  = "email"
)

// contact is a phone number or an e-mail address.
type contact struct {
	kind  string
	phone phoneNumber
	email string
}

// change of a contact that waits for its code; sent is 0 where that waits for the customer to verify another contact first.
type change struct {
	contact
	code oneTimeCode
}

func (k contact) address() string {
	if k.kind == kindEmail {
		return k.email
	}
	return k.phone.full()
}

// event is the payload of profile::verification. <salla-verify> shows `type` in its title, sends all of it along with
// the code to profile/verify, and again to auth/resend_verification, which the SDK refuses to send for a mobile
// without country_code.
func (k contact) event() map[string]any {
	if k.kind == kindEmail {
		return map[string]any{"type": k.kind, "email": k.email}
	}
	return map[string]any{"type": k.kind, "phone": k.phone.number, "country_code": k.phone.country}
}

// Shape only: whether an address exists shows when the code arrives.
var emailShape = regexp.MustCompile(`^[^\s@"'<>(),;:\\]+@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$`)

// readContacts reads phone, country_code and email; empty ones are left out. The phone may be the whole member of a
// profile record. Problems are added to found.
func (c *call) readContacts(found problems) []contact {
	var contacts []contact
	phone, isText := c.form.text("phone")
	country, _ := c.form.text("country_code")
	if record, ok := c.form.values["phone"].(map[string]any); ok {
		phone, isText = scalar(record["number"])
		country, _ = scalar(record["country"])
	}
	if !isText {
		found.add("phone", textPhone.in(c.lang))
	} else if phone != "" {
		number, member, problem := parsePhone(phone, country)
		if member != "" {
			found.add(member, problem.in(c.lang))
		}
		contacts = append(contacts, contact{kind: kindMobile, phone: number})
	}
	email, isText := c.form.text("email")
	if !isText || email != "" && (len(email) > 254 || !emailShape.MatchString(email)) {
		found.add("email", textEmail.in(c.lang))
	} else if email != "" {
		contacts = append(contacts, contact{kind: kindEmail, email: email})
	}
	return contacts
}

// changesAmong are the contacts that aren't the customer's already.
func (c *call) changesAmong(contacts []contact) []contact {
	return slices.DeleteFunc(slices.Clone(contacts), func(k contact) bool {
		current := contact{kind: kindMobile, phone: c.customer.phone}
		if k.kind == kindEmail {
			current = contact{kind: kindEmail, email: c.customer.email}
		}
		return sameContact(current, k)
	})
}

// updateContacts is POST profile/contacts/update with phone and country_code, or email, or both: the answer is about the
// phone then, and the e-mail's turn comes when that is verified. What the customer has already needs no code:
// `verification.status` is "success" then.
func updateContacts(c *call) answer {
	found := problems{}
	contacts := c.readContacts(found)
	if len(contacts) == 0 && len(found) == 0 {
		found.add("phone", textNoContact.in(c.lang))
		found.add("email", textNoContact.in(c.lang))
	}
	if len(found) > 0 {
		return invalid(c.lang, found)
	}
	changes := c.changesAmong(contacts)
	if len(changes) > 0 && c.locked() {
		return c.lockedAnswer()
	}
	if len(changes) == 0 {
		data := c.profile(textUnchanged.in(c.lang))
		data.Verification = &verification{"success", contacts[0].kind}
		return success(data)
	}
	return c.askToVerify(changes)
}

// askToVerify keeps changes, sends the code of the first and answers the profile as it still is.
func (c *call) askToVerify(changes []contact) answer {
	first := changes[0]
	pending := c.customer.pending[first.kind]
	if pending == nil || !sameContact(pending.contact, first) {
		pending = &change{contact: first}
	}
	if !c.sendAgain(pending) {
		return c.lockedAnswer()
	}
	maps.DeleteFunc(c.customer.pending, func(_ string, k *change) bool { return k.code.sent == 0 }) // nobody asks for these now
	c.customer.pending[first.kind] = pending
	for _, k := range changes[1:] {
		c.customer.pending[k.kind] = &change{contact: k}
	}
	data := c.profile(textCodeSent.in(c.lang, first.address()))
	data.Verification = &verification{"pending", first.kind}
	return asking(data, first)
}

// asking is an answer that has the page ask for a contact's code.
func asking(data any, k contact) answer {
	a := success(data)
	a.Events = map[string]any{"profile::verification": k.event()}
	return a
}

// verify is POST profile/verify with code and the contact that is being changed. It answers {message, verification}
// (VerifyContactResponse in the SDK's types): of the other contact, where that was changed too and its code is sent now.
func verify(c *call) answer {
	pending, refusal := c.pendingChange()
	if pending == nil {
		return refusal
	}
	code, _ := c.form.text("code")
	if refusal, ok := c.tryCode(&pending.code, code); !ok {
		return refusal
	}
	if pending.kind == kindEmail {
		c.customer.email = pending.email
	} else {
		c.customer.phone = pending.phone
	}
	delete(c.customer.pending, pending.kind)
	for _, next := range c.customer.pending {
		if next.code.sent == 0 {
			c.sendAgain(next)
			return asking(map[string]any{
				"message":      textVerified.in(c.lang) + " " + textCodeSent.in(c.lang, next.address()),
				"verification": verification{"pending", next.kind},
			}, next.contact)
		}
	}
	return success(map[string]any{
		"message":      textVerified.in(c.lang),
		"verification": verification{"success", pending.kind},
	})
}

// pendingChange finds the change that the request's phone or email is about, or says what is wrong with it.
func (c *call) pendingChange() (*change, answer) {
	if len(c.customer.pending) == 0 {
		a := failure(http.StatusUnprocessableEntity, textNothingPending.in(c.lang))
		a.Error.Case = "no_pending_verification"
		return nil, a
	}
	found := problems{}
	contacts := c.readContacts(found)
	for _, k := range contacts {
		if pending := c.customer.pending[k.kind]; pending != nil && sameContact(pending.contact, k) {
			return pending, answer{}
		}
	}
	for _, k := range contacts {
		found.add(map[string]string{kindMobile: "phone", kindEmail: "email"}[k.kind], textOtherContact.in(c.lang))
	}
	if len(found) == 0 {
		found.add("phone", textNoContact.in(c.lang))
		found.add("email", textNoContact.in(c.lang))
	}
	return nil, invalid(c.lang, found)
}

func sameContact(a, b contact) bool {
	return a.kind == b.kind && a.phone == b.phone && strings.EqualFold(a.email, b.email)
}

// resend is POST auth/resend_verification with the payload of the event: a new code for a pending change. It answers
// `resend_counter`, 2 to 4 (loginOrResendCode in the SDK's types).
func resend(c *call) answer {
	pending, refusal := c.pendingChange()
	if pending == nil {
		return refusal
	}
	if c.locked() || !c.sendAgain(pending) {
		return c.lockedAnswer()
	}
	return success(map[string]any{
		"message":        textCodeSent.in(c.lang, pending.address()),
		"resend_counter": pending.code.sent,
	})
}

// sendAgain sends a change's code, the first or a new one; after too many it answers false, and nothing is sent for a while.
func (c *call) sendAgain(k *change) bool {
	sent := k.code.sent + 1
	if sent > maxSent {
		k.code.sent = 1 // after the wait it starts again
		c.lock()
		return false
	}
	k.code = c.sendCode(k.kind, k.address())
	k.code.sent = sent
	return true
}
