package test

import (
	"fmt"
	"net/http"
	"os"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Tags of a page with <salla-profile-verification>. verification/profile.js stands in for the module there.
const (
	verificationTag = `<script src="/dist/salla-profile.verification.js"></script>`
	standInTag      = `<script src="/verification/profile.js"></script>`
	verificationElt = `<salla-profile-verification></salla-profile-verification>`
)

// codeDialog is a page with the element, and a person at it.
type codeDialog struct {
	*tab
	shop *shop
}

// codePage is a page of a shop in a language, light or dark as its reader likes it.
func codePage(lang, head, element string) string {
	dir, title := "ltr", "My account"
	if lang == "ar" {
		dir, title = "rtl", "حسابي"
	}
	return fmt.Sprintf(`<!doctype html><html lang="%s" dir="%s"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
		<title>%s</title><link rel="icon" href="data:"><link rel="stylesheet" href="/verification/page.css">
		%s<main><h1>%s</h1><p><button id="change">%s</button></p>%s</main><script src="/verification/hands.js"></script>`,
		lang, dir, title, head, title, title, element)
}

// openCodePage opens a page that holds the html, under a policy where there is one.
func openCodePage(t *testing.T, html, policy string, scripts ...string) codeDialog {
	s := newShop(t, builds[0])
	s.governed("/page.html", policy, func(w http.ResponseWriter, _ *http.Request) { _, _ = fmt.Fprint(w, html) })
	for _, name := range []string{"profile.js", "hands.js", "page.css"} {
		s.serve("/verification/"+name, func(w http.ResponseWriter, r *http.Request) {
			http.ServeFile(w, r, "verification/"+name)
		})
	}
	p := newTab(t, append([]string{recorder, violations}, scripts...)...)
	p.open(s.url + "/page.html")
	return codeDialog{p, s}
}

// newCodeDialog opens the usual page.
func newCodeDialog(t *testing.T, lang string) codeDialog {
	return openCodePage(t, codePage(lang, standInTag+verificationTag, verificationElt), "default-src 'self' data:")
}

// use clicks a part of the element with the mouse.
func (d codeDialog) use(part string) {
	d.t.Helper()
	spot := waitFor[[]float64](d.tab, fmt.Sprintf(`(() => {
		const { x, y, width, height } = part(%q)?.getBoundingClientRect() ?? {};
		return width && [x + width / 2, y + height / 2];
	})()`, part))
	require.NoError(d.t, chromedp.Do(d.ctx, chromedp.MouseClickXY(spot[0], spot[1])))
}

func (d codeDialog) waitOpen()          { d.t.Helper(); d.wait(`part("dialog") && focusedPart() === "input"`) }
func (d codeDialog) waitClosed()        { d.t.Helper(); d.wait(`!part("dialog")`) }
func (d codeDialog) calls(n string) int { return eval[int](d.tab, "fake.named("+quote(n)+").length") }

// change opens the dialog as a customer does, by a button of the page.
func (d codeDialog) change(contact string) {
	d.t.Helper()
	d.run("document.querySelector('#change').onclick = () => fake.change(" + contact + ")")
	d.run("document.querySelector('#change').focus()")
	d.press(kb.Enter)
	d.waitOpen()
}

const mobile, email = `{ type: "mobile", phone: "501234567", country_code: "SA" }`, `{ type: "email", email: "haifa@example.org" }`

// The whole change by the keyboard alone: a wrong code, the right one, and back to where the customer was.
func TestVerificationByKeyboard(t *testing.T) {
	t.Parallel()
	for lang, code := range map[string]string{"en": "1234", "ar": "١٢٣٤"} {
		t.Run(lang, func(t *testing.T) {
			t.Parallel()
			d := newCodeDialog(t, lang)
			d.change(mobile)
			assert.Equal(t, "\u2068501234567\u2069", eval[string](d.tab, `"\u2068" + part("text").querySelector("bdi[dir=ltr]").textContent + "\u2069"`))
			d.write("4321")
			d.wait(`part("error").textContent === "The verification code is wrong." && part("input").matches("[aria-invalid=true]")`)
			d.waitOpen()
			d.write(code) // what is there is selected, so that this replaces it
			d.waitClosed()
			assert.Equal(t, []string{"4321", "1234"}, eval[[]string](d.tab, `fake.named("verify").map(({ code }) => code)`))
			assert.Equal(t, "change", eval[string](d.tab, "document.activeElement.id"))
			assert.Equal(t, []string{"open", "close verified"}, eval[[]string](d.tab, "heard"))
			d.clean()
		})
	}
}

// Tab passes every control, in the order in which they are seen, and leaves the empty field behind.
func TestVerificationIsNoTrap(t *testing.T) {
	t.Parallel()
	d := newCodeDialog(t, "en")
	d.change(mobile)
	for _, part := range []string{"submit", "resend", "cancel", "close"} {
		d.press(kb.Tab)
		assert.Equal(t, part, eval[string](d.tab, "focusedPart()"))
	}
	d.press(kb.Tab, chromedp.ModifierShift)
	assert.Equal(t, "cancel", eval[string](d.tab, "focusedPart()"))
	d.clean()
}

// However often the code is sent while its answer is awaited: once.
func TestVerificationIsSentOnce(t *testing.T) {
	t.Parallel()
	d := newCodeDialog(t, "en")
	d.change(mobile)
	d.run(`window.release = fake.hold("verify")`)
	d.press("1234")
	d.press(kb.Enter)
	d.use("submit")
	d.use("resend")
	d.press("5")
	d.run(`release()`)
	d.waitClosed()
	assert.Equal(t, 1, d.calls("verify"))
	assert.Zero(t, d.calls("resendVerification"))
	d.clean()
}

// Escape closes it and leaves what waits; the bar offers it again, and takes the focus back.
func TestVerificationEscape(t *testing.T) {
	t.Parallel()
	d := newCodeDialog(t, "en")
	d.change(mobile)
	d.run(`addEventListener("salla-profile-verification::close", (event) => event.preventDefault(), { once: true })`)
	d.press(kb.Escape)
	assert.True(t, eval[bool](d.tab, `Boolean(part("dialog"))`), "prevented")
	d.press(kb.Escape)
	d.waitClosed()
	assert.Equal(t, "change", eval[string](d.tab, "document.activeElement.id"))
	assert.Zero(t, d.calls("cancelVerification"))
	d.press(kb.Tab)
	assert.Equal(t, "enter", eval[string](d.tab, "focusedPart()"))
	d.press(kb.Enter)
	d.waitOpen()
	d.press(kb.Escape)
	d.waitClosed()
	assert.Equal(t, "enter", eval[string](d.tab, "focusedPart()"))
	d.clean()
}

// After a reload it offers itself, and moves no focus.
func TestVerificationAfterReload(t *testing.T) {
	t.Parallel()
	for name, left := range map[string]string{
		"there before": `fake.left(` + mobile + `)`,
		"found later":  `onload = () => fake.found(` + mobile + `)`,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d := openCodePage(t, codePage("en", standInTag+"<script>"+left+"</script>"+verificationTag, verificationElt), "default-src 'self' data: 'unsafe-inline'")
			d.wait(`part("bar")?.closest("[role=status]").innerText.includes("501234567")`)
			assert.True(t, eval[bool](d.tab, `document.activeElement === document.body && !part("dialog")`))
			d.use("enter")
			d.waitOpen()
			d.press("1234")
			d.waitClosed()
			assert.False(t, eval[bool](d.tab, `Boolean(part("bar"))`))
			d.clean()
		})
	}
}

// The script can be pasted into a page or a template: nothing in it ends an inline script, or begins a template's tag or a comment.
func TestVerificationText(t *testing.T) {
	t.Parallel()
	script, err := os.ReadFile(builds[0].dist + "/salla-profile.verification.js")
	require.NoError(t, err, "`make test` builds it")
	text := strings.ToLower(string(script))
	for _, end := range []string{"{{", "{%", "{#", "<%", "<?", "<!--", "<script", "</script"} {
		assert.False(t, strings.Contains(text, end), end)
	}
}
