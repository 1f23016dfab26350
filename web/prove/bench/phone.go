package main

import (
	"fmt"
	"math/rand/v2"

	"salla-profile/web/prove/bench/rig"
)

// phoneNetwork is that of a phone on the way: what browsers' own tools call a slow 4G. A connection costs nothing to
// open in it, on no side.
var phoneNetwork = rig.Network{Latency: 150, Kilobits: 1600}

// The events of a page's window that end a start.
const (
	created = "salla::created"       // the SDK's
	ready   = "salla-profile::ready" // ours, and with lab.ready the plain JavaScript's
)

// phoneStart is a page that starts over the phone's network again and again.
type phoneStart struct {
	column string
	event  string
	tags   []string
	rounds int
}

func (s phoneStart) path() string { return "/phone/" + s.column }

const startPlain = `<script>window.methods = plainProfile(%s); lab.ready()</script>`

// phoneStarts are the pages without the SDK, beside the SDK's own, and those beside a stub of the SDK. The standard
// compiler's build, which takes as long as all others together, is in the first rounds alone.
func (l *lab) phoneStarts() []phoneStart {
	all := l.samples.phones
	starts := []phoneStart{{sdk, created, []string{rig.Script("/phone/sdk.js")}, all}}
	if l.wants("phone", "phone-plain") {
		starts = append(starts, phoneStart{plain, ready, []string{rig.Script("/phone/plain.js"), fmt.Sprintf(startPlain, "{}")}, all})
		for _, build := range l.builds {
			s := phoneStart{build, ready, []string{rig.Alone("phone/"+build, "")}, all}
			if build == standard {
				s.rounds = l.samples.starts / 2
			}
			starts = append(starts, s)
		}
	}
	if l.wants("storefront-phone", "storefront-phone-plain") {
		starts = append(starts,
			phoneStart{storefront, ready, []string{stubOfSDK, rig.Script("/phone/storefront/salla-profile.js")}, all},
			phoneStart{plainOverStub, ready, []string{stubOfSDK, rig.Script("/phone/plain.js"), fmt.Sprintf(startPlain, "")}, all})
	}
	return starts
}

// addPhoneFiles adds the scripts in the bytes that a server would send.
func (l *lab) addPhoneFiles() error {
	for path, script := range map[string][]byte{"/phone/sdk.js": l.sdkFile, "/phone/plain.js": minifiedPlain()} {
		packed, err := rig.Brotli(script, best)
		if err != nil {
			return err
		}
		l.server.AddPacked(path, rig.JavaScript, packed)
	}
	for _, column := range append([]string{storefront}, l.builds...) {
		dist := l.dists[column]
		if err := l.server.AddShipped("/phone/"+column, dist, script(column, dist)); err != nil {
			return err
		}
	}
	for _, s := range append(l.phoneStarts(), l.orders()...) {
		l.server.AddPage(s.path(), s.tags...)
	}
	return l.addPiecePages()
}

// journey is a start over the phone's network: in milliseconds of the page the request of the first script, ready, and the load
// event; and the files that came on the way.
type journey struct {
	Asked, Ready, Load float64
	Files              []struct {
		Name         string
		Bytes, Spent float64
	}
}

// coldPhone lets use look at a tab of a fresh profile on the phone's network.
func (l *lab) coldPhone(script string, use func(*rig.Tab) error) error {
	tab, err := l.browser.Tab()
	if err != nil {
		return err
	}
	defer tab.Close()
	if err = tab.Throttle(phoneNetwork); err != nil {
		return err
	}
	if err = tab.Cold(throttle, script); err != nil {
		return err
	}
	return use(tab)
}

// fromPhone makes one start.
func (l *lab) fromPhone(s phoneStart) (j journey, err error) {
	err = l.coldPhone(listen(s.event), func(tab *rig.Tab) error {
		if err := tab.OpenUntilTold(l.server.URL + s.path()); err != nil {
			return err
		}
		j, err = rig.Eval[journey](tab, `(() => {
			const ready = performance.getEntriesByName(%q)[0].startTime;
			const files = performance.getEntriesByType("resource").filter(({ responseEnd }) => responseEnd <= ready);
			return {
				Asked: Math.min(...files.map(({ startTime }) => startTime)),
				Ready: ready,
				Load: performance.getEntriesByType("navigation")[0].loadEventStart,
				Files: files.map(({ name, encodedBodySize, duration }) => ({ Name: name, Bytes: encodedBodySize, Spent: duration })),
			};
		})()`, readyMark)
		return err
	})
	if err != nil {
		return j, err
	}
	// Should a browser not slow down what is measured, nobody would see it in the ratios. (A millisecond is its timers'.)
	for _, f := range j.Files {
		if least := phoneNetwork.Least(f.Bytes); f.Spent < least-1 {
			return j, fmt.Errorf("%s: %.0f bytes came in %.0f ms: the phone's network would take %.0f", f.Name, f.Bytes, f.Spent, least)
		}
	}
	return j, nil
}

// journeys are those of one run, by column; those of one place are of one round.
type journeys map[string][]journey

// toReady are the milliseconds from the request to ready, toLoad those to the load event.
func (j journeys) toReady(column string) (spent []float64) {
	for _, each := range j[column] {
		spent = append(spent, each.Ready-each.Asked)
	}
	return spent
}

func (j journeys) toLoad(column string) (spent []float64) {
	for _, each := range j[column] {
		spent = append(spent, each.Load-each.Asked)
	}
	return spent
}

// travel makes all starts in rounds.
func (l *lab) travel(starts []phoneStart) (journeys, error) {
	all := journeys{}
	for i := range starts[0].rounds {
		// In an order that chance makes, so that none comes always behind the same other one.
		for _, at := range rand.Perm(len(starts)) {
			s := starts[at]
			if i >= s.rounds {
				continue
			}
			j, err := l.fromPhone(s)
			if err != nil {
				return nil, err
			}
			if i > 0 { // the browser itself starts, too
				all[s.column] = append(all[s.column], j)
			}
		}
	}
	return all, nil
}

// phone measures cold starts over a phone's network, from the moment when the browser asks for the script: its download
// counts, and everything that the script needs after it. The page's own download doesn't.
func (l *lab) phone() error {
	spent, err := l.travel(l.phoneStarts())
	if err != nil {
		return err
	}
	put := func(row, column, own, other string) {
		if len(spent[own]) > 0 && len(spent[other]) > 0 {
			l.put(row, column, paired(spent.toReady(own), spent.toReady(other), "ms"))
		}
	}
	for _, column := range append([]string{plain}, l.builds...) {
		put("phone", column, column, sdk)
		if column != plain {
			put("phone-plain", column, column, plain)
		}
	}
	put("phone-plain", sdk, sdk, plain)
	put("storefront-phone", storefront, storefront, sdk)
	put("storefront-phone", plain, plainOverStub, sdk)
	put("storefront-phone-plain", storefront, storefront, plainOverStub)
	put("storefront-phone-plain", sdk, sdk, plainOverStub)
	return nil
}
