package profile

// Value is something of the page that the rules pass on without looking inside: a payload, a body, an error, an AbortSignal. It
// is the number that the page knows it by, since a number crosses, is kept and is compared at no cost.
type Value int32

// Undefined is JavaScript's undefined, and stands for nothing.
const Undefined Value = 0

// Page is what the rules need of the page, by roles. Package bridge implements it in the browser; the tests do in Go.
// Functions called done are called exactly once, later or at once, if nothing else is said.
type Page interface {
	// Context answers what holds at the moment of a call to the endpoint at path.
	Context(path string) Context
	// After calls fn in so many milliseconds, unless cancel is called before.
	After(ms int, fn func()) (cancel func())

	Values
	Payloads
	Outcomes
	Customer
	SDK
	Standalone
}

// Values looks into the page's values, and makes them.
type Values interface {
	// Text answers the text of the string, number or boolean at the dotted path in a value, "" for anything else.
	Text(v Value, path string) string
	// At answers the value at the dotted path in a value, and whether it is there and not falsy.
	At(v Value, path string) (Value, bool)
	// Same answers whether two values have the same JSON.
	Same(v, w Value) bool
	// Any answers whether something that isn't falsy is at one of the dotted paths in a value, a path a line.
	Any(v Value, paths string) bool
	// Entries answers the members of an object, or of JSON text of one, in order.
	Entries(v Value) []Entry
	// Texts answers the texts of a value: its items if it is an array, otherwise itself.
	Texts(v Value) []string
	// String is the page's value of a text.
	String(text string) Value
	// List is an empty array.
	List() Value
	// Object makes an object; what is Undefined is left out.
	Object(members []Entry) Value
	// Failure makes the error that the theme gets.
	Failure(f *Failure) Value
	// Info makes the first argument of document::request.failed.
	Info(r *Request, payload Value) Value
}

// Payloads makes bodies of what the theme passed.
type Payloads interface {
	// Payload looks at what the theme passed.
	Payload(v Value) Payload
	// Member answers the text of a payload's member, "" for none; numbers as text, in full.
	Member(p Payload, name string) string
	// Typed answers a text with the decimal digits of any script as ASCII digits, and without marks that nobody sees
	// (U+200B–200F, U+202A–202E, U+2060–2069, U+061C, U+FEFF) and white space around; a code also without white space and
	// dashes inside. The page has the tables of Unicode for it, as new as its browser.
	Typed(text string, code bool) string
	// Encode makes the body of a request of the payload, with the members in changes set, on a copy. problem is why it
	// can't be sent, for the theme's author.
	Encode(p Payload, changes []Field) (body Body, problem string)
}

// Outcomes tells the page, and the customer, what happens.
type Outcomes interface {
	// Emit dispatches an event of any name, with its arguments; Undefined for none.
	Emit(name string, first, second Value)
	// Announce calls a dispatcher of salla.event.profile.
	Announce(dispatcher string, detail Value)
	// Notify shows the customer a message, where the page can: kind is "success" or "error", or the server's; about is the body
	// or the error that it comes of, the notifier's third argument.
	Notify(message, kind string, about Value)
}

// Customer is whom the page is for, and what waits for a code of theirs.
type Customer interface {
	// SetPending shows the newer one on salla.profile.pendingVerification, and keeps all for the next page in this tab.
	SetPending(w Waiting)
	// Kept is what SetPending has kept; and customer an id of whom the page is for, the same on each page: "" where the page
	// doesn't know.
	Kept() (w Waiting, customer string)
}

// SDK is what the SDK does on a page that has it.
type SDK interface {
	// Ask has the SDK make the request: as its own methods do, with all that it does on an answer, but by fetch. payload is
	// what the theme passed. done is called twice: landed, as soon as the answer is here and before anything follows on it,
	// with the body of a good one; and then with the body, or the SDK's error.
	Ask(r *Request, payload Value, done func(landed, ok bool, v Value))
	// Delegate calls a function of the SDK's at the dotted path under salla; where there is none, nothing happens. What it throws
	// is dropped: a broken listener or notifier must not break the call.
	Delegate(path string, first, second Value)
	// Logout has the SDK log the customer out; done when it has, and not at all where that fails.
	Logout(done func())
	// Hush suppresses the SDK's notices until release is called.
	Hush() (release func())
}

