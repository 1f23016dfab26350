package profile

// Aliases are further names of methods, the alias in Name and the method in Value: what Salla's documentation calls
// updateContact is the SDK's updateContacts.
var Aliases = []Field{{"updateContact", "updateContacts"}}

// Event is the name of the profile event that a dispatcher of salla.event.profile announces: updateFailed() dispatches
// "profile::update.failed", and onUpdateFailed listens to it. The SDK's names (npm @salla.sa/twilight) all differ from their
// dispatchers so; the loader's events.js goes by it too. "" for no dispatcher.
func Event(dispatcher string) string {
	if dispatcher == "" {
		return ""
	}
	name := "profile::"
	for _, letter := range dispatcher {
		if 'A' <= letter && letter <= 'Z' {
			name += "."
			letter += 'a' - 'A'
		}
		name += string(letter)
	}
	return name
}
