//go:build js && wasm && tinygo

package bridge

import "syscall/js"

// Value is a JavaScript value; nil is undefined. TinyGo has no recover, so safejs can't catch anything
// there: what may throw is done by the host's guard (host.go), and a value's kind is looked at before it
// is converted. Its twin for the standard compiler is in value_safejs.go.
//
// It is one word, which an interface holds without an allocation: that halves the code of a call.
type Value struct{ js *js.Value }

func wrap(v js.Value) Value { return Value{&v} }

func global() Value { return wrap(js.Global()) }

func (v Value) kind() kind {
	if v.js == nil {
		return undefinedKind
	}
	return kind(v.js.Type())
}

func (v Value) equal(w Value) bool { return v.js != nil && w.js != nil && v.js.Equal(*w.js) }

// valueOf is the JavaScript value of a number, text or boolean.
func valueOf(x any) Value { return wrap(js.ValueOf(x)) }

// text is v's, which is a string.
func (v Value) text() string { return v.js.String() }

// number is v's, which is a number.
func (v Value) number() float64 { return v.js.Float() }

// isFalse: v, which is a boolean, is false.
func (v Value) isFalse() bool { return !v.js.Bool() }

// member is v's, an object of the host's: no getter of the page's is behind it.
func (v Value) member(name string) Value { return wrap(v.js.Get(name)) }

// invoke calls v, a function of the host's, which doesn't throw.
func (v Value) invoke(args ...any) Value {
	for i, arg := range args {
		if w, ok := arg.(Value); ok {
			args[i] = js.Undefined()
			if w.js != nil {
				args[i] = *w.js
			}
		}
	}
	return wrap(v.js.Invoke(args...))
}

// funcOf makes a JavaScript function of fn that is never released.
func funcOf(fn func(args []Value)) Value {
	f := js.FuncOf(func(_ js.Value, args []js.Value) any {
		values := make([]Value, len(args))
		for i := range args {
			values[i] = Value{&args[i]}
		}
		fn(values)
		return nil
	})
	return wrap(f.Value)
}
