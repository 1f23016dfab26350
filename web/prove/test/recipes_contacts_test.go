package test

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// Recipes that change a contact and ask for its code: see recipes_test.go.

func TestRecipePhone(t *testing.T) {
	onRecipe(t, "A new phone, from start to finish", both, func(r recipe) {
		r.wait(`document.querySelector("#phone-now").textContent.startsWith("+966 5")`)
		r.fill("[name=phone]", "٠٥٠ ١٢٣ ٤٥٦٧")
		r.click("form button")
		r.wait(dialogIsOpen)
		first := r.lastCode(1)
		r.click("::resend")
		second := r.lastCode(2)
		r.text("::status", "new code")
		r.text("::resend", "(") // the seconds to wait
		// A reload offers it again.
		r.follow(func() { r.run("location.reload()") })
		r.text("::offer", "501234567")
		r.click("::enter")
		if first != second {
			r.fill("::input", first)
			r.text("::error", "The verification code is wrong.")
		}
		r.fill("::input", second)
		r.text("#phone-now", "+966 501234567")
		r.text("output", "Your number is changed.")
		// Given up, it stays.
		r.fill("[name=phone]", "0507654321")
		r.click("form button")
		r.wait(dialogIsOpen)
		r.click("::cancel")
		r.text("output", "Your number stays as it is.")
		r.follow(func() { r.run("location.reload()") })
		r.text("#phone-now", "+966 501234567")
		r.run("await salla.profile.ready")
		require.Equal(t, 0, eval[int](r.tab, "salla.profile.pendingVerifications.length"))
	})
}

func TestRecipeCode(t *testing.T) {
	onRecipe(t, "A code field of your own", both, func(r recipe) {
		const codeIsHidden = `document.querySelector("form#code").hidden`
		r.fill("[name=phone]", "12")
		r.click("#new-phone button")
		r.text("output", "digits") // the store's words about the field
		r.fill("[name=phone]", "٠٥٠ ١٢٣ ٤٥٦٧")
		r.click("#new-phone button")
		r.wait("!" + codeIsHidden)
		r.text("#sent-to", "501234567")
		r.lastCode(1)
		r.click("#resend")
		r.text("output", "A new code was sent.")
		const counts = `(({ textContent, disabled }) => disabled && textContent.startsWith("A new code in "))(document.querySelector("#resend"))`
		r.wait(counts)
		// A reload keeps it, and the store soon refuses to send more.
		r.follow(func() { r.run("location.reload()") })
		r.wait("!" + codeIsHidden)
		r.run(`for (let i = 0; i < 2; i++) await salla.profile.resendVerification()`)
		r.click("#resend")
		r.text("output", "Too many tries")
		r.wait(counts)
		r.click("#cancel")
		r.wait(codeIsHidden)
		require.Equal(t, 0, eval[int](r.tab, "salla.profile.pendingVerifications.length"))
	})
}

func TestRecipeCodeDone(t *testing.T) {
	onRecipe(t, "A code field of your own", both, func(r recipe) {
		r.fill("[name=phone]", "0501234567")
		r.click("#new-phone button")
		r.fill("[name=code]", r.lastCode(1))
		r.click("#code button")
		r.text("output", "Your number is changed.")
		r.wait(`document.querySelector("form#code").hidden`)
	})
}
