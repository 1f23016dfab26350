package profile

// reason is why a call is refused before sending.
type reason int

const (
	// notSendable is the theme's author's business, not the customer's.
	notSendable reason = iota
	codeMissing
	contactMissing
	phoneWithoutDigit
	emailWithoutAt
)

// The reasons for the customer, in English and Arabic.
var reasons = [...][2]string{
	codeMissing:       {"Enter the verification code.", "أدخل رمز التحقق."},
	contactMissing:    {"Enter a phone number or an e-mail address.", "أدخل رقم الجوال أو البريد الإلكتروني."},
	phoneWithoutDigit: {"The phone number has no digits.", "رقم الجوال لا يحتوي على أرقام."},
	emailWithoutAt:    {"The e-mail address is not valid.", "البريد الإلكتروني غير صحيح."},
}

// unsendable refuses a payload for what the problem says.
func unsendable(problem string) *refused {
	return &refused{"payload", notSendable, "The payload can't be sent: " + problem}
}

// in answers the reason in a language: Arabic for "ar" and its regions, otherwise English.
func (r reason) in(language string) string {
	if len(language) >= 2 && lower(language[0]) == 'a' && lower(language[1]) == 'r' {
		return reasons[r][1]
	}
	return reasons[r][0]
}

func (r *refused) failure(request *Request, language string) *Failure {
	message := r.problem
	if r.reason != notSendable {
		message = r.reason.in(language)
	}
	return &Failure{
		Name: axiosError, Message: message, Code: codeValidation, Local: true, Silent: r.reason == notSendable,
		Fields: []Field{{r.field, message}}, Request: request,
	}
}
