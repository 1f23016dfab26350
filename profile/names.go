package profile

// Aliases are further names of methods, the alias in Name and the method in Value: what Salla's documentation calls
// updateContact is the SDK's updateContacts.
var Aliases = []Field{{"updateContact", "updateContacts"}}

// Events are the names of the profile events by their dispatcher on salla.event.profile: updateFailed() dispatches
// "profile::update.failed", and onUpdateFailed listens to it. They are the SDK's (npm @salla.sa/twilight).
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
