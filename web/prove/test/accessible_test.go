package test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The widths that pages are looked at: a phone's and a desk's.
var widths = []int64{320, 390, 1280}

// width makes the window that wide.
func (p *tab) width(width int64) {
	p.t.Helper()
	p.window(width, 900)
}

// window makes the window that large.
func (p *tab) window(width, height int64) {
	p.t.Helper()
	_, err := chromedp.Call(p.ctx, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{
		Width: width, Height: height, DeviceScaleFactor: 1,
	})
	require.NoError(p.t, err)
	p.t.Cleanup(func() {
		_, err := chromedp.Call(p.ctx, emulation.ClearDeviceMetricsOverride, cdp.Empty{})
		assert.NoError(p.t, err)
	})
}

// accessible fails where axe finds a violation of any of its rules in the page as it is. SHOTS names a folder for pictures
// of what it saw.
func (p *tab) accessible(state string) {
	p.t.Helper()
	if !eval[bool](p, "Boolean(window.axe)") {
		source, err := os.ReadFile(filepath.Join(npm, "axe-core", "axe.min.js"))
		require.NoError(p.t, err, "`make npm` installs it")
		eval[chromedp.Void](p, string(source)+"; undefined")
	}
	// What is just fading in has the wrong contrast. (In a closed <details> nothing fades, nor ends.)
	found := eval[[]string](p, `(async () => {
		const passing = document.getAnimations().filter(({ effect }) =>
			effect.getComputedTiming().iterations !== Infinity && effect.target.checkVisibility({ contentVisibilityAuto: true }));
		await Promise.allSettled(passing.map((animation) => animation.finished));
		const { violations } = await axe.run(document, { resultTypes: ["violations"] });
		return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => id + ": " + help + " " + node.target.join(" ") + " " + (node.any[0]?.message ?? "")));
	})()`)
	assert.Empty(p.t, found, state)
	// Nothing sticks out at the side.
	assert.LessOrEqual(p.t, eval[int](p, "document.documentElement.scrollWidth - innerWidth"), 0, "%s: the page scrolls sideways", state)
	p.picture(state)
}

// picture takes a picture of the page where SHOTS names a folder for it.
func (p *tab) picture(state string) {
	p.t.Helper()
	if folder := os.Getenv("SHOTS"); folder != "" {
		picture, err := chromedp.Run(p.ctx, chromedp.CaptureScreenshot())
		if strings.Contains(state, "loaded") || strings.Contains(p.t.Name(), "Examples") {
			picture, err = chromedp.Run(p.ctx, chromedp.FullScreenshot(100))
		}
		require.NoError(p.t, err)
		name := strings.NewReplacer("/", "-", " ", "-").Replace(p.t.Name() + "-" + state + ".png")
		require.NoError(p.t, os.WriteFile(filepath.Join(folder, name), picture, 0o600))
	}
}

// No rule of axe is broken in any state of the demo, in both languages, on a phone and on a desk.
func TestAccessible(t *testing.T) {
	t.Parallel()
	b := builds[0] // the pages are the same
	for i, account := range accounts {
		for j, lang := range []string{"ar", "en"} {
			for k, width := range widths {
				pairs := (i+j+k)%2 == 0 // each two things meet in these
				if whole == "" && !pairs || whole == "rest" && pairs {
					continue
				}
				t.Run(fmt.Sprint(account.mode, " ", lang, " ", width), func(t *testing.T) {
					t.Parallel()
					needSDK(t)
					accountStates(openAccount(t, newShop(t, b), account.page+"?lang="+lang), width)
				})
			}
		}
	}

	t.Run("not loaded", func(t *testing.T) {
		for _, lang := range []string{"ar", "en"} {
			p := open(t, newShop(t, b), "/index.html?fault=status=500&lang="+lang)
			p.wait(`!document.querySelector("#load-error").hidden`)
			p.accessible(lang)
		}
	})
}

// accountStates looks at each state of the account page that a customer sees, at a width of the window.
func accountStates(a account, width int64) {
	a.width(width)
	a.follow(func() { a.run("location.reload()") })
	a.wait(`document.querySelector("#profile-form [name=first_name]").value`)
	a.accessible("loaded")

	a.run(`document.querySelector("#panel").open = true`)
	a.wait(`document.querySelector("#module-mode").textContent !== "…"`)
	a.run(`for (const item of document.querySelectorAll("#events details")) item.open = true`)
	a.accessible("panel")
	assert.LessOrEqual(a.t, eval[int](a.tab, `document.querySelector("#panel").scrollWidth - document.querySelector("#panel").clientWidth`), 0, "the panel scrolls sideways")
	a.run(`document.querySelector("#panel").open = ` + fmt.Sprint(width > 1000))

	a.fill("[name=first_name]", " ")
	a.click("#save-profile")
	a.wait(`document.querySelector("#first-name-error").textContent`)
	a.idle("#profile-form")
	a.click("#change-phone")
	a.wait(`document.querySelector("#phone-error").textContent`)
	a.idle("#phone-form")
	a.accessible("refused")

	a.fill("[name=first_name]", "هيفاء")
	a.click("#save-profile")
	a.waitToast("success")
	a.idle("#profile-form")
	a.run(`salla.notify.fire ? salla.notify.fire("Message", "error") : salla.notify.error("Message")`)
	a.accessible("messages")

	a.fill("#phone", "501234567")
	a.click("#change-phone")
	a.wait(dialogIsOpen)
	code := a.code(1)
	a.wait(`document.querySelector("#suggestion")`)
	a.fill("::input", wrong(code))
	a.wait(find("::error") + ".textContent")
	a.accessible("dialog")
	a.press(kb.Escape)
	a.wait("!" + dialogIsOpen)
	a.accessible("pending")
	a.clean()
}
