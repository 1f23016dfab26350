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

// refused is the failure of a call that isn't sent. add says why.
func refused() *Failure {
	return &Failure{Name: axiosError, Code: codeValidation, Status: statusInvalid, Local: true}
}

// add has the failure say why a field is refused: the first message is the error's.
func (f *Failure) add(field, message string) {
	f.Fields = append(f.Fields, Field{field, message})
	f.Message = f.Fields[0].Value
}

// unsendable refuses a payload for what the problem says to the theme's author. The customer isn't shown it.
func unsendable(problem string) *Failure {
	f := refused()
	f.Silent = true
	f.add("payload", "The payload can't be sent: "+problem)
	return f
}

// refuse has the failure say to the customer why a member is refused.
func (c *Call) refuse(f *Failure, name member, why reason) {
	f.add(members[name], why.in(c.context.Language))
}
