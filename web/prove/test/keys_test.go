package test

import (
	"sync"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"

	"salla-profile/web/prove/browser"
)

// controlled has a browser of each engine that is driven over WebDriver; a test has it alone.
var controlled = struct {
	sync.Mutex
	browsers map[browser.Engine]*controlledBrowser
}{browsers: map[browser.Engine]*controlledBrowser{}}

type controlledBrowser struct {
	sync.Mutex
	*browser.Control
}

// keysOn gives a test a window of the engine, whose keyboard it has: no mouse but in Chromium. Elsewhere the page itself has to
// begin with the script that it returns, where tests are to hear of its errors.
func keysOn(t *testing.T, engine browser.Engine) (p *tab, script string) {
	if engine == browser.Chromium {
		return newTab(t, recorder), ""
	}
	controlled.Lock()
	b := controlled.browsers[engine]
	if b == nil {
		b = &controlledBrowser{}
		controlled.browsers[engine] = b
	}
	controlled.Unlock()
	b.Lock()
	t.Cleanup(b.Unlock)
	if b.Control == nil {
		control, err := browser.NewControl(engine)
		require.NoError(t, err)
		b.Control = control
	}
	t.Cleanup(func() { // every page has a port, and with it a storage, of its own; cookies are the host's
		require.NoError(t, b.Forget())
		require.NoError(t, b.Open("about:blank"))
	})
	return &tab{t: t, ctx: t.Context(), control: b.Control}, recorder
}

// stopControlled ends them, after all tests.
func stopControlled() {
	for _, b := range controlled.browsers {
		if b.Control != nil {
			b.Stop()
		}
	}
}

func modifierNames(modifiers []chromedp.Modifier) (names []string) {
	for _, modifier := range modifiers {
		names = append(names, map[chromedp.Modifier]string{chromedp.ModifierShift: "shift", chromedp.ModifierCtrl: "ctrl"}[modifier])
	}
	return names
}
