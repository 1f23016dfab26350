package test

import (
	"testing"

	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
)

// In one change: the store sends the code of the second contact when the first is verified, and the dialog goes on to it.
func TestVerificationWholeTogether(t *testing.T) {
	onWholePages(t, func(d wholeChange) {
		d.ask(`{ phone: "501234567", email: "haifa@example.org" }`)
		assert.Contains(d.t, eval[string](d.tab, `part("text").textContent`), "501234567")
		d.press(d.code(1))
		d.wait(`part("text").textContent.includes("haifa@example.org") && part("input").value === "" && focusedPart() === "input"`)
		assert.Equal(d.t, "501234567", eval[string](d.tab, "number()"))
		d.press(d.code(2))
		d.waitClosed()
		assert.Equal(d.t, []string{"open", "close verified"}, eval[[]string](d.tab, "heard"))
		d.clean()
	})
}

// By a profile's form as well: what it sends may be more than a contact, or none.
func TestVerificationWholeUpdate(t *testing.T) {
	onWholePages(t, func(d wholeChange) {
		d.run(`await salla.profile.update({ first_name: "Haifa" })`)
		assert.False(d.t, eval[bool](d.tab, `Boolean(part("dialog") || part("bar"))`))
		d.change(`{ first_name: "Haifa", email: "haifa@example.org" }`, "update")
		d.press(kb.Escape)
		d.waitClosed()
		// What has nothing to do with the contact opens nothing.
		d.run(`await salla.profile.update({ first_name: "Noura" })`)
		d.run(`await salla.profile.updateSettings({ name: "is_notifiable", value: true })`)
		assert.True(d.t, eval[bool](d.tab, `!part("dialog") && Boolean(part("bar"))`))
		d.use("enter")
		d.waitOpen()
		d.press(d.code(1))
		d.waitClosed()
		d.clean()
	})
}

// The store has enough of sending codes: its words are shown, and its time is counted down. The code that came last still holds.
func TestVerificationWholeTooSoon(t *testing.T) {
	onWholePages(t, func(d wholeChange) {
		d.ask(`{ phone: "501234567" }`)
		d.run(`for (let i = 0; i < 3; i++) await salla.profile.resendVerification("phone")`)
		code := d.code(4)
		d.waitOpen()
		d.press(kb.Tab + kb.Tab + kb.Enter)
		d.wait(`/\d+ seconds/.test(part("error").textContent) && part("timer").textContent`)
		d.run(`await new Promise((done) => setTimeout(done)); part("input").focus()`)
		d.press(code)
		d.wait(`/\d+ seconds/.test(part("error").textContent) && part("input").matches("[aria-invalid=true]")`)
		d.waitOpen()
		d.clean()
	})
}

// On a new page the change is offered, can be asked for once more, and given up for good.
func TestVerificationWholeCancelAfterReload(t *testing.T) {
	onBuilds(t, func(t *testing.T, b build) {
		for _, name := range wholePages {
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				d := openWholePage(t, b, name)
				d.ask(`{ email: "haifa@example.org" }`)
				d.code(1)
				d.reload(name)
				d.wait(`part("bar")`)
				d.use("enter")
				d.waitOpen()
				d.use("resend")
				d.code(2)
				d.wait(`part("timer").textContent`)
				d.use("cancel")
				d.waitClosed()
				d.reload(name)
				d.run(`await salla.profile.info()`)
				assert.True(t, eval[bool](d.tab, `!part("bar") && salla.profile.pendingVerifications.length === 0`))
				d.clean()
			})
		}
	})
}

// Where the customer has logged out nothing is shown any more.
func TestVerificationWholeLoggedOut(t *testing.T) {
	onWholePages(t, func(d wholeChange) {
		d.ask(`{ phone: "501234567" }`)
		d.run(`salla.onReady ? salla.event.emit("auth::logged.out") : salla.profile.configure({ token: null })`)
		d.waitClosed()
		assert.False(d.t, eval[bool](d.tab, `Boolean(part("bar"))`))
		assert.Equal(d.t, []string{"open", "close none"}, eval[[]string](d.tab, "heard"))
		d.clean()
	})
}
