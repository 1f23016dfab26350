package store

import (
	"hash/fnv"
	"net/http"
	"strings"
	"time"
)

// customer is one profile and what is under way with it.
type customer struct {
	id                  int64
	firstName, lastName string
	email               string
	phone               phoneNumber
	gender, birthday    string // "" where not given
	avatar              string // id of an upload, "" for none
	hiddenName          bool
	notifiable          bool
	canComment          bool
	fields              map[string]string // custom fields: id to value

	pending     map[string]*change // by kind of contact
	deletion    *deletion
	lockedUntil time.Time // nothing is verified or sent before
}

// profile is a customer as the API tells it (ProfileResponse in the SDK's types/api/profile.d.ts, and the members that
// its syncUserData reads).
type profile struct {
	ID            int64         `json:"id"`
	FirstName     string        `json:"first_name"`
	LastName      string        `json:"last_name"`
	Email         string        `json:"email"`
	Avatar        string        `json:"avatar"` // absolute URL or ""
	Gender        *string       `json:"gender"`
	Birthday      *string       `json:"birthday"` // YYYY-MM-DD
	Phone         profilePhone  `json:"phone"`
	Currency      string        `json:"currency"`
	Language      string        `json:"language"`
	Notifications int           `json:"notifications"`
	PendingOrders int           `json:"pending_orders"`
	IsHiddenName  bool          `json:"is_hidden_name"`
	IsNotifiable  bool          `json:"is_notifiable"`
	CanComment    bool          `json:"can_comment"`
	Verification  *verification `json:"verification,omitempty"`
	Message       string        `json:"message,omitempty"` // shown to the customer
}

type profilePhone struct {
	Code    string `json:"code"` // "+966"
	Number  int64  `json:"number"`
	Country string `json:"country"` // "SA"
}

type verification struct {
	Status string `json:"status"` // pending or success
	Type   string `json:"type"`   // mobile or email
}

// profile tells the call's customer. Currency and language are those of the request: the SDK makes them the page's.
func (c *call) profile(message string) profile {
	who := c.customer
	currency := c.request.Header.Get("Currency")
	if currency == "" {
		currency = "SAR"
	}
	return profile{
		ID: who.id, FirstName: who.firstName, LastName: who.lastName, Email: who.email,
		Avatar: c.uploadURL(who.avatar), Gender: optional(who.gender), Birthday: optional(who.birthday),
		Phone:    profilePhone{who.phone.callingCode(), who.phone.int64(), who.phone.country},
		Currency: currency, Language: c.lang.code(), Notifications: 2, PendingOrders: 1,
		IsHiddenName: who.hiddenName, IsNotifiable: who.notifiable, CanComment: who.canComment,
		Message: message,
	}
}

func optional(text string) *string {
	if text == "" {
		return nil
	}
	return &text
}

// origin of the request as its client sees it.
func origin(r *http.Request) string {
	if r.TLS != nil {
		return "https://" + r.Host
	}
	return "http://" + r.Host
}

// customerOf finds a token's customer, or makes one. s.mu is held.
func (s *Store) customerOf(t token, lang language) *customer {
	who, ok := s.customers[t.key]
	if !ok {
		who = seed(t, lang)
		s.customers[t.key] = who
	}
	return who
}

// people have their names in Arabic and in English.
var people = []struct {
	first, last      text
	gender, birthday string
}{
	{text{"نورة", "Noura"}, text{"القحطاني", "Al Qahtani"}, "female", "1994-03-18"},
	{text{"عبدالله", "Abdullah"}, text{"الشهري", "Al Shehri"}, "male", "1989-11-02"},
	{text{"سارة", "Sara"}, text{"الحربي", "Al Harbi"}, "female", "1998-07-25"},
	{text{"فيصل", "Faisal"}, text{"العتيبي", "Al Otaibi"}, "male", "1992-01-30"},
	{text{"ريم", "Reem"}, text{"الدوسري", "Al Dosari"}, "female", "1990-09-09"},
	{text{"خالد", "Khalid"}, text{"الغامدي", "Al Ghamdi"}, "male", "1985-05-14"},
	{text{"لمى", "Lama"}, text{"الزهراني", "Al Zahrani"}, "female", "2000-12-06"},
	{text{"سلطان", "Sultan"}, text{"المطيري", "Al Mutairi"}, "male", "1996-08-21"},
}

// seed makes the customer whom a token that wasn't seen before stands for, the same at each start of the store; the names are
// in the language of the first request.
func seed(t token, lang language) *customer {
	hash := fnv.New64a()
	_, _ = hash.Write([]byte(t.key))
	number := hash.Sum64()
	person := people[number%uint64(len(people))]
	number /= uint64(len(people))

	id := t.id
	if id == 0 {
		id = int64(100_000 + number%900_000)
	}
	return &customer{
		id: id, firstName: person.first.in(lang), lastName: person.last.in(lang), gender: person.gender, birthday: person.birthday,
		email:      strings.ToLower(person.first.in(english)) + "@example.com",
		phone:      phoneNumber{"SA", digits(500_000_000 + number%1_000_000)},
		notifiable: true, canComment: true,
		fields:  map[string]string{fieldCity: "الرياض"},
		pending: map[string]*change{},
	}
}
