package main

import (
	"encoding/json"
	"math/rand/v2"
	"time"

	"salla-profile/web/prove/bench/rig"
)

// times are microseconds a call, by implementation; those of one place were measured one right after the other.
type times map[string][]float64

// against is what the module is held against, by row. So is the plain JavaScript, where it isn't that itself.
type against map[string]string

// compare takes the time of calls, the implementations in turn on one page.
func (l *lab) compare(tab *rig.Tab, repeat int, implementations ...string) (times, error) {
	names, err := json.Marshal(implementations)
	if err != nil {
		return nil, err
	}
	return rig.Eval[times](tab, "lab.compare(%s, %d, %d)", names, l.samples.samples, repeat)
}

// taken is what was measured, by row.
type taken map[string]times

func (t taken) add(more taken) {
	for row, each := range more {
		if t[row] == nil {
			t[row] = times{}
		}
		for name, values := range each {
			t[row][name] = append(t[row][name], warm(values)...)
		}
	}
}

// inBrowsers opens a page of calls for each build and fills the rows with what measure takes there: in several browsers, one after
// the other, since the same code takes some hundredths more or less of the SDK's time in the next one. The standard
// compiler's build has no bar, and fewer browsers.
func (l *lab) inBrowsers(builds []string, path func(build string) string, rows against, implementations []string, measure func(tab *rig.Tab) (taken, error)) error {
	for _, build := range builds {
		browsers := map[string]int{tinygo: l.samples.browsers, storefront: l.samples.storefront, standard: l.samples.browsersOther}[build]
		all := taken{}
		for range browsers {
			some, err := l.inBrowser(path(build), implementations, measure)
			if err != nil {
				return err
			}
			all.add(some)
		}
		for row, other := range rows {
			each := all[row]
			l.put(row, build, paired(each["module"], each[other], "µs"))
			if build == builds[0] && other != plain {
				l.put(row, plain, paired(each[plain], each[other], "µs"))
			}
		}
	}
	return nil
}

// stub replaces the network of the page: "full", "light", or "" for the network's own.
func stub(tab *rig.Tab, kind string) error {
	_, err := rig.Eval[any](tab, "lab.stub(%q)", kind)
	return err
}

// inBrowser lets measure take what it does on the page, once everything there was called often enough that the browser has
// compiled it.
func (l *lab) inBrowser(path string, implementations []string, measure func(tab *rig.Tab) (taken, error)) (taken, error) {
	browser, err := rig.StartChromium()
	if err != nil {
		return nil, err
	}
	defer browser.Stop()
	tab, err := browser.OpenCalls(l.server, path)
	if err == nil {
		err = stub(tab, "full")
	}
	for _, name := range implementations {
		if err == nil {
			_, err = rig.Eval[float64](tab, "lab.calls(%q, %d, 1)", name, l.samples.warmUp/4)
		}
	}
	if err == nil {
		err = stub(tab, "")
	}
	if err != nil {
		return nil, err
	}
	return measure(tab)
}

// callsOverSDK compares with the SDK's own methods on the same page, over the local API and without a network.
func (l *lab) callsOverSDK() error {
	all := []string{sdk, "module", plain}
	return l.inBrowsers(l.builds, rig.SDKPage, against{"call-sdk": sdk, "stub-sdk": sdk}, all, func(tab *rig.Tab) (taken, error) {
		over, err := l.compare(tab, 1, all...)
		if err != nil {
			return nil, err
		}
		if err = stub(tab, "full"); err != nil {
			return nil, err
		}
		without, err := l.compare(tab, l.samples.repeat, all...)
		return taken{"call-sdk": over, "stub-sdk": without}, err
	})
}

// callsAlone compares with plain JavaScript without a network, and with a bare fetch over the local API, on a page
// without the SDK.
func (l *lab) callsAlone() error {
	rows := against{"call-fetch": "fetch", "call-fetch-light": "fetch-light", "stub-plain": plain, "stub-light": plain}
	return l.inBrowsers(l.builds, rig.AlonePage, rows, []string{"module", plain}, func(tab *rig.Tab) (taken, error) {
		over, err := l.compare(tab, 1, "fetch", "module", plain, "fetch-light")
		measured := taken{"call-fetch": over, "call-fetch-light": over}
		for row, kind := range map[string]string{"stub-plain": "full", "stub-light": "light"} {
			if err == nil {
				err = stub(tab, kind)
			}
			if err == nil {
				measured[row], err = l.compare(tab, l.samples.repeat, plain, "module")
			}
		}
		return measured, err
	})
}

// mainThread compares the browser's own count of main-thread time over the SDK.
func (l *lab) mainThread() error {
	all := []string{sdk, "module", plain}
	return l.inBrowsers(l.builds, rig.SDKPage, against{"main-thread": sdk}, all, func(tab *rig.Tab) (taken, error) {
		each, err := l.threadTimes(tab, all)
		return taken{"main-thread": each}, err
	})
}

// threadTimes are the main thread's of a call, block by block in turn; in an order that chance makes, since the garbage of
// one is collected in the next one's time.
func (l *lab) threadTimes(tab *rig.Tab, implementations []string) (times, error) {
	const calls = 60 // in a block
	each := times{}
	for range l.samples.blocks {
		for _, i := range rand.Perm(len(implementations)) {
			name := implementations[i]
			before, err := tab.TaskTime()
			if err != nil {
				return nil, err
			}
			if _, err := rig.Eval[float64](tab, "lab.calls(%q, %d, 1)", name, calls); err != nil {
				return nil, err
			}
			after, err := tab.TaskTime()
			if err != nil {
				return nil, err
			}
			each[name] = append(each[name], float64(after-before)/float64(time.Microsecond)/calls)
		}
	}
	return each, nil
}
