package profile_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"salla-profile/profile"
)

const (
	pendingAnswer = `{"success":true,"data":{"verification":{"status":"pending"}}}`
	pendingMobile = `{"data":{"verification":{"status":"pending","type":"mobile"}}}`
	pendingEmail  = `{"data":{"verification":{"status":"pending","type":"email"}}}`
)

func TestPendingIsOpened(t *testing.T) {
	for _, test := range []struct {
		name     string
		argument profile.Value
		body     string
		want     []profile.Field // nil: not opened
	}{
		{"mobile", map[string]any{"phone": "٥", "country_code": "AE"}, pendingMobile,
			[]profile.Field{{Name: "type", Value: "mobile"}, {Name: "phone", Value: "5"}, {Name: "country_code", Value: "AE"}}},
		{"with what was added", map[string]any{"phone": 5}, pendingMobile,
			[]profile.Field{{Name: "type", Value: "mobile"}, {Name: "phone", Value: "5"}, {Name: "country_code", Value: "SA"}}},
		{"email", form{"email": "a@b"}, pendingEmail,
			[]profile.Field{{Name: "type", Value: "email"}, {Name: "email", Value: "a@b"}}},
		{"both sent, email pending", params{"email": "a@b", "phone": "5"}, pendingEmail,
			[]profile.Field{{Name: "type", Value: "email"}, {Name: "email", Value: "a@b"}}},
		{"no type: by the phone", map[string]any{"email": "a@b", "phone": "5"}, pendingAnswer,
			[]profile.Field{{Name: "type", Value: "mobile"}, {Name: "phone", Value: "5"}, {Name: "country_code", Value: "SA"}}},
		{"no type: by the e-mail", map[string]any{"email": "a@b"}, pendingAnswer,
			[]profile.Field{{Name: "type", Value: "email"}, {Name: "email", Value: "a@b"}}},
		{"changed at once", map[string]any{"email": "a@b"}, `{"data":{"verification":{"status":"success"}}}`, nil},
		{"nothing about it", map[string]any{"email": "a@b"}, `{"data":{}}`, nil},
		{"not JSON", map[string]any{"email": "a@b"}, `OK`, nil},
	} {
		for _, sdk := range []bool{true, false} {
			t.Run(test.name, func(t *testing.T) {
				p := newPage(t)
				p.context.SDK = sdk
				p.answer = always(200, test.body)
				p.do(p.service(), "updateContacts", test.argument)
				if test.want == nil {
					assert.Empty(t, p.pending)
					return
				}
				require.Len(t, p.pending, 1)
				assert.Equal(t, test.want, p.pending[0].Members())
			})
		}
	}
}

func TestPendingLives(t *testing.T) {
	p := newPage(t)
	s := p.service()
	contacts := func(status int, body string, argument map[string]any) {
		p.answer = always(status, body)
		p.do(s, "updateContacts", argument)
	}
	verify := func(status int, argument profile.Value) {
		p.answer = always(status, `{}`)
		p.do(s, "verify", argument)
	}
	now := func() []profile.Field {
		require.NotEmpty(t, p.pending)
		last := p.pending[len(p.pending)-1]
		if last == nil {
			return nil
		}
		return last.Members()
	}
	mobile := []profile.Field{{Name: "type", Value: "mobile"}, {Name: "phone", Value: "5"}, {Name: "country_code", Value: "SA"}}
	email := []profile.Field{{Name: "type", Value: "email"}, {Name: "email", Value: "a@b"}}

	contacts(200, pendingMobile, map[string]any{"phone": "5"})
	assert.Equal(t, mobile, now(), "opened")
	verify(422, "1")
	assert.Equal(t, mobile, now(), "a wrong code leaves it open")
	assert.Equal(t, `{"code":"1","country_code":"SA","phone":"5","type":"mobile"}`, p.body())
	verify(0, nil)
	assert.Equal(t, mobile, now(), "so does a refused one")
	contacts(422, pendingEmail, map[string]any{"email": "x@y"})
	assert.Equal(t, mobile, now(), "and a change that fails")
	contacts(0, "", map[string]any{})
	assert.Equal(t, mobile, now(), "and one that is refused")
	contacts(200, pendingEmail, map[string]any{"email": "a@b"})
	assert.Equal(t, email, now(), "another change replaces it")
	assert.Len(t, p.pending, 2)
	verify(200, map[string]any{"code": "٢"})
	assert.Equal(t, `{"code":"2","email":"a@b","type":"email"}`, p.body())
	assert.Nil(t, now(), "verified")
	verify(200, "3")
	assert.Equal(t, `{"code":"3"}`, p.body(), "nothing is pending any more")
	assert.Len(t, p.pending, 3, "and nothing is told")

	for _, name := range []string{"update", "info", "updateSettings", "getFields", "delete"} {
		p.answer = always(200, pendingMobile)
		p.do(s, name, nil)
	}
	assert.Len(t, p.pending, 3, "no other method opens one")
}

