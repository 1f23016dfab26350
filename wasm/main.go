//go:build js && wasm

// Command wasm is the module of a page: it connects the rules of salla.profile to the page that it
// runs on, and serves it until the page goes.
package main

import "salla-profile/bridge"

// In init, because TinyGo without a scheduler runs no main: the page calls, we serve.
func init() { bridge.Start() }
