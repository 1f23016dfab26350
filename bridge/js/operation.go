//go:build js && wasm

package js

// Operation is the number of something that Go may ask of the page: the place in the lists of host.js, which documents each
// under its name. Those of another package begin at Others. TestOperations compares the lists.
type Operation int

const (
	// values
	opGet Operation = iota
	opSet
	opCall
	opMake
	opString
	opObject
	opEntries
	opAny
	opJSON
	opThen
	opCallback
	// Others is the first of another package's operations.
	Others
)

const (
	// numbers
	opInteger Operation = -1 - iota
	opClassIn
)

const (
	// texts
	tellText Operation = iota
	tellAll
)

// Args are the values that an operation or a call gets, in order: Args{v, w}. What isn't named is undefined.
type Args [5]Value

// host is what the page lends: two functions, which try, so that nothing throws into Go. With so few shapes a call costs few
// bytes.
var host = struct {
	do   function // an operation that answers a value, or a number
	tell function // one that answers a text
}{hostFunction("do"), hostFunction("tell")}

// threw is what an operation answers where the page's code threw.
const threw = -1

// Do does an operation that answers a value, with a text and up to five values, as its comment in host.js or operations.js says.
// Not ok: the page's code threw, or there is no such function.
//
//go:noinline
func Do(o Operation, text string, a Args) (result Value, ok bool) {
	trap()
	n := host.do.number(o, text, a)
	if n == threw {
		return Undefined, false
	}
	return Value(n), true
}