// Standalone is what a page without the SDK has for it.
type Standalone interface {
	// Token asks for the customer's token for a request, whose signal and timeout count meanwhile: "" where there is none. failed
	// is why it couldn't be had, nil where it could.
	Token(r *Request, done func(token string, failed *Answer))
	// Send makes the request with the page's fetch.
	Send(r *Request, done func(*Answer))
	// PushTags adds to the page's dataLayer.
	PushTags(tags Value)
	// StoreUser keeps the record that an answer's data makes, by a member a line: name, tab, path in the data; the same with tab
	// and path again, for both as one text; or the name alone, for what the page knows. ForgetUser drops it.
	StoreUser(data Value, members string)
	ForgetUser()
}

// Context is what holds at the moment of a call.
type Context struct {
	// SDK: the SDK is there, and what it can do is left to it.
	SDK bool
	// URL is the endpoint's whole address.
	URL string
	// Visitor tells whom the SDK makes requests for, and how: two requests are the same only for the same one. Undefined without
	// the SDK, where the headers tell.
	Visitor Value
	// Headers are the page's own for every request, without the SDK.
	Headers []Field
	// Language is the page's, as a tag such as "ar" or "en-GB".
	Language string
	// SSO: the store's customers log in by SSO.
	SSO bool
	// Slow: the store has turned fast requests off, so calls are debounced.
	Slow bool
	// Leaving: the page is being left, and what is held back is lost.
	Leaving bool
}

// Field is a name with its text.
type Field struct{ Name, Value string }

// Entry is a name with its value.
type Entry struct {
	Name  string
	Value Value
}

// Kind is the kind of a payload.
type Kind int

// The kinds of payload.
const (
	// None: the theme passed nothing (undefined or null).
	None Kind = iota
	// Object is a plain object, sent as JSON.
	Object
	// Form is FormData or a <form>, sent as multipart.
	Form
	// Params is URLSearchParams, or a string with =: sent as form-urlencoded.
	Params
	// Text is a string without =: sent as it is, or verify's code.
	Text
	// Number is a number: verify's code.
	Number
	// Other is none of the kinds that can be sent.
	Other
)

// Payload is what the theme passed.
type Payload struct {
	Kind Kind
	// Value is what has the members.
	Value Value
	// Text is the whole of a text that is a form; Undefined for anything else.
	Text Value
}

// Body is the body of a request.
type Body struct {
	// Value is what is sent; Undefined for no body.
	Value Value
	// Data is the same before it is encoded: what the SDK's axios gets, so that its interceptors and transforms see what
	// they know.
	Data Value
	// Type is the Content-Type; "" where the browser sets it (multipart has a boundary).
	Type string
	// Text tells identical bodies, and its length whether the body may be sent with keepalive; "" where there is no telling: files,
	// and what is longer than 32 KB.
	Text string
}

// Request is a request to the store API.
type Request struct {
	// Verb is the HTTP method in lower case.
	Verb string
	// URL is what is asked, without Query, which is appended behind a ? or &; with the SDK the payload's params say the same.
	URL, Query string
	// Headers are all of them; with the SDK those of the call, which its axios adds to its own.
	Headers []Field
	Body    Body
	// Signal is the theme's AbortSignal, or Undefined.
	Signal Value
	// Timeout is in milliseconds; 0 for none of the call's own: with the SDK its axios's default counts then.
	Timeout int
}

// Address is the URL with its query.
func (r *Request) Address() string {
	if r.Query == "" {
		return r.URL
	}
	separator := "?"
	if Has(r.URL, '?', '?') {
		separator = "&"
	}
	return r.URL + separator + r.Query
}

// Answer is what came of a request.
type Answer struct {
	// Problem is "" where the server answered, otherwise why not.
	Problem Problem
	// Status is the HTTP status, 0 where there is a Problem.
	Status int
	// Body is the parsed body, or text where it isn't JSON; of a successful answer without a body,
	// the response itself.
	Body Value
	// Empty: there is no body, or a falsy one.
	Empty bool
	// Response is the response as an error's `response` shows it: of a failure, or an answer without a body; Undefined otherwise.
	Response Value
	// Reason is what the theme aborted the request with, or why its token couldn't be had; Undefined otherwise.
	Reason Value
}

// Problem says why there is no answer; it is the error's code.
type Problem string

// The problems, by the codes that axios gives them (README, "Errors").
const (
	Network  Problem = "ERR_NETWORK"
	TimedOut Problem = "ECONNABORTED"
	Canceled Problem = "ERR_CANCELED"
)
