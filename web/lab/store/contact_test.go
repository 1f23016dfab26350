package store_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

func TestChangeOfPhone(t *testing.T) {
	s := newShop(t)
	r := s.post("profile/contacts/update", object{"phone": "0501234567", "country_code": "sa"}).is(200)
	assert.Equal(t, object{"status": "pending", "type": "mobile"}, r.at("data.verification"))
	payload := r.at("events.profile::verification")
	assert.Equal(t, object{"type": "mobile", "phone": "501234567", "country_code": "SA"}, payload)

	messages := s.store.Phone(s.token)
	assert.Len(t, messages, 1)
	assert.Equal(t, "+966501234567", messages[0].To)
	assert.Regexp(t, `^\d{4}$`, messages[0].Code)
	assert.Contains(t, messages[0].Text, messages[0].Code)
	assert.Equal(t, fmt.Sprintf("12:00:00  code %s  to +966501234567 (mobile)\n", messages[0].Code), s.log.String())

	assert.NotEqualValues(t, 501234567, s.get("auth/user").at("data.phone.number"), "not before it is verified")
	verified := payload.(object)
	verified["code"] = s.code() // as <salla-verify> does
	r = s.post("profile/verify", verified).is(200)
	assert.Equal(t, object{"status": "success", "type": "mobile"}, r.at("data.verification"))
	assert.NotEmpty(t, r.at("data.message"))
	assert.EqualValues(t, 501234567, s.get("auth/user").at("data.phone.number"))

	again := s.post("profile/verify", verified).is(422)
	assert.Equal(t, "no_pending_verification", again.at("error.case"), "a code works once")
}

func TestChangeOfEmail(t *testing.T) {
	s := newShop(t)
	r := s.post("profile/contacts/update", object{"email": "new@example.com"}).is(200)
	assert.Equal(t, object{"status": "pending", "type": "email"}, r.at("data.verification"))
	assert.Equal(t, object{"type": "email", "email": "new@example.com"}, r.at("events.profile::verification"))
	s.post("profile/verify", object{"email": "NEW@example.com", "code": s.code()}).is(200)
	assert.Equal(t, "new@example.com", s.get("auth/user").at("data.email"))
}

// A store sends one code at a time: the second when the first contact is verified.
func TestBothContactsAtOnce(t *testing.T) {
	s := newShop(t)
	r := s.post("profile/contacts/update", object{"phone": 501234567, "email": "new@example.com"}).is(200)
	assert.Equal(t, "mobile", r.at("data.verification.type"))
	assert.Len(t, s.store.Phone(s.token), 1)
	s.post("profile/verify", object{"email": "new@example.com", "code": s.code()}).is(422)
	r = s.post("profile/verify", object{"phone": "501234567", "code": s.code()}).is(200)
	assert.Equal(t, object{"status": "pending", "type": "email"}, r.at("data.verification"))
	assert.Equal(t, object{"type": "email", "email": "new@example.com"}, r.at("events.profile::verification"))
	assert.Len(t, s.store.Phone(s.token), 2)
	assert.EqualValues(t, 501234567, s.get("auth/user").at("data.phone.number"))
	r = s.post("profile/verify", object{"email": "new@example.com", "code": s.code()}).is(200)
	assert.Equal(t, object{"status": "success", "type": "email"}, r.at("data.verification"))
	assert.Equal(t, "new@example.com", s.get("auth/user").at("data.email"))
}

// Who gives a change up makes another one, or none: the code of what was sent with it isn't sent any more.
func TestSecondContactGivenUp(t *testing.T) {
	s := newShop(t)
	s.post("profile/contacts/update", object{"phone": 501234567, "email": "new@example.com"}).is(200)
	s.post("profile/contacts/update", object{"phone": 501234568}).is(200)
	r := s.post("profile/verify", object{"phone": "501234568", "code": s.code()}).is(200)
	assert.Equal(t, object{"status": "success", "type": "mobile"}, r.at("data.verification"))
}