func TestPendingIsSetBeforeListenersLook(t *testing.T) {
	for _, sdk := range []bool{true, false} {
		p := newPage(t)
		p.context.SDK = sdk
		s := p.service()
		seen := 0
		verifies := false
		p.listen = func(name string) {
			seen++
			if verifies {
				require.Len(t, p.pending, 2, name)
				assert.Nil(t, p.pending[1])
				return
			}
			require.Len(t, p.pending, 1, name)
			assert.Equal(t, "mobile", p.pending[0].Type)
		}
		p.answer = always(200, `{"events":{"profile::verification":{}},"data":{"verification":{"status":"pending","type":"mobile"}}}`)
		p.do(s, "updateContacts", map[string]any{"phone": "5"})
		assert.Equal(t, 2, seen, "the server's event, or the SDK's reaction; and the method's")
		verifies = true
		p.answer = always(200, `{"events":{"a::b":{}}}`)
		p.do(s, "verify", "1")
		assert.Equal(t, 4, seen)
	}
}

// What fails closes and opens nothing, whatever its body says.
func TestFailuresLeavePendingAlone(t *testing.T) {
	for _, sdk := range []bool{true, false} {
		p := newPage(t)
		p.context.SDK = sdk
		s := profile.New(p, &profile.Pending{Type: "email", Email: "a@b"})
		p.answer = always(422, pendingMobile)
		p.do(s, "verify", "1")
		p.do(s, "updateContacts", map[string]any{"phone": "5"})
		p.answer = nil
		p.do(s, "verify", "1")
		p.last().fail(profile.Network)
		assert.Empty(t, p.pending)
	}
}

func TestVerifyLeavesALaterChangePending(t *testing.T) {
	p := newPage(t)
	s := p.service()
	p.do(s, "updateContacts", map[string]any{"phone": "5"})
	p.last().reply(200, pendingMobile)
	p.do(s, "verify", "1234")
	p.do(s, "updateContacts", map[string]any{"phone": "6"})
	p.requests[2].reply(200, pendingMobile)
	p.requests[1].reply(200, `{"success":true}`)
	require.Len(t, p.pending, 2, "not cleared")
	assert.Equal(t, "6", p.pending[1].Phone)
}

