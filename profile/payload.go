package profile

// Kind is the kind of a payload.
type Kind int

// The kinds of payload.
const (
	// None: the theme passed nothing (undefined or null).
	None Kind = iota
	// Object is sent as JSON, or as multipart where there is a file inside.
	Object
	// Form is FormData or a <form>, sent as multipart.
	Form
	// Params is URLSearchParams, or a text with =: sent as form-urlencoded.
	Params
	// Text is a text without =: sent as it is, or verify's code.
	Text
	// Number is a number: verify's code.
	Number
	// Other is none of the kinds that can be sent.
	Other
)

// Payload is what the theme passed, as it will be sent.
type Payload struct {
	Kind Kind
	// Copied is the copy, for Encode.
	Copied Value
	// Members are those asked for, in the order of their names; none where there is a Problem.
	Members []Member
	// Text is the whole of a Text or a Number.
	Text string
	// Problem is why it can't be read, for the theme's author; "" where it can, and where nobody says why it has no members.
	Problem string
}

// Member is a member of a payload that the rules ask for.
type Member struct {
	// Value is its text, in a form that of its last entry; "" for one that is no text and no number.
	Value string
	// There: it was passed, and is neither null nor an empty text.
	There bool
	// Changed: the rules have it sent as Value.
	Changed bool
}

// Body is the body of a request.
type Body struct {
	// Value is the body, as Ask and Send take it; Undefined for no body.
	Value Value
	// Type is the Content-Type; "" where the browser sets it (multipart has a boundary).
	Type string
	// Key tells identical bodies; Undefined where there is no telling: files, and what is very long.
	Key Value
	// Problem is why the body can't be made, for the theme's author; "" where it can.
	Problem string
}
