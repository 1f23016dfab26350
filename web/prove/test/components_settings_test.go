package test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestComponentUserSettings(t *testing.T) {
	onStorefronts(t, `<salla-user-settings></salla-user-settings>`, []string{`"customer-account-deletion"`},
		func(t *testing.T, f storefront) {
			const section = ".s-user-settings-section-delete-user"
			const modal = "#salla-user-settings-delete-modal"
			const pressed = modal + " .s-user-settings-delete-actions salla-button:nth-child(%) button"
			button := func(n string) string { return strings.Replace(pressed, "%", n, 1) }

			f.run(`await salla.profile.info()`) // where the component has the customer's phone from
			f.click(".s-user-settings-section:nth-of-type(2) .s-toggle-input")
			f.waitNotice("success: The setting has been saved.")
			f.sent("profile/settings")
			f.heard("profile::settings.updated")

			// The account's deletion: asked for, the code sent to the phone instead, wrong, right, and taken back.
			f.click(section + " button")
			f.wait(`document.querySelector("` + modal + `").hasAttribute("visible")`)
			f.click(button("2"))
			f.wait(`document.activeElement.id === "delete-otp-1"`) // it moves the focus once for each code, a while later
			f.code(1)
			f.click(button("2"))
			code := f.code(2)
			f.text(".s-user-settings-delete-otp-target", "+966")
			f.wait(`!document.querySelector("` + button("1") + `").disabled`)
			f.digits("delete-otp-", wrong(code), "account/data-request/verify")
			f.text(".s-user-settings-delete-otp-error", "The verification code is wrong.")
			f.click("#delete-otp-1")
			f.digits("delete-otp-", code, "account/data-request/verify")
			f.text(".s-user-settings-delete-success-body", "Your account will be deleted within 30 days.")
			f.click(".s-user-settings-delete-success-btn button")
			f.text(section, "Withdraw deletion")
			f.click(section + " button")
			f.waitNotice("success: The deletion request has been cancelled.")
			f.text(section+" button", "Delete account")
			f.sent("profile/settings", "account/data-request", "account/data-request", "account/data-request/verify",
				"account/data-request/verify", "account/data-request/cancel")
			f.heard("profile::settings.updated")
		})
}

// Where the store has no such requests, the component deletes the profile, and the SDK logs the customer out.
func TestComponentDeactivate(t *testing.T) {
	onStorefronts(t, `<salla-user-settings></salla-user-settings>`, nil, func(t *testing.T, f storefront) {
		// The page is left for good: what it did is kept in the window's name.
		f.run(`salla.event.on("profile::deleted", () => (window.name = seen.requests.filter((request) => request.includes("DELETE")) + " deleted"))`)
		f.click(".s-user-settings-section-deactivate-user button")
		f.wait(`document.querySelector("salla-modal").hasAttribute("visible")`)
		f.follow(func() { f.click(".s-user-settings-confirmation-actions salla-button:nth-child(2) button") })
		f.wait(`location.pathname === "/"`)
		require.Equal(t, f.via+" DELETE /store/v1/profile deleted", eval[string](f.tab, "window.name"))
		require.True(t, eval[bool](f.tab, `localStorage.getItem("token") === null`))
	})
}

func TestComponentCustomFields(t *testing.T) {
	onStorefronts(t, `<salla-custom-fields></salla-custom-fields>`, nil, func(t *testing.T, f storefront) {
		const show = `document.querySelector("salla-custom-fields").setFields(await salla.profile.getFields())`
		f.run(show)
		f.fill("#custom-field-1", "جدة")
		f.fill("#custom-field-2", "lukewarm")
		f.click(".s-custom-fields-submit-btn button")
		f.waitNotice("error: Choose one of the options.")
		f.heard("profile::update.failed")
		f.fill("#custom-field-2", "dark")
		f.click(".s-custom-fields-submit-btn button")
		f.waitNotice("success: Your profile has been saved.")
		f.heard("profile::update.failed", "profile::updated")
		f.sent("profile/fields", "profile/fields")
		fields := eval[[]struct{ Value string }](f.tab, "salla.profile.getFields()")
		require.Equal(t, "جدة", fields[0].Value)
		require.Equal(t, "dark", fields[1].Value)
		// The component leaves this promise to nobody; with the SDK it is the same.
		require.Len(t, eval[[]string](f.tab, "seen.errors.splice(0)"), 1)
	})
}

func TestComponentUserMenu(t *testing.T) {
	onStorefronts(t, `<salla-user-menu></salla-user-menu>`, nil, func(t *testing.T, f storefront) {
		// Its data is fresh: it asked for the profile itself.
		f.text(".s-user-menu-trigger-name", f.info("first_name"))
		require.Contains(t, eval[[]string](f.tab, "seen.requests.map((request) => request.slice(request.indexOf(' ') + 1))"),
			"GET /store/v1/auth/user")
		f.click("#trigger-slot")
		f.wait(`document.querySelector(".s-user-menu-toggler.opened")`)
		f.text(".s-user-menu-dropdown-item-badge", "2")
	})
}

// What most themes write: a form that names the action.
func TestDeclarativeForm(t *testing.T) {
	onStorefronts(t, `
		<form onsubmit="return salla.form.onSubmit('profile.update', event)">
			<input name="first_name"><input name="last_name" value="Al Harbi"><input name="birthday" value="">
			<salla-button type="submit">Save</salla-button>
		</form>
		<salla-button id="direct" onclick="salla.profile.update({ first_name: 'Direct' })">Rename</salla-button>`, nil,
		func(t *testing.T, f storefront) {
			f.fill("[name=first_name]", " ")
			f.click("form button")
			f.waitNotice("error: This field is required.")
			f.heard("profile::update.failed")
			f.fill("[name=first_name]", "Haifa")
			f.press(kb.Enter)
			f.waitNotice("success: Your profile has been saved.")
			f.heard("profile::update.failed", "profile::updated")
			require.Equal(t, "Haifa", f.info("first_name"))
			require.Equal(t, "/components.html", eval[string](f.tab, "location.pathname"), "the form itself isn't sent")

			// A button shows that its call is under way.
			proceed := make(chan struct{})
			handler := f.shop.store.Handler()
			f.shop.serve("/store/v1/profile/update", func(w http.ResponseWriter, r *http.Request) {
				<-proceed
				handler.ServeHTTP(w, r)
			})
			f.click("#direct button")
			f.wait(`document.querySelector("#direct").hasAttribute("loading")`)
			close(proceed)
			f.wait(`!document.querySelector("#direct").hasAttribute("loading")`)
			assert.Equal(t, "Direct", f.info("first_name"))
			f.sent("profile/update", "profile/update", "profile/update")
			// The refused form's promise belongs to nobody; with the SDK it is the same.
			require.LessOrEqual(t, len(eval[[]string](f.tab, "seen.errors.splice(0)")), 1)
		})
}
