//go:build js && wasm && !trap

package bridge

// trap is where a test build (tag trap) can be told to die.
func (h *host) trap() {}
