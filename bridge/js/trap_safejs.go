//go:build js && wasm && trap && !tinygo

package js

// reserve does nothing: no test fills the standard compiler's memory (web/prove/test/faults/dying.js).
func reserve() {}
