//go:build js && wasm && !tinygo

package main

func main() { select {} }
