package rig

import (
	"encoding/json"
	"fmt"
	"sync"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/tracing"
	"github.com/chromedp/chromedp"
)

// event is what is read of an event of Chromium's tracing; times in microseconds.
type event struct {
	Name     string  `json:"name"`
	Phase    string  `json:"ph"`
	Process  int     `json:"pid"`
	Thread   int     `json:"tid"`
	Start    float64 `json:"ts"`
	Duration float64 `json:"dur"`
	Worked   float64 `json:"tdur"` // of the processor's
}

// LongestTask records what the page does while act runs, and answers the longest task of its main thread between
// two performance marks: a task that the first mark is set in counts, and one that the last mark is set in. (The
// browser's own longtask entries begin at 50 ms.) worked is the processor time of the longest by that clock, in which
// other programs don't show.
//
// Open a page of the same origin before: a process that starts meanwhile misses the beginning of the trace.
func (t *Tab) LongestTask(from, to string, act func() error) (longest, worked time.Duration, err error) {
	var mu sync.Mutex
	var events []event
	done := make(chan struct{})
	err = chromedp.Listen(t.ctx, func(ev any) {
		switch ev := ev.(type) {
		case *tracing.EventDataCollected:
			mu.Lock()
			defer mu.Unlock()
			for _, value := range ev.Value {
				var e event
				if json.Unmarshal(value, &e) == nil { // what doesn't fit isn't what is looked for
					events = append(events, e)
				}
			}
		case *tracing.EventTracingComplete:
			close(done)
		}
	})
	if err != nil {
		return 0, 0, err
	}
	_, err = chromedp.Call(t.ctx, tracing.Start, tracing.StartParams{TraceConfig: &tracing.TraceConfig{
		IncludedCategories: []string{"blink.user_timing", "disabled-by-default-devtools.timeline"},
		ExcludedCategories: []string{"*"},
	}})
	if err != nil {
		return 0, 0, err
	}
	failed := act()
	if failed == nil {
		_, failed = Eval[int](t, "0") // in a task after the last: the trace has those that have ended
	}
	if _, err = chromedp.Call(t.ctx, tracing.End, cdp.Empty{}); err != nil {
		return 0, 0, err
	}
	select {
	case <-done:
	case <-time.After(patience):
		return 0, 0, fmt.Errorf("tracing doesn't end")
	}
	if failed != nil {
		return 0, 0, failed
	}
	mu.Lock()
	defer mu.Unlock()
	return longestBetween(events, from, to)
}

func longestBetween(events []event, from, to string) (longest, worked time.Duration, err error) {
	var first, last event
	for _, e := range events {
		if e.Name == from && first.Name == "" {
			first = e
		}
		if e.Name == to && last.Name == "" {
			last = e
		}
	}
	if first.Name == "" || last.Name == "" {
		return 0, 0, fmt.Errorf("the trace has no marks %s and %s", from, to)
	}
	for _, e := range events {
		if e.Name == "RunTask" && e.Process == first.Process && e.Thread == first.Thread &&
			e.Start <= last.Start && e.Start+e.Duration >= first.Start {
			longest = max(longest, time.Duration(e.Duration*float64(time.Microsecond)))
			worked = max(worked, time.Duration(e.Worked*float64(time.Microsecond)))
		}
	}
	if longest == 0 {
		err = fmt.Errorf("the trace has no task of the page")
	}
	return longest, worked, err
}
