//go:build js && wasm && !trap

package js

// trap is where a test build (tag trap) can be told to die.
func trap() {}
