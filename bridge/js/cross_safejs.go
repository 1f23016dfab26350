//go:build js && wasm && !tinygo

package js

import "github.com/hack-pad/safejs"

// How a call crosses with the standard compiler: as safejs's, which turns what is thrown into an error.
// The twin for TinyGo is in cross_tinygo.go.

// function is a function of the host's.
type function struct{ js safejs.Value }

// hostFunction is the host's function of this name.
func hostFunction(name string) function {
	host, err := safejs.Global().Get("host")
	if err == nil {
		host, err = host.Get(name)
	}
	if err != nil {
		panic(err) // not on a page of ours
	}
	return function{host}
}

// number calls f, which answers a number.
func (f function) number(o Operation, text string, a Args) int {
	result, err := f.js.Invoke(int(o), text, int(a[0]), int(a[1]), int(a[2]), int(a[3]), int(a[4]))
	if err != nil {
		return threw
	}
	n, err := result.Int()
	if err != nil {
		return threw
	}
	return n
}

// text calls f, which answers a string.
func (f function) text(o Operation, text string, v Value) string {
	result, err := f.js.Invoke(int(o), text, int(v))
	if err != nil {
		return ""
	}
	s, _ := result.String()
	return s
}

// start gives the host the one function that enters Go: four numbers, see Start.
func start(enter func(id, a, b, c int)) {
	f, err := safejs.FuncOf(func(_ safejs.Value, args []safejs.Value) any {
		var n [4]int
		for i := range n {
			n[i], _ = args[i].Int()
		}
		enter(n[0], n[1], n[2], n[3])
		return nil
	})
	if err == nil {
		_, err = hostFunction("start").js.Invoke(f.Value())
	}
	if err != nil {
		panic(err)
	}
}
