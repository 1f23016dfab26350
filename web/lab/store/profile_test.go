package store_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestUpdate(t *testing.T) {
	s := newShop(t)
	r := s.post("profile/update", object{
		"first_name": "  Noura ", "last_name": "الحربي", "birthday": "1990-02-28", "gender": "female", "colour": []int{1},
	}).is(200)
	assert.Equal(t, "Noura", r.at("data.first_name"))
	assert.Equal(t, "Your profile has been saved.", r.at("data.message"))

	data := s.get("auth/user").at("data").(object)
	assert.Equal(t, "الحربي", data["last_name"])
	assert.Equal(t, "1990-02-28", data["birthday"])
	assert.Equal(t, "female", data["gender"])

	data = s.postForm("profile/update", url.Values{"first_name": {"Reem"}, "gender": {""}, "birthday": {""}}).is(200).at("data").(object)
	assert.Equal(t, "Reem", data["first_name"])
	assert.Equal(t, "الحربي", data["last_name"], "what is absent stays")
	assert.Nil(t, data["gender"], "an empty choice takes it back")
	assert.Nil(t, data["birthday"])
}

func TestUpdateRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		payload object
		fields  []string
	}{
		"empty name":         {object{"first_name": ""}, []string{"first_name"}},
		"blank name":         {object{"last_name": " \t"}, []string{"last_name"}},
		"null name":          {object{"first_name": nil}, []string{"first_name"}},
		"name that isn't":    {object{"first_name": object{"a": 1}}, []string{"first_name"}},
		"long name":          {object{"first_name": strings.Repeat("ن", 51)}, []string{"first_name"}},
		"markup in a name":   {object{"first_name": "<b>"}, []string{"first_name"}},
		"control characters": {object{"first_name": "a\x00b"}, []string{"first_name"}},
		"no such day":        {object{"birthday": "2021-02-30"}, []string{"birthday"}},
		"another format":     {object{"birthday": "28/02/1990"}, []string{"birthday"}},
		"a time":             {object{"birthday": "1990-02-28T00:00:00Z"}, []string{"birthday"}},
		"a number":           {object{"birthday": 1990}, []string{"birthday"}},
		"long ago":           {object{"birthday": "1899-12-31"}, []string{"birthday"}},
		"today":              {object{"birthday": "2026-07-01"}, []string{"birthday"}},
		"next year":          {object{"birthday": "2027-01-01"}, []string{"birthday"}},
		"gender":             {object{"gender": "other"}, []string{"gender"}},
		"gender that isn't":  {object{"gender": []string{"male"}}, []string{"gender"}},
		"email":              {object{"email": "someone"}, []string{"email"}},
		"phone":              {object{"phone": "12"}, []string{"phone"}},
		"country":            {object{"phone": 501234567, "country_code": "XX"}, []string{"country_code"}},
		"several":            {object{"first_name": "", "gender": "x"}, []string{"first_name", "gender"}},
	} {
		t.Run(name, func(t *testing.T) {
			s := newShop(t)
			before := s.get("auth/user").text
			payload := object{"last_name": "Changed"}
			for key, value := range c.payload {
				payload[key] = value
			}
			s.post("profile/update", payload).refuses(c.fields...)
			assert.Equal(t, before, s.get("auth/user").text, "all or nothing")
		})
	}
}

func TestUpdateEdges(t *testing.T) {
	s := newShop(t)
	s.post("profile/update", object{"first_name": strings.Repeat("ن", 50), "birthday": "2026-06-30"}).is(200)
	message := s.post("profile/update", object{"first_name": ""}, "Accept-Language", "ar").refuses("first_name").fields()["first_name"]
	assert.Equal(t, []any{"هذا الحقل مطلوب."}, message)
}

// <salla-user-profile> sends the record that it got, its phone flattened to a number.
func TestUpdateWithTheWholeRecord(t *testing.T) {
	s := newShop(t)
	record := s.get("auth/user").at("data").(object)
	phone := record["phone"].(object)
	record["country_code"] = phone["country"]
	record["phone"] = phone["number"]
	record["first_name"] = "Huda"
	r := s.post("profile/update", record).is(200)
	assert.Equal(t, "Huda", r.at("data.first_name"))
	assert.Nil(t, r.at("data.verification"))
	assert.Nil(t, r.at("events"))

	record["phone"] = phone // as it came
	assert.Nil(t, s.post("profile/update", record).is(200).at("data.verification"))

	record["email"] = "new@example.com"
	r = s.post("profile/update", record).is(200)
	assert.Equal(t, "pending", r.at("data.verification.status"))
	assert.NotEqual(t, "new@example.com", r.at("data.email"))
	s.post("profile/verify", object{"type": "email", "email": "new@example.com", "code": s.code()}).is(200)
	assert.Equal(t, "new@example.com", s.get("auth/user").at("data.email"))
}

