package test

import (
	"encoding/json"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/tracing"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// With the SDK, too, an author sees the module start, and each call.
func TestSeeingWithSDK(t *testing.T) {
	needSDK(t)
	onBuilds(t, func(t *testing.T, b build) {
		const listen = `<script>
			window.heard = [];
			for (const name of ["salla-profile::ready", "salla-profile::error"]) {
				document.addEventListener(name, (event) => heard.push([event.type, event.detail?.mode]));
			}
			window.logged = [];
			console.info = (...words) => logged.push(words.join(" "));
		</script>`
		s := newShop(t, b)
		s.html("/page.html", document(listen, sdkTag, sdkTag, with("data-debug", moduleTag), initTag))
		p := open(t, s, "/page.html")
		p.started("sdk", b)
		p.run(`
			logged.length = 0; // the demo's notices
			await salla.profile.update({ first_name: "Haifa" });
			await salla.profile.update({ first_name: "" }).catch(() => {});
		`)
		require.Equal(t, [][]string{{"salla-profile::ready", "sdk"}}, eval[[][]string](p, `heard`))
		lines := eval[[]string](p, `logged.filter((line) => line.startsWith("salla.profile."))`)
		require.Len(t, lines, 2)
		assert.Regexp(t, `^salla\.profile\.update 200 OK \d+ ms$`, lines[0])
		assert.Regexp(t, `^salla\.profile\.update 422 ERR_BAD_REQUEST \d+ ms$`, lines[1])
		require.Equal(t, 422, eval[int](p, `performance.getEntriesByName("salla.profile.update").at(-1).detail.status`))
		p.clean()
	})
}

// The module can't run: the SDK's methods serve, and whoever listens hears why.
func TestSeeingThatItCannotRun(t *testing.T) {
	needSDK(t)
	onBuilds(t, func(t *testing.T, b build) {
		s := newShop(t, b)
		s.withoutModule(b)
		s.html("/page.html", document(`<script>
			document.addEventListener("salla-profile::error", (event) => (window.reason = event.detail));
		</script>`, sdkTag, moduleTag, initTag))
		p := open(t, s, "/page.html")
		p.wait(`window.reason && salla.status === "ready"`)
		require.True(t, eval[bool](p, `salla.profile.ready.then(() => false, (why) => why instanceof Error && why === reason)`))
		require.Equal(t, "Haifa", eval[string](p, `salla.profile.update({ first_name: "Haifa" }).then((body) => body.data.first_name)`))
		p.clean()
	})
}

// A recording of the Performance panel's has every call with its outcome, also those that the timeline forgot.
func TestSeeingInARecording(t *testing.T) {
	t.Parallel()
	s := newShop(t, builds[0]) // the browser makes one recording at a time
	s.html("/page.html", document(aloneTag))
	p := open(t, s, "/page.html")
	p.run(`await salla.profile.ready`)

	var mu sync.Mutex
	var details []string
	done := make(chan struct{})
	require.NoError(t, chromedp.Listen(p.ctx, func(ev any) {
		mu.Lock()
		defer mu.Unlock()
		switch ev := ev.(type) {
		case *tracing.EventDataCollected:
			for _, value := range ev.Value {
				var one struct {
					Name, Ph string
					Args     struct{ Detail string }
				}
				if json.Unmarshal(value, &one) == nil && one.Name == "salla.profile.update" && strings.EqualFold(one.Ph, "b") {
					details = append(details, one.Args.Detail)
				}
			}
		case *tracing.EventTracingComplete:
			close(done)
		}
	}))
	_, err := chromedp.Call(p.ctx, tracing.Start, tracing.StartParams{TraceConfig: &tracing.TraceConfig{
		IncludedCategories: []string{"blink.user_timing"}, ExcludedCategories: []string{"*"},
	}})
	require.NoError(t, err)
	p.run(`
		window.measures = [];
		new PerformanceObserver((list) => measures.push(...list.getEntries())).observe({ type: "measure" });
		await salla.profile.update({ first_name: "Haifa" });
		await salla.profile.update({ first_name: "" }).catch(() => {});
		await salla.profile.update({ first_name: "Noura" });
	`)
	p.wait(`measures.length === 3`)
	_, err = chromedp.Call(p.ctx, tracing.End, cdp.Empty{})
	require.NoError(t, err)
	select {
	case <-done:
	case <-time.After(patience):
		require.FailNow(t, "the recording doesn't end")
	}
	mu.Lock()
	recorded := details
	mu.Unlock() // whoever hears of events must not wait for us while we wait for the page
	require.Equal(t, []string{`{"status":200}`, `{"status":422,"code":"ERR_BAD_REQUEST"}`, `{"status":200}`}, recorded)
	require.Len(t, eval[[]any](p, `performance.getEntriesByName("salla.profile.update").map((entry) => entry.name)`), 1)
}
