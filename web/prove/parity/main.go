// Command parity runs the same theme code on a page with the SDK alone and on a page with the module over it,
// in real browsers, and fails on every difference that is not in intended/.
//
//	go -C web run ./prove/parity -dist ../build/dist-tinygo,../build/dist-go -engines chromium,firefox,webkit
//
// The engines work at the same time, and the builds are compared with one run of the SDK's side.
// The scenarios are in scenarios/, what is recorded in page/recorder.js. Each runs in the set-ups of Setup, against a store API
// that says what the scenario's Script has; the page compares both sides, by the rules in intended/, and a line each scenario
// says "same", "intended" with the rules that were needed, or "DIFFERENT" and where.
//
// "contract N" in a rule's reason is a chapter of what is promised to theme authors, in web/docs: 2 theme.md and standalone.md,
// 3 methods.md, 4 events.md, 5 forms-and-errors.md, 6.N row N of differences.md; 7 is how requests are made ("Requests" there).
package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"log"
	"os"
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"

	"salla-profile/web/prove/browser"
)

// sdkVersion is the SDK that the module is held against unless another one is asked for.
const sdkVersion = "2.14.570"

func main() {
	log.SetFlags(0)
	dist := flag.String("dist", "../dist", "the folder of the module under test, or a list of them")
	engineList := flag.String("engines", "all", "chromium, firefox, webkit, a list of them, or all")
	script := flag.String("script", "salla-profile.twilight.js", "which of the two scripts")
	sdk := flag.String("sdk", sdkVersion, "the SDK's version: the installed one, or fetched from npm into build/sdk")
	only := flag.String("only", "", "run only the scenarios that match this regular expression")
	jsonFile := flag.String("json", "", "write all that was recorded to this file")
	turns := flag.Bool("turns", false, "run each scenario in one of the set-ups, in turn; only the first build in the first engine in all")
	jobs := flag.Int("jobs", 2, "how many browsers of each engine work at once")
	verbose := flag.Bool("v", false, "also print what differs where it is intended")
	flag.Parse()
	ok, err := run(options{
		dist: *dist, engines: *engineList, script: *script, sdk: *sdk, only: *only, jsonFile: *jsonFile, jobs: *jobs, turns: *turns, verbose: *verbose,
	})
	if err != nil {
		log.Fatalf("parity: %v", err)
	}
	if !ok {
		os.Exit(1)
	}
}

type options struct {
	dist, engines, script, sdk, only, jsonFile string
	jobs                                       int
	turns, verbose                             bool
}

// run compares the SDK with the builds in the engines, and answers whether all is as it is meant.
func run(o options) (ok bool, err error) {
	engines, err := browser.Installed(o.engines)
	if err != nil {
		return false, err
	}
	only, err := regexp.Compile(o.only)
	if err != nil {
		return false, err
	}
	sdkFile, err := findSDK(o.sdk)
	if err != nil {
		return false, err
	}

	dists := strings.Split(o.dist, ",")
	// The engines at the same time: one alone leaves the processor idle while its documents wait for each other.
	found := make([]outcome, len(engines))
	var wait sync.WaitGroup
	for i, engine := range engines {
		wait.Go(func() { found[i] = runIn(engine, i, dists, sdkFile, only, o) })
	}
	wait.Wait()

	passed, failed := 0, 0
	for i, engine := range engines {
		if found[i].err != nil {
			err = errors.Join(err, fmt.Errorf("%s: %w", engine, found[i].err))
			continue
		}
		p, f := found[i].print(engine, dists, o)
		passed, failed = passed+p, failed+f
	}
	if err != nil {
		return false, err
	}
	if o.jsonFile != "" {
		if err := writeRecorded(o.jsonFile, engines, found); err != nil {
			return false, err
		}
	}
	if o.only == "" && o.sdk == sdkVersion {
		failed += printStale(found, dists, o.turns)
	}
	fmt.Printf("%d passed, %d failed\n", passed, failed)
	return failed == 0, nil
}

// writeRecorded writes the reports of all engines, and what was recorded in them, to a file.
func writeRecorded(file string, engines []browser.Engine, found []outcome) error {
	all := map[string]any{}
	for i, engine := range engines {
		all[string(engine)] = map[string]any{"reports": found[i].reports, "recorded": found[i].recorded}
	}
	text, err := json.MarshalIndent(all, "", " ")
	if err != nil {
		return err
	}
	return os.WriteFile(file, text, 0o644)
}

// printStale prints the intended differences that no engine has seen, and answers how many there are.
func printStale(found []outcome, dists []string, turns bool) (count int) {
	for build, dist := range dists {
		if turns && build > 0 {
			break // it hasn't had them all
		}
		for _, id := range staleOf(found, build) {
			fmt.Printf("intended:%s was seen nowhere (%s)\n", id, dist)
			count++
		}
	}
	return count
}

// outcome is what came of one engine.
type outcome struct {
	err       error
	reports   []*report // one for each build
	scenarios int
	lost      []string
	recorded  []*job
	took      time.Duration
}

// print prints what came of an engine with each build, and answers how much has passed and failed.
func (one *outcome) print(engine browser.Engine, dists []string, o options) (passed, failed int) {
	for build, report := range one.reports {
		fmt.Printf("%s, SDK %s, %s: %d scenarios (%d cases) in %d set-ups, %.1f s\n\n", engine, o.sdk, dists[build],
			one.scenarios, report.Cases, len(setups), one.took.Seconds())
		if build == 0 {
			for _, document := range one.lost {
				fmt.Printf("tried again: %s\n", document)
			}
		}
		p, f := report.print(os.Stdout, o.verbose)
		passed, failed = passed+p, failed+f
	}
	return passed, failed
}

func runIn(engine browser.Engine, number int, dists []string, sdkFile string, only *regexp.Regexp, o options) (r outcome) {
	start := time.Now()
	s, err := newServer(dists, o.script, sdkFile, o.sdk, only)
	if err != nil {
		return outcome{err: err}
	}
	defer s.close()
	if o.turns {
		s.turns = func(setup *Setup, scenario int) bool {
			return number == 0 && setup.Build == 0 || inTurn(setup, scenario, number)
		}
	}
	if r.reports, r.err = s.work(engine, max(1, o.jobs)); r.err != nil {
		return r
	}
	r.scenarios, r.lost, r.recorded = len(r.reports[0].rows()), s.lost(), s.results()
	r.took = time.Since(start)
	return r
}

// staleOf are the intended differences that were seen in no engine with the build.
func staleOf(found []outcome, build int) []string {
	stale := slices.Clone(found[0].reports[build].Stale)
	for _, one := range found {
		stale = slices.DeleteFunc(stale, func(id string) bool { return !slices.Contains(one.reports[build].Stale, id) })
	}
	return stale
}
