package profile

// Value is a handle: the page's table has what it stands for. The rules pass it on without looking inside.
type Value int32

// Undefined is JavaScript's undefined, and stands for nothing.
const Undefined Value = 0

// Storefront is what the rules ask of a page that has the SDK. Each method is one crossing; both ends are generated from these
// interfaces (web/make/bridgegen), and what the methods do on the page is in bridge/page. Functions called answered or done are
// called exactly once, and never before the method returns.
type Storefront interface {
	Calls
	Payloads
	Outcomes
	Customer
	SDK
}

// Calls are the calls of the theme: how they begin, wait and end.
type Calls interface {
	// Exposed says that the methods are on the page's object (ok), or that the object doesn't let us.
	Exposed(ok bool)
	// Context returns what holds at the moment of a call to the endpoint at path, and what its options say.
	Context(path string, options Value) *Context
	// Joinable reports whether a call asks for the same as another one that is still on its way: their senders and the
	// dedupe keys of their bodies say the same.
	Joinable(other, otherKey, sender, key Value) bool
	// Later calls done in so many milliseconds.
	Later(milliseconds int, done func(*Answer))
	// Settle announces an outcome by a dispatcher of salla.event.profile, "" for no event, and then settles the promises of
	// the calls with it: fulfilled with the value, or rejected with the error.
	Settle(calls []int, fulfilled bool, dispatcher string, v Value)
	// CallMethod calls a method of salla.profile as it stands now, wrapped or not, and returns its promise.
	CallMethod(method string, argument, options Value) Value
}

// Payloads are what the theme passes, and what is sent of it.
type Payloads interface {
	// Look reads what the theme passed as it will be sent: a copy. names are the members that the rules ask for.
	Look(v Value, names []string) *Payload
	// Normalize returns a text with the decimal digits of any script as ASCII digits, and without invisible marks
	// (U+200B–200F, U+202A–202E, U+2060–2069, U+061C, U+FEFF) and white space around; a code also without white space and
	// dashes inside. The page has the tables of Unicode for it, as new as its browser.
	Normalize(text string, code bool) string
	// Encode makes the body of what Look has copied. changes are set in it: in the last entry of a name, where a form has two.
	Encode(copied Value, changes []Field) *Body
	// Object makes an object; a member that is Undefined is left out.
	Object(members []Entry) Value
	// Member returns a member of an Object that Look has copied, as it was passed; Undefined where there is none, and of other kinds.
	Member(copied Value, name string) Value
	// String returns the page's value of a text.
	String(text string) Value
}

// Outcomes tell the page, and the customer, what happens.
type Outcomes interface {
	// Error makes the error that the theme gets.
	Error(r *Request, f *Failure) Value
	// Notify shows the customer a message, where the page can: kind is "success" or "error", or the server's; about is the body
	// or the error that it comes of, the notifier's third argument.
	Notify(message, kind string, about Value)
	// EmptyList logs that a method has failed and returns an empty list, which it resolves to.
	EmptyList(method string) Value
}

// Customer is whom the page is for, and what waits for a code of theirs.
type Customer interface {
	// SavePending shows what waits for a code on salla.profile, the newer first, and keeps it for the next page in this tab.
	SavePending(list []*Verification)
	// LoadPending returns what SavePending has kept for whom the page is for, and who that is.
	LoadPending() *Pending
}

// SDK is what the SDK does on a page that has it.
type SDK interface {
	// Ask has the SDK make the request: as its own methods do, with all that it does on an answer, but by fetch. answered is
	// called as soon as the answer is here, before anything follows on it; done when all that is over. Where it failed, Body is
	// the SDK's error.
	Ask(r *Request, answered, done func(*Answer))
	// Refuse makes the error and has the SDK do what follows on one: document::request.failed, and a notice where the failure
	// isn't silent.
	Refuse(r *Request, f *Failure) Value
	// SyncUser has the SDK keep the profile that an answer's data has.
	SyncUser(data Value)
	// EndSession has the SDK forget the customer and log out; done when it has (OK). The logout page follows.
	EndSession(done func(*Answer))
}

// Context is what holds at the moment of a call.
type Context struct {
	// SDK: the SDK is there, and what it can do is left to it.
	SDK bool
	// URL is the endpoint's whole address; without the SDK the configuration has it.
	URL string
	// Sender is whom the request is made for, and how: two requests are the same only where it says the same.
	Sender Value
	// XSRF is the cookie XSRF-TOKEN where the store API is on the page's own origin, without the SDK.
	XSRF string
	// Language is the page's, as a tag such as "ar" or "en-GB".
	Language string
	// SSO: the store's customers log in by SSO.
	SSO bool
	// Slow: the store has turned fast requests off, so calls are debounced.
	Slow bool
	// Leaving: the page is being left, and what is held back is lost.
	Leaving bool
	// Customer is whom the page is for: another number for another one.
	Customer int

	// Signal is the AbortSignal of the call's options, or Undefined.
	Signal Value
	// Timeout is that of the call's options in milliseconds; 0 for none of the call's own.
	Timeout int
	// Headers are those of the call's options.
	Headers []Field
}

// Field is a name with its text.
type Field struct{ Name, Value string }

// Entry is a name with its value.
type Entry struct {
	Name  string
	Value Value
}

// Request is a request to the store API.
type Request struct {
	// Verb is the HTTP method in lower case.
	Verb string
	// URL is what is asked, without Query, which is appended behind a ? or &; with the SDK the payload's params say the same.
	URL, Query string
	// Headers are all of them; with the SDK those of the call, which its axios adds to its own.
	Headers []Field
	// Body is a [Body]'s Value.
	Body Value
	// Payload is what document::request.failed shows as the payload.
	Payload Value
	// Sender is the Context's.
	Sender Value
	// Signal is the theme's AbortSignal, or Undefined.
	Signal Value
	// Timeout is in milliseconds; 0 for none of the call's own: with the SDK its axios's default counts then.
	Timeout int
	// Quiet: no notices.
	Quiet bool
	// Identifies: the answer's data has the customer's id.
	Identifies bool
}

// Address returns the URL with its query.
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

// Answer is what came of a request, or of anything else that takes time.
type Answer struct {
	// OK: it went well; a request has a status from 200 to 299.
	OK bool
	// Problem is "" where the server answered, otherwise why not.
	Problem Problem
	// Status is the HTTP status, 0 where there is a Problem.
	Status int
	// Body is the parsed body, or text where it isn't JSON; of a good answer without a body the response itself. Of a failed
	// Ask it is the error.
	Body Value
	// Data is the body's member of this name, or Undefined.
	Data Value
	// Response is the response as an error's `response` shows it: of a failure without the SDK; Undefined otherwise.
	Response Value
	// Reason is what the theme aborted the request with, or why its token couldn't be had; Undefined otherwise.
	Reason Value
	// Token is the customer's, of [Standalone.Token].
	Token string
	// Customer is whom the page is for, now that the answer is here.
	Customer int

	// Reacts: the body has something that a page without the SDK reacts to.
	Reacts bool
	// Announced: the body brings the event profile::verification, and not for a deletion.
	Announced bool
	// Verification is the status that the body's data.verification has.
	Verification string
	// Type, Phone, CountryCode and Email are what the event says, or otherwise data.verification.
	Type, Phone, CountryCode, Email string
}

// Pending is what waits for a code of the customer that the page is for.
type Pending struct {
	// Customer is who that is: another number for another one.
	Customer int
	List     []*Verification
}
