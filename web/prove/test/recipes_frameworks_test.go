package test

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// A framework's page: what it shows is what the store has, after its own save and after anybody's.
func testFramework(t *testing.T, heading string) {
	onRecipe(t, heading, both, func(r recipe) {
		r.wait(`document.querySelector("output")?.textContent.length > 7`)
		r.fill("[name=first_name], label input", "Haifa")
		r.click("button")
		r.text("output", "Hello, Haifa")
		r.run(`await salla.profile.update({ first_name: "Sara" })`)
		r.text("output", "Hello, Sara")
	})
}

func TestRecipeReact(t *testing.T) { testFramework(t, "React") }
func TestRecipeVue(t *testing.T)   { testFramework(t, "Vue") }

func TestRecipeTurbo(t *testing.T) {
	onRecipe(t, "Turbo", both, func(r recipe) {
		r.run(`window.mark = true`)
		for range 2 {
			r.run(`document.body.dataset.old = ""`)
			r.click("a")
			r.wait(`!("old" in document.body.dataset)`)
		}
		require.True(t, eval[bool](r.tab, "window.mark"), "it was a visit of Turbo's")
		r.fill("[name=first_name]", "Haifa")
		r.click("button")
		r.text("output", "Saved, Haifa. Saves so far: 1")
		require.Equal(t, 1, r.shop.count("POST profile/update"))
	})
}
