package profile

// Failure is an error before it is one of the page's, which Values.Failure makes of it. The shape is axios's, as the SDK's
// errors have it: README, "Errors".
type Failure struct {
	// Plain: an Error with a message and nothing more, as the SDK's in a store with SSO login.
	Plain bool
	// Name is the error's, "AxiosError" or "CanceledError"; Code is axios's, such as "ERR_NETWORK", or "ERR_VALIDATION" where it
	// is Local.
	Name, Message, Code string
	// Local: refused before sending.
	Local bool
	// Silent: the customer is told nothing.
	Silent bool
	// Fields are the refused members with their messages, where it is Local.
	Fields []Field
	// Answer is the server's; nil where there is none.
	Answer *Answer
	// Request is what was, or would have been, sent.
	Request *Request
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

// failureOf tells what went wrong with a request: axios's words for it.
func failureOf(r *Request, a *Answer) *Failure {
	f := &Failure{Name: axiosError, Code: string(a.Problem), Request: r, Cause: a.Reason}
	switch a.Problem {
	case Network:
		f.Message = "Network Error"
	case TimedOut:
		f.Message = "timeout of " + Decimal(r.Timeout) + "ms exceeded"
	case Canceled:
		f.Name, f.Message = "CanceledError", "canceled"
	default:
		f.Answer = a
		f.Message = "Request failed with status code " + Decimal(a.Status)
		switch {
		case a.Status >= 500:
			f.Code = codeBadResponse
		case a.Status >= 400:
			f.Code = codeBadRequest
		}
	}
	return f
}
