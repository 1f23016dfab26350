package profile

// Method is one method of salla.profile: what it asks of the store API and what it announces.
//
// The table, Methods, is the README's in "Methods". Verbs, paths and dispatchers are the SDK's own (npm @salla.sa/twilight
// 2.14.570): make parity compares what both ask and announce.
type Method struct {
	// Name is the method's name on salla.profile.
	Name string
	// Verb is the HTTP method in lower case, as the SDK's document::request.failed reports it.
	Verb string
	// Path is the endpoint, relative to the store API.
	Path string
	// Success and Failure are the dispatchers on salla.event.profile that announce the outcome; "" for none.
	Success, Failure string

	argument argument
	traits   traits
}

// argument is what a method's first argument is; the options follow it.
type argument int

const (
	// noArgument: the options come first.
	noArgument argument = iota
	// payloadArgument becomes the body.
	payloadArgument
	// requestArgument becomes a member of a body that the method makes: the data requests.
	requestArgument
)

// traits are what sets methods apart.
type traits int

const (
	// storesUser: an answer with profile data is stored as the page's user.
	storesUser traits = 1 << iota
	// ssoLocked: refused where the store's customers log in by SSO.
	ssoLocked
	// dataRequest: a request to delete the account, quiet (no notices) and never debounced.
	dataRequest
	// dataOnly: resolves to the answer's data, and to an empty list on failure.
	dataOnly
	// namesContact: refused without a phone or an e-mail.
	namesContact
	// takesCode: a text is a code, for what waits for one.
	takesCode
	// endsSession: on success the customer is logged out.
	endsSession
)

func (m *Method) is(t traits) bool { return m.traits&t != 0 }

// HasArgument says whether the options are the second argument, behind a payload or a type, or the only one.
func (m *Method) HasArgument() bool { return m.argument != noArgument }

// DataOnly says whether the method resolves to the answer's data, and where it fails to an empty list.
func (m *Method) DataOnly() bool { return m.is(dataOnly) }

// Methods are all methods. A call names its method by the place in this list: package bundle gives the loader the names in the
// same order. To add one: CONTRIBUTING.md.
var Methods = []Method{
	{"info", "get", "auth/user", "infoFetched", "infoNotFetched", noArgument, storesUser},
	{"getFields", "get", "profile/fields", "", "", noArgument, dataOnly},
	{"update", "post", "profile/update", "updated", "updateFailed", payloadArgument, storesUser | ssoLocked},
	{"updateCustomFields", "post", "profile/fields", "updated", "updateFailed", payloadArgument, storesUser | ssoLocked},
	{"updateContacts", "post", "profile/contacts/update", "verificationCodeSent", "updateContactsFailed", payloadArgument, namesContact},
	{"verify", "post", "profile/verify", "verified", "unverified", payloadArgument, takesCode},
	{"updateSettings", "post", "profile/settings", "settingsUpdated", "updateSettingsFailed", payloadArgument, 0},
	{"initiateDeleteRequest", "post", "account/data-request", "", "", requestArgument, dataRequest},
	{"verifyDeleteRequest", "post", "account/data-request/verify", "", "", requestArgument, dataRequest},
	{"getDeleteRequest", "get", "account/data-request", "", "", noArgument, dataRequest},
	{"cancelDeleteRequest", "post", "account/data-request/cancel", "", "", noArgument, dataRequest},
	{"delete", "delete", "profile", "deleted", "notDeleted", noArgument, endsSession},
}
