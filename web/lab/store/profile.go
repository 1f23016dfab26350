package store

import (
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

const maxName = 50 // characters of a first or last name

// info is GET auth/user.
func info(c *call) answer { return success(c.profile("")) }

// update is POST profile/update. Members that are absent stay as they are: <salla-file-upload profile-image> sends
// the avatar alone. Unknown members are let through: <salla-user-profile> sends the whole record back, its phone
// flattened to a number beside country_code. A phone or e-mail that differs begins the same verification as
// profile/contacts/update, because that component has no other way to change them.
func update(c *call) answer {
	found := problems{}
	edited := *c.customer

	for name, target := range map[string]*string{"first_name": &edited.firstName, "last_name": &edited.lastName} {
		if value, given := c.form.values[name]; given {
			*target = checkName(c.lang, found, name, value)
		}
	}
	if value, given := c.form.values["birthday"]; given {
		edited.birthday = checkBirthday(c, found, value)
	}
	if value, given := c.form.values["gender"]; given {
		text, ok := scalar(value)
		if !ok || !slices.Contains([]string{"", "male", "female"}, text) {
			found.add("gender", textGender.in(c.lang))
		}
		edited.gender = text
	}
	picture, hasPicture := c.form.files["avatar"]
	if hasPicture {
		checkAvatar(c.lang, found, picture)
	}
	changes := c.changesAmong(c.readContacts(found))
	if len(found) > 0 {
		return invalid(c.lang, found)
	}
	if len(changes) > 0 && c.locked() {
		return c.lockedAnswer()
	}

	if hasPicture {
		delete(c.store.uploads, c.customer.avatar)
		edited.avatar = c.store.keep(picture)
	}
	*c.customer = edited
	if len(changes) == 0 {
		return success(c.profile(textUpdated.in(c.lang)))
	}
	return c.askToVerify(changes)
}

func checkName(lang language, found problems, name string, value any) string {
	text, ok := value.(string)
	text = strings.TrimSpace(text)
	switch {
	case value != nil && !ok:
		found.add(name, textNotText.in(lang))
	case text == "":
		found.add(name, textRequired.in(lang))
	case utf8.RuneCountInString(text) > maxName:
		found.add(name, textTooLong.in(lang, maxName))
	case strings.ContainsFunc(text, func(r rune) bool { return unicode.IsControl(r) || r == '<' || r == '>' }):
		found.add(name, textCharacters.in(lang))
	}
	return text
}

// checkBirthday takes a past date, or "" to forget it: that is what an untouched date input sends.
func checkBirthday(c *call, found problems, value any) string {
	text, _ := value.(string)
	text = strings.TrimSpace(text)
	if text == "" && (value == nil || value == "") {
		return ""
	}
	date, err := time.Parse(time.DateOnly, text)
	switch {
	case err != nil || date.Year() < 1900:
		found.add("birthday", textBirthday.in(c.lang))
	case !date.Before(c.now.UTC().Truncate(24 * time.Hour)):
		found.add("birthday", textFuture.in(c.lang))
	}
	return text
}

// updateSettings is POST profile/settings with {name, value}, as <salla-user-settings> sends it for is_hidden_name and
// is_notifiable; can_comment is the third toggle of the SDK's user record.
func updateSettings(c *call) answer {
	found := problems{}
	toggles := map[string]*bool{
		"is_hidden_name": &c.customer.hiddenName,
		"is_notifiable":  &c.customer.notifiable,
		"can_comment":    &c.customer.canComment,
	}
	name, _ := c.form.text("name")
	toggle := toggles[name]
	value, ok := c.form.boolean("value")
	switch {
	case name == "":
		found.add("name", textRequired.in(c.lang))
	case toggle == nil:
		found.add("name", textSetting.in(c.lang))
	}
	if !ok {
		found.add("value", textBoolean.in(c.lang))
	}
	if len(found) > 0 {
		return invalid(c.lang, found)
	}
	*toggle = value
	return success(map[string]any{"message": textSaved.in(c.lang), name: value})
}

// deleteProfile is DELETE profile. The token's next request is that of a new customer.
func deleteProfile(c *call) answer {
	delete(c.store.uploads, c.customer.avatar)
	for key, who := range c.store.customers {
		if who == c.customer {
			delete(c.store.customers, key)
		}
	}
	return success(map[string]any{"message": textDeleted.in(c.lang)})
}
