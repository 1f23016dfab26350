package test

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
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

const dialogIsOpen = `document.querySelector("#code-dialog").open`

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

		// A phone with Arabic digits, and a wrong code before the right one.
		a.fill("#phone", "٥٠١٢٣٤٥٦٧")
		a.click("#change-phone")
		a.wait(dialogIsOpen)
		code := a.code(1)
		a.fill("#code-input", wrong(code))
		a.click("#verify-code")
		a.text("#code-error", "رمز التحقق غير صحيح.")
		a.idle("#code-form")
		require.True(t, eval[bool](a.tab, dialogIsOpen))
		a.fill("#code-input", code)
		a.click("#verify-code")
		a.wait("!" + dialogIsOpen)
		a.text("#current-phone", "+966 501234567")
		a.idle("#code-form")
		a.eventsAre("updated", "verification", "verification.code.sent", "unverified", "verified")

		// The code of an e-mail is asked for again, and the dialog closed and opened.
		a.fill("#email", "haifa@example.org")
		a.click("#change-email")
		a.wait(dialogIsOpen)
		first := a.code(2)
		a.click("#resend-code")
		code = a.code(3)
		a.text("#code-status", "أرسلنا رمزًا جديدًا.")
		a.click("#cancel-code")
		a.wait("!" + dialogIsOpen)
		a.text("#pending-text", "haifa@example.org")
		a.click("#enter-code")
		if first != code {
			a.fill("#code-input", first)
			a.click("#verify-code")
			a.text("#code-error", "رمز التحقق غير صحيح.")
			a.idle("#code-form")
		}
		a.fill("#code-input", code)
		a.click("#verify-code")
		a.wait("!" + dialogIsOpen)
		a.text("#current-email", "haifa@example.org")
		a.wait(`document.querySelector("#pending").hidden`)

		// Every request was Go's, by fetch, and nothing went wrong unseen.
		a.idle("#code-form")
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
		a.text("#pending-text", "haifa@example.org")
		require.Equal(t, 0, s.count("POST profile/contacts/update"))

		a.fill("#phone", "０५०١٢٣٤٥٦٧")
		a.click("#change-phone")
		a.wait(dialogIsOpen)
		a.code(2)
		a.press(kb.Escape)
		a.wait("!" + dialogIsOpen)
		a.text("#pending-text", "501234567") // as the store has it
		a.idle("#phone-form")

		// The newer one first, and then the other one: after a reload, and pasted.
		a.follow(func() { a.run("location.reload()") })
		a.wait(`document.querySelectorAll("#phone-screen li[data-code]").length === 2`)
		for _, contact := range []struct{ field, waits, shows, number string }{
			{"#current-phone", "501234567", "+966 501234567", "1"}, {"#current-email", "haifa@example.org", "haifa@example.org", "2"},
		} {
			a.text("#pending-text", contact.waits)
			pasted := eval[string](a.tab, `document.querySelector("#phone-screen li:nth-of-type(`+contact.number+`) .code").textContent`)
			require.Regexp(t, `^\d\d \d\d$`, pasted)
			a.click("#enter-code")
			a.wait(dialogIsOpen)
			a.text("#code-intro", contact.waits)
			a.fill("#code-input", "\u200e"+pasted)
			a.click("#verify-code")
			a.wait("!" + dialogIsOpen)
			a.text(contact.field, contact.shows)
			a.idle("#code-form")
		}
		a.wait(`document.querySelector("#pending").hidden`)
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
		a.wait(`document.activeElement.matches("#code-input")`)
		code := a.code(1)
		a.write(wrong(code))
		a.press(kb.Enter)
		a.text("#code-error", "The verification code is wrong.")
		a.idle("#code-form")
		a.wait(`document.activeElement.matches("#code-input")`)
		a.write(code)
		a.press(kb.Enter)
		a.wait("!" + dialogIsOpen)
		a.text("#current-phone", "+966 507654321")
		a.idle("#code-form")

		// The phone that the page draws offers the code.
		a.tabTo("#email")
		a.write("haifa@example.org")
		a.press(kb.Enter)
		a.wait(dialogIsOpen)
		code = a.code(2)
		a.tabTo("#suggestion")
		a.press(kb.Enter)
		a.wait(`document.querySelector("#code-input").value === ` + quote(code))
		a.press(kb.Enter)
		a.wait("!" + dialogIsOpen)
		a.text("#current-email", "haifa@example.org")
		a.idle("#code-form")
		a.eventsAre("updated", "verification", "verification.code.sent", "unverified", "verified",
			"verification", "verification.code.sent", "verified")
		a.clean()
	})
}

// picture is a PNG of 7 × 5.
func picture(t *testing.T) []byte {
	var b bytes.Buffer
	require.NoError(t, png.Encode(&b, image.NewGray(image.Rect(0, 0, 7, 5))))
	return b.Bytes()
}

