package profile

// Failure is an error before it is one of the page's, which Outcomes.Error makes of it. The shape is axios's, as the SDK's
// errors have it: web/docs/forms-and-errors.md.
type Failure struct {
	// Plain: an Error with a message and nothing more, as the SDK's in a store with SSO login.
	Plain bool
	// Name is the error's, "AxiosError" or "CanceledError"; Code is axios's, such as "ERR_NETWORK", or "ERR_VALIDATION" where it
	// is Local.
	Name, Message, Code string
	// Status is the HTTP status, or the one that the server would have answered; 0 for none.
	Status int
	// Local: refused before sending.
	Local bool
	// Silent: the customer is told nothing.
	Silent bool
	// Fields are the refused members with their messages, where it is Local.
	Fields []Field
	// Response is the server's, of an [Answer]; Undefined where there is none.
	Response Value
	// Cause is the page's reason, such as what the theme aborted with; or Undefined.
	Cause Value
}

// The name and the codes of a failure.
const (
	axiosError = "AxiosError"

	codeBadRequest  = "ERR_BAD_REQUEST"
	codeBadResponse = "ERR_BAD_RESPONSE"
	codeValidation  = "ERR_VALIDATION"
)

// statusInvalid is what the server answers to what is refused here: 422 Unprocessable Entity.
const statusInvalid = 422

// Problem says why there is no answer; it is the error's code.
type Problem string

// The problems, by the codes that axios gives them (web/docs/forms-and-errors.md).
const (
	Network  Problem = "ERR_NETWORK"
	TimedOut Problem = "ECONNABORTED"
	Canceled Problem = "ERR_CANCELED"
)
