//go:build js && wasm && !tinygo

package bridge

import "github.com/hack-pad/safejs"

// Value is a JavaScript value. With the standard compiler it is safejs's, which turns what is thrown into
// an error; its twin for TinyGo is in value_tinygo.go.
type Value struct{ js safejs.Value }

func global() Value { return Value{safejs.Global()} }

func (v Value) kind() kind { return kind(v.js.Type()) }

func (v Value) equal(w Value) bool { return v.js.Equal(w.js) }

// valueOf is the JavaScript value of a number, text or boolean.
func valueOf(x any) Value {
	v, _ := safejs.ValueOf(x)
	return Value{v}
}

// text is v's, which is a string.
func (v Value) text() string {
	s, _ := v.js.String()
	return s
}

// number is v's, which is a number.
func (v Value) number() float64 {
	n, _ := v.js.Float()
	return n
}

// isFalse: v, which is a boolean, is false.
func (v Value) isFalse() bool {
	is, _ := v.js.Bool()
	return !is
}

// member is v's, an object of the host's: no getter of the page's is behind it.
func (v Value) member(name string) Value {
	m, err := v.js.Get(name)
	if err != nil {
		return Value{safejs.Undefined()}
	}
	return Value{m}
}

// invoke calls v, a function of the host's, which doesn't throw.
func (v Value) invoke(args ...any) Value {
	for i, arg := range args {
		if w, ok := arg.(Value); ok {
			args[i] = w.js
		}
	}
	result, err := v.js.Invoke(args...)
	if err != nil {
		return Value{safejs.Undefined()}
	}
	return Value{result}
}

// funcOf makes a JavaScript function of fn that is never released.
func funcOf(fn func(args []Value)) Value {
	f, err := safejs.FuncOf(func(_ safejs.Value, args []safejs.Value) any {
		values := make([]Value, len(args))
		for i, arg := range args {
			values[i] = Value{arg}
		}
		fn(values)
		return nil
	})
	if err != nil {
		panic(err)
	}
	return Value{f.Value()}
}
