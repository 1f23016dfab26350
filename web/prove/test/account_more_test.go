package test

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

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
		a.wait(`!document.querySelector("#code-form").hidden`)
		code := a.code(1)
		a.fill("#code-input", wrong(code))
		a.click("#verify-code")
		a.text("#code-error", "رمز التحقق غير صحيح.")
		a.idle("#code-form")
		a.fill("#code-input", code)
		a.click("#verify-code")
		a.wait(`document.querySelector("#code-form").hidden`)
		a.text("#current-phone", "+966 501234567")
		require.Contains(t, eval[[]string](a.tab, "seen.requests"), "xhr POST /store/v1/profile/update")
		a.clean()
	})
}
