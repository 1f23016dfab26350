package profile

// Method is one method of salla.profile: what it asks of the store API and what it announces.
//
// The table below is contract.md, section 3, in order; the SDK has the same (npm @salla.sa/twilight).
type Method struct {
	// Name is the method's name on salla.profile.
	Name string
	// Verb is the HTTP method in lower case, as the SDK's document::request.failed reports it.
	Verb string
	// Path is the endpoint, relative to the store API, query included.
	Path string
	// Success and Failure are the dispatchers on salla.event.profile that announce the outcome; "" for none.
	Success, Failure string

	// takesPayload: the first argument is a payload, which becomes the body.
	takesPayload bool
	// storesUser: an answer with profile data is stored as the page's user.
	storesUser bool
	// ssoLocked: refused where the store's customers log in by SSO.
	ssoLocked bool
}

// HasArgument says whether the options follow on another argument.
func (m *Method) HasArgument() bool { return m.takesPayload }

// Methods are all methods, in the order that the loader numbers them by.
var Methods = []Method{
	{Name: "info", Verb: "get", Path: "auth/user", Success: "infoFetched", Failure: "infoNotFetched", storesUser: true},
	{Name: "update", Verb: "post", Path: "profile/update", Success: "updated", Failure: "updateFailed", takesPayload: true, storesUser: true, ssoLocked: true},
	{Name: "updateContacts", Verb: "post", Path: "profile/contacts/update", Success: "verificationCodeSent", Failure: "updateContactsFailed", takesPayload: true},
	{Name: "verify", Verb: "post", Path: "profile/verify", Success: "verified", Failure: "unverified", takesPayload: true},
}

// Aliases are further names of methods: the documentation's name for the SDK's.
var Aliases = map[string]string{"updateContact": "updateContacts"}

// Events are the names of the profile events by their dispatcher on salla.event.profile;
// the event's type is "profile::" and the name.
var Events = map[string]string{
	"updated":              "updated",
	"updateFailed":         "update.failed",
	"verificationCodeSent": "verification.code.sent",
	"updateContactsFailed": "update.contacts.failed",
	"verified":             "verified",
	"unverified":           "unverified",
	"infoFetched":          "info.fetched",
	"infoNotFetched":       "info.not.fetched",
	"settingsUpdated":      "settings.updated",
	"updateSettingsFailed": "update.settings.failed",
	"deleted":              "deleted",
	"notDeleted":           "not.deleted",
}