func TestUnchangedContact(t *testing.T) {
	s := newShop(t)
	data := s.get("auth/user").at("data").(object)
	r := s.post("profile/contacts/update", object{"email": data["email"]}).is(200)
	assert.Equal(t, object{"status": "success", "type": "email"}, r.at("data.verification"))
	r = s.post("profile/contacts/update", object{"phone": data["phone"].(object)["number"]}).is(200)
	assert.Equal(t, object{"status": "success", "type": "mobile"}, r.at("data.verification"))
	assert.Nil(t, r.at("events"))
	assert.Empty(t, s.store.Phone(s.token))
}

func TestContactsRefused(t *testing.T) {
	s := newShop(t)
	s.post("profile/contacts/update", object{}).refuses("phone", "email")
	s.post("profile/contacts/update", object{"phone": "", "email": nil}).refuses("phone", "email")
	s.post("profile/contacts/update", object{"phone": []int{1}}).refuses("phone")
	s.post("profile/contacts/update", object{"phone": "501234567", "country_code": "Saudi"}).refuses("country_code")
	for _, email := range []any{"a", "a@", "a@b", "@b.co", "a b@c.de", "a@b.co,c@d.ef", "<a@b.co>", "a@b..co", 5, true} {
		s.post("profile/contacts/update", object{"email": email}).refuses("email")
	}
	assert.Empty(t, s.store.Phone(s.token))
}

func TestVerifyRefused(t *testing.T) {
	s := newShop(t)
	r := s.post("profile/verify", object{"code": "1234", "phone": "501234567"}).is(422)
	assert.Equal(t, "no_pending_verification", r.at("error.case"))

	s.post("profile/contacts/update", object{"phone": "501234567"}).is(200)
	code := s.code()
	s.post("profile/verify", object{"code": code}).refuses("phone", "email")
	s.post("profile/verify", object{"code": code, "phone": "501234568"}).refuses("phone")
	s.post("profile/verify", object{"code": code, "phone": "501234567", "country_code": "MA"}).refuses("phone")
	s.post("profile/verify", object{"code": code, "email": "new@example.com"}).refuses("email")
	s.post("profile/verify", object{"phone": "501234567"}).refuses("code")
	s.post("profile/verify", object{"code": code, "phone": "501234567"}).is(200)
}

func TestCodeExpires(t *testing.T) {
	s := newShop(t)
	s.post("profile/contacts/update", object{"phone": "501234567"}).is(200)
	s.clock.add(2 * time.Minute)
	r := s.post("profile/verify", object{"phone": "501234567", "code": s.code()}).is(422)
	assert.Equal(t, "invalid_code", r.at("error.case"))
	assert.Contains(t, r.at("error.message"), "expired")

	s.post("profile/contacts/update", object{"phone": "501234567"}).is(200)
	s.clock.add(2*time.Minute - time.Second)
	s.post("profile/verify", object{"phone": "501234567", "code": s.code()}).is(200)
}

func TestWrongCodes(t *testing.T) {
	s := newShop(t)
	s.post("profile/contacts/update", object{"phone": "501234567"}).is(200)
	for range 3 {
		r := s.post("profile/verify", object{"phone": "501234567", "code": s.wrongCode()}).is(422)
		assert.Equal(t, "invalid_code", r.at("error.case"))
		assert.Nil(t, r.at("error.fields"), "the SDK would show these instead of the message")
	}
	s.clock.add(time.Second / 2)
	for _, r := range []reply{
		s.post("profile/verify", object{"phone": "501234567", "code": s.code()}),
		s.post("auth/resend_verification", object{"type": "mobile", "phone": "501234567", "country_code": "SA"}),
		s.post("profile/contacts/update", object{"email": "new@example.com"}),
	} {
		r.is(429)
		assert.Equal(t, "resend_counter", r.at("error.case"))
		assert.Equal(t, "30", r.header.Get("Retry-After"), "29.5 s rounded up")
	}
	assert.Equal(t, 200, s.post("profile/update", object{"first_name": "Noura"}).status, "the rest goes on")

	s.clock.add(30 * time.Second)
	r := s.post("profile/verify", object{"phone": "501234567", "code": s.code()}).is(422)
	assert.Contains(t, r.at("error.message"), "new one", "the old code is void")
	s.post("auth/resend_verification", object{"type": "mobile", "phone": "501234567", "country_code": "SA"}).is(200)
	s.post("profile/verify", object{"phone": "501234567", "code": s.code()}).is(200)
}

