//go:build !twilight

package profile

// Page is what the rules ask of the page that they are on.
type Page interface {
	Storefront
	Standalone
}

// Standalone is what a page without the SDK has for it.
type Standalone interface {
	// Config returns what the page was configured with.
	Config() *Config
	// Token asks for the customer's token for a request that the signal and the timeout give up: the Answer has the Token, "" where
	// there is none, or the Problem.
	Token(signal Value, timeout int, done func(*Answer))
	// Send makes the request with the page's fetch.
	Send(r *Request, done func(*Answer))
	// Fail makes the error and announces document::request.failed.
	Fail(r *Request, f *Failure) Value
	// Reactions returns what a body has besides its data.
	Reactions(body Value) *Reactions
	// Emit dispatches an event of any name.
	Emit(name string, detail Value)
	// PushTags adds to the page's dataLayer.
	PushTags(tags Value)
	// StoreUser keeps the record of the customer that an answer's data has, as the SDK would; ForgetUser drops it.
	StoreUser(data Value)
	ForgetUser()
}

// Config is what data-* or configure() say of a page without the SDK, "" for what they don't: web/docs/standalone.md.
type Config struct {
	StoreID, Language, Currency, UserID, Country string
	// Version is the module's.
	Version string
	// Token is the customer's; TokenLater: it is a function, or a promise, and asked for at each request.
	Token      string
	TokenLater bool
	// Headers are sent with every request, and win.
	Headers []Field
}

// Reactions are what a body has besides its data, for a page to react to.
type Reactions struct {
	// Tags are for the dataLayer, or Undefined.
	Tags Value
	// Events are server-sent, in order.
	Events []Entry
	// Case and Msg are a notice's kind and text.
	Case, Msg string
	// Message is the data's, and Success "true" or "false" where the body says so.
	Message, Success string
	// Error is the error's message.
	Error string
	// Fields are the messages of invalid fields.
	Fields []string
}
