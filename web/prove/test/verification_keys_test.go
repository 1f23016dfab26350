package test

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
)

// The whole change with the module and the development store, by real keys and without a mouse, in each engine that ENGINES names:
// in both languages, without the SDK, with it, and beside Salla's own element.
func TestVerificationKeys(t *testing.T) {
	t.Parallel()
	for _, engine := range engines(t) {
		for _, lang := range []string{"en", "ar"} {
			for _, name := range wholePages {
				t.Run(string(engine)+" "+lang+" "+name, func(t *testing.T) {
					t.Parallel()
					p, script := keysOn(t, engine)
					k := keyboard{openWholePageIn(t, p, builds[0], name, lang, script), lang}
					k.phone()
					k.email()
					k.both()
					k.later(name)
					k.tooSoon()
					k.clean()
				})
			}
		}
	}
}

// keyboard is a customer with a keyboard alone.
type keyboard struct {
	wholeChange
	lang string
}

// at presses Tab until a part has the focus, which no key but Tab brings there.
func (k keyboard) at(part string) {
	k.t.Helper()
	for range 20 {
		if eval[string](k.tab, `focusedPart() ?? ""`) == part {
			return
		}
		k.press(kb.Tab)
	}
	assert.Fail(k.t, "Tab doesn't get to "+part)
}

func (k keyboard) use(part string) {
	k.t.Helper()
	k.at(part)
	k.press(kb.Enter)
}

// typed is a code in the customer's digits.
func (k keyboard) typed(code string) string {
	if k.lang == "ar" {
		return strings.Map(func(digit rune) rune { return '٠' + digit - '0' }, code)
	}
	return code
}

// refused waits for the store's words about the code.
func (k keyboard) refused() {
	k.t.Helper()
	k.wait(`part("error").textContent && part("input").matches("[aria-invalid=true]") && part("input").selectionEnd === 4`)
}

// back waits until nothing is open, and the focus is where the customer was.
func (k keyboard) back() {
	k.t.Helper()
	k.waitClosed()
	assert.Equal(k.t, "change", eval[string](k.tab, "document.activeElement.id"))
}

// A phone: a wrong code, the right one.
func (k keyboard) phone() {
	k.t.Helper()
	k.ask(`{ phone: "501234567" }`)
	assert.Equal(k.t, map[string]any{"dir": map[string]string{"en": "ltr", "ar": "rtl"}[k.lang], "contact": "ltr", "modal": true}, eval[map[string]any](k.tab, `({
		dir: getComputedStyle(part("dialog")).direction,
		contact: getComputedStyle(part("text").querySelector("bdi")).direction,
		modal: part("dialog").matches(":modal"),
	})`))
	code := k.code(1)
	k.write(k.typed(wrong(code)))
	k.refused()
	k.write(k.typed(code))
	k.back()
	assert.Equal(k.t, "501234567", eval[string](k.tab, "number()"))
}

// An e-mail: a new code, another one sooner than the dialog asks for it, and the change given up. Tab goes back as well.
func (k keyboard) email() {
	k.t.Helper()
	k.ask(`{ email: "haifa@example.org" }`)
	k.press(kb.Tab, chromedp.ModifierShift)
	k.at("submit")
	k.use("resend")
	k.wait(`part("timer").textContent && focusedPart() === "input"`)
	k.use("resend")
	k.wait(`part("status").textContent`)
	assert.Equal(k.t, "resend", eval[string](k.tab, "focusedPart()"))
	k.use("cancel")
	k.back()
	assert.Equal(k.t, "[]", eval[string](k.tab, "JSON.stringify(salla.profile.pendingVerifications)"))
}

// Both in one change: the dialog goes on to the other one.
func (k keyboard) both() {
	k.t.Helper()
	k.run(`window.counted = (await messages()).length`)
	k.ask(`{ phone: "501234568", email: "noura@example.org" }`)
	first := k.code(k.sent())
	k.write(k.typed(first))
	k.wait(`part("text").textContent.includes("noura@example.org") && part("input").value === "" && focusedPart() === "input"`)
	k.write(k.typed(k.code(k.sent())))
	k.back()
}

// sent is how many codes were sent, once that is another number than it was.
func (k keyboard) sent() int {
	k.t.Helper()
	return eval[int](k.tab, `(async () => {
		for (;;) {
			const { length } = await messages();
			if (length !== window.counted) return (window.counted = length);
			await new Promise((done) => setTimeout(done, 20));
		}
	})()`)
}

// Escape, a new page, the bar: first left once more, which gives the focus back to the bar; then entered, which ends that, and gives
// it to what had it before the bar.
func (k keyboard) later(name string) {
	k.t.Helper()
	k.run(`window.counted = (await messages()).length`)
	k.ask(`{ phone: "501234569" }`)
	code := k.code(k.sent())
	k.press(kb.Escape)
	k.back()
	k.reload(name)
	k.wait(`part("bar")`)
	assert.True(k.t, eval[bool](k.tab, `document.activeElement === document.body && !part("dialog")`))
	k.use("enter")
	k.waitOpen()
	k.press(kb.Escape)
	k.waitClosed()
	assert.Equal(k.t, "enter", eval[string](k.tab, "focusedPart()"))
	k.press(kb.Enter)
	k.waitOpen()
	k.write(k.typed(code))
	k.back()
	assert.Equal(k.t, "501234569", eval[string](k.tab, "number()"))
}

// The store has enough of sending codes: it says so, and how long; the dialog counts that down.
func (k keyboard) tooSoon() {
	k.t.Helper()
	k.ask(`{ phone: "501234560" }`)
	k.run(`for (let i = 0; i < 3; i++) await salla.profile.resendVerification("mobile")`)
	k.use("resend")
	k.wait(`/\d+ (seconds|ثانية)/.test(part("error").textContent) && part("timer").textContent`)
	k.use("cancel")
	k.back()
}
