package main

import (
	"encoding/json"
	"time"

	"salla-profile/web/bench/rig"
)

// compare takes the time of calls, the implementations in turn on one page: microseconds a call of each sample.
func compare(tab *rig.Tab, samples, repeat int, implementations ...string) (map[string][]float64, error) {
	names, err := json.Marshal(implementations)
	if err != nil {
		return nil, err
	}
	times, err := rig.Eval[map[string][]float64](tab, "lab.compare(%s, %d, %d)", names, samples, repeat)
	for name := range times {
		times[name] = warm(times[name])
	}
	return times, err
}

// onPage opens a page of calls for each build and lets use measure there, withPlain where the figures of the plain
// JavaScript are taken.
func (l *lab) onPage(path func(build string) string, implementations []string, use func(tab *rig.Tab, build string, withPlain bool) error) error {
	for _, build := range l.builds {
		tab, err := l.open(path(build), implementations...)
		if err != nil {
			return err
		}
		err = use(tab, build, build == tinygo)
		tab.Close()
		if err != nil {
			return err
		}
	}
	return nil
}

// stub replaces the network of the page: "full", "light", or "" for the network's own.
func stub(tab *rig.Tab, kind string) error {
	_, err := rig.Eval[any](tab, "lab.stub(%q)", kind)
	return err
}

// open opens a page of calls and calls everything on it often enough that the browser has compiled it.
func (l *lab) open(path string, implementations ...string) (*rig.Tab, error) {
	tab, err := l.browser.OpenCalls(l.server, path)
	if err != nil {
		return nil, err
	}
	err = stub(tab, "full")
	for _, name := range implementations {
		if err == nil {
			_, err = rig.Eval[float64](tab, "lab.calls(%q, %d, 1)", name, l.samples.warmUp/4)
		}
	}
	if err == nil {
		err = stub(tab, "")
	}
	if err != nil {
		tab.Close()
	}
	return tab, err
}

// callsOverSDK compares with the SDK's own methods on the same page, over the local API and without a network.
func (l *lab) callsOverSDK() error {
	return l.onPage(rig.SDKPage, []string{"sdk", "module", "plain"}, func(tab *rig.Tab, build string, withPlain bool) error {
		for _, id := range []string{"call-sdk", "stub-sdk"} {
			repeat := 1
			if id == "stub-sdk" {
				repeat = l.samples.repeat
				if err := stub(tab, "full"); err != nil {
					return err
				}
			}
			times, err := compare(tab, l.samples.samples, repeat, "sdk", "module", "plain")
			if err != nil {
				return err
			}
			l.put(id, build, paired(times["module"], times["sdk"], "µs"))
			if withPlain {
				l.put(id, plain, paired(times["plain"], times["sdk"], "µs"))
			}
		}
		return nil
	})
}

// callsAlone compares with plain JavaScript without a network, and with a bare fetch over the local API, on a page
// without the SDK.
func (l *lab) callsAlone() error {
	return l.onPage(rig.AlonePage, []string{"module", "plain"}, func(tab *rig.Tab, build string, withPlain bool) error {
		times, err := compare(tab, l.samples.samples, 1, "fetch", "module", "plain", "fetch-light")
		if err != nil {
			return err
		}
		for id, against := range map[string]string{"call-fetch": "fetch", "call-fetch-light": "fetch-light"} {
			l.put(id, build, paired(times["module"], times[against], "µs"))
			if withPlain {
				l.put(id, plain, paired(times["plain"], times[against], "µs"))
			}
		}
		for id, kind := range map[string]string{"stub-plain": "full", "stub-light": "light"} {
			if err := stub(tab, kind); err != nil {
				return err
			}
			if times, err = compare(tab, l.samples.samples, l.samples.repeat, "plain", "module"); err != nil {
				return err
			}
			l.put(id, build, paired(times["module"], times["plain"], "µs"))
		}
		return nil
	})
}

// mainThread compares the browser's own count of main-thread time, block by block in turn.
func (l *lab) mainThread() error {
	const calls = 60 // in a block
	return l.onPage(rig.SDKPage, []string{"sdk", "module", "plain"}, func(tab *rig.Tab, build string, withPlain bool) error {
		implementations := []string{"sdk", "module"}
		if withPlain {
			implementations = append(implementations, "plain")
		}
		times := map[string][]float64{}
		for block := range l.samples.blocks {
			for turn := range implementations {
				name := implementations[(block+turn)%len(implementations)]
				before, err := tab.TaskTime()
				if err != nil {
					return err
				}
				if _, err := rig.Eval[float64](tab, "lab.calls(%q, %d, 1)", name, calls); err != nil {
					return err
				}
				after, err := tab.TaskTime()
				if err != nil {
					return err
				}
				times[name] = append(times[name], float64(after-before)/float64(time.Microsecond)/calls)
			}
		}
		for name := range times {
			times[name] = warm(times[name])
		}
		l.put("main-thread", build, paired(times["module"], times["sdk"], "µs"))
		if withPlain {
			l.put("main-thread", plain, paired(times["plain"], times["sdk"], "µs"))
		}
		return nil
	})
}
