package test

import (
	"context"
	_ "embed"
	"encoding/json"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"

	"salla-profile/web/prove/browser"
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
	t       *testing.T
	ctx     context.Context
	control *browser.Control // instead of ctx, with a keyboard alone: keys_test.go

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
	ctx, cancel := context.WithTimeout(window, 2*patience) // also for commands that have no limit of their own
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
	if p.control != nil {
		require.NoError(p.t, p.control.Open(url))
		return
	}
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	require.NoError(p.t, chromedp.Do(ctx, chromedp.Navigate(url)))
}

// eval answers what the expression is, once it is settled where it is a promise.
func eval[T any](p *tab, expression string) T {
	p.t.Helper()
	value, err := evaluate[T](p, expression)
	require.NoError(p.t, err, expression)
	return value
}

func evaluate[T any](p *tab, expression string) (value T, err error) {
	if p.control != nil {
		answer, err := p.control.Eval(expression)
		if _, none := any(value).(chromedp.Void); !none && err == nil {
			err = json.Unmarshal(answer, &value)
		}
		return value, err
	}
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	return chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
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
		found, err := evaluate[[]json.RawMessage](p, "(() => { const found = ("+expression+"\n); return found ? [found] : [] })()")
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
