package test

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// readmes by their language.
var readmes = map[string]string{"en": "../../../README.md", "ar": "../../docs/README.ar.md"}

// forAuthors is a README but for its licence.
func forAuthors(t *testing.T, lang string) string {
	text, err := os.ReadFile(readmes[lang])
	require.NoError(t, err)
	part, _, _ := strings.Cut(string(text), "\n## Licence\n")
	return part
}

// figures is the chapter that only one of them has in full.
var figures = regexp.MustCompile(`(?ms)^## (Figures|الأرقام)$.*?^## `)

var fenced = regexp.MustCompile("(?ms)^```(\\w*)\n(.*?)^```$")

// examples are those of a README that can run on a page: all JavaScript without imports, and HTML with a form.
func examples(t *testing.T, lang string) (codes []string) {
	for _, block := range fenced.FindAllStringSubmatch(forAuthors(t, lang), -1) {
		kind, code := block[1], block[2]
		if kind == "js" && !strings.HasPrefix(code, "import ") || kind == "html" && strings.Contains(code, "<form") {
			codes = append(codes, strings.TrimSuffix(code, "\n"))
		}
	}
	return codes
}

// answers is what the customer says to prompt() and confirm(): what is suggested, and yes.
const answers = `
	window.prompt = (question, suggestion) => suggestion;
	window.confirm = () => true;
`

// Every example of the README, in both languages, runs on the development store.
func TestExamples(t *testing.T) {
	onBuilds(t, func(t *testing.T, b build) {
		for lang := range readmes {
			t.Run(lang, func(t *testing.T) {
				t.Parallel()
				codes := examples(t, lang)
				require.Greater(t, len(codes), 15)
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
				for code, output := range map[string]string{
					"const { mode, version":                "standalone",
					"salla.profile.info();\nconsole":       "@",
					"salla.profile.getFields()":            "1 ",
					"salla.profile.updateContacts({ phone": "pending",
					"getDeleteRequest":                     "pending",
					"salla.event.emit":                     "first_name",
					"PerformanceObserver":                  "salla.profile.info 200",
				} {
					p.wait(fmt.Sprintf(`[...document.querySelectorAll(".example")].some((example) =>
						example.querySelector("code:not(p code)").textContent.includes(%s) && example.querySelector(".output").textContent.includes(%s))`, quote(code), quote(output)))
				}

				// The page in the page: its form saves.
				p.run(`
					const { contentDocument: inner } = document.querySelector(".example iframe");
					inner.querySelector("[name=first_name]").value = "Haifa";
					inner.querySelector("[name=last_name]").value = "Al Harbi";
					inner.querySelector("button").click();
				`)
				p.wait(`document.querySelector(".example iframe").contentDocument.querySelector("#message").textContent.includes("Haifa")`)
				p.clean()
			})
		}
	})
}

// What one README tells theme authors, the other does too: the same chapters, tables and code.
func TestReadmesMatch(t *testing.T) {
	count := func(lang, pattern string) int {
		return len(regexp.MustCompile("(?m)"+pattern).FindAllString(figures.ReplaceAllString(forAuthors(t, lang), "## "), -1))
	}
	for what, pattern := range map[string]string{
		"chapters": "^## ", "sections": "^### ", "rows of tables": `^\|`, "blocks of code": "^```\\w", "items": "^- ", "questions": `^\*\*`,
	} {
		assert.Equal(t, count("en", pattern), count("ar", pattern), what)
	}
	// Code is the same but for texts and comments: every name of the API in it.
	names := func(code string) []string {
		return regexp.MustCompile(`salla(\.\w+)+|profile::[\w.:*-]+|salla-profile[\w:/.-]*|data-[\w-]+`).FindAllString(code, -1)
	}
	var both [2][]string
	for i, lang := range []string{"en", "ar"} {
		for _, block := range fenced.FindAllStringSubmatch(forAuthors(t, lang), -1) {
			both[i] = append(both[i], names(block[2])...)
		}
	}
	assert.Equal(t, both[0], both[1])
	// Links within lead somewhere.
	for lang := range readmes {
		text, err := os.ReadFile(readmes[lang])
		require.NoError(t, err)
		anchors := map[string]bool{}
		for _, heading := range regexp.MustCompile(`(?m)^#+ (.*)$`).FindAllStringSubmatch(string(text), -1) {
			anchor := regexp.MustCompile(`[^\p{L}\p{N} _-]`).ReplaceAllString(strings.ToLower(heading[1]), "")
			anchors[strings.ReplaceAll(anchor, " ", "-")] = true
		}
		for _, link := range regexp.MustCompile(`\]\(#([^)]+)\)`).FindAllStringSubmatch(string(text), -1) {
			assert.True(t, anchors[link[1]], "%s: #%s", lang, link[1])
		}
	}
}

func TestExamplesAccessible(t *testing.T) {
	t.Parallel()
	for lang := range readmes {
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
