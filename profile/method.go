package profile

// Method is one method of salla.profile: what it asks of the store API and what it announces.
//
// The table, Methods, is the README's in "Methods". Verbs, paths and dispatchers are the SDK's own (npm @salla.sa/twilight
// 2.14.570): make parity compares what both ask and announce.
type Method struct {
	// Name is the method's name on salla.profile.
	Name string
	// Verb is the HTTP method in lower case, as the SDK's document::request.failed reports it; "" where nothing is asked of the store
	// by the method itself.
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
	// typeArgument becomes the member type of a body that the method makes, or names a type of contact.
	typeArgument
)

// traits are what sets methods apart: all that code asks of a method.
type traits int

const (
	// storesUser: an answer with profile data is stored as the page's user.
	storesUser traits = 1 << iota
	// identifies: an answer's data has the customer's id.
	identifies
	// ssoLocked: refused where the store's customers log in by SSO.
	ssoLocked
	// asksToDelete: a request to delete the account, quiet (no notices) and never debounced. Its body has request_type.
	asksToDelete
	// inQuery: the body's members are asked in the URL.
	inQuery
	// takesCodeOfDeletion: type and code are taken from the payload, and nothing else.
	takesCodeOfDeletion
	// dataOnly: resolves to the answer's data, and to an empty list on failure.
	dataOnly
	// changesContact: a good answer opens what waits for a code, or closes it.
	changesContact
	// requiresContact: refused without a phone or an e-mail.
	requiresContact
	// takesCode: a text is a code, for what waits for one; a good answer closes that.
	takesCode
	// endsSession: on success the customer is logged out.
	endsSession
	// resendsCode: asks for the code of what waits once more, by updateContacts.
	resendsCode
	// cancelsCode: what waits is over.
	cancelsCode
)

func (m *Method) is(t traits) bool { return m.traits&t != 0 }

// HasArgument reports whether the options are the second argument, behind a payload or a type, or the only one.
func (m *Method) HasArgument() bool { return m.argument != noArgument }

// DataOnly reports whether the method resolves to the answer's data, and where it fails to an empty list.
func (m *Method) DataOnly() bool { return m.is(dataOnly) }

// Methods are all methods. A call names its method by the place in this list: package bundle gives the loader the names in the
// same order. To add one: CONTRIBUTING.md.
var Methods = []Method{
	{"info", "get", "auth/user", "infoFetched", "infoNotFetched", noArgument, storesUser | identifies},
	{"getFields", "get", "profile/fields", "", "", noArgument, dataOnly},
	{"update", "post", "profile/update", "updated", "updateFailed", payloadArgument, storesUser | identifies | ssoLocked | changesContact},
	{"updateCustomFields", "post", "profile/fields", "updated", "updateFailed", payloadArgument, storesUser | ssoLocked},
	{"updateContacts", "post", "profile/contacts/update", "verificationCodeSent", "updateContactsFailed", payloadArgument, changesContact | requiresContact},
	{"verify", "post", "profile/verify", "verified", "unverified", payloadArgument, takesCode},
	{"updateSettings", "post", "profile/settings", "settingsUpdated", "updateSettingsFailed", payloadArgument, 0},
	{"initiateDeleteRequest", "post", "account/data-request", "", "", typeArgument, asksToDelete},
	{"verifyDeleteRequest", "post", "account/data-request/verify", "", "", typeArgument, asksToDelete | takesCodeOfDeletion},
	{"getDeleteRequest", "get", "account/data-request", "", "", noArgument, asksToDelete | inQuery},
	{"cancelDeleteRequest", "post", "account/data-request/cancel", "", "", noArgument, asksToDelete},
	{"delete", "delete", "profile", "deleted", "notDeleted", noArgument, endsSession},
	{"resendVerification", "", "", "", "", typeArgument, resendsCode},
	{"cancelVerification", "", "", "", "", typeArgument, cancelsCode},
}
