// Command bench holds the built module against the SDK, against plain JavaScript that does the same, and against a
// bare fetch, side by side in headless Chromium. It prints what it measured beside the targets, and fails where the
// TinyGo release misses one.
//
//	go -C web run ./prove/bench -tinygo ../build/dist-tinygo -go ../build/dist-go [-quick] [-json FILE] [-only REGEXP]
//	go -C web run ./prove/bench -against ../some/dist -tinygo ../build/dist-tinygo [-must 0.95] [-must-start 0.85] [-no-bars]
//
// The rows of salla-profile.twilight.js come first: most pages load it (storefront.go). Among them and among those of
// salla-profile.js one counts most: a cold start over a phone's network, from the moment when the browser asks for the
// script, its download included, until its methods can be called. What a start consists of is in a table of its own (pieces.go).
//
// Every figure that is a ratio comes of pairs that were measured one right after the other, so that a busy machine
// slows both sides; the first of each kind are dropped. Medians and quartiles are printed. The targets in
// milliseconds and bytes want a machine that does nothing else. The targets, and what each is held against, are in targets.go;
// web/docs/figures.md has a run of them. `make bench` builds what it measures; -quick takes a few minutes.
//
// With -against the build is held against another one, an earlier commit's: see against.go. That alone, unless -only asks
// for more (`make bench AGAINST=../some/dist` asks for everything).
package main

import (
	_ "embed"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"salla-profile/web/prove/bench/rig"
)

//go:embed plain.js
var plainScript []byte

// sdkScript is the SDK's script in its npm package, below web/.
const sdkScript = "node_modules/@salla.sa/twilight/dist/@salla.sa/twilight.min.js"

func main() {
	log.SetFlags(0)
	o := options{}
	flag.StringVar(&o.dist.tinygo, "tinygo", "../build/dist-tinygo", "the folder of the TinyGo build")
	flag.StringVar(&o.dist.standard, "go", "../build/dist-go", `the folder of the standard compiler's build, "" for none`)
	flag.StringVar(&o.sdk, "sdk", sdkScript, "the SDK's twilight.min.js")
	flag.BoolVar(&o.quick, "quick", false, "few samples: a few minutes, and only good to see what goes wrong")
	flag.StringVar(&o.json, "json", "", "write everything that was measured to this file")
	flag.StringVar(&o.against, "against", "", "the folder of another TinyGo build, to hold -tinygo against")
	flag.Float64Var(&o.must, "must", 0.95, "with -against: how much of the other build's time a call may take")
	flag.Float64Var(&o.mustStart, "must-start", 0.85, "with -against: how much of the other build's main thread a start may take")
	noBars := flag.Bool("no-bars", false, "with -against: only print, and fail nothing")
	only := flag.String("only", "", "measure only the rows whose name or title matches this regular expression")
	flag.Parse()
	o.bars = !*noBars
	if o.against != "" && *only == "" {
		*only, o.dist.standard = "^against", ""
	}
	var err error
	if o.only, err = regexp.Compile(*only); err != nil {
		log.Fatalf("bench: -only: %v", err)
	}
	missed, err := run(o)
	if err != nil {
		log.Fatalf("bench: %v", err)
	}
	if len(missed) > 0 {
		log.Fatalf("missed: %s", strings.Join(missed, "; "))
	}
}

type options struct {
	dist  struct{ tinygo, standard string }
	sdk   string
	quick bool
	json  string
	only  *regexp.Regexp

	against string  // a folder; "" for none
	must    float64 // of the median of its rows of calls

	mustStart float64
	bars      bool // whether they have a must
}

// run measures and reports; missed are the titles of the rows whose must the TinyGo build misses.
func run(o options) (missed []string, err error) {
	begin := time.Now()
	l := &lab{samples: full, rows: targets(), only: o.only, builds: []string{tinygo}, dists: map[string]string{tinygo: o.dist.tinygo, storefront: o.dist.tinygo}}
	if o.quick {
		l.samples = quick
	}
	if o.dist.standard != "" {
		l.builds, l.dists[standard] = append(l.builds, standard), o.dist.standard
	}
	if o.against != "" {
		l.dists[other], l.dists[otherStorefront] = o.against, o.against
		l.rows = append(l.rows, targetsAgainst(o)...)
	}
	if l.sdkFile, err = os.ReadFile(o.sdk); err != nil {
		return nil, fmt.Errorf("%w: `make npm` installs it", err)
	}
	if l.server, err = rig.NewServer(); err != nil {
		return nil, err
	}
	defer l.server.Close()
	if err = l.serve(); err != nil {
		return nil, err
	}
	if l.browser, err = rig.StartChromium(); err != nil {
		return nil, err
	}
	defer l.browser.Stop()

	about := environment(o, l)
	for _, part := range l.parts() {
		if !l.wants(part.rows...) {
			continue
		}
		fmt.Fprintf(os.Stderr, "%s …\n", part.name)
		if err = part.measure(); err != nil {
			return nil, fmt.Errorf("%s: %w", part.name, err)
		}
	}
	about.Seconds = time.Since(begin).Seconds()
	missed = l.print(os.Stdout, about)
	if o.json != "" {
		err = l.writeJSON(o.json, about)
	}
	return missed, err
}

// serve puts everything on the server.
func (l *lab) serve() error {
	for build, dist := range l.dists {
		if err := l.server.AddMarked("/"+build, dist, script(build, dist)); err != nil {
			return err
		}
		l.server.AddCallPages(build, true)
	}
	l.server.AddFrames()
	if err := l.server.AddScript("/sdk.js", l.sdkFile); err != nil {
		return err
	}
	if err := l.server.AddScript("/plain.js", plainScript); err != nil {
		return err
	}
	l.addStartPages()
	if l.wants(l.phoneRows()...) { // the SDK is packed for seconds
		return l.addPhoneFiles()
	}
	return nil
}

func readDist(dist, name string) ([]byte, error) { return os.ReadFile(filepath.Join(dist, name)) }
