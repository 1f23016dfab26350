package test

import (
	"testing"

	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/require"
)

// Contacts are changed in the profile's form, as the official theme has it, and in forms of their own. Both may wait for
// their codes at once, over a reload; and a code is pasted as the phone shows it.
func TestAccountContacts(t *testing.T) {
	onAccounts(t, func(t *testing.T, b build, page, mode string) {
		s := newShop(t, b)
		lang := map[string]string{"standalone": "ar", "sdk": "en"}[mode]
		a := openAccount(t, s, page+"?lang="+lang)
		a.fill("#profile-email", "\u200fhaifa@example.org ")
		a.click("#save-profile")
		a.wait(dialogIsOpen)
		a.idle("#profile-form")
		a.code(1)
		a.press(kb.Escape)
		a.wait("!" + dialogIsOpen)
		a.text("::offer", "haifa@example.org")
		require.Equal(t, 0, s.count("POST profile/contacts/update"))

		a.fill("#phone", "０५०١٢٣٤٥٦٧")
		a.click("#change-phone")
		a.wait(dialogIsOpen)
		a.code(2)
		a.press(kb.Escape)
		a.wait("!" + dialogIsOpen)
		a.text("::offer", "501234567") // as the store has it
		a.idle("#phone-form")

		// The newer one first, and then the other one: after a reload, and pasted.
		a.follow(func() { a.run("location.reload()") })
		a.wait(`document.querySelectorAll("#phone-screen li[data-code]").length === 2`)
		a.text("::offer", "501234567")
		a.click("::enter")
		a.wait(dialogIsOpen)
		for _, contact := range []struct{ field, waits, shows, number string }{
			{"#current-phone", "501234567", "+966 501234567", "1"}, {"#current-email", "haifa@example.org", "haifa@example.org", "2"},
		} {
			pasted := eval[string](a.tab, `document.querySelector("#phone-screen li:nth-of-type(`+contact.number+`) .code").textContent`)
			require.Regexp(t, `^\d\d \d\d$`, pasted)
			a.text("::text", contact.waits)
			a.wait(isFocused("::input"))
			a.write("\u200e" + pasted)
			a.text(contact.field, contact.shows)
		}
		a.wait("!" + dialogIsOpen)
		a.wait("!" + find("::bar"))
		a.clean()
	})
}

// The same without a mouse, in English.
func TestAccountByKeyboard(t *testing.T) {
	onAccounts(t, func(t *testing.T, b build, page, _ string) {
		s := newShop(t, b)
		a := openAccount(t, s, page+"?lang=en")
		require.Equal(t, "ltr en", eval[string](a.tab, `document.documentElement.dir + " " + document.documentElement.lang`))

		// The skip link leads past the header.
		a.tabTo(".skip")
		a.press(kb.Enter)
		a.tabTo("[name=first_name]")
		a.write("Haifa")
		a.press(kb.Tab)
		a.write("Al Harbi")
		a.press(kb.Enter)
		require.Equal(t, "Your profile has been saved.", a.waitToast("success"))
		a.text("#greeting", "Haifa")
		a.idle("#profile-form")
		a.eventsAre("updated")

		a.tabTo("#phone")
		a.write("50 765 4321")
		a.press(kb.Enter)
		a.wait(dialogIsOpen)
		a.wait(isFocused("::input"))
		code := a.code(1)
		a.write(wrong(code))
		a.text("::error", "The verification code is wrong.")
		a.wait(isFocused("::input"))
		a.write(code)
		a.wait("!" + dialogIsOpen)
		a.text("#current-phone", "+966 507654321")

		// The phone that the page draws offers the code.
		a.tabTo("#email")
		a.write("haifa@example.org")
		a.press(kb.Enter)
		a.wait(dialogIsOpen)
		code = a.code(2)
		a.tabTo("#suggestion")
		require.Contains(t, eval[string](a.tab, `document.querySelector("#suggestion").textContent`), "\u2068"+code+"\u2069")
		a.press(kb.Enter)
		a.wait("!" + dialogIsOpen)
		a.text("#current-email", "haifa@example.org")
		a.eventsAre("updated", "verification", "verification.code.sent", "unverified", "verified",
			"verification", "verification.code.sent", "verified")
		a.clean()
	})
}

// Both in one change, on a small phone: the drawn one suggests the code of the contact that the dialog is about. Cancel gives the second
// one up for good.
func TestAccountBothContacts(t *testing.T) {
	onAccounts(t, func(t *testing.T, b build, page, mode string) {
		s := newShop(t, b)
		lang := map[string]string{"standalone": "ar", "sdk": "en"}[mode]
		a := openAccount(t, s, page+"?lang="+lang)
		a.width(320)
		a.follow(func() { a.run("location.reload()") })
		a.wait(`document.querySelector("#profile-form [name=first_name]").value`)
		both := func(phone, email string) {
			a.fill("#profile-phone", phone)
			a.fill("#profile-email", email)
			a.click("#save-profile")
			a.wait(dialogIsOpen)
			a.text("::text", phone)
		}
		suggestion := func(count int) {
			a.text("#suggestion", a.code(count))
			a.accessible("suggestion")
			a.click("#suggestion")
		}
		both("501234567", "haifa@example.org")
		suggestion(1)
		a.text("::text", "haifa@example.org")
		suggestion(2)
		a.wait("!" + dialogIsOpen)
		a.text("#current-phone", "+966 501234567")
		a.text("#current-email", "haifa@example.org")
		a.wait(`document.querySelector("#profile-email").value === "haifa@example.org"`)

		both("507654321", "noura@example.org")
		suggestion(3)
		a.text("::text", "noura@example.org")
		a.code(4)
		a.click("::cancel")
		a.wait("!" + dialogIsOpen)
		a.text("#current-phone", "+966 507654321")
		a.text("#current-email", "haifa@example.org")
		a.follow(func() { a.run("location.reload()") })
		a.text("#current-email", "haifa@example.org")
		a.run(`await salla.profile.ready`)
		require.True(t, eval[bool](a.tab, "!"+find("::bar")+" && !"+dialogIsOpen))
		a.clean()
	})
}
