package test

import (
	"context"
	_ "embed"
	"encoding/json"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/require"
)

// patience is how long a condition may take to hold. Only what hangs takes as long: no test waits for it to run out, and
// the slowest machine has done with the longest step of one long before.
const patience = 5 * time.Minute

// recorder notes on each page, before anything else runs there, what the tests ask for: window.seen.
//
//go:embed recorder.js
var recorder string

// tab is a browser window, with a person's hands on its mouse and keyboard.
type tab struct {
	t   *testing.T
	ctx context.Context

	mu      sync.Mutex
	console []string
}

// windows that no test has at the moment. A window costs more than most of the tests in it, so they are used again;
// each has a profile of its own, so that tests at the same time share no cookies.
var windows = make(chan context.Context, 16)

// newTab gives the test an empty window. The scripts run first on each page.
func newTab(t *testing.T, scripts ...string) *tab {
	var window context.Context
	select {
	case window = <-windows:
	default:
		window, _ = chromedp.NewContext(chromium, chromedp.WithNewBrowserContext()) // ends with the browser
		// A window that isn't in front has the focus all the same.
		_, err := chromedp.Call(window, emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true})
		require.NoError(t, err)
	}
	ctx, cancel := context.WithCancel(window)
	t.Cleanup(cancel)
	p := &tab{t: t, ctx: ctx}
	var added []page.ScriptIdentifier
	for _, script := range scripts {
		result, err := chromedp.Call(ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: script})
		require.NoError(t, err)
		added = append(added, result.Identifier)
	}
	messages := chromedp.Console(ctx)
	go func() {
		for m, err := range messages {
			if err != nil {
				return
			}
			p.mu.Lock()
			p.console = append(p.console, m.String())
			p.mu.Unlock()
		}
	}()
	t.Cleanup(func() {
		if t.Failed() { // its window isn't used again: who knows how it is
			p.mu.Lock()
			defer p.mu.Unlock()
			t.Logf("console:\n%s", strings.Join(p.console, "\n"))
			return
		}
		for _, script := range added {
			_, err := chromedp.Call(ctx, page.RemoveScriptToEvaluateOnNewDocument, page.RemoveScriptToEvaluateOnNewDocumentParams{Identifier: script})
			require.NoError(t, err)
		}
		p.open("about:blank")
		_, err := chromedp.Call(ctx, network.ClearBrowserCookies, cdp.Empty{})
		require.NoError(t, err)
		windows <- window
	})
	return p
}

// open opens a page of the shop's in a window that records.
func open(t *testing.T, s *shop, path string) *tab {
	p := newTab(t, recorder)
	p.open(s.url + path)
	return p
}

func (p *tab) open(url string) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	require.NoError(p.t, chromedp.Do(ctx, chromedp.Navigate(url)))
}

// eval answers what the expression is, once it is settled where it is a promise.
func eval[T any](p *tab, expression string) T {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	value, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	require.NoError(p.t, err, expression)
	return value
}

// run evaluates statements, with await.
func (p *tab) run(statements string) {
	p.t.Helper()
	eval[chromedp.Void](p, "(async () => {"+statements+"\n})()")
}

// wait waits until the expression is true.
func (p *tab) wait(expression string) {
	p.t.Helper()
	waitFor[chromedp.Void](p, expression)
}

// waitFor waits until the expression is true and answers it.
func waitFor[T any](p *tab, expression string) T {
	p.t.Helper()
	last := ""
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(15 * time.Millisecond) {
		// A page that is just being left answers with an error.
		found, err := chromedp.Run(p.ctx, chromedp.Evaluate[[]json.RawMessage](
			"(() => { const found = ("+expression+"\n); return found ? [found] : [] })()"))
		switch {
		case err != nil && p.ctx.Err() != nil:
			require.NoError(p.t, err)
		case err != nil:
			last = err.Error()
		case len(found) == 1:
			var value T
			if _, none := any(value).(chromedp.Void); !none {
				require.NoError(p.t, json.Unmarshal(found[0], &value), expression)
			}
			return value
		default:
			last = "it is false"
		}
	}
	require.FailNow(p.t, "waited in vain for "+expression, last)
	panic("unreachable")
}

func quote(text string) string {
	quoted, _ := json.Marshal(text)
	return string(quoted)
}

// text waits until the element shows the text.
func (p *tab) text(selector, text string) {
	p.t.Helper()
	p.wait(fmt.Sprintf("document.querySelector(%s)?.innerText.includes(%s)", quote(selector), quote(text)))
}

// point is where an element can be clicked: it answers once the element is still, enabled and not covered.
func (p *tab) point(selector string) (x, y float64) {
	p.t.Helper()
	spot := waitFor[[]float64](p, `(() => {
		const element = document.querySelector(`+quote(selector)+`);
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
	require.NoError(p.t, chromedp.Do(p.ctx, chromedp.KeyEvent(keys, chromedp.KeyModifiers(modifiers...))))
}

// write types text where the focus is, instead of what is there. What no key has (Arabic here) comes as from an
// input method.
func (p *tab) write(text string) {
	p.t.Helper()
	p.press("a", chromedp.ModifierCtrl)
	for _, letter := range text {
		if _, known := kb.Keys[letter]; known {
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
		if eval[bool](p, "document.activeElement.matches("+quote(selector)+")") {
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
