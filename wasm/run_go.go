//go:build js && wasm && !tinygo

package main

// The standard compiler's program ends with main, so main never does.
func main() { select {} }
