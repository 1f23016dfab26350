//go:build js && wasm && tinygo

package bridge

import "syscall/js"

// How a call crosses with TinyGo, which has no recover, so that safejs can't catch anything there: only
// the host's own functions are called, and these never throw (wasm_exec.js). The twin for the standard
// compiler is in cross_safejs.go.

// function is a function of the host's.
type function struct{ js js.Value }

// lent is the host's function of this name.
func lent(name string) function { return function{js.Global().Get("host").Get(name)} }

// number calls f, which answers a number.
func (f function) number(o operation, text string, v, w, x, y, z Value) int {
	return f.js.Invoke(int(o), text, int(v), int(w), int(x), int(y), int(z)).Int()
}

// text calls f, which answers a string.
func (f function) text(o operation, text string, v Value) string {
	return f.js.Invoke(int(o), text, int(v)).String()
}

// start gives the host the one function that enters Go: four numbers, see Bridge.enter.
func start(enter func(id, a, b, c int)) {
	lent("start").js.Invoke(js.FuncOf(func(_ js.Value, args []js.Value) any {
		enter(args[0].Int(), args[1].Int(), args[2].Int(), args[3].Int())
		return nil
	}))
}
