package store_test

import (
	"fmt"
	"net/http"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestTokens(t *testing.T) {
	s := newShop(t)
	exp := s.clock.Now().Unix()
	for name, c := range map[string]struct {
		token  string
		status int
	}{
		"none":              {"", 401},
		"opaque":            {"demo-customer", 200},
		"JWT":               {jwt(object{"sub": "7", "exp": exp + 60}), 200},
		"JWT without exp":   {jwt(object{"sub": 7}), 200},
		"JWT that expired":  {jwt(object{"sub": "7", "exp": exp}), 401},
		"not quite a JWT":   {"a.b.c", 200},
		"JWT without a sub": {jwt(object{"aud": "x"}), 200},
	} {
		t.Run(name, func(t *testing.T) {
			s.token = c.token
			r := s.get("auth/user").is(c.status)
			if c.status == http.StatusUnauthorized {
				assert.Equal(t, "Unauthorized", r.at("error.code"))
				assert.NotEmpty(t, r.at("error.message"))
			}
		})
	}
}

func TestCustomersAreTheirTokens(t *testing.T) {
	s := newShop(t)
	name := func(token string) any { s.token = token; return s.get("auth/user").at("data.first_name") }
	rename := func(token, name string) {
		s.token = token
		s.post("profile/update", object{"first_name": name}).is(200)
	}

	rename("a", "Alif")
	rename("b", "Baa")
	assert.Equal(t, "Alif", name("a"))
	assert.Equal(t, "Baa", name("b"))

	rename(jwt(object{"sub": "7", "exp": 4102444800}), "Seven")
	assert.Equal(t, "Seven", name(jwt(object{"sub": "7"})), "whatever else the token says")
	assert.Equal(t, "Seven", name(jwt(object{"sub": 7})))
	assert.EqualValues(t, 7, s.get("auth/user").at("data.id"), "the SDK wants the id to be sub")
	assert.NotEqual(t, "Seven", name(jwt(object{"sub": "7", "jti": "other"})), "a jti is another customer")
	assert.EqualValues(t, 7, s.get("auth/user").at("data.id"))
}

func TestInfoHasEveryMemberOfTheProfile(t *testing.T) {
	s := newShop(t)
	r := s.get("auth/user", "Currency", "KWD").is(200)
	data := r.at("data").(object)
	for _, name := range []string{"id", "first_name", "last_name", "email", "avatar", "gender", "birthday", "phone",
		"currency", "language", "notifications", "pending_orders", "is_hidden_name", "is_notifiable", "can_comment"} {
		assert.Contains(t, data, name)
	}
	assert.NotContains(t, data, "verification")
	assert.Equal(t, "+966", r.at("data.phone.code"))
	assert.Equal(t, "SA", r.at("data.phone.country"))
	assert.Equal(t, "KWD", data["currency"])
	assert.Equal(t, "en", data["language"])
	assert.Equal(t, "no-store", r.header.Get("Cache-Control"))
	assert.Equal(t, "nosniff", r.header.Get("X-Content-Type-Options"))
}

func TestLanguages(t *testing.T) {
	s := newShop(t)
	s.token = ""
	english := s.get("auth/user", "Accept-Language", "en").at("error.message")
	for header, isEnglish := range map[string]bool{
		"en-GB": true, "fr, en;q=0.5": true, "en;q=0.9, ar;q=0.8": true, "EN": true, "en, ar": true,
		"": false, "ar": false, "ar, en": false, "en;q=0.5, ar-SA;q=0.9": false, "fr": false, "en;q=x": false, "en;q=0": false,
	} {
		message := s.get("auth/user", "Accept-Language", header).at("error.message")
		assert.Equal(t, isEnglish, message == english, header)
	}
}

func TestPathsAndMethods(t *testing.T) {
	s := newShop(t)
	s.get("nothing/here").is(404)
	s.do(s.request(http.MethodGet, "/elsewhere", nil)).is(404)
	s.do(s.request(http.MethodGet, "/store/v1", nil)).is(404)
	assert.Equal(t, "POST", s.get("profile/update").is(405).header.Get("Allow"))
	assert.Equal(t, "GET, POST", s.api("PATCH", "profile/fields", nil).is(405).header.Get("Allow"))
	s.do(s.request(http.MethodGet, "/dev/reset", nil)).is(405)
	s.do(s.request(http.MethodPost, "/uploads/x", nil)).is(405)
	s.get("auth/user/").is(200)
	assert.Equal(t, 200, s.api(http.MethodHead, "auth/user", nil).status)
}

func TestBodies(t *testing.T) {
	s := newShop(t)
	for name, c := range map[string]struct {
		contentType, body string
		status            int
	}{
		"JSON":                 {"application/json", `{"first_name":"Noura"}`, 200},
		"JSON with a charset":  {"application/json; charset=utf-8", `{"first_name":"Noura"}`, 200},
		"broken JSON":          {"application/json", `{"first_name":`, 400},
		"two values":           {"application/json", `{} {}`, 400},
		"a list":               {"application/json", `[1]`, 400},
		"null":                 {"application/json", `null`, 400},
		"nothing":              {"", "", 200},
		"form":                 {"application/x-www-form-urlencoded", "first_name=Noura&a=%20", 200},
		"broken form":          {"application/x-www-form-urlencoded", "a=%zz", 400},
		"no boundary":          {"multipart/form-data", "--x", 400},
		"broken multipart":     {"multipart/form-data; boundary=x", "--x\r\nrubbish", 400},
		"plain text":           {"text/plain", "hello", 415},
		"no type":              {"", "hello", 415},
		"a type that is wrong": {";;;", "hello", 415},
	} {
		t.Run(name, func(t *testing.T) {
			r := s.do(s.request(http.MethodPost, "/store/v1/profile/update", strings.NewReader(c.body), "Content-Type", c.contentType))
			r.is(c.status)
		})
	}
}

func TestBodyLimit(t *testing.T) {
	s := newShop(t)
	big := `{"note":"` + strings.Repeat("x", 10<<20) + `"}`
	for _, body := range []string{big, big + strings.Repeat(" ", 20<<20)} {
		r := s.do(s.request(http.MethodPost, "/store/v1/profile/update", strings.NewReader(body), "Content-Type", "application/json"))
		r.is(http.StatusRequestEntityTooLarge)
	}
}

func TestWhatTheSDKAsksBesides(t *testing.T) {
	s := newShop(t)
	s.token = ""
	r := s.get("store/settings", "Store-Identifier", "42").is(200)
	assert.EqualValues(t, 42, r.at("data.store.id"))
	assert.Equal(t, s.url+"/store/v1", r.at("data.store.api"))
	assert.Empty(t, s.get("products/favorites").is(200).at("data"))
	assert.NotEmpty(t, s.do(s.request(http.MethodGet, "/cart/latest", nil)).is(200).at("data.cart.id"))
	assert.NotEmpty(t, s.get("languages").is(200).at("data"))
	assert.NotEmpty(t, s.get("currencies").is(200).at("data"))
	for _, path := range []string{"/languages/assets/123.js", "/store/v1/languages/assets/123.js"} {
		r := s.do(s.request(http.MethodGet, path, nil))
		assert.Equal(t, "text/javascript; charset=utf-8", r.header.Get("Content-Type"))
		assert.True(t, strings.HasPrefix(r.text, `window.translations = {"ar.trans":{`), r.text)
	}
	assert.Contains(t, s.do(s.request(http.MethodGet, "/dev/accounts/logout", nil)).text, "logged-out")
}

func TestCORS(t *testing.T) {
	s := newShop(t)
	const origin = "https://theme.example"
	preflight := s.api(http.MethodOptions, "profile/update?fault=status=500", nil, "Origin", origin,
		"Access-Control-Request-Method", "POST", "Access-Control-Request-Headers", "authorization,x-store-fault,s-source",
		"Access-Control-Request-Private-Network", "true")
	assert.Equal(t, 204, preflight.status, "a fault is for the request itself")
	assert.Equal(t, origin, preflight.header.Get("Access-Control-Allow-Origin"))
	assert.Equal(t, "authorization,x-store-fault,s-source", preflight.header.Get("Access-Control-Allow-Headers"))
	assert.Contains(t, preflight.header.Get("Access-Control-Allow-Methods"), "DELETE")
	assert.Equal(t, "600", preflight.header.Get("Access-Control-Max-Age"))
	assert.Equal(t, "true", preflight.header.Get("Access-Control-Allow-Private-Network"))

	for _, path := range []string{"auth/user", "nothing", "auth/user?fault=html"} {
		r := s.get(path, "Origin", origin)
		assert.Equal(t, origin, r.header.Get("Access-Control-Allow-Origin"))
		assert.Empty(t, r.header.Get("Access-Control-Allow-Credentials"))
		assert.Equal(t, "Retry-After", r.header.Get("Access-Control-Expose-Headers"))
		assert.Equal(t, "Origin", r.header.Get("Vary"))
	}
	assert.Empty(t, s.get("auth/user").header.Get("Access-Control-Allow-Origin"))
	assert.Equal(t, 204, s.api(http.MethodOptions, "auth/user", nil).status)
}

func TestReset(t *testing.T) {
	s := newShop(t)
	s.post("profile/update", object{"first_name": "Changed"}).is(200)
	s.post("profile/contacts/update", object{"phone": "501234567"}).is(200)
	assert.Equal(t, 204, s.do(s.request(http.MethodPost, "/dev/reset", nil)).status)
	assert.NotEqual(t, "Changed", s.get("auth/user").at("data.first_name"))
	assert.Empty(t, s.store.Phone(s.token))
}

// Meaningful under -race.
func TestManyAtOnce(t *testing.T) {
	s := newShop(t)
	var wait sync.WaitGroup
	for worker := range 8 {
		wait.Go(func() {
			own := *s
			own.token = fmt.Sprint("customer-", worker%3)
			for i := range 20 {
				own.post("profile/update", object{"first_name": fmt.Sprint("Name ", i)})
				own.post("profile/contacts/update", object{"phone": fmt.Sprint(501000000 + i)})
				own.postParts("profile/update", part{"avatar", "a.png", "image/png", "pixels"})
				own.do(own.request(http.MethodGet, "/dev/phone?token="+own.token, nil))
				if i == 10 {
					own.do(own.request(http.MethodPost, "/dev/reset", nil))
				}
			}
		})
	}
	wait.Wait()
	require.Equal(t, 200, s.get("auth/user").status)
}
