package main

import (
	"fmt"
	"math/rand/v2"

	"salla-profile/web/prove/bench/rig"
)

// phoneNetwork is that of a phone on the way: what browsers' own tools call a slow 4G. A connection costs nothing to
// open in it, on no side.
var phoneNetwork = rig.Network{Latency: 150, Kilobits: 1600}

func phonePage(column string) string { return "/phone/" + column }

// addPhonePages adds a page for each column that has nothing but its script, in the bytes that a server would send.
func (l *lab) addPhonePages() error {
	for path, script := range map[string][]byte{"/phone/sdk.js": l.sdkFile, "/phone/plain.js": minifiedPlain()} {
		packed, err := rig.Brotli(script, best)
		if err != nil {
			return err
		}
		l.server.AddPacked(path, rig.JavaScript, packed)
	}
	l.server.AddPage(phonePage(sdk), rig.Script("/phone/sdk.js"))
	l.server.AddPage(phonePage(plain), rig.Script("/phone/plain.js"),
		`<script>window.methods = plainProfile({}); lab.ready()</script>`)
	for _, build := range l.builds {
		if err := l.server.AddShipped(phonePage(build), l.dists[build], rig.Everywhere); err != nil {
			return err
		}
		l.server.AddPage(phonePage(build), rig.Alone("phone/"+build, ""))
	}
	return nil
}

// journey is a start over the phone's network: in milliseconds of the page, from the request of the script to ready;
// and the files that came on the way.
type journey struct {
	Asked, Ready float64
	Files        []struct {
		Name         string
		Bytes, Spent float64
	}
}

// fromPhone makes one start.
func (l *lab) fromPhone(column string) (milliseconds float64, err error) {
	tab, err := l.browser.Tab()
	if err != nil {
		return 0, err
	}
	defer tab.Close()
	if err = tab.Throttle(phoneNetwork); err != nil {
		return 0, err
	}
	if err = tab.Cold(throttle, listen); err != nil {
		return 0, err
	}
	if err = tab.OpenUntilTold(l.server.URL + phonePage(column)); err != nil {
		return 0, err
	}
	j, err := rig.Eval[journey](tab, `(() => {
		const ready = performance.getEntriesByName(%q)[0].startTime;
		const files = performance.getEntriesByType("resource").filter(({ responseEnd }) => responseEnd <= ready);
		return {
			Asked: files[0].startTime,
			Ready: ready,
			Files: files.map(({ name, encodedBodySize, duration }) => ({ Name: name, Bytes: encodedBodySize, Spent: duration })),
		};
	})()`, readyMark)
	if err != nil {
		return 0, err
	}
	// Should a browser not slow down what is measured, nobody would see it in the ratios. (A millisecond is its timers'.)
	for _, f := range j.Files {
		if least := phoneNetwork.Least(f.Bytes); f.Spent < least-1 {
			return 0, fmt.Errorf("%s: %.0f bytes came in %.0f ms: the phone's network would take %.0f", f.Name, f.Bytes, f.Spent, least)
		}
	}
	return j.Ready - j.Asked, nil
}

// phone measures cold starts over a phone's network, from the moment when the browser asks for the script: its download
// counts, and everything that the script needs after it. The page's own download doesn't. The standard compiler's build, which takes
// as long as all others together, is in the first rounds alone.
func (l *lab) phone() error {
	columns := append([]string{sdk, plain}, l.builds...)
	spent := map[string][]float64{}
	for i := range l.samples.phones {
		// In an order that chance makes, so that none comes always behind the same other one.
		for _, at := range rand.Perm(len(columns)) {
			if columns[at] == standard && i >= l.samples.starts/2 {
				continue
			}
			milliseconds, err := l.fromPhone(columns[at])
			if err != nil {
				return err
			}
			if i > 0 { // the browser itself starts, too
				spent[columns[at]] = append(spent[columns[at]], milliseconds)
			}
		}
	}
	for _, column := range columns[1:] {
		l.put("phone", column, paired(spent[column], spent[sdk], "ms"))
		if column != plain {
			l.put("phone-plain", column, paired(spent[column], spent[plain], "ms"))
		}
	}
	l.put("phone-plain", sdk, paired(spent[sdk], spent[plain], "ms"))
	return nil
}
