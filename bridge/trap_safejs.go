//go:build js && wasm && trap && !tinygo

package bridge

func reserve() {}
