//go:build js && wasm

package bridge

import "salla-profile/profile"

// host is what host.js lends: operations on the page that are tried, so that none throws into Go.
// Every operation takes a text and up to five values: with so few shapes a call costs few bytes.
type host struct {
	do   function // does an operation that answers a value, or a number
	tell function // does one that answers a text
}

// operation is the number of one of the operations in host.js, which are documented there: the place in its list.
// TestOperations compares them.
type operation int

const (
	// values
	opGet operation = iota
	opSet
	opCall
	opMake
	opString
	opNumber
	opObject
	opEntries
	opAppend
	opJSON
	opMultipart
	opFields
	opAny
	opFailure
	opPick
	opSend
	opAnnounce
	opRequest
	opThen
	opCallback
	opSettle
	// numbers
	opInteger
	opClassIn
)

const (
	// texts
	tellText operation = iota
	tellAll
)

// threw is what an operation answers where the page's code threw.
const threw = -1

// Two values that are always there.
const (
	window = Value(0<<3 | objectKind)
	page   = Value(1<<3 | objectKind) // what the loader lends
)

// try does an operation; not ok says that the page's code threw.
//
//go:noinline
func (h *host) try(o operation, text string, v, w, x, y, z Value) (result Value, ok bool) {
	h.trap()
	n := h.do.number(o, text, v, w, x, y, z)
	if n == threw {
		return undefined, false
	}
	return Value(n), true
}

// at answers the value at the dotted path under root; undefined where a step is missing or throws.
func (h *host) at(root Value, path string) Value {
	v, _ := h.try(opGet, path, root, undefined, undefined, undefined, undefined)
	return v
}

// text answers the text of the string, number or boolean at the dotted path ("": root itself), "" for
// anything else.
//
//go:noinline
func (h *host) text(root Value, path string) string { return h.tell.text(tellText, path, root) }

// integer answers the number at the dotted path, 0 for anything else.
func (h *host) integer(root Value, path string) int {
	return max(0, h.do.number(opInteger, path, root, undefined, undefined, undefined, undefined))
}

// set sets root's member.
func (h *host) set(root Value, member string, v Value) {
	h.try(opSet, member, root, v, undefined, undefined, undefined)
}

// call calls the function at the dotted path under root, on the object that holds it. Arguments that
// are undefined at the end are left out.
func (h *host) call(root Value, path string, v, w, x Value) (Value, bool) {
	return h.try(opCall, path, root, v, w, x, undefined)
}

// make is new class(v), of the window's class; without an argument for undefined.
func (h *host) make(class string, v Value) (Value, bool) {
	return h.try(opMake, class, window, v, undefined, undefined, undefined)
}

// string is the JavaScript value of a text.
func (h *host) string(text string) Value {
	v, _ := h.try(opString, text, undefined, undefined, undefined, undefined, undefined)
	return v
}

// number is the JavaScript value of n.
func (h *host) number(n int) Value {
	v, _ := h.try(opNumber, "", Value(n), undefined, undefined, undefined, undefined)
	return v
}

// object makes an object. A line of members is "name\ttext", or "name" for one of the values in turn.
func (h *host) object(members string, v, w, x, y Value) Value {
	o, _ := h.try(opObject, members, v, w, x, y, undefined)
	return o
}

// texts makes an object of texts alone.
func (h *host) texts(fields []profile.Field) Value {
	return h.object(pack(fields), undefined, undefined, undefined, undefined)
}

// json is a value as JSON, null where there is a file inside, or the error why it can't be.
func (h *host) json(v Value) Value {
	text, _ := h.try(opJSON, "", v, undefined, undefined, undefined, undefined)
	return text
}

// parse is the value of JSON.
func (h *host) parse(text Value) (Value, bool) {
	return h.call(window, "JSON.parse", text, undefined, undefined)
}

// entries are the members of an object: name, value, name, value, …
func (h *host) entries(v Value) (list Value, length int) {
	list, _ = h.try(opEntries, "", v, undefined, undefined, undefined, undefined)
	return list, h.integer(list, "length")
}

// class of an object, by what Object.prototype.toString says: that holds across frames.
type class int

const (
	otherClass class = iota - 1
	objectClass
	formDataClass
	formClass
	paramsClass
)

func (h *host) class(v Value) class {
	const names = "Object.FormData.HTMLFormElement.URLSearchParams"
	return class(h.do.number(opClassIn, names, v, undefined, undefined, undefined, undefined))
}

// falsy as JavaScript has it, for what JSON can give.
func (h *host) falsy(v Value) bool {
	switch v.kind() {
	case undefinedKind, nullKind, falseKind:
		return true
	case numberKind:
		return h.text(v, "") == "0"
	case stringKind:
		return h.text(v, "") == ""
	}
	return false
}

// valueIn is the JavaScript value of the rules' value: theirs, undefined for nil, or a text's.
func (h *host) valueIn(v profile.Value) Value {
	switch v := v.(type) {
	case Value:
		return v
	case string:
		return h.string(v)
	}
	return undefined
}
