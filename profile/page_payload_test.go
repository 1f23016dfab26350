package profile_test

import (
	"encoding/json"
	"maps"
	"strings"

	"salla-profile/profile"
)

// Payloads that aren't plain objects (maps) or texts.
type (
	form    map[string]string // FormData
	files   map[string]string // FormData with a file inside: nothing tells two of them apart
	params  map[string]string // URLSearchParams
	garbage struct{}          // none of the kinds that can be sent
)

// textForm is a text that is a form.
type textForm string

// circular is an object that can't be written as JSON.
var circular = map[string]any{"self": func() {}}

func kindOf(v any) profile.Kind {
	switch v.(type) {
	case nil:
		return profile.None
	case map[string]any:
		return profile.Object
	case form, files:
		return profile.Form
	case params, textForm:
		return profile.Params
	case string:
		return profile.Text
	case int, float64:
		return profile.Number
	}
	return profile.Other
}

func (p *page) Member(given profile.Payload, name string) string {
	text := ""
	switch v := of(given.Value).(type) {
	case map[string]any:
		text = textOf(v[name])
	case form:
		text = v[name]
	case files:
		text = v[name]
	case params:
		text = v[name]
	case textForm:
		text = v.members()[name]
	case string:
		if name == "code" {
			text = v
		}
	case int, float64:
		if name == "code" {
			text = textOf(v)
		}
	}
	return text
}

func (p *page) Payload(v profile.Value) profile.Payload {
	return profile.Payload{Kind: kindOf(of(v)), Value: v}
}

// members are what a text says as a form.
func (f textForm) members() map[string]string {
	members := map[string]string{}
	for pair := range strings.SplitSeq(string(f), "&") {
		name, value, _ := strings.Cut(pair, "=")
		members[name] = value
	}
	return members
}

func (p *page) Encode(given profile.Payload, changes []profile.Field) (body profile.Body, problem string) {
	passed := of(given.Value)
	changed := map[string]any{}
	switch v := passed.(type) {
	case map[string]any:
		maps.Copy(changed, v)
	case form:
		copyTexts(changed, v)
	case files:
		copyTexts(changed, v)
	case params:
		copyTexts(changed, v)
	case textForm:
		if len(changes) == 0 {
			return profile.Body{Value: given.Value, Data: given.Value, Text: string(v), Type: formType}, ""
		}
		copyTexts(changed, v.members())
	case string:
		if len(changes) == 0 {
			return profile.Body{Value: given.Value, Data: given.Value, Text: v, Type: formType}, ""
		}
	case nil:
		return profile.Body{}, ""
	}
	for _, f := range changes {
		changed[f.Name] = f.Value
	}
	text, err := json.Marshal(changed)
	if err != nil {
		return profile.Body{}, "it goes round in circles"
	}
	body = profile.Body{Value: value(changed), Data: value(changed), Text: string(text)}
	switch passed.(type) {
	case map[string]any, string:
		body.Type = "application/json"
	case params, textForm:
		body.Type = formType + ";charset=utf-8"
	case files:
		body.Text = ""
	}
	return body, ""
}

const formType = "application/x-www-form-urlencoded"

func copyTexts(to map[string]any, from map[string]string) {
	for name, text := range from {
		to[name] = text
	}
}
