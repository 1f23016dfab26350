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
	events, err := t.trace(act)
	if err != nil {
		return 0, 0, err
	}
	return longestBetween(events, from, to)
}

// ThreadTime records what the page does while act runs, and answers the processor time that its main thread took between two
// performance marks. What is said about LongestTask holds here, too.
func (t *Tab) ThreadTime(from, to string, act func() error) (time.Duration, error) {
	events, err := t.trace(act)
	if err != nil {
		return 0, err
	}
	return workedBetween(events, from, to)
}

func (t *Tab) trace(act func() error) ([]event, error) {
	var mu sync.Mutex
	var events []event
	done := make(chan struct{})
	err := chromedp.Listen(t.ctx, func(ev any) {
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
		return nil, err
	}
	_, err = chromedp.Call(t.ctx, tracing.Start, tracing.StartParams{TraceConfig: &tracing.TraceConfig{
		IncludedCategories: []string{"blink.user_timing", "disabled-by-default-devtools.timeline"},
		ExcludedCategories: []string{"*"},
	}})
	if err != nil {
		return nil, err
	}
	failed := act()
	if failed == nil {
		_, failed = Eval[int](t, "0") // in a task after the last: the trace has those that have ended
	}
	if _, err = chromedp.Call(t.ctx, tracing.End, cdp.Empty{}); err != nil {
		return nil, err
	}
	select {
	case <-done:
	case <-time.After(patience):
		return nil, fmt.Errorf("tracing doesn't end")
	}
	if failed != nil {
		return nil, failed
	}
	mu.Lock()
	defer mu.Unlock()
	return events, nil
}

func longestBetween(events []event, from, to string) (longest, worked time.Duration, err error) {
	first, last, err := marksOf(events, from, to)
	if err != nil {
		return 0, 0, err
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

// workedBetween adds up the tasks of the thread between two marks. Of a task that a mark is set in counts the share of its
// processor time that is its share of time on that side of the mark.
func workedBetween(events []event, from, to string) (worked time.Duration, err error) {
	first, last, err := marksOf(events, from, to)
	if err != nil {
		return 0, err
	}
	sum := 0.0
	for _, e := range events {
		if e.Name != "RunTask" || e.Process != first.Process || e.Thread != first.Thread || e.Duration == 0 {
			continue
		}
		within := min(e.Start+e.Duration, last.Start) - max(e.Start, first.Start)
		if within > 0 {
			sum += e.Worked * within / e.Duration
		}
	}
	if sum == 0 {
		return 0, fmt.Errorf("the trace has no task of the page")
	}
	return time.Duration(sum * float64(time.Microsecond)), nil
}

// marksOf are the events of two performance marks.
func marksOf(events []event, from, to string) (first, last event, err error) {
	for _, e := range events {
		if e.Name == from && first.Name == "" {
			first = e
		}
		if e.Name == to && last.Name == "" {
			last = e
		}
	}
	if first.Name == "" || last.Name == "" {
		err = fmt.Errorf("the trace has no marks %s and %s", from, to)
	}
	return first, last, err
}
