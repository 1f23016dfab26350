package store

import (
	"slices"
	"strconv"
	"unicode/utf8"
)

// The store's own questions to its customers. Ids are numbers in JSON (CustomField in the components'
// salla-user-profile/interfaces.d.ts) and member names in what <salla-custom-fields> sends.
const (
	fieldCity  = "1"
	fieldRoast = "2"
)

const maxFieldValue = 255 // characters

var customFields = []struct {
	id          string
	label       text
	description text
	kind        string
	required    bool
	options     []fieldOption
}{
	{id: fieldCity, label: text{"المدينة", "City"}, description: text{"أين نوصل طلباتك عادةً؟", "Where do we usually deliver?"},
		kind: "text", required: true},
	{id: fieldRoast, label: text{"درجة التحميص المفضلة", "Favourite roast"}, kind: "select", options: []fieldOption{
		{"light", text{"فاتحة", "Light"}}, {"medium", text{"متوسطة", "Medium"}}, {"dark", text{"داكنة", "Dark"}},
	}},
}

type fieldOption struct {
	value string
	label text
}

// listFields is GET profile/fields: a list of {id, label, description, type, required, value, options?}.
func listFields(c *call) answer {
	list := []map[string]any{}
	for _, field := range customFields {
		id, _ := strconv.Atoi(field.id)
		item := map[string]any{
			"id": id, "label": field.label.in(c.lang), "description": field.description.in(c.lang),
			"type": field.kind, "required": field.required, "value": c.customer.fields[field.id],
		}
		if len(field.options) > 0 {
			options := []map[string]string{}
			for _, option := range field.options {
				options = append(options, map[string]string{"value": option.value, "label": option.label.in(c.lang)})
			}
			item["options"] = options
		}
		list = append(list, item)
	}
	return success(list)
}

// updateFields is POST profile/fields with {id, fields: {id: value}}, where the outer id is the store's. Fields that
// are absent keep their value: <salla-custom-fields> leaves out what is empty. It answers the profile, which the SDK
// stores as the user; problems are named fields.ID.
func updateFields(c *call) answer {
	found := problems{}
	given, ok := c.form.values["fields"].(map[string]any)
	if !ok {
		found.add("fields", textRequired.in(c.lang))
		return invalid(c.lang, found)
	}
	edited := map[string]string{}
	for _, field := range customFields {
		name := "fields." + field.id
		value, ok := scalar(given[field.id])
		if _, isGiven := given[field.id]; !isGiven {
			value = c.customer.fields[field.id]
		}
		switch {
		case !ok:
			found.add(name, textNotText.in(c.lang))
		case value == "" && field.required:
			found.add(name, textRequired.in(c.lang))
		case utf8.RuneCountInString(value) > maxFieldValue:
			found.add(name, textTooLong.in(c.lang, maxFieldValue))
		case value != "" && len(field.options) > 0 &&
			!slices.ContainsFunc(field.options, func(o fieldOption) bool { return o.value == value }):
			found.add(name, textOption.in(c.lang))
		}
		edited[field.id] = value
	}
	for id := range given {
		if _, known := edited[id]; !known {
			found.add("fields."+id, textField.in(c.lang))
		}
	}
	if len(found) > 0 {
		return invalid(c.lang, found)
	}
	c.customer.fields = edited
	return success(c.profile(textUpdated.in(c.lang)))
}
