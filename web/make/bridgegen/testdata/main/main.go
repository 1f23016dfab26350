//go:build js && wasm

// Command main calls each method of the page with nothing, and then with what that returned.
package main

import (
	"echo/bridge"
	"echo/echo"

	"salla-profile/bridge/js"
)

var (
	page bridge.Page
	kept []string
)

// In init, because TinyGo without a scheduler runs no main.
func init() {
	js.Global().Set("started", js.Global().Get("starts"))
	js.Start(call, func(_, _ js.Value) { page.Text("attached") })
}

var calls = []func(v echo.Value){
	func(echo.Value) { page.Text(page.Text("")) },
	func(echo.Value) { page.Flag(page.Flag(false)) },
	func(echo.Value) { page.Number(page.Number(0)) },
	func(echo.Value) { page.Kind(page.Kind(0)) },
	func(echo.Value) { page.Value(page.Value(0)) },
	func(echo.Value) { page.StoreIDs(page.StoreIDs(nil)) },
	func(echo.Value) { page.Numbers(page.Numbers(nil)) },
	func(echo.Value) { page.Flags(page.Flags(nil)) },
	func(echo.Value) { page.Values(page.Values(nil)) },
	func(echo.Value) { page.Fields(page.Fields(nil)) },
	func(echo.Value) { e := page.Everything(nil); page.Everything(e) },
	func(echo.Value) { page.Nothing() },
	func(echo.Value) {
		say := func(before string) func(*echo.Answer) {
			return func(a *echo.Answer) {
				page.Everything(&echo.Everything{On: a.OK, Text: before + a.Text, Value: a.Value, Entries: a.Entries})
			}
		}
		page.Ask("a question", say("done "), say("failed "))
	},
	func(v echo.Value) {
		page.Text(string(page.Mixed(true, "a constant", v, []string{"a", ""}, &echo.Field{Name: "n", Value: "v"}, 7)))
	},
	func(echo.Value) {
		page.SendJSON("{}", &echo.Only{Kinds: []echo.Kind{page.SendJSON("", nil)[0].Kinds[1]}})
	},
	// Keeps what it is given over collections.
	func(echo.Value) { kept = append(kept, page.Text("")); page.StoreIDs(kept) },
	func(v echo.Value) {
		page.Flag(js.Value(v).Set("copy", js.Value(v).Get("one")))
		page.Flag(js.Undefined.Set("x", js.Global()))
		page.Value(echo.Value(js.Undefined.Get("x").Get("y")))
	},
	func(echo.Value) { panic("dies") },
	// Parts of a constant, and half a letter.
	func(echo.Value) {
		page.Text(constant)
		page.Text(constant[1:])
		page.Text(constant[:len(constant)-1])
	},
	func(echo.Value) { page.Refs(page.Refs(nil)) },
}

const constant = "constant ش"

func call(_, method int, argument, _ js.Value) { calls[method](echo.Value(argument)) }
