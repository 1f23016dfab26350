//go:build js && wasm

// Command program does what its first argument says.
package main

import (
	"fmt"
	"os"
	"strings"
	"syscall/js"
)

func main() {
	host := js.Global().Get("host") // of our wasm_exec.js
	host.Call("start", js.FuncOf(func(js.Value, []js.Value) any { return nil }))
	fmt.Println("arguments", os.Args[1:], "GODEBUG", os.Getenv("GODEBUG"))
	switch os.Args[1] {
	case "exit":
		fmt.Print(strings.Repeat("x", 1<<20))
		fmt.Fprintln(os.Stderr, "to stderr")
		os.Exit(7)
	case "panic":
		panic("the program panics")
	case "hang":
		for {
		}
	case "wait":
		select {}
	}
}
