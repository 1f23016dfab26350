package bundle

import "strings"

// mangled are names of properties that only this project's JavaScript has and sees, which the script has shorter ones for: of
// records that cross the wire, and of objects between the loader and wasm_exec.js. Not among them are the wire's methods, which the
// module imports by name, and members of what is kept for the next page, which another version reads.
//
// TestMangled holds them to be nobody else's.
var mangled = []string{
	"alignment", "announced", "answered", "begun", "callback", "chosen", "copied", "died", "drop", "encoded", "exposure", "failure", "forget",
	"functions", "given", "handles", "hold", "holder", "holds", "identifies", "isSent", "leaving", "loadAt", "members", "needs", "plain", "problem",
	"quiet", "reacts", "schema", "since", "slow", "stopped", "storeAt", "take", "theirs", "tokenLater", "verb", "who", "xsrf",
}

// mangledNames is what esbuild takes them by.
func mangledNames() string { return "^(" + strings.Join(mangled, "|") + ")$" }
