package test

import (
	"fmt"
	"testing"

	"salla-profile/web/lab/site"

	"github.com/stretchr/testify/require"
)

// examples are those of the documents in a language that can run on a page.
func examples(t *testing.T, lang string) []site.Example {
	all, err := site.Examples("../../..", lang)
	require.NoError(t, err)
	require.Greater(t, len(all), 25)
	return all
}

// answers is what the customer says to prompt() and confirm(): what is suggested, and yes.
const answers = `
	window.prompt = (question, suggestion) => suggestion;
	window.confirm = () => true;
`

// Every example of the documents, in both languages, runs on the development store.
func TestExamples(t *testing.T) {
	onBuilds(t, func(t *testing.T, b build) {
		for lang := range site.Documents {
			t.Run(lang, func(t *testing.T) {
				t.Parallel()
				var codes []string
				for _, example := range examples(t, lang) {
					codes = append(codes, example.Code)
				}
				s := newShop(t, b)
				p := newTab(t, recorder, answers)
				p.open(s.url + "/examples.html?lang=" + lang)
				p.wait(`document.querySelector("#examples[data-ready]")`)
				require.Equal(t, codes, eval[[]string](p, `[...document.querySelectorAll(".example pre code")].map((code) => code.textContent)`))

				for i := range codes {
					name := fmt.Sprintf("document.querySelectorAll('.example')[%d]", i)
					// Not by the mouse: what the one before still prints moves the button away from under it.
					p.run(name + `.querySelector("button").click()`)
					p.wait(`["done", "failed"].includes(` + name + `.dataset.state)`)
					// An example may show a problem with console.log, but none is to fail.
					require.Equal(t, "done", eval[string](p, name+".dataset.state"), "%s\n%s", codes[i],
						eval[string](p, name+`.querySelector(".output").textContent`))
				}
				outputs := map[string]string{
					"salla.profile.info();\nconsole":       "@",
					"salla.profile.getFields()":            "1 ",
					"salla.profile.updateContacts({ phone": "pending",
					"getDeleteRequest":                     "pending",
				}
				if lang == "en" {
					outputs["running?.mode"] = "standalone"
					outputs["salla.event.emit"] = "first_name"
					outputs["PerformanceObserver"] = "salla.profile.info 200"
				}
				for code, output := range outputs {
					p.wait(fmt.Sprintf(`[...document.querySelectorAll(".example")].some((example) =>
						example.querySelector("code:not(p code)").textContent.includes(%s) && example.querySelector(".output").textContent.includes(%s))`, quote(code), quote(output)))
				}

				// The page in the page: its form saves.
				p.run(`
					const { contentDocument: inner } = document.querySelector(".example iframe");
					inner.querySelector("[name=first_name]").value = "Haifa";
					inner.querySelector("button").click();
				`)
				p.wait(`document.querySelector(".example iframe").contentDocument.querySelector("#message").textContent.includes("Haifa")`)
				p.clean()
			})
		}
	})
}

func TestExamplesAccessible(t *testing.T) {
	t.Parallel()
	for lang := range site.Documents {
		for _, width := range widths {
			t.Run(fmt.Sprint(lang, " ", width), func(t *testing.T) {
				t.Parallel()
				p := newTab(t, recorder, answers)
				p.width(width)
				p.open(newShop(t, builds[0]).url + "/examples.html?lang=" + lang)
				p.wait(`document.querySelector("#examples[data-ready]")`)
				p.run(`
					for (const example of document.querySelectorAll(".example")) {
						example.querySelector("button").click();
						while (["", "running"].includes(example.dataset.state)) await new Promise((resolve) => setTimeout(resolve, 20));
					}
				`)
				p.accessible(lang)
				require.Empty(t, unnamed(p))
			})
		}
	}
}