func TestAccountPicture(t *testing.T) {
	file := filepath.Join(t.TempDir(), "me.png")
	require.NoError(t, os.WriteFile(file, picture(t), 0o600))
	text := filepath.Join(t.TempDir(), "me.txt")
	require.NoError(t, os.WriteFile(text, []byte("not a picture"), 0o600))

	onAccounts(t, func(t *testing.T, b build, page, _ string) {
		s := newShop(t, b)
		a := openAccount(t, s, page+"?lang=en")
		a.upload("#avatar-input", text)
		a.click("#save-profile")
		a.text("#avatar-error", "The file must be a PNG")
		a.idle("#profile-form")

		a.upload("#avatar-input", file)
		a.click("#save-profile")
		a.waitToast("success")
		a.wait(`document.querySelector("#avatar-image").src.includes("/uploads/")`)
		a.wait(`document.querySelector("#avatar-image").naturalWidth === 7`)
		a.idle("#profile-form")
		a.eventsAre("update.failed", "updated")

		a.follow(func() { a.open(s.url + page) })
		a.wait(`document.querySelector("#avatar-image").naturalWidth === 7`)
		a.clean()
	})
}

func TestAccountLanguages(t *testing.T) {
	onAccounts(t, func(t *testing.T, b build, page, _ string) {
		a := openAccount(t, newShop(t, b), page)
		a.follow(func() { a.click("#lang-switch") })
		a.wait(`document.documentElement.lang === "en" && document.documentElement.dir === "ltr"`)
		a.text("#save-profile", "Save changes")
		a.text("#lang-switch", "العربية")

		// What the store and the module say is in the page's language too.
		a.wait(`document.querySelector("#profile-form [name=first_name]").value`)
		a.fill("[name=first_name]", " ")
		a.click("#save-profile")
		a.text("#first-name-error", "This field is required.")
		a.click("#change-phone")
		a.text("#phone-error", "Enter a phone number or an e-mail address.")

		a.follow(func() { a.click("#lang-switch") })
		a.text("#save-profile", "حفظ التغييرات")
		a.wait(`document.querySelector("#profile-form [name=first_name]").value`)
		a.fill("[name=first_name]", " ")
		a.click("#save-profile")
		a.text("#first-name-error", "هذا الحقل مطلوب.")
		a.click("#change-phone")
		a.text("#phone-error", "أدخل رقم الجوال أو البريد الإلكتروني.")
		a.clean()
	})
}

// The store misbehaves: the page says so in its language, and works once the store does.
func TestAccountFaults(t *testing.T) {
	onAccounts(t, func(t *testing.T, b build, page, _ string) {
		s := newShop(t, b)
		a := account{open(t, s, page+"?fault=status=500"), s}
		a.wait(`!document.querySelector("#load-error").hidden`)
		a.text("#load-error-text", "تعذّر تحميل بياناتك.")
		a.choose("#fault", "drop")
		a.click("#reload")
		a.text("#load-error-text", "تعذّر الاتصال بالمتجر.")
		a.choose("#fault", "")
		a.click("#reload")
		a.wait(`document.querySelector("#load-error").hidden`)
		a.wait(`document.querySelector("#profile-form [name=first_name]").value`)

		for i, fault := range []struct{ name, message string }{
			{"status=500", "عطل متعمَّد في المتجر."},
			{"drop", "تعذّر الاتصال بالمتجر."},
			{"html", "حدث خطأ في المتجر."},
			{"fields", ""}, // beside them
			{"badjson", "ردّه غير مفهوم"},
			{"truncate", "تعذّر الاتصال بالمتجر."},
			{"empty", "ردّه غير مفهوم"},
		} {
			name := fmt.Sprint("Haifa ", i)
			a.choose("#fault", fault.name)
			a.fill("[name=first_name]", name)
			a.click("#save-profile")
			if fault.name == "fields" {
				a.text("#first-name-error", "هذا الحقل مطلوب.")
				a.text("#profile-email-error", "البريد الإلكتروني غير صحيح.")
			} else {
				require.Contains(t, a.waitToast("error"), fault.message, fault.name)
			}
			a.idle("#profile-form")

			a.choose("#fault", "")
			a.click("#save-profile")
			a.text("#greeting", name)
			a.wait(`!document.querySelector("#toasts [data-type=error]")`)
			a.idle("#profile-form")
		}
		require.Equal(t, "تم حفظ بياناتك.", a.waitToast("success"))
		a.clean()
	})
}

// The module can't run: without the SDK the page says so, with it the SDK's own methods serve.
func TestAccountWithoutModule(t *testing.T) {
	onAccounts(t, func(t *testing.T, b build, page, mode string) {
		s := newShop(t, b)
		s.withoutModule(b)
		a := account{open(t, s, page), s}
		a.text("#module-mode", "لا يعمل")
		if mode == "standalone" {
			a.wait(`!document.querySelector("#load-error").hidden`)
			a.text("#load-error-text", "تعذّر تحميل بياناتك.")
			a.wait(`document.querySelector('#events [data-event="profile::info.not.fetched"]')`)
			a.clean()
			return
		}
		a.wait(`document.querySelector("#profile-form [name=first_name]").value`)
		a.fill("[name=first_name]", "هيفاء")
		a.click("#save-profile")
		require.Equal(t, "تم حفظ بياناتك.", a.waitToast("success"))
		a.text("#greeting", "هيفاء")
		a.fill("#phone", "501234567")
		a.click("#change-phone")
		a.wait(dialogIsOpen)
		a.fill("#code-input", a.code(1))
		a.click("#verify-code")
		a.wait("!" + dialogIsOpen)
		a.text("#current-phone", "+966 501234567")
		require.Contains(t, eval[[]string](a.tab, "seen.requests"), "xhr POST /store/v1/profile/update")
		a.clean()
	})
}
