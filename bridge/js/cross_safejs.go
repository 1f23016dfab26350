//go:build js && wasm && !tinygo

package js

import "github.com/hack-pad/safejs"

// How a call crosses with the standard compiler: by safejs, which turns what is thrown into an error. A method's parameters
// cross as numbers, texts and booleans in a row, and its result as an array of these. The twin for TinyGo is in
// cross_tinygo.go.

// host has the page's functions: ask and start, see cross_safejs.js.
var host = function(safejs.Global(), "host")

// ask is the page's function that every method crosses by.
var ask = function(host, "ask")

// function returns a member that every page of ours has.
func function(of safejs.Value, name string) safejs.Value {
	v, err := of.Get(name)
	if err != nil {
		panic(err)
	}
	return v
}

// Ask calls the page's function of this name. For generated code.
func Ask(name string, args ...any) *Reader {
	list, err := ask.Invoke(append([]any{name}, args...)...)
	if err != nil {
		list = safejs.Undefined()
	}
	return &Reader{list: list}
}

// Reader reads what the page has written, in its order. What isn't there is zero. For generated code.
type Reader struct {
	list safejs.Value
	next int
}

func (r *Reader) read() safejs.Value {
	if r.list.IsUndefined() {
		return r.list
	}
	v, err := r.list.Index(r.next)
	if err != nil {
		return safejs.Undefined()
	}
	r.next++
	return v
}

// Int reads a number.
func (r *Reader) Int() int {
	n, _ := r.read().Int() // 0 with an error
	return n
}

// Bool reads a boolean.
func (r *Reader) Bool() bool {
	b, _ := r.read().Bool()
	return b
}

// Text reads a string.
func (r *Reader) Text() string {
	s := r.read()
	if s.Type() != safejs.TypeString {
		return ""
	}
	text, _ := s.String()
	return text
}

func get(v Value, name string) Value { return Value(Ask("get", int(v), name).Int()) }

func set(v Value, name string, w Value) bool { return Ask("set", int(v), name, int(w)).Bool() }

var resumeGo func(slot int, answer *Reader)

// OnResume sets what is called with what the page has written for a slot. For generated code.
func OnResume(resume func(slot int, answer *Reader)) { resumeGo = resume }

// Start lets the page in. It calls call with the call of a method: its id, above 0, the method's number and two arguments; and
// attach with two values when something about the page has changed.
func Start(call func(id, method int, argument, options Value), attach func(v, w Value)) {
	enter, err := safejs.FuncOf(func(_ safejs.Value, args []safejs.Value) any {
		r := [4]int{}
		for i := range min(len(args), len(r)) {
			r[i], _ = args[i].Int()
		}
		switch id := r[0]; {
		case id < 0:
			resumeGo(-id, &Reader{list: args[1]})
		case id > 0:
			call(id, r[1], Value(r[2]), Value(r[3]))
		default:
			attach(Value(r[2]), Value(r[3]))
		}
		return nil
	})
	if err == nil {
		_, err = function(host, "start").Invoke(enter.Value())
	}
	if err != nil {
		panic(err)
	}
}

// ReadList reads a slice's length and so many items; nil for none. For generated code.
func ReadList[T any](r *Reader, read func(*Reader) T) []T {
	var list []T
	for range r.Int() {
		list = append(list, read(r))
	}
	return list
}
