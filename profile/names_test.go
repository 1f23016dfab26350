package profile_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"salla-profile/profile"
)

// The SDK's emitter calls what is named like an event instead of announcing the event.
func TestNoMethodIsNamedLikeAnEvent(t *testing.T) {
	taken := map[string]bool{}
	for _, m := range profile.Methods {
		taken[m.Name] = true
	}
	for _, alias := range profile.Aliases {
		assert.True(t, taken[alias.Value], alias)
		assert.False(t, taken[alias.Name], alias)
		taken[alias.Name] = true
	}
	assert.Contains(t, profile.Aliases, profile.Field{Name: "updateContact", Value: "updateContacts"})
	for _, m := range profile.Methods {
		for _, dispatcher := range []string{m.Success, m.Failure} {
			event := strings.TrimPrefix(profile.Event(dispatcher), "profile::")
			first, rest, _ := strings.Cut(event, ".")
			assert.False(t, taken[event], event)
			assert.NotContains(t, dispatcher, ".")
			if taken[first] { // a dotted name goes on into the function's members: info.fetched is none
				assert.NotContains(t, []string{"apply", "bind", "call", "constructor"}, rest, event)
			}
		}
	}
}
