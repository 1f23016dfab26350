// Command parity runs the same theme code on a page with the SDK alone and on a page with the module over it,
// in real browsers, and fails on every difference that is not in intended.js.
//
//	go -C web run ./parity -dist ../build/dist-tinygo -engines chromium,firefox,webkit
//
// The scenarios are in scenarios/, what is recorded in page/recorder.js.
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
	"time"

	"salla-profile/web/browser"
)

// sdkVersion is the SDK that the module is held against unless another one is asked for.
const sdkVersion = "2.14.570"

func main() {
	log.SetFlags(0)
	dist := flag.String("dist", "../dist", "the folder of the module under test")
	engineList := flag.String("engines", "all", "chromium, firefox, webkit, a list of them, or all")
	sdk := flag.String("sdk", sdkVersion, "the SDK's version: the installed one, or fetched from npm into build/sdk")
	only := flag.String("only", "", "run only the scenarios that match this regular expression")
	jsonFile := flag.String("json", "", "write all that was recorded to this file")
	jobs := flag.Int("jobs", 2, "how many browsers work at once")
	verbose := flag.Bool("v", false, "also print what differs where it is intended")
	flag.Parse()
	ok, err := run(options{
		dist: *dist, engines: *engineList, sdk: *sdk, only: *only, jsonFile: *jsonFile, jobs: *jobs, verbose: *verbose,
	})
	if err != nil {
		log.Fatalf("parity: %v", err)
	}
	if !ok {
		os.Exit(1)
	}
}

type options struct {
	dist, engines, sdk, only, jsonFile string
	jobs                               int
	verbose                            bool
}

func run(o options) (ok bool, err error) {
	engines, err := browser.ParseEngines(o.engines)
	if err != nil {
		return false, err
	}
	for _, engine := range engines {
		err = errors.Join(err, browser.Available(engine))
	}
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

	passed, failed := 0, 0
	all := map[string]any{}
	var stale []string // intended, and seen in no engine
	for _, engine := range engines {
		start := time.Now()
		s, err := newServer(o.dist, sdkFile, o.sdk, only)
		if err != nil {
			return false, err
		}
		report, err := s.work(engine, max(1, o.jobs))
		s.close()
		if err != nil {
			return false, fmt.Errorf("%s: %w", engine, err)
		}
		fmt.Printf("%s, SDK %s, %s: %d scenarios (%d cases) in %d set-ups, %.1f s\n\n", engine, o.sdk, o.dist,
			len(s.jobs)/len(setups), report.Cases, len(setups), time.Since(start).Seconds())
		for _, document := range s.lost() {
			fmt.Printf("tried again: %s\n", document)
		}
		p, f := report.print(os.Stdout, o.verbose)
		if len(all) == 0 {
			stale = report.Stale
		}
		stale = slices.DeleteFunc(stale, func(id string) bool { return !slices.Contains(report.Stale, id) })
		passed, failed = passed+p, failed+f
		all[string(engine)] = map[string]any{"report": report, "recorded": s.results()}
	}
	if o.jsonFile != "" {
		text, err := json.MarshalIndent(all, "", " ")
		if err != nil {
			return false, err
		}
		if err := os.WriteFile(o.jsonFile, text, 0o644); err != nil {
			return false, err
		}
	}
	if o.only == "" && o.sdk == sdkVersion {
		for _, id := range stale {
			fmt.Printf("intended:%s was seen nowhere\n", id)
		}
		failed += len(stale)
	}
	fmt.Printf("%d passed, %d failed\n", passed, failed)
	return failed == 0, nil
}
