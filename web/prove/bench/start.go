package main

import (
	"bytes"
	"fmt"
	"time"

	"salla-profile/web/prove/bench/rig"
)

// throttle slows a page's main thread down to that of a cheap phone. (The browser's other threads, WebAssembly's
// compiler among them, run at full speed.)
const throttle = 4

// readyMark is the performance mark that a start page sets when it can be used.
const readyMark = "lab:ready"

func startPage(column string) string { return "/start/" + column }
func eagerPage(build string) string  { return "/load/eager/" + build }
func lazyPage(build string) string   { return "/load/lazy/" + build }

// addStartPages adds a page of each kind that does nothing but start.
func (l *lab) addStartPages() {
	l.server.AddPage(startPage("nothing"))
	l.server.AddPage(startPage(sdk), rig.Script("/sdk.js"))
	for _, build := range l.builds {
		l.server.AddPage(startPage(build), rig.Alone(build, ""))
		const module = `<script src="/%s/salla-profile.js" %s></script>`
		l.server.AddPage(eagerPage(build), fmt.Sprintf(module, build, ""), rig.Script("/sdk.js"))
		l.server.AddPage(lazyPage(build), fmt.Sprintf(module, build, "data-lazy"), rig.Script("/sdk.js"))
	}
	for _, column := range []string{storefront, otherStorefront} {
		l.server.AddPage(stubPage(column), stubOfSDK, rig.Script("/"+column+"/salla-profile.js"))
	}
	l.server.AddPage(startPage(plain), rig.Script("/plain.js"), `<script>window.methods = plainProfile({}); lab.ready()</script>`)
}

// listen is what a cold page does before anything else, in a task that isn't the start's: it waits for events of the window.
func listen(events ...string) string {
	script := `window.lab = { ready() { performance.mark("` + readyMark + `"); ` + rig.Tell + `(""); } };`
	for _, name := range events {
		script += fmt.Sprintf(`addEventListener(%q, lab.ready, { once: true });`, name)
	}
	return script
}

// coldPage lets use look at a tab of a fresh profile, throttled.
func (l *lab) coldPage(use func(*rig.Tab) error) error {
	tab, err := l.browser.Tab()
	if err != nil {
		return err
	}
	defer tab.Close()
	if err := tab.Cold(throttle, listen(created, ready)); err != nil {
		return err
	}
	return use(tab)
}

// marks are the times of a start in milliseconds since the navigation.
type marks struct{ Start, Ready float64 }

func (l *lab) start(path string) (m marks, err error) {
	err = l.coldPage(func(tab *rig.Tab) error {
		if err := tab.OpenUntilTold(l.server.URL + path); err != nil {
			return err
		}
		m, err = rig.Eval[marks](tab, `(() => {
			const at = (name) => performance.getEntriesByName(name)[0].startTime;
			return { Start: at(%q), Ready: at(%q) };
		})()`, rig.ScriptMark, readyMark)
		return err
	})
	return m, err
}

// starts measures cold starts on fresh pages, the SDK's and ours in turn. The script starts where its first
// statement runs: fetching and parsing it is left out on both sides, and in the row from navigation it isn't.
func (l *lab) starts() error {
	columns := append([]string{sdk, plain}, l.builds...)
	fromScript, fromNavigation := map[string][]float64{}, map[string][]float64{}
	for i := range l.samples.starts {
		for _, column := range columns {
			m, err := l.start(startPage(column))
			if err != nil {
				return err
			}
			if i == 0 {
				continue // the browser itself starts, too
			}
			fromScript[column] = append(fromScript[column], m.Ready-m.Start)
			fromNavigation[column] = append(fromNavigation[column], m.Ready)
		}
	}
	for _, column := range columns[1:] {
		l.put("start", column, paired(fromScript[column], fromScript[sdk], "ms"))
		l.put("start-navigation", column, paired(fromNavigation[column], fromNavigation[sdk], "ms"))
	}
	return nil
}

// tasks measures the longest task of a cold start. The SDK's is for comparison.
func (l *lab) tasks() error {
	columns := append([]string{sdk, plain}, l.builds...)
	longest, worked := map[string][]float64{}, map[string][]float64{}
	for range l.samples.tasks {
		for _, column := range columns {
			err := l.coldPage(func(tab *rig.Tab) error {
				if err := tab.Open(l.server.URL + startPage("nothing")); err != nil {
					return err
				}
				task, own, err := tab.LongestTask(rig.ScriptMark, readyMark, func() error {
					return tab.OpenUntilTold(l.server.URL + startPage(column))
				})
				longest[column] = append(longest[column], float64(task)/float64(time.Millisecond))
				worked[column] = append(worked[column], float64(own)/float64(time.Millisecond))
				return err
			})
			if err != nil {
				return err
			}
		}
	}
	for _, column := range columns {
		l.put("task", column, spread(longest[column], "ms"))
		l.put("task-worked", column, spread(worked[column], "ms"))
	}
	return nil
}

// lazy compares the page load of a storefront, until its load event, with data-lazy and without, where the loader knows
// that.
func (l *lab) lazy() error {
	for _, build := range l.builds {
		script, err := readDist(l.dists[build], "salla-profile.js")
		if err != nil {
			return err
		}
		if !bytes.Contains(script, []byte("lazy")) {
			l.row("lazy").Note = "the loader has no data-lazy"
			continue
		}
		var with, without []float64
		for i := range l.samples.lazy {
			for _, page := range []struct {
				path  string
				times *[]float64
			}{{lazyPage(build), &with}, {eagerPage(build), &without}} {
				spent, err := l.load(page.path)
				if err != nil {
					return err
				}
				if i > 0 {
					*page.times = append(*page.times, spent)
				}
			}
		}
		l.put("lazy", build, paired(with, without, "ms"))
	}
	return nil
}

// load answers the milliseconds from the navigation to the end of the load event.
func (l *lab) load(path string) (spent float64, err error) {
	err = l.coldPage(func(tab *rig.Tab) error {
		if err := tab.Open(l.server.URL + path); err != nil {
			return err
		}
		spent, err = rig.Eval[float64](tab, `new Promise((resolve) => {
			const look = () => {
				const { loadEventEnd } = performance.getEntriesByType("navigation")[0];
				if (loadEventEnd) resolve(loadEventEnd); else setTimeout(look, 10);
			};
			look();
		})`)
		return err
	})
	return spent, err
}
