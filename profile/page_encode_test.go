package profile_test

import (
	"encoding/json"
	"maps"

	"salla-profile/profile"
	"salla-profile/profile/profiletest"
)

func (p *page) Normalize(text string, code bool) string { return profiletest.Typed(text, code) }

func (p *page) Object(members []profile.Entry) profile.Value {
	object := map[string]any{}
	for _, m := range members {
		if m.Value != profile.Undefined {
			object[m.Name] = of(m.Value)
		}
	}
	return value(object)
}

func (p *page) String(text string) profile.Value { return value(text) }

const formType = "application/x-www-form-urlencoded"

func (p *page) Encode(v profile.Value, changes []profile.Field) *profile.Body {
	p.encoded = append(p.encoded, changes)
	c := of(v).(*copied)
	if c.kind == profile.Text && len(changes) == 0 || c.kind == profile.Params && c.text != "" && len(changes) == 0 {
		return &profile.Body{Value: value(&body{data: c.text, text: c.text, entries: c.entries}), Type: formType, Key: value(c.text)}
	}
	made := &body{data: c.data}
	switch c.kind {
	case profile.Form, profile.Params:
		made.entries = changedEntries(c.entries, changes)
		made.data = lastOf(made.entries)
	default:
		if object, ok := c.data.(map[string]any); ok || len(changes) > 0 {
			made.data = changedMembers(object, changes)
		}
	}
	text, err := json.Marshal(made.data)
	if err != nil {
		return &profile.Body{Problem: err.Error()}
	}
	made.text = string(text)
	b := &profile.Body{Value: value(made), Key: value([]any{c.kind == profile.Form, made.text, made.entries})}
	switch {
	case c.kind == profile.Params:
		b.Type = formType + ";charset=utf-8"
	case c.kind != profile.Form:
		b.Type = "application/json"
	case c.files:
		b.Key = profile.Undefined
	}
	return b
}

// changedMembers are an object's members with the changes.
func changedMembers(object map[string]any, changes []profile.Field) map[string]any {
	made := map[string]any{}
	maps.Copy(made, object)
	for _, f := range changes {
		made[f.Name] = f.Value
	}
	return made
}

// changedEntries are a form's entries with the changes, each in the last entry of its name.
func changedEntries(entries []profiletest.Entry, changes []profile.Field) []profiletest.Entry {
	entries = append([]profiletest.Entry{}, entries...)
	for _, f := range changes {
		at := len(entries)
		for i, e := range entries {
			if e.Name == f.Name {
				at = i
			}
		}
		if at == len(entries) {
			entries = append(entries, profiletest.Entry{Name: f.Name})
		}
		entries[at].Value = f.Value
	}
	return entries
}
