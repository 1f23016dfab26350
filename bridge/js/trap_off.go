//go:build js && wasm && !trap

package js

// Trap is where a test build (tag trap) can be told to die: at the beginning of every crossing.
func Trap() {}
