//go:build js && wasm && tinygo

package main

import _ "unsafe" // for go:linkname

// Not called: the page calls _initialize, which runs init.
func main() {}

//go:linkname handleEvent syscall/js.handleEvent
func handleEvent() bool

// resume is what the compiler's wasm_exec.js calls for a JavaScript event; without a scheduler TinyGo
// doesn't export one.
//
//go:wasmexport resume
func resume() { handleEvent() }
