package rig

import (
	"context"
	"fmt"
	"os/exec"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/css"
	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/heapprofiler"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/performance"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// patience is how long one step of a measurement may take before the page is given up.
const patience = 5 * time.Minute

// Chromium is a running headless browser.
type Chromium struct {
	ctx  context.Context
	stop func()
}

// StartChromium starts a browser with an empty profile. It fails where there is none.
func StartChromium() (*Chromium, error) {
	var program string
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			program = path
			break
		}
	}
	if program == "" {
		return nil, fmt.Errorf("no chromium: `make browsers` installs it")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(program), chromedp.NoSandbox,
		chromedp.DisableGPU, chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true),
		chromedp.WSURLReadTimeout(time.Minute))
	allocator, release := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, stop := chromedp.NewContext(allocator)
	c := &Chromium{ctx: ctx, stop: func() { stop(); release() }}
	if err := chromedp.Do(ctx); err != nil {
		c.Stop()
		return nil, fmt.Errorf("chromium: %w", err)
	}
	return c, nil
}

// Stop ends the browser.
func (c *Chromium) Stop() { c.stop() }

// Tab is a page in a profile of its own: nothing of an earlier page is cached for it.
type Tab struct {
	ctx   context.Context
	close func()
}

// Tab opens an empty tab.
func (c *Chromium) Tab() (*Tab, error) {
	ctx, cancel := chromedp.NewContext(c.ctx, chromedp.WithNewBrowserContext())
	t := &Tab{ctx: ctx, close: cancel}
	// In thread time, a wait for the processor is not counted: other programs do less to the figures.
	const threadTicks = "threadTicks"
	_, err := chromedp.Call(ctx, performance.Enable, performance.EnableParams{TimeDomain: threadTicks})
	// The tab reports to us only what is asked for. With these reports the browser notes a stack trace of every
	// request and every error, which no visitor's browser does.
	for _, domain := range []cdp.Command[cdp.Empty, cdp.Empty]{network.Disable, dom.Disable, css.Disable, log.Disable} {
		if err == nil {
			_, err = chromedp.Call(ctx, domain, cdp.Empty{})
		}
	}
	if err != nil {
		cancel()
		return nil, err
	}
	return t, nil
}

// Close closes the tab and forgets its profile.
func (t *Tab) Close() { t.close() }

// Open opens a page and waits for it to load.
func (t *Tab) Open(url string) error {
	ctx, cancel := context.WithTimeout(t.ctx, patience)
	defer cancel()
	return chromedp.Do(ctx, chromedp.Navigate(url))
}

// Eval answers what a JavaScript expression is, settled where it is a promise.
func Eval[T any](t *Tab, format string, args ...any) (T, error) {
	ctx, cancel := context.WithTimeout(t.ctx, patience)
	defer cancel()
	expression := fmt.Sprintf(format, args...)
	value, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		err = fmt.Errorf("%.80s: %w", expression, err)
	}
	return value, err
}

// Tell is a function of the pages of a cold tab that takes a text, and ends OpenUntilTold.
const Tell = "labTell"

// settling is how long the browser works on a new tab and on one that was closed. Until it has, it competes with the
// page for the processor: on two cores, a start took half as long again.
const settling = time.Second

// Cold prepares an empty tab for a start: its main thread is slowed down by a factor, and its pages run the script
// before their own.
func (t *Tab) Cold(factor float64, script string) error {
	_, err := chromedp.Call(t.ctx, emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: factor})
	if err == nil {
		_, err = chromedp.Call(t.ctx, runtime.AddBinding, runtime.AddBindingParams{Name: Tell})
	}
	if err == nil {
		_, err = chromedp.Call(t.ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: script})
	}
	time.Sleep(settling)
	return err
}

// OpenUntilTold opens a page in a cold tab, and waits until it calls Tell. (To ask the page would take its time.)
func (t *Tab) OpenUntilTold(url string) error {
	told := make(chan struct{}, 1)
	ctx, cancel := context.WithTimeout(t.ctx, patience)
	defer cancel()
	err := chromedp.Listen(ctx, func(ev any) {
		if ev, ok := ev.(*runtime.EventBindingCalled); ok && ev.Name == Tell {
			select {
			case told <- struct{}{}:
			default:
			}
		}
	})
	if err == nil {
		err = t.Open(url)
	}
	if err != nil {
		return err
	}
	select {
	case <-told:
		return nil
	case <-ctx.Done():
		return fmt.Errorf("%s: %w", url, ctx.Err())
	}
}

// TaskTime is the time that the page's main thread has worked so far: the browser's own TaskDuration.
func (t *Tab) TaskTime() (time.Duration, error) {
	result, err := chromedp.Call(t.ctx, performance.GetMetrics, cdp.Empty{})
	if err != nil {
		return 0, err
	}
	for _, metric := range result.Metrics {
		if metric.Name == "TaskDuration" {
			return time.Duration(metric.Value * float64(time.Second)), nil
		}
	}
	return 0, fmt.Errorf("the browser has no TaskDuration")
}

// Heap is what the page's JavaScript holds, in bytes, once all garbage is collected.
func (t *Tab) Heap() (float64, error) {
	// What finalizers and weak references let go of is garbage only after the first.
	for range 3 {
		if _, err := chromedp.Call(t.ctx, heapprofiler.CollectGarbage, cdp.Empty{}); err != nil {
			return 0, err
		}
	}
	usage, err := chromedp.Call(t.ctx, runtime.GetHeapUsage, cdp.Empty{})
	return usage.UsedSize, err
}

// Version is the browser's, for a report.
func (c *Chromium) Version() string {
	version, err := Eval[string](&Tab{ctx: c.ctx}, "navigator.userAgent.replace(/.*(Headless)?Chrome\\//, '').split(' ')[0]")
	if err != nil {
		return "unknown"
	}
	return version
}
