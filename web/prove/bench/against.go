package main

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"time"

	"salla-profile/web/prove/bench/rig"
)

// other is the name of the build that -against names.
const other = "other"

// otherStorefront is its script for pages with the SDK: where an older build has none, that for any page.
const otherStorefront = "other-storefront"

// againstRows are what is called (rig/page/rows.js), and againstModes on which pages.
var (
	againstRows  = []string{"update", "info", "pending", "pending, Arabic-Indic digits", "422"}
	againstModes = []againstMode{
		{"without the SDK", rig.AlonePage, 50},
		{"with the SDK", rig.SDKPage, 25},
	}
)

// againstMode is a page, and how many calls are a block there: some 15 ms. Of many small blocks in turn the median
// is steadier than of few large ones, on a machine that does other things too.
type againstMode struct {
	title string
	page  func(build string) string
	calls int
}

func (m againstMode) id(row string) string { return fmt.Sprintf("against: %s, %s", row, m.title) }

// targetsAgainst are the rows of -against: the start; the median of calls, and what it is the median of.
func targetsAgainst(o options) []*row {
	must, each, start := o.must, 1.05, o.mustStart
	if !o.bars {
		must, each, start = none, none, none
	}
	const held = "the build of -against; least and most of the browsers"
	rows := []*row{
		{
			ID: "against-start", Title: "main thread, script start → ready, beside a stub of the SDK, 4×", Of: storefront,
			Against: "the storefront's script of the build of -against", Unit: "×", Must: start, Aim: 0.70,
		},
		{ID: "against", Title: "main thread a call, stubbed: median of the rows", Against: held, Unit: "×", Must: must, Aim: none},
	}
	for _, mode := range againstModes {
		for _, name := range againstRows {
			rows = append(rows, &row{ID: mode.id(name), Title: "  " + name + ", " + mode.title, Against: held, Unit: "×", Must: each, Aim: none})
		}
	}
	return rows
}

// againstOther compares the main thread's time of a call, with the network stubbed, with that of another build: both in
// frames of one page, in turn, in several browsers one after the other. A figure is the median of the browsers', with the
// least and the most of them in place of quartiles; and a browser's is the median of its pairs of blocks. Thread time
// counts (rig.Chromium), so a wait for the processor doesn't.
//
// A build against itself, on two processors that twenty other programs wanted: the median 1.00, the rows 0.99 to 1.03. The
// blocks are 200 seconds of work; there it took 740.
func (l *lab) againstOther() error {
	var medians []float64
	for _, mode := range againstModes {
		ratios, own, others := map[string][]float64{}, map[string][]float64{}, map[string][]float64{}
		for i := range l.samples.against {
			measured, err := l.againstIn(mode, i%2 == 0)
			if err != nil {
				return fmt.Errorf("%s: %w", mode.title, err)
			}
			for name, t := range measured {
				ratios[name] = append(ratios[name], paired(t[tinygo], t[other], "µs").Median)
				own[name], others[name] = append(own[name], t[tinygo]...), append(others[name], t[other]...)
			}
		}
		for name, each := range ratios {
			f := &figure{Median: median(each), Q1: slices.Min(each), Q3: slices.Max(each), Count: len(each), Unit: "µs"}
			f.Own, f.Other = median(own[name]), median(others[name])
			l.put(mode.id(name), tinygo, f)
			medians = append(medians, f.Median)
		}
	}
	l.put("against", tinygo, &figure{Median: median(medians), Q1: slices.Min(medians), Q3: slices.Max(medians), Count: len(medians)})
	return nil
}

// againstIn measures in a fresh browser. Which build's frame is the first one changes from browser to browser.
func (l *lab) againstIn(mode againstMode, oursFirst bool) (taken, error) {
	browser, err := rig.StartChromium()
	if err != nil {
		return nil, err
	}
	defer browser.Stop()
	builds := []string{tinygo, other}
	if !oursFirst {
		slices.Reverse(builds)
	}
	tab, err := browser.OpenFrames(l.server, mode.page(builds[0]), mode.page(builds[1]))
	if err != nil {
		return nil, err
	}
	defer tab.Close()
	measured := taken{}
	for _, name := range againstRows {
		measured[name] = times{}
	}
	for round := range l.samples.warmRounds + l.samples.rounds {
		for _, name := range againstRows {
			// In an order that chance makes: the garbage of one is collected in the next one's time.
			for _, frame := range rand.Perm(len(builds)) {
				spent, err := blockTime(tab, frame, name, mode.calls)
				if err != nil {
					return nil, err
				}
				if build := builds[frame]; round >= l.samples.warmRounds {
					measured[name][build] = append(measured[name][build], spent)
				}
			}
		}
	}
	return measured, nil
}

// blockTime is the main thread's time of a call in a block of them, in microseconds.
func blockTime(tab *rig.Tab, frame int, row string, calls int) (float64, error) {
	before, err := tab.TaskTime()
	if err != nil {
		return 0, err
	}
	if err := tab.Row(frame, row, calls); err != nil {
		return 0, err
	}
	after, err := tab.TaskTime()
	return float64((after - before).Nanoseconds()) / 1000 / float64(calls), err
}

func stubPage(column string) string { return "/stub/" + column }

// startsAgainst compares the processor time that the main thread takes from the script's first statement until it is ready,
// for the scripts for pages with the SDK. It is taken of traces of cold starts, in turn.
func (l *lab) startsAgainst() error {
	spent := map[string][]float64{}
	for i := range l.samples.startsAgainst {
		for _, at := range rand.Perm(2) {
			column := []string{storefront, otherStorefront}[at]
			worked, err := l.threadOfStart(column)
			if err != nil {
				return err
			}
			if i > 0 { // the browser itself starts, too
				spent[column] = append(spent[column], float64(worked)/float64(time.Millisecond))
			}
		}
	}
	l.put("against-start", storefront, paired(spent[storefront], spent[otherStorefront], "ms"))
	return nil
}

func (l *lab) threadOfStart(column string) (worked time.Duration, err error) {
	err = l.coldPage(func(tab *rig.Tab) error {
		if err := tab.Open(l.server.URL + startPage("nothing")); err != nil {
			return err
		}
		worked, err = tab.ThreadTime(rig.ScriptMark, readyMark, func() error {
			return tab.OpenUntilTold(l.server.URL + stubPage(column))
		})
		return err
	})
	return worked, err
}
