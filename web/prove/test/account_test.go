package test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The demo's two pages.
var accounts = []struct{ page, mode string }{{"/index.html", "standalone"}, {"/sdk.html", "sdk"}}

func onAccounts(t *testing.T, test func(t *testing.T, b build, page, mode string)) {
	onBuilds(t, func(t *testing.T, b build) {
		for _, account := range accounts {
			t.Run(account.mode, func(t *testing.T) {
				t.Parallel()
				if account.mode == "sdk" {
					needSDK(t)
				}
				test(t, b, account.page, account.mode)
			})
		}
	})
}

// account is the demo's page with a person at it.
type account struct {
	*tab
	shop *shop
}

func openAccount(t *testing.T, s *shop, path string) account {
	a := account{open(t, s, path), s}
	a.wait(`document.querySelector("#profile-form [name=first_name]")?.value`)
	return a
}

// events are those that the page's panel shows, oldest first.
func (a account) events() []string {
	return eval[[]string](a.tab, `[...document.querySelectorAll("#events li")].reverse().map((item) => item.dataset.event)`)
}

func (a account) waitEvent(name string) {
	a.t.Helper()
	a.wait(`document.querySelector('#events [data-event="` + name + `"]')`)
}

// eventsAre fails unless the panel shows these, apart from the fetched profiles.
func (a account) eventsAre(names ...string) {
	a.t.Helper()
	var shown []string
	for _, name := range a.events() {
		if name != "profile::info.fetched" {
			shown = append(shown, strings.TrimPrefix(name, "profile::"))
		}
	}
	require.Equal(a.t, names, shown)
}

func (a account) waitToast(kind string) string {
	a.t.Helper()
	passed := ""
	if kind == "success" { // it goes by itself
		passed = ` || seen.passed.at(-1)`
	}
	return waitFor[string](a.tab, `document.querySelector("#toasts .toast[data-type=`+kind+`] p")?.textContent`+passed)
}

// idle waits until the page is done with a form.
func (a account) idle(form string) {
	a.t.Helper()
	a.wait(`!document.querySelector("` + form + `[aria-busy]")`)
}

// code waits for the message that is the count-th on the drawn phone, and reads its code there.
func (a account) code(count int) string {
	a.t.Helper()
	return waitFor[string](a.tab, strings.ReplaceAll(
		`document.querySelectorAll("#phone-screen li[data-code]").length === N && document.querySelector("#phone-screen li[data-code]").dataset.code`,
		"N", string(rune('0'+count))))
}

func wrong(code string) string {
	if code == "1234" {
		return "4321"
	}
	return "1234"
}

var dialogIsOpen = "Boolean(" + find("::dialog") + ")"

// A customer changes everything with the mouse, in Arabic.
func TestAccountByMouse(t *testing.T) {
	onAccounts(t, func(t *testing.T, b build, page, mode string) {
		s := newShop(t, b)
		a := openAccount(t, s, page)
		require.Equal(t, "rtl ar", eval[string](a.tab, `document.documentElement.dir + " " + document.documentElement.lang`))
		a.text("#module-mode", mode)
		a.text("#module-compiler", b.name)

		a.fill("[name=first_name]", "هيفاء")
		a.fill("[name=last_name]", "Al Harbi")
		a.click("#save-profile")
		require.Equal(t, "تم حفظ بياناتك.", a.waitToast("success"))
		a.waitEvent("profile::updated")
		a.idle("#profile-form")
		a.text("#greeting", "هيفاء Al Harbi")
		a.eventsAre("updated")

		a.phoneByMouse()
		a.emailByMouse()

		// Every request was Go's, by fetch, and nothing went wrong unseen.
		require.Equal(t, 1, s.count("POST profile/update"))
		require.Equal(t, 3, s.count("POST profile/contacts/update"))
		for _, request := range eval[[]string](a.tab, "seen.requests") {
			if strings.Contains(request, "POST") {
				assert.True(t, strings.HasPrefix(request, "fetch "), request)
			}
		}
		a.clean()
	})
}

// phoneByMouse enters a phone with Arabic digits, and a wrong code before the right one.
func (a account) phoneByMouse() {
	a.t.Helper()
	a.fill("#phone", "٥٠١٢٣٤٥٦٧")
	a.click("#change-phone")
	a.wait(dialogIsOpen)
	code := a.code(1)
	a.refused(wrong(code))
	require.True(a.t, eval[bool](a.tab, dialogIsOpen))
	a.fill("::input", code)
	a.wait("!" + dialogIsOpen)
	a.text("#current-phone", "+966 501234567")
	a.eventsAre("updated", "verification", "verification.code.sent", "unverified", "verified")
}

// refused enters a code that the store doesn't take.
func (a account) refused(code string) {
	a.t.Helper()
	a.fill("::input", code)
	a.text("::error", "رمز التحقق غير صحيح.")
}

// emailByMouse asks for the code of an e-mail again, and closes the dialog and opens it.
func (a account) emailByMouse() {
	a.t.Helper()
	a.fill("#email", "haifa@example.org")
	a.click("#change-email")
	a.wait(dialogIsOpen)
	first := a.code(2)
	a.click("::resend")
	code := a.code(3)
	a.text("::status", "أرسلنا رمزًا جديدًا.")
	a.click("::close")
	a.wait("!" + dialogIsOpen)
	a.text("::offer", "haifa@example.org")
	a.click("::enter")
	if first != code {
		a.refused(first)
	}
	a.fill("::input", code)
	a.wait("!" + dialogIsOpen)
	a.text("#current-email", "haifa@example.org")
	a.wait("!" + find("::bar"))
}
