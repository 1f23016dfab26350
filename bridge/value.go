//go:build js && wasm

// Package bridge is the only Go that touches JavaScript: values, calls that may throw, promises, fetch,
// events, the SDK's config and headers. Nothing throws out of it, and nothing blocks.
package bridge

// kind is a value's type, numbered as syscall/js does.
type kind int

const (
	undefinedKind kind = iota
	nullKind
	booleanKind
	numberKind
	stringKind
	symbolKind
	objectKind
	functionKind
)

// falsy as JavaScript has it, for what JSON can give.
func (v Value) falsy() bool {
	switch v.kind() {
	case undefinedKind, nullKind:
		return true
	case booleanKind:
		return v.isFalse()
	case numberKind:
		return v.number() == 0
	case stringKind:
		return v.text() == ""
	}
	return false
}

// string answers a string's text, and "" for anything else.
func (v Value) string() string {
	if v.kind() == stringKind {
		return v.text()
	}
	return ""
}
