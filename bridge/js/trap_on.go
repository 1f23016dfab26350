//go:build js && wasm && trap

package js

// Trap dies at a crossing of the page's choice: it reads window.trap, whose getter counts the crossings down, and returns undefined or
// an object with a member that says how to die: panic, stack or memory. For tests of what a page sees then; never in a release.
func Trap() {
	switch how := get(global, "trap"); {
	case how == Undefined:
	case get(how, "stack") != Undefined:
		overflow(0)
	case get(how, "memory") != Undefined:
		reserve()
		for {
			hoard = append(hoard, make([]byte, 64<<20))
		}
	default:
		panic("trap")
	}
}

var hoard [][]byte

// overflow recurses until the stack ends. What it asks of the page afterwards keeps the compiler from making a loop of it.
func overflow(n int) int { return overflow(n+1) + int(get(global, "length")) }
