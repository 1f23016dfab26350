package test

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/require"
)

func quote(text string) string {
	quoted, _ := json.Marshal(text)
	return string(quoted)
}

// find is the expression of what a selector means. "::name" is that part of <salla-profile-verification>.
func find(selector string) string {
	if part, ok := strings.CutPrefix(selector, "::"); ok {
		return `document.querySelector("salla-profile-verification").shadowRoot.getElementById(` + quote(part) + `)`
	}
	return "document.querySelector(" + quote(selector) + ")"
}

// isFocused is the expression of whether it has the focus.
func isFocused(selector string) string {
	return "((active) => active.shadowRoot?.activeElement ?? active)(document.activeElement) === " + find(selector)
}

// text waits until the element shows the text.
func (p *tab) text(selector, text string) {
	p.t.Helper()
	p.wait(fmt.Sprintf("%s?.innerText.includes(%s)", find(selector), quote(text)))
}

// point is where an element can be clicked: it answers once the element is still, enabled and not covered.
func (p *tab) point(selector string) (x, y float64) {
	p.t.Helper()
	spot := waitFor[[]float64](p, `(() => {
		const element = `+find(selector)+`;
		if (!element || element.matches(":disabled")) return;
		element.scrollIntoView({ block: "center", behavior: "instant" });
		const { x, y, width, height } = element.getBoundingClientRect();
		const spot = [x + width / 2, y + height / 2];
		const before = element.lastSpot;
		element.lastSpot = spot.join();
		if (!width || !height || before !== element.lastSpot) return;
		const hit = document.elementFromPoint(...spot);
		return hit && (element.contains(hit) || hit.shadowRoot?.contains(element) || hit.closest("label")?.control === element) && spot;
	})()`)
	return spot[0], spot[1]
}

// click clicks an element with the mouse.
func (p *tab) click(selector string) {
	p.t.Helper()
	x, y := p.point(selector)
	require.NoError(p.t, chromedp.Do(p.ctx, chromedp.MouseEvent(chromedp.MouseMoved, x, y), chromedp.MouseClickXY(x, y)))
}

// press presses keys, one after the other.
func (p *tab) press(keys string, modifiers ...chromedp.Modifier) {
	p.t.Helper()
	if p.control != nil {
		require.NoError(p.t, p.control.Press(keys, modifierNames(modifiers)...))
		return
	}
	require.NoError(p.t, chromedp.Do(p.ctx, chromedp.KeyEvent(keys, chromedp.KeyModifiers(modifiers...))))
}

// write types text where the focus is, instead of what is there. What no key has (Arabic here) comes as from an
// input method.
func (p *tab) write(text string) {
	p.t.Helper()
	p.press("a", chromedp.ModifierCtrl)
	for _, letter := range text {
		if _, known := kb.Keys[letter]; known || p.control != nil {
			p.press(string(letter))
			continue
		}
		_, err := chromedp.Call(p.ctx, input.InsertText, input.InsertTextParams{Text: string(letter)})
		require.NoError(p.t, err)
	}
}

// fill clicks a field and writes in it.
func (p *tab) fill(selector, text string) {
	p.t.Helper()
	p.click(selector)
	p.write(text)
}

// tabTo presses Tab until the element has the focus.
func (p *tab) tabTo(selector string) {
	p.t.Helper()
	for range 60 {
		p.press(kb.Tab)
		if eval[bool](p, isFocused(selector)) {
			return
		}
	}
	require.FailNow(p.t, "Tab doesn't get to "+selector)
}

// choose takes an option of a <select> with the arrow keys.
func (p *tab) choose(selector, value string) {
	p.t.Helper()
	steps := eval[int](p, `(() => {
		const list = document.querySelector(`+quote(selector)+`);
		list.focus();
		return [...list.options].findIndex((option) => option.value === `+quote(value)+`) - list.selectedIndex;
	})()`)
	key := kb.ArrowDown
	if steps < 0 {
		key, steps = kb.ArrowUp, -steps
	}
	p.press(strings.Repeat(key, steps))
	p.wait(fmt.Sprintf("document.querySelector(%s).value === %s", quote(selector), quote(value)))
}

// upload chooses a file, which no mouse can do without the system's dialog.
func (p *tab) upload(selector, file string) {
	p.t.Helper()
	require.NoError(p.t, chromedp.Do(p.ctx, chromedp.SetUploadFiles(chromedp.CSS(selector), []string{file})))
}

// follow does what leads to another page and waits for that.
func (p *tab) follow(act func()) {
	p.t.Helper()
	p.run("window.left = true")
	act()
	p.wait("!window.left && document.readyState === 'complete'")
}

// clean fails where the page has seen an error that nobody caught, or an alert.
func (p *tab) clean() {
	p.t.Helper()
	require.Empty(p.t, eval[[]string](p, "seen.errors"), "uncaught errors")
	require.Empty(p.t, eval[[]string](p, "seen.alerts"), "alerts")
}
