package test

import (
	_ "embed"
	"net/http"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

//go:embed pages/components.html
var componentsPage string

//go:embed pages/storefront.js
var storefrontScript string

// storefront is a page with Salla's own components, as they come from npm, and a customer at it.
type storefront struct {
	*tab
	shop *shop
	via  string // what requests go by: fetch with the module, xhr without
}

// onStorefronts runs a test on a page with the SDK alone, and with each build of the module: the same must hold.
func onStorefronts(t *testing.T, components string, features []string, test func(t *testing.T, f storefront)) {
	needSDK(t)
	run := func(t *testing.T, b build, via, tag string) {
		s := newShop(t, b)
		page := strings.Replace(componentsPage, "<!-- module -->", tag, 1)
		s.html("/components.html", strings.Replace(page, "<!-- components -->", components, 1))
		s.serve("/storefront.js", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "text/javascript; charset=utf-8")
			_, _ = w.Write([]byte("window.features = [" + strings.Join(features, ",") + "];\n" + storefrontScript))
		})
		f := storefront{open(t, s, "/components.html"), s, via}
		// The bundle's SDK has taken the first one's place, and the module's methods are on it.
		f.wait(`window.created === 2 && salla.status === "ready" && document.querySelector("main > .hydrated")`)
		if tag != "" {
			f.run(`await salla.profile.ready`)
		}
		f.run(`
			window.heard = [];
			salla.event.onAny((name) => String(name).startsWith("profile::") && heard.push(name));
		`)
		test(t, f)
		f.clean()
	}
	t.Run("sdk", func(t *testing.T) {
		t.Parallel()
		run(t, builds[0], "xhr", "")
	})
	onBuilds(t, func(t *testing.T, b build) { run(t, b, "fetch", moduleTag) })
}

// sent fails unless the storefront has sent these, in this order, by what it should.
func (f storefront) sent(requests ...string) {
	f.t.Helper()
	var sent []string
	for _, request := range eval[[]string](f.tab, "seen.requests") {
		if strings.Contains(request, " POST /store/v1/") { // the SDK tells analytics, too
			sent = append(sent, request)
		}
	}
	for i, request := range requests {
		requests[i] = f.via + " POST /store/v1/" + request
	}
	require.Equal(f.t, requests, sent)
}

func (f storefront) heard(names ...string) {
	f.t.Helper()
	require.Equal(f.t, names, eval[[]string](f.tab, `heard.filter((name) => name !== "profile::info.fetched")`))
}

func (f storefront) waitNotice(notice string) {
	f.t.Helper()
	f.wait("notices.includes(" + quote(notice) + ")")
}

// code is what the customer's phone received as the count-th message.
func (f storefront) code(count int) string {
	f.t.Helper()
	f.wait(`fetch("/dev/phone?token=" + JSON.parse(localStorage.token)).then((answer) => answer.json()).then((list) => window.phone = list)
		&& window.phone?.length === ` + string(rune('0'+count)))
	return eval[string](f.tab, "phone.at(-1).code")
}

// info asks the store for a member of the profile, past the page.
func (f storefront) info(member string) string {
	f.t.Helper()
	return eval[string](f.tab, `fetch("/store/v1/auth/user", { headers: { Authorization: "Bearer " + JSON.parse(localStorage.token) } })
		.then((answer) => answer.json()).then(({ data }) => String(data.`+member+`))`)
}

// digits types a code into four inputs, once the component has put the focus on the first. It moves it itself, and sends
// the code with the last: the endpoint answers when that key is up, for a key that is let go takes an error away.
func (f storefront) digits(inputs, code, endpoint string) {
	f.t.Helper()
	release := f.shop.hold("/store/v1/" + endpoint)
	defer release()
	for i, digit := range code {
		f.wait(`document.activeElement.id === ` + quote(inputs+string(rune('1'+i))))
		f.press(string(digit))
	}
}

// A customer changes name and phone in <salla-user-profile>; the server's event opens <salla-verify>.
func TestComponentUserProfile(t *testing.T) {
	onStorefronts(t, `<salla-user-profile></salla-user-profile><salla-verify auto-reload="false"></salla-verify>`, nil,
		func(t *testing.T, f storefront) {
			const modal = `document.querySelector("salla-modal.s-verify")`
			f.wait(`document.querySelector("#first-name")?.value`)
			f.fill("#first-name", "Haifa")
			f.press(kb.Tab)
			f.click(".s-user-profile-submit button")
			f.waitNotice("success: Your profile has been saved.")
			require.Equal(t, "Haifa", f.info("first_name"))
			f.sent("profile/update")
			f.heard("profile::updated")
			require.False(t, eval[bool](f.tab, modal+`.hasAttribute("visible")`))

			f.fill(".s-tel-input-control", "507654321")
			f.press(kb.Tab)
			f.click(".s-user-profile-submit button")
			f.wait(modal + `.hasAttribute("visible")`)
			code := f.code(1)
			f.digits("otp-", wrong(code), "profile/verify")
			f.text(".s-verify-error-message", "The verification code is wrong.")
			f.digits("otp-", code, "profile/verify")
			f.wait(`!` + modal + `.hasAttribute("visible")`)
			require.Equal(t, "507654321", f.info("phone.number"))
			f.sent("profile/update", "profile/update", "profile/verify", "profile/verify")
			f.heard("profile::updated", "profile::verification", "profile::updated", "profile::unverified", "profile::verified")
		})
}

// <salla-verify> opens on a change by script too, and its page is told of the verified contact.
func TestComponentVerify(t *testing.T) {
	onStorefronts(t, `<salla-verify auto-reload="false"></salla-verify>`, nil, func(t *testing.T, f storefront) {
		const modal = `document.querySelector("salla-modal.s-verify")`
		f.run(`
			document.addEventListener("verified", ({ detail }) => (window.verified = detail));
			await salla.profile.updateContacts({ email: "haifa@example.org" });
		`)
		f.wait(modal + `.hasAttribute("visible")`)
		f.text(".s-modal-title", "email")
		f.digits("otp-", f.code(1), "profile/verify")
		require.Equal(t, "success", waitFor[string](f.tab, "window.verified?.data.verification.status"))
		require.Equal(t, "haifa@example.org", f.info("email"))
		f.sent("profile/contacts/update", "profile/verify")
		f.heard("profile::verification", "profile::verification.code.sent", "profile::verified")
	})
}

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
