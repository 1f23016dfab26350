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

// missing: undefined or null.
func (v Value) missing() bool { return v.kind() <= nullKind }

// string answers a string's text, and "" for anything else.
func (v Value) string() string {
	if v.kind() == stringKind {
		return v.text()
	}
	return ""
}
