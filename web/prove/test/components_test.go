package test

import (
	_ "embed"
	"net/http"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
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
