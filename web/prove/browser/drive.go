package browser

import (
	"context"
	"fmt"
	"strings"

	"github.com/chromedp/chromedp"
)

// Drive starts Chromium without a page, to be driven by chromedp: its windows are contexts made of the one that Drive returns,
// which ends with stop. The flags, such as "--lang=en", are added to those of every start.
func Drive(flags ...string) (ctx context.Context, stop func(), err error) {
	if err := Available(Chromium); err != nil {
		return nil, nil, err
	}
	l := launchers[Chromium]
	program, err := l.program()
	if err != nil {
		return nil, nil, err
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(program))
	for _, flag := range append(chromiumFlags, flags...) {
		name, value, given := strings.Cut(strings.TrimPrefix(flag, "--"), "=")
		if given {
			options = append(options, chromedp.Flag(name, value))
		} else {
			options = append(options, chromedp.Flag(name, true))
		}
	}
	for range tries {
		allocator, release := chromedp.NewExecAllocator(context.Background(), options...)
		ctx, end := chromedp.NewContext(allocator)
		stop := func() { end(); release() }
		if err = chromedp.Do(ctx); err == nil {
			return ctx, stop, nil
		}
		stop()
	}
	return nil, nil, fmt.Errorf("%s: %w", Chromium, err)
}
