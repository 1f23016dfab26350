package store

import (
	"errors"
	"maps"
	"net/http"
	"slices"
	"strings"
	"time"
)

// call is one request to the API, read and with its customer; handlers run under the store's lock.
type call struct {
	store    *Store
	request  *http.Request
	lang     language
	now      time.Time
	form     form
	customer *customer // nil on public routes
}

type route struct {
	public bool // answers without a token
	handle func(*call) answer
}

// routes are the API's paths and methods: those of the SDK's profile namespace, the resend of its auth namespace
// (<salla-verify>), and what it asks for by itself on every page.
var routes = map[string]map[string]route{
	"auth/user":                   {http.MethodGet: {handle: info}},
	"auth/resend_verification":    {http.MethodPost: {handle: resend}},
	"profile":                     {http.MethodDelete: {handle: deleteProfile}},
	"profile/fields":              {http.MethodGet: {handle: listFields}, http.MethodPost: {handle: updateFields}},
	"profile/update":              {http.MethodPost: {handle: update}},
	"profile/contacts/update":     {http.MethodPost: {handle: updateContacts}},
	"profile/verify":              {http.MethodPost: {handle: verify}},
	"profile/settings":            {http.MethodPost: {handle: updateSettings}},
	"account/data-request":        {http.MethodGet: {handle: getDeletion}, http.MethodPost: {handle: startDeletion}},
	"account/data-request/verify": {http.MethodPost: {handle: verifyDeletion}},
	"account/data-request/cancel": {http.MethodPost: {handle: cancelDeletion}},

	"store/settings":     {http.MethodGet: {public: true, handle: storeSettings}},
	"products/favorites": {http.MethodGet: {public: true, handle: emptyList}},
	"languages":          {http.MethodGet: {public: true, handle: languages}},
	"currencies":         {http.MethodGet: {public: true, handle: currencies}},
	"cart/latest":        {http.MethodGet: {public: true, handle: latestCart}},
}

func (s *Store) serveAPI(w http.ResponseWriter, r *http.Request) {
	faults, err := parseFaults(r)
	if err != nil {
		failure(http.StatusBadRequest, err.Error()).write(w)
		return
	}
	s.misbehave(w, r, faults, func(w http.ResponseWriter, r *http.Request) {
		path := strings.Trim(strings.TrimPrefix(r.URL.Path, APIPath), "/")
		if strings.HasPrefix(path, "languages/assets/") {
			only(http.MethodGet, serveTranslations)(w, r)
			return
		}
		s.answer(r, path).write(w)
	})
}

func (s *Store) answer(r *http.Request, path string) answer {
	lang := languageOf(r)
	methods, ok := routes[path]
	if !ok {
		return failure(http.StatusNotFound, textNotFound.in(lang))
	}
	method := r.Method
	if method == http.MethodHead {
		method = http.MethodGet
	}
	route, ok := methods[method]
	if !ok {
		return wrongMethod(lang, strings.Join(slices.Sorted(maps.Keys(methods)), ", "))
	}

	form, err := readForm(r, s.options.MaxBody) // before the lock: it waits for the network
	switch {
	case errors.Is(err, errTooLarge):
		return failure(http.StatusRequestEntityTooLarge, textTooLarge.in(lang))
	case errors.Is(err, errMediaType):
		return failure(http.StatusUnsupportedMediaType, textMediaType.in(lang))
	case err != nil:
		return failure(http.StatusBadRequest, textUnreadable.in(lang))
	}

	c := &call{store: s, request: r, lang: lang, now: s.options.Now(), form: form}
	s.mu.Lock()
	defer s.mu.Unlock()
	if !route.public {
		token, err := parseToken(bearer(r))
		if err != nil {
			return failure(http.StatusUnauthorized, textUnauthorized.in(lang))
		}
		if token.expired(c.now) {
			return failure(http.StatusUnauthorized, textExpiredToken.in(lang))
		}
		c.customer = s.customerOf(token, lang)
	}
	return route.handle(c)
}
