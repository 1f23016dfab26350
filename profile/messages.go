package profile

// reason is why a call is refused before sending.
type reason int

const (
	codeMissing reason = iota
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

// in returns the reason in a language: Arabic for "ar" and its regions, otherwise English.
func (r reason) in(language string) string {
	if len(language) >= 2 && lower(language[0]) == 'a' && lower(language[1]) == 'r' {
		return reasons[r][1]
	}
	return reasons[r][0]
}

// refusal is why a call isn't sent: of each field that it is about the reason, for the customer; or a problem, for the theme's
// author, which the customer isn't shown.
type refusal struct {
	fields  []refusedField
	problem string
}

type refusedField struct {
	member member
	reason reason
}

func (r *refusal) add(field member, why reason) {
	r.fields = append(r.fields, refusedField{field, why})
}

// unsendable refuses a payload for what the problem says.
func unsendable(problem string) *refusal {
	return &refusal{problem: "The payload can't be sent: " + problem}
}

func (r *refusal) failure(language string) *Failure {
	f := &Failure{Name: axiosError, Code: codeValidation, Status: statusInvalid, Local: true}
	if r.problem != "" {
		f.Silent, f.Message, f.Fields = true, r.problem, []Field{{"payload", r.problem}}
		return f
	}
	for _, field := range r.fields {
		f.Fields = append(f.Fields, Field{members[field.member], field.reason.in(language)})
	}
	f.Message = f.Fields[0].Value
	return f
}
