package test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Facts about Salla's <salla-verify> (2.14.570) that web/docs/verification-compared.md compares ours with, and what becomes of the two
// on one page. verification/profile.js stands in for the module, on the SDK's own object.

const officialModal = `document.querySelector("salla-modal.s-verify")`

// openBeside opens a page with the SDK, the official element and ours.
func openBeside(t *testing.T, ours string) codeDialog {
	needSDK(t)
	s := newShop(t, builds[0])
	for _, name := range []string{"profile.js", "hands.js"} {
		s.serve("/verification/"+name, func(w http.ResponseWriter, r *http.Request) { http.ServeFile(w, r, "verification/"+name) })
	}
	s.serve("/storefront.js", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/javascript; charset=utf-8")
		_, _ = w.Write([]byte("window.features = [];\n" + storefrontScript))
	})
	page := strings.Replace(componentsPage, "<!-- components -->", `<button id="change">Change</button><salla-verify auto-reload="false"></salla-verify>`+ours, 1)
	s.html("/components.html", strings.Replace(page, "<!-- module -->", verificationTag, 1))
	p := open(t, s, "/components.html")
	p.wait(`window.created === 2 && salla.status === "ready" && document.querySelector("main > .hydrated") && ` + officialModal + `?.matches(".hydrated")`)
	p.run(`for (const name of ["profile", "hands"]) await new Promise((onload) =>
		document.head.append(Object.assign(document.createElement("script"), { src: "/verification/" + name + ".js", onload })))`)
	return codeDialog{p, s}
}

const officialIsOpen = officialModal + `.hasAttribute("visible")`

// Exactly one of the two opens: the official one where profile::verification was emitted, otherwise ours.
func TestVerificationBesideOfficial(t *testing.T) {
	t.Parallel()
	d := openBeside(t, verificationElt)
	d.run(`fake.change(` + mobile + `, { event: true })`)
	d.wait(officialIsOpen)
	assert.False(t, eval[bool](d.tab, `Boolean(part("dialog"))`), "ours")
	d.run(officialModal + `.close(); fake.end()`)
	d.wait("!" + officialIsOpen)
	d.run(`fake.change(` + email + `)`)
	d.waitOpen()
	assert.False(t, eval[bool](d.tab, officialIsOpen), "the official one")
	d.press("1234")
	d.waitClosed()
	d.clean()
}

// With for-changes ours opens, keeps the focus, and the page isn't left as one that is covered.
func TestVerificationInPlaceOfOfficial(t *testing.T) {
	t.Parallel()
	for name, ours := range map[string]string{
		"dialog": `<salla-profile-verification for-changes></salla-profile-verification>`,
		"inline": `<salla-profile-verification for-changes display="inline"></salla-profile-verification>`,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d := openBeside(t, ours)
			d.run(`
				document.querySelector("#change").focus();
				fake.change(` + mobile + `, { event: true });
				window.task = new Promise((done) => setTimeout(() => done(` + officialIsOpen + `)));
			`)
			assert.False(t, eval[bool](d.tab, `task`), "closed in the same task")
			d.waitOpen()
			// Its own timers, of a tenth of a second and a third, run before this one, however slow the machine is.
			d.run(`await new Promise((done) => setTimeout(done, 500))`)
			d.waitOpen()
			require.True(t, eval[bool](d.tab, officialModal+`.matches(".s-hidden") && !document.body.matches(".modal-is-open")`))
			d.press("1234")
			d.waitClosed()
			assert.Equal(t, "change", eval[string](d.tab, "document.activeElement.id"))
			// What else opens the official one is its own affair, and it opens as ever.
			d.run(`await document.querySelector("salla-verify").open({ type: "mobile" })`)
			d.wait(officialIsOpen + ` && !` + officialModal + `.matches(".s-hidden") && document.body.matches(".modal-is-open")`)
			d.clean()
		})
	}
}

// What is compared with ours in web/docs/verification-compared.md.
func TestOfficialDialogFacts(t *testing.T) {
	t.Parallel()
	d := openBeside(t, "")
	d.run(`document.querySelector("#change").focus(); salla.event.emit("profile::verification", ` + mobile + `)`)
	d.wait(officialIsOpen + ` && document.activeElement.id === "otp-1"`)
	facts := eval[map[string]any](d.tab, `({
		name: `+officialModal+`.getAttribute("aria-label") || `+officialModal+`.getAttribute("aria-labelledby"),
		labels: [...document.querySelectorAll(".s-verify-input")].filter((input) => input.labels.length || input.ariaLabel).length,
		live: document.querySelectorAll(".s-verify [role=alert], .s-verify [role=status], .s-verify [aria-live]").length,
		contact: `+officialModal+`.innerText.includes("501234567"),
		cancel: document.querySelectorAll(".s-verify-cancel").length,
	})`)
	assert.Equal(t, map[string]any{"name": nil, "labels": 0.0, "live": 0.0, "contact": false, "cancel": 0.0}, facts)
	for range 3 { // never past the empty first box
		d.press(kb.Tab)
		assert.Equal(t, "otp-1", eval[string](d.tab, "document.activeElement.id"))
	}
	d.press(kb.Escape)
	d.wait("!" + officialIsOpen)
	d.wait(officialModal + `.matches(".s-hidden")`)
	assert.NotEqual(t, "change", eval[string](d.tab, "document.activeElement.id"), "the focus isn't given back")
	d.clean()
}