func TestResend(t *testing.T) {
	s := newShop(t)
	again := func() reply {
		return s.post("auth/resend_verification", object{"type": "email", "email": "new@example.com"})
	}
	assert.Equal(t, "no_pending_verification", again().is(422).at("error.case"))

	s.post("profile/contacts/update", object{"email": "new@example.com"}).is(200)
	for counter := 2; counter <= 4; counter++ {
		assert.EqualValues(t, counter, again().is(200).at("data.resend_counter"))
	}
	assert.Len(t, s.store.Phone(s.token), 4)
	assert.Equal(t, "resend_counter", again().is(429).at("error.case"))
	s.clock.add(30 * time.Second)
	again().is(200)
	s.post("profile/verify", object{"email": "new@example.com", "code": s.code()}).is(200)
}

// The same change again is a new code, and counts as one.
func TestResendByChange(t *testing.T) {
	s := newShop(t)
	again := func() reply { return s.post("profile/contacts/update", object{"email": "new@example.com"}) }
	for range 4 {
		again().is(200)
	}
	assert.Equal(t, "resend_counter", again().is(429).at("error.case"))
	assert.Equal(t, "resend_counter", again().is(429).at("error.case"))
	s.clock.add(30 * time.Second)
	again().is(200)
	s.post("profile/verify", object{"email": "new@example.com", "code": s.code()}).is(200)
}

func TestDeletionRequest(t *testing.T) {
	s := newShop(t)
	payload := func(more ...string) object {
		p := object{"request_type": "delete_account"}
		for i := 0; i < len(more); i += 2 {
			p[more[i]] = more[i+1]
		}
		return p
	}
	const path = "account/data-request"
	status := func() any { return s.get(path + "?request_type=delete_account").is(200).at("data.status") }

	assert.Equal(t, "none", status())
	s.post(path+"/cancel", payload()).is(404)
	s.post(path, payload()).refuses("type")
	s.post(path, object{"type": "email"}).refuses("request_type")
	assert.Equal(t, "no_pending_verification", s.post(path+"/verify", payload("type", "email", "code", "1")).is(422).at("error.case"))

	for kind, to := range map[string]string{"email": "@example.com", "mobile": "+9665", "sms": "+9665"} {
		s.post(path, payload("type", kind)).is(200)
		messages := s.store.Phone(s.token)
		assert.Contains(t, messages[len(messages)-1].To, to)
	}
	s.post(path, payload("type", "mobile")).is(200)
	assert.Equal(t, "unverified", status())
	s.post(path+"/verify", payload("type", "email", "code", s.code())).refuses("type")
	s.post(path+"/verify", payload("type", "mobile")).refuses("code")
	r := s.post(path+"/verify", payload("type", "mobile", "code", s.wrongCode())).is(422)
	assert.Equal(t, "invalid_code", r.at("error.case"))
	r = s.post(path+"/verify", payload("type", "mobile", "code", s.code())).is(200)
	assert.Equal(t, "pending", r.at("data.status"))
	assert.EqualValues(t, s.clock.Now().Add(30*24*time.Hour).Unix(), r.at("data.execution_at"))
	assert.Equal(t, "pending", status())
	s.post(path, payload("type", "email")).is(409)

	r = s.post(path+"/cancel", payload()).is(200)
	assert.NotEmpty(t, r.at("message"), "where <salla-user-settings> looks for it")
	assert.Equal(t, "none", status())
}
