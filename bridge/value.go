//go:build js && wasm

// Package bridge is the only Go that touches JavaScript: values, calls that may throw, promises, fetch,
// events, the SDK's config and headers. Nothing throws out of it, and nothing blocks.
package bridge

// Value is a JavaScript value: its place in the host's table, and in the last three bits its kind. The
// host keeps what a place holds until the call that it came with is over.
//
// It is a number because a number is cheap in both compilers: TinyGo writes every pointer to a shadow
// stack, and gives every js.Value a finalizer.
type Value int32

// kind is a value's type.
type kind int32

const (
	undefinedKind kind = iota
	nullKind
	falseKind
	trueKind
	numberKind
	stringKind
	objectKind // and what is neither of these: symbols, bigints
	functionKind
)

// The values that need no place.
const (
	undefined = Value(undefinedKind)
	null      = Value(nullKind)
	yes       = Value(trueKind)
)

func (v Value) kind() kind { return kind(v & 7) }

// boolean is the JavaScript value of b.
func boolean(b bool) Value {
	if b {
		return yes
	}
	return Value(falseKind)
}