func TestVerifyTakesMissingMembersFromPending(t *testing.T) {
	mobile := &profile.Pending{Type: "mobile", Phone: "5", Country: "SA"}
	email := &profile.Pending{Type: "email", Email: "a@b"}
	for _, test := range []struct {
		name     string
		pending  *profile.Pending
		argument profile.Value
		body     string
	}{
		{"text", mobile, "1234", `{"code":"1234","country_code":"SA","phone":"5","type":"mobile"}`},
		{"object", email, map[string]any{"code": "1234"}, `{"code":"1234","email":"a@b","type":"email"}`},
		{"form", mobile, form{"code": "1"}, `{"code":"1","country_code":"SA","phone":"5","type":"mobile"}`},
		{"params", email, params{"code": "1"}, `{"code":"1","email":"a@b","type":"email"}`},
		{"a number", email, map[string]any{"code": 1234}, `{"code":1234,"email":"a@b","type":"email"}`},
		{"text that is a form", email, textForm("code=12"), `{"code":"12","email":"a@b","type":"email"}`},
		{"text that says all", email, textForm("code=12&type=email&email=x@y"), `code=12&type=email&email=x@y`},
		{"what is there wins", mobile, map[string]any{"code": "1", "type": "mobile", "phone": "6", "country_code": "AE"},
			`{"code":"1","country_code":"AE","phone":"6","type":"mobile"}`},
		{"some of it", mobile, map[string]any{"code": "1", "phone": "6", "extra": true},
			`{"code":"1","country_code":"SA","extra":true,"phone":"6","type":"mobile"}`},
		{"nothing pending", nil, "1", `{"code":"1"}`},
		{"the documentation's word", mobile, map[string]any{"code": "1", "type": "phone"},
			`{"code":"1","country_code":"SA","phone":"5","type":"mobile"}`},
		{"a number itself", email, 1234, `{"code":"1234","email":"a@b","type":"email"}`},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := newPage(t)
			p.do(profile.New(p, test.pending), "verify", test.argument)
			assert.Equal(t, test.body, p.body())
			p.last().reply(200, `{}`)
			if test.pending != nil {
				assert.Equal(t, []*profile.Pending{nil}, p.pending, "closed")
			}
		})
	}
}

// A payload that names another contact than the pending one is not about it.
func TestVerifyOfAnotherTypeTakesNothing(t *testing.T) {
	mobile := &profile.Pending{Type: "mobile", Phone: "5", Country: "SA"}
	email := &profile.Pending{Type: "email", Email: "a@b"}
	for _, test := range []struct {
		pending  *profile.Pending
		argument map[string]any
		body     string
	}{
		{mobile, map[string]any{"code": "1", "type": "email", "email": "x@y"}, `{"code":"1","email":"x@y","type":"email"}`},
		{mobile, map[string]any{"code": "1", "type": "email"}, `{"code":"1","type":"email"}`},
		{mobile, map[string]any{"code": "1", "email": "x@y"}, `{"code":"1","email":"x@y"}`},
		{mobile, map[string]any{"code": "1", "type": "mobile"}, `{"code":"1","country_code":"SA","phone":"5","type":"mobile"}`},
		{email, map[string]any{"code": "1", "type": "mobile", "phone": "6"}, `{"code":"1","phone":"6","type":"mobile"}`},
		{email, map[string]any{"code": "1", "phone": "6"}, `{"code":"1","phone":"6"}`},
		{email, map[string]any{"code": "1", "type": "email"}, `{"code":"1","email":"a@b","type":"email"}`},
	} {
		p := newPage(t)
		p.answer = always(200, `{}`)
		p.do(profile.New(p, test.pending), "verify", test.argument)
		assert.Equal(t, test.body, p.body())
	}
}

func TestPendingSendsNoEmptyMembers(t *testing.T) {
	// The server says that a phone is pending after a change of the e-mail alone.
	p := newPage(t)
	s := p.service()
	p.answer = always(200, pendingMobile)
	p.do(s, "updateContacts", map[string]any{"email": "a@b"})
	p.do(s, "verify", "1")
	assert.Equal(t, `{"code":"1","type":"mobile"}`, p.body())
}

func TestPendingOf(t *testing.T) {
	read := func(members map[string]string) *profile.Pending {
		return profile.PendingOf(func(name string) string { return members[name] })
	}
	assert.Nil(t, read(nil), "no type, nothing pending")
	assert.Nil(t, read(map[string]string{"phone": "5"}))
	for _, pending := range []*profile.Pending{
		{Type: "mobile", Phone: "5", Country: "SA"},
		{Type: "email", Email: "a@b"},
	} {
		members := map[string]string{}
		for _, f := range pending.Members() {
			members[f.Name] = f.Value
		}
		assert.Equal(t, pending, read(members), "it is read back as it is shown")
	}
}
