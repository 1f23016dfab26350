package test

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/require"
)

// What assistive technology goes by: the focus, names, live regions, what the browser may fill in.
func TestAssistance(t *testing.T) {
	onAccounts(t, func(t *testing.T, b build, page, _ string) {
		a := openAccount(t, newShop(t, b), page+"?lang=en")
		a.attribute("[name=first_name]", "autocomplete", "given-name")
		a.attribute("#phone", "autocomplete", "tel-national")
		a.attribute("#email", "autocomplete", "email")
		a.attribute("#toasts", "aria-live", "polite")
		a.attribute("#load-error", "role", "alert")

		a.refusedForAssistance()
		a.dialogForAssistance()
		require.Empty(t, unnamed(a.tab), "controls without a name")
		a.clean()
	})
}

// focus waits until the focus is on what the selector means.
func (a account) focus(selector string) {
	a.t.Helper()
	a.wait(isFocused(selector))
}

// attribute fails unless an element's has that value.
func (a account) attribute(selector, name, value string) {
	a.t.Helper()
	require.Equal(a.t, value, eval[string](a.tab, find(selector)+`.getAttribute("`+name+`")`), selector)
}

// refusedForAssistance saves a name that is refused, and then one that isn't, by the keyboard.
func (a account) refusedForAssistance() {
	// A refused field gets the focus, says that it is invalid, and is described by its error.
	a.tabTo("[name=first_name]")
	a.write(" ")
	a.press(kb.Enter)
	a.text("#first-name-error", "required")
	a.idle("#profile-form")
	a.focus("[name=first_name]")
	a.attribute("[name=first_name]", "aria-invalid", "true")
	a.attribute("[name=first_name]", "aria-describedby", "first-name-error")
	// A new attempt takes that back, and the message of its success is in the live region.
	a.write("Haifa")
	a.press(kb.Enter)
	a.waitToast("success")
	a.idle("#profile-form")
	require.False(a.t, eval[bool](a.tab, `document.querySelector("[name=first_name]").hasAttribute("aria-invalid")`))
	a.focus("[name=first_name]")
}

// dialogForAssistance changes the e-mail by the keyboard: the dialog takes the focus, keeps it, and gives it back.
func (a account) dialogForAssistance() {
	a.tabTo("#email")
	a.write("haifa@example.org")
	a.press(kb.Enter)
	a.wait(dialogIsOpen)
	a.focus("::input")
	a.attribute("::input", "autocomplete", "one-time-code")
	a.attribute("::input", "inputmode", "numeric")
	a.attribute("::error", "role", "alert")
	a.attribute("::status", "role", "status")
	for range 12 {
		a.press(kb.Tab)
		// Past the last one the browser's own buttons follow, where there are any.
		require.True(a.t, eval[bool](a.tab, `document.activeElement === document.body || document.activeElement.closest("salla-profile-verification") !== null`))
	}
	a.press(kb.Escape)
	a.wait("!" + dialogIsOpen)
	a.idle("#email-form")
	a.focus("#email")
	// From the note that waits for the code it opens again.
	before := ""
	for range 12 {
		before = eval[string](a.tab, "document.activeElement.id")
		a.press(kb.Tab, chromedp.ModifierShift)
		if eval[bool](a.tab, isFocused("::enter")) {
			break
		}
	}
	a.focus("::enter")
	a.press(kb.Enter)
	a.wait(dialogIsOpen)
	a.focus("::input")
	code := a.code(1)
	a.write(wrong(code))
	a.text("::error", "wrong")
	a.focus("::input")
	a.write(code)
	a.wait("!" + dialogIsOpen)
	a.text("#current-email", "haifa@example.org")
	// The note is gone: the focus is where it was before.
	require.True(a.t, eval[bool](a.tab, "!"+find("::bar")))
	require.NotEmpty(a.t, before)
	a.focus("#" + before)
}

// unnamed answers the controls that no label or text names.
func unnamed(p *tab) []string {
	found := eval[[]string](p, `[...document.querySelectorAll("button, a, input, select"), ...(document.querySelector("salla-profile-verification")?.shadowRoot.querySelectorAll("button, input") ?? [])]
		.filter((control) => !(control.labels?.length || control.textContent.trim() || control.getAttribute("aria-label") || control.querySelector("img[alt]:not([alt=''])")))
		.map((control) => control.outerHTML)`)
	for i := range found {
		found[i] = strings.TrimSpace(found[i])
	}
	return found
}
