//go:build js && wasm

package js

// Value is a JavaScript value: a handle, the value's index in the page's table (values.js). The zero Value is undefined. The
// page keeps a value until the call of a method that it came with is over.
//
// It is a number because a number is cheap in both compilers: TinyGo writes every pointer to a shadow stack, and gives every
// js.Value of syscall/js a finalizer.
type Value int32

// The values that are always there.
const (
	// Undefined is JavaScript's undefined.
	Undefined Value = iota
	global
)

// Global returns the JavaScript global object: the page's window.
func Global() Value { return global }

// Get returns the member of this name; Undefined where v has no members or a getter throws.
func (v Value) Get(name string) Value {
	Trap()
	return get(v, name)
}

// Set sets the member of this name, and reports whether the object lets it.
func (v Value) Set(name string, w Value) (ok bool) {
	Trap()
	return set(v, name, w)
}
