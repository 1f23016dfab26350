// Package store stands in for Salla's servers while a theme is developed and tested: the part of the store API
// that customer profiles need, the phone that receives the one-time codes, and misbehaviour on request.
//
// Everything lives in memory. A customer is whoever the bearer token names; a token that was not seen before is a new
// customer with a seeded profile. The shapes of requests and answers follow what Salla's SDK and components
// (npm @salla.sa/twilight 2.14.570, @salla.sa/twilight-components) send and read; where these leave a shape
// open, the doc comment says so.
package store

import (
	"io"
	"net/http"
	"sync"
	"time"
)

// APIPath is where the store API begins: the `api` of a theme on the same origin.
const APIPath = "/store/v1"

// Options of a store; the zero value of each has a default.
type Options struct {
	// Now is the clock of expiry, birthdays and messages; time.Now by default. Must be safe for concurrent use.
	Now func() time.Time
	// CodeTTL is how long a one-time code can be used; 2 minutes by default.
	CodeTTL time.Duration
	// LockFor is how long nothing is verified or sent after too many wrong codes or resends; 30 seconds by default,
	// which is what <salla-verify> counts down before it offers another code.
	LockFor time.Duration
	// MaxBody is the largest request body in bytes; 10 MB by default.
	MaxBody int64
	// AllowCredentials lets pages of other origins send cookies too.
	AllowCredentials bool
	// Log gets one line for each one-time code; nothing is written where it is nil.
	Log io.Writer
}

// Store is one store with its customers. Safe for concurrent use.
type Store struct {
	options Options
	done    chan struct{} // closed by Close
	close   sync.Once

	mu        sync.Mutex // guards all that follows
	customers map[string]*customer
	uploads   map[string]upload
	phones    phones
}

// New makes a store without customers. Close it when its streams are to end.
func New(options Options) *Store {
	if options.Now == nil {
		options.Now = time.Now
	}
	if options.CodeTTL <= 0 {
		options.CodeTTL = 2 * time.Minute
	}
	if options.LockFor <= 0 {
		options.LockFor = 30 * time.Second
	}
	if options.MaxBody <= 0 {
		options.MaxBody = 10 << 20
	}
	if options.Log == nil {
		options.Log = io.Discard
	}
	s := &Store{options: options, done: make(chan struct{})}
	s.phones.streams = map[string]map[chan Message]struct{}{}
	s.Reset()
	return s
}

// Reset forgets every customer, upload, message and code. Streams of phones stay open.
func (s *Store) Reset() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.customers = map[string]*customer{}
	s.uploads = map[string]upload{}
	s.phones.messages = map[string][]Message{}
}

// Close ends the open streams and delays, so that a server can shut down without waiting for them: call it before
// httptest.Server.Close. The store still answers.
func (s *Store) Close() {
	s.close.Do(func() { close(s.done) })
}

// Handler serves the API under APIPath, the saved pictures under /uploads/, the developer's side under /dev/, and
// what the SDK asks of the storefront itself: /languages/assets/, /cart/latest and /logout. Other paths are 404 in the API's shape.
func (s *Store) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc(APIPath+"/", s.serveAPI)
	mux.HandleFunc("/cart/latest", s.serveAPI)
	mux.HandleFunc("/uploads/{id}", only(http.MethodGet, s.serveUpload))
	mux.HandleFunc("/languages/assets/", only(http.MethodGet, serveTranslations))
	mux.HandleFunc("/logout", only(http.MethodGet, serveLogout))
	mux.HandleFunc("/dev/phone", only(http.MethodGet, s.servePhone))
	mux.HandleFunc("/dev/phone/stream", only(http.MethodGet, s.serveStream))
	mux.HandleFunc("/dev/accounts/logout", only(http.MethodGet, serveAccountsLogout))
	mux.HandleFunc("/dev/reset", only(http.MethodPost, s.serveReset))
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		failure(http.StatusNotFound, textNotFound.in(languageOf(r))).write(w)
	})
	return s.cors(mux)
}

// only answers 405 to every method but one; HEAD goes where GET goes.
func only(method string, handler http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if r.Method != method && (r.Method != http.MethodHead || method != http.MethodGet) {
			wrongMethod(languageOf(r), method).write(w)
			return
		}
		handler(w, r)
	}
}

func (s *Store) serveReset(w http.ResponseWriter, _ *http.Request) {
	s.Reset()
	w.WriteHeader(http.StatusNoContent)
}
