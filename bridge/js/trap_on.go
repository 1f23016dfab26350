//go:build js && wasm && trap

package js

// trap dies at an operation of the page's choice: window.trapAfter counts the operations down, and
// window.trapHow says how to die. For tests of what a page sees then; never in a release.
func trap() {
	if busy || Window.Int("trapAfter") == 0 {
		return
	}
	busy = true // the operations below are not counted
	left := Window.Int("trapAfter") - 1
	Window.Set("trapAfter", Number(left))
	how := Window.Text("trapHow")
	busy = false
	if left > 0 {
		return
	}
	switch how {
	case "stack":
		overflow(0)
	case "memory":
		reserve()
		for {
			hoard = append(hoard, make([]byte, 64<<20))
		}
	default:
		panic("trap")
	}
}

var (
	busy  bool // with the operations of trap itself
	hoard [][]byte
)

// overflow recurses until the stack ends. What it asks of the page afterwards keeps the compiler from
// making a loop of it.
func overflow(n int) int { return overflow(n+1) + Window.Int("length") }
