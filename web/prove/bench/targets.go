package main

// The columns of the table: what a figure is of.
const (
	tinygo     = "tinygo"     // salla-profile.js of the release
	storefront = "storefront" // its salla-profile.twilight.js, for pages with the SDK
	standard   = "go"
	plain      = "plain" // JavaScript that does the same: the limit
	sdk        = "sdk"
)

// row is one line of the table.
type row struct {
	ID, Title string
	Of        string  `json:",omitempty"` // the column that must and aim are for; tinygo where it isn't said
	Unit      string  // "×": a ratio; otherwise the unit of the figures and of must and aim
	Must, Aim float64 // at most; no target where Must is none
	Part      bool    `json:",omitempty"` // of a start: in the table of these
	Against   string  // what a ratio is to
	Figures   map[string]*figure
	Note      string `json:",omitempty"`
}

// none is the Must of a row that only informs.
const none = -1

// What the scripts may weigh at brotli 11: the target of issue 27, and what later issues may add to it. (The ceilings of
// web/prove/budget are what they weigh now.)
const (
	sdkBytes       = 94_513.0 // the SDK's script
	everywhereMost = 20_300 + 1_100 + 900
	storefrontGoal = 15_590
	storefrontMost = storefrontGoal + 600 + 450 + 450
)

// targets are the rows without figures, in order.
func targets() []*row {
	ratio := "×"
	return append(storefrontTargets(), []*row{
		{ID: "phone", Title: "script asked for → ready, cold, 150 ms, 1.6 Mbit/s, 4×", Against: "SDK: → salla::created", Unit: ratio, Must: 0.40, Aim: 0.33},
		{ID: "phone-plain", Title: "  the same, against plain JavaScript", Against: "plain JavaScript", Unit: ratio, Must: 1.7, Aim: 1.4},
		{ID: "bytes", Title: "all that a page loads (release: one file), brotli 11", Against: "twilight.min.js", Unit: ratio, Must: everywhereMost / sdkBytes, Aim: 0.203},
		{ID: "start", Title: "script start → ready, cold, no network, 4×", Against: "SDK: → salla::created", Unit: ratio, Must: 0.40, Aim: 0.25},
		{ID: "start-navigation", Title: "  the same from navigation", Against: "SDK", Unit: ratio, Must: none},
		{ID: "task", Title: "longest task of the start, 4× throttle", Unit: "ms", Must: 50, Aim: 20},
		{ID: "task-worked", Title: "  the same in processor time", Unit: "ms", Must: none},
		{ID: "lazy", Title: "page load beside the SDK, cold, 4×, data-lazy", Against: "without data-lazy", Unit: ratio, Must: none},
		{ID: "call-sdk", Title: "call → resolved, local API", Against: "the SDK's method", Unit: ratio, Must: 1.05, Aim: 0.95},
		{ID: "main-thread", Title: "main thread a call (TaskDuration)", Against: "the SDK's method", Unit: ratio, Must: 1.10, Aim: 1.00},
		{ID: "stub-sdk", Title: "call → resolved, stubbed, over the SDK", Against: "the SDK's method", Unit: ratio, Must: none},
		{ID: "stub-plain", Title: "call → resolved, stubbed transport", Against: "plain JavaScript", Unit: ratio, Must: 15, Aim: 8},
		{ID: "stub-light", Title: "  the same, an object for a Response", Against: "plain JavaScript", Unit: ratio, Must: none},
		{ID: "call-fetch", Title: "call → resolved, local API", Against: "fetch() + json(), same request", Unit: ratio, Must: 1.15, Aim: 1.05},
		{ID: "call-fetch-light", Title: "  the same", Against: "without the SDK's headers", Unit: ratio, Must: none},
		{ID: "wasm-1", Title: "wasm memory after the calls, one by one", Unit: "KB", Must: 1024, Aim: 256},
		{ID: "wasm-1-grown", Title: "  grown since the warm-up", Unit: "KB", Must: 0, Aim: 0},
		{ID: "wasm-50", Title: "wasm memory after the calls, 50 at a time", Unit: "KB", Must: 1024, Aim: 256},
		{ID: "wasm-50-grown", Title: "  grown since the warm-up", Unit: "KB", Must: 0, Aim: 0},
		{ID: "heap", Title: "JS heap kept a call, one by one", Unit: "B", Must: 64, Aim: 16},
		{ID: "heap-50", Title: "JS heap kept a call, 50 at a time", Unit: "B", Must: 64, Aim: 16},
		{ID: "heap-sdk", Title: "JS heap kept a call, over the SDK", Unit: "B", Must: none},
	}...)
}

// amount is how much a run measures.
type amount struct {
	phones        int // fresh pages of each kind over a phone's network, the first dropped
	phonesOther   int // those that have no bar
	starts        int // fresh pages of each kind, the first dropped
	tasks         int // traced ones
	lazy          int // page loads of each kind, the first dropped
	browsers      int // for calls, one after the other
	storefront    int // browsers for its calls
	browsersOther int // of the standard compiler's build
	samples       int // of calls in each
	repeat        int // rounds of calls in a sample, with the network stubbed
	blocks        int // of main-thread time in each
	soak          int // calls
	warmUp        int // calls before a soak, without a network
	soakOther     int // calls of a soak of what has no target

	against       int // browsers for -against, one after the other
	startsAgainst int // starts of each build for -against, the first dropped
	warmRounds    int // of a pair of blocks of each row in each, before those that count
	rounds        int
}

var (
	full  = amount{phones: 31, phonesOther: 11, starts: 13, tasks: 11, lazy: 7, browsers: 10, storefront: 12, browsersOther: 3, samples: 70, repeat: 10, blocks: 8, soak: 100_000, warmUp: 5_000, soakOther: 20_000, against: 5, startsAgainst: 25, warmRounds: 15, rounds: 80}
	quick = amount{phones: 4, phonesOther: 3, starts: 4, tasks: 3, lazy: 3, browsers: 2, storefront: 2, browsersOther: 1, samples: 20, repeat: 5, blocks: 4, soak: 5_000, warmUp: 2_000, soakOther: 2_000, against: 2, startsAgainst: 4, warmRounds: 8, rounds: 10}
)
