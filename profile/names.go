package profile

// Aliases are further names of methods, each with the method's: the documentation's for the SDK's.
var Aliases = []Field{{"updateContact", "updateContacts"}}

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
