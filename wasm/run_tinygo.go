//go:build js && wasm && tinygo

package main

// Not called: the page calls _initialize, which runs init.
func main() {}
