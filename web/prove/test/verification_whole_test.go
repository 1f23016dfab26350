package test

import (
	"fmt"
	"net/http"
	"os"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The whole change with the module itself and the development store, by the keyboard: what verification_test.go does with a
// stand-in.

var wholePages = []string{"alone", "with the SDK", "beside the official one"}

// onWholePages runs a test without the SDK, with it, and beside Salla's own element.
func onWholePages(t *testing.T, test func(d wholeChange)) {
	onBuilds(t, func(t *testing.T, b build) {
		for _, name := range wholePages {
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				test(openWholePage(t, b, name))
			})
		}
	})
}

// wholeChange is a customer at such a page.
type wholeChange struct{ codeDialog }

func openWholePage(t *testing.T, b build, name string) wholeChange {
	return openWholePageIn(t, newTab(t, recorder), b, name, "en", "")
}

// openWholePageIn opens it in a window, in a language. The script is the first of the page.
func openWholePageIn(t *testing.T, p *tab, b build, name, lang, script string) wholeChange {
	s := newShop(t, b)
	if script != "" {
		script = "<script>" + script + "</script>"
	}
	page, token := codePage(lang, script+aloneTag+verificationTag, verificationElt), `"someone"`
	if name != "alone" {
		needSDK(t)
		s.serve("/storefront.js", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "text/javascript; charset=utf-8")
			_, _ = w.Write([]byte(strings.Replace(storefrontScript, `language_code: "en"`, `language_code: "`+lang+`"`, 1)))
		})
		head := script + sdkTag + moduleTag + verificationTag + `<script src="/storefront.js"></script>`
		page, token = codePage(lang, head, verificationElt), `JSON.parse(localStorage.token)`
	}
	if name == "beside the official one" {
		page = strings.Replace(page, verificationElt, `<salla-verify auto-reload="false"></salla-verify><salla-profile-verification for-changes></salla-profile-verification>
			<script type="module" src="/npm/@salla.sa/twilight-components/dist/twilight/twilight.esm.js"></script>`, 1)
	}
	page = strings.ReplaceAll(page, `<script src="/verification/hands.js"></script>`, `<script>`+string(readTestFile(t, "verification/hands.js"))+`</script>`)
	page = strings.ReplaceAll(page, `<link rel="stylesheet" href="/verification/page.css">`, "")
	s.html("/whole.html", page+`<script>
		window.messages = async () => (await fetch("/dev/phone?token=" + `+token+`)).json();
		window.lastCode = async (count) => {
			const list = await messages();
			return list.length === count && list.at(-1).code;
		};
		window.number = () => salla.profile.info().then(({ data }) => String(data.phone.number));
	</script>`)
	p.open(s.url + "/whole.html")
	d := wholeChange{codeDialog{p, s}}
	d.ready(name)
	return d
}

func readTestFile(t *testing.T, path string) []byte {
	text, err := os.ReadFile(path)
	require.NoError(t, err)
	return text
}

// ready waits for the module, and for the components where they are.
func (d wholeChange) ready(name string) {
	d.t.Helper()
	if name == "beside the official one" {
		d.wait(`window.created === 2 && salla.status === "ready" && ` + officialModal + `?.matches(".hydrated")`)
	}
	d.run(`await salla.profile.ready`)
}

// code waits for the count-th message and answers its code.
func (d wholeChange) code(count int) string {
	d.t.Helper()
	return eval[string](d.tab, fmt.Sprintf(`(async () => {
		for (;;) {
			const code = await lastCode(%d);
			if (code) return code;
			await new Promise((done) => setTimeout(done, 20));
		}
	})()`, count))
}

func (d wholeChange) reload(name string) {
	d.t.Helper()
	d.follow(func() { d.run("location.reload()") })
	d.ready(name)
}

// ask makes a change by the page's button.
func (d wholeChange) ask(payload string) {
	d.t.Helper()
	d.change(payload, "updateContacts")
}

func (d wholeChange) change(payload, method string) {
	d.t.Helper()
	d.run(`document.querySelector("#change").onclick = () => salla.profile.` + method + `(` + payload + `);
		document.querySelector("#change").focus()`)
	d.press(kb.Enter)
	d.waitOpen()
}

func TestVerificationWholeChange(t *testing.T) {
	onWholePages(t, func(d wholeChange) {
		d.ask(`{ phone: "501234567" }`)
		code := d.code(1)
		d.press(wrong(code))
		d.wait(`part("error").textContent === "The verification code is wrong." && part("input").selectionEnd === 4`)
		d.press(code)
		d.waitClosed()
		assert.Equal(d.t, "501234567", eval[string](d.tab, "number()"))
		assert.Equal(d.t, 2, d.shop.count("POST profile/verify"))
		assert.Equal(d.t, "change", eval[string](d.tab, "document.activeElement.id"))
		d.clean()
	})
}

func TestVerificationWholeResendAndCancel(t *testing.T) {
	onWholePages(t, func(d wholeChange) {
		d.ask(`{ email: "haifa@example.org" }`)
		first := d.code(1)
		d.press(kb.Tab + kb.Tab + kb.Enter)
		d.wait(`part("timer").textContent && focusedPart() === "input"`)
		if second := d.code(2); second != first {
			d.press(first) // the store knows the last one only
			d.wait(`part("error").textContent`)
		}
		d.press(kb.Tab + kb.Tab + kb.Tab + kb.Enter)
		d.waitClosed()
		assert.Equal(d.t, "[]", eval[string](d.tab, "JSON.stringify(salla.profile.pendingVerifications)"))
		d.clean()
	})
}

func TestVerificationWholeReload(t *testing.T) {
	onBuilds(t, func(t *testing.T, b build) {
		for _, name := range wholePages {
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				d := openWholePage(t, b, name)
				d.ask(`{ phone: "501234567" }`)
				code := d.code(1)
				d.press(kb.Escape)
				d.waitClosed()
				d.reload(name)
				d.wait(`part("bar")`)
				assert.True(t, eval[bool](d.tab, `document.activeElement === document.body && !part("dialog")`))
				d.use("enter")
				d.waitOpen()
				d.press(code)
				d.waitClosed()
				assert.Equal(t, "501234567", eval[string](d.tab, "number()"))
				d.clean()
			})
		}
	})
}

// A phone and an e-mail in one change: two codes, one after the other, where the store names both.
func TestVerificationWholeBoth(t *testing.T) {
	onWholePages(t, func(d wholeChange) {
		d.ask(`{ phone: "501234567" }`)
		code := d.code(1)
		d.press(kb.Escape)
		d.waitClosed()
		d.ask(`{ email: "haifa@example.org" }`)
		d.press(d.code(2))
		d.wait(`part("text").textContent.includes("501234567")`)
		d.press(code)
		d.waitClosed()
		d.clean()
	})
}