func TestAvatar(t *testing.T) {
	s := newShop(t)
	// FilePond sends its metadata under the same name.
	r := s.postParts("profile/update", part{name: "avatar", data: "{}"}, part{"avatar", "me.png", "image/png", "pixels"}).is(200)
	first := r.at("data.avatar").(string)
	require.True(t, strings.HasPrefix(first, s.url+"/uploads/"), first)

	picture := s.do(s.request(http.MethodGet, strings.TrimPrefix(first, s.url), nil))
	assert.Equal(t, "pixels", picture.text)
	assert.Equal(t, "image/png", picture.header.Get("Content-Type"))
	assert.Equal(t, "nosniff", picture.header.Get("X-Content-Type-Options"))

	same := s.post("profile/update", object{"avatar": first, "first_name": "Noura"}).is(200).at("data.avatar")
	assert.Equal(t, first, same, "its URL sent back changes nothing")
	assert.Equal(t, first, s.postParts("profile/update", part{"avatar", "", "application/octet-stream", ""}).is(200).at("data.avatar"),
		"an untouched file input changes nothing")

	second := s.postParts("profile/update", part{"avatar", "me", "application/octet-stream", "\xff\xd8\xff rest"}).is(200).at("data.avatar").(string)
	assert.NotEqual(t, first, second)
	assert.Equal(t, "image/jpeg", s.do(s.request(http.MethodGet, strings.TrimPrefix(second, s.url), nil)).header.Get("Content-Type"))
	s.do(s.request(http.MethodGet, strings.TrimPrefix(first, s.url), nil)).is(404)

	for name, p := range map[string]part{
		"text":        {"avatar", "a.txt", "text/plain", "hello"},
		"SVG":         {"avatar", "a.svg", "image/svg+xml", "<svg/>"},
		"undeclared":  {"avatar", "a", "application/octet-stream", "<html>"},
		"empty":       {"avatar", "a.png", "image/png", ""},
		"too large":   {"avatar", "a.png", "image/png", strings.Repeat("x", 2<<20)},
		"broken type": {"avatar", "a.png", ";", "hello"},
	} {
		t.Run(name, func(t *testing.T) { s.postParts("profile/update", p).refuses("avatar") })
	}
	assert.Equal(t, second, s.get("auth/user").at("data.avatar"))
	s.postParts("profile/update", part{"avatar", "a.png", "image/png", strings.Repeat("x", 2<<20-1)}).is(200)
}

func TestSettings(t *testing.T) {
	s := newShop(t)
	for _, name := range []string{"is_hidden_name", "is_notifiable", "can_comment"} {
		for _, value := range []bool{false, true, false} {
			s.post("profile/settings", object{"name": name, "value": value}).is(200)
			assert.Equal(t, value, s.get("auth/user").at("data."+name))
		}
		s.postForm("profile/settings", url.Values{"name": {name}, "value": {"on"}}).is(200)
		assert.Equal(t, true, s.get("auth/user").at("data."+name))
		s.post("profile/settings", object{"name": name, "value": 0}).is(200)
		assert.Equal(t, false, s.get("auth/user").at("data."+name))
	}
	s.post("profile/settings", object{"name": "is_admin", "value": true}).refuses("name")
	s.post("profile/settings", object{"name": "is_notifiable", "value": "perhaps"}).refuses("value")
	s.post("profile/settings", nil).refuses("name", "value")
}

func TestDeleteProfile(t *testing.T) {
	s := newShop(t)
	avatar := s.postParts("profile/update", part{name: "first_name", data: "Gone"}, part{"avatar", "a.png", "image/png", "x"}).is(200).at("data.avatar").(string)
	s.api(http.MethodDelete, "profile", nil).is(200)
	assert.NotEqual(t, "Gone", s.get("auth/user").is(200).at("data.first_name"))
	s.do(s.request(http.MethodGet, strings.TrimPrefix(avatar, s.url), nil)).is(404)
}

func TestCustomFields(t *testing.T) {
	s := newShop(t)
	list := s.get("profile/fields").is(200).at("data").([]any)
	require.Len(t, list, 2)
	city, roast := list[0].(object), list[1].(object)
	assert.Equal(t, object{"id": 1.0, "label": "City", "description": "Where do we usually deliver?", "type": "text",
		"required": true, "value": "الرياض"}, city)
	assert.Equal(t, "select", roast["type"])
	assert.Len(t, roast["options"], 3)

	r := s.post("profile/fields", object{"id": 1, "fields": object{"1": "Jeddah", "2": "dark"}}).is(200)
	assert.NotEmpty(t, r.at("data.phone"), "the profile, for the SDK to store")
	value := func(index int) any { return s.get("profile/fields").at("data").([]any)[index].(object)["value"] }
	assert.Equal(t, "Jeddah", value(0))
	assert.Equal(t, "dark", value(1))

	s.postForm("profile/fields", url.Values{"id": {"1"}, "fields[2]": {"light"}}).is(200)
	assert.Equal(t, "Jeddah", value(0), "what is absent stays")
	assert.Equal(t, "light", value(1))
	s.postParts("profile/fields", part{name: "fields[2]", data: ""}).is(200)
	assert.Equal(t, "", value(1))

	s.post("profile/fields", object{"id": 1}).refuses("fields")
	s.post("profile/fields", object{"fields": "x"}).refuses("fields")
	s.post("profile/fields", object{"fields": object{"1": " ", "2": "purple", "9": "x"}}).refuses("fields.1", "fields.2", "fields.9")
	s.post("profile/fields", object{"fields": object{"1": strings.Repeat("x", 256)}}).refuses("fields.1")
	s.post("profile/fields", object{"fields": object{"1": object{}}}).refuses("fields.1")
	assert.Equal(t, "Jeddah", value(0))
}
