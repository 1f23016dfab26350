//go:build js && wasm && trap

package bridge

// trap dies at an operation of the page's choice: window.trapAfter counts the operations down, and
// window.trapHow says how to die. For tests of what a page sees then; never in a release.
func (h *host) trap() {
	if busy || h.integer(window, "trapAfter") == 0 {
		return
	}
	busy = true // the operations below are not counted
	left := h.integer(window, "trapAfter") - 1
	h.set(window, "trapAfter", h.number(left))
	how := h.text(window, "trapHow")
	busy = false
	if left > 0 {
		return
	}
	switch how {
	case "stack":
		h.overflow(0)
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
func (h *host) overflow(n int) int { return h.overflow(n+1) + h.integer(window, "length") }
