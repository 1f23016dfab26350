//go:build js && wasm

package bridge

import "salla-profile/profile"

// host is what wasm_exec.js lends: operations on the page that are tried, so that none throws into Go.
// Every operation takes a text and up to five values: with so few shapes a call costs few bytes.
type host struct {
	do       Value // the function that does them all
	thrown   Value // what it answers where the page threw
	window   Value
	page     Value // what the loader lends
	callback Value
	null     Value
}

// operation is the number of one of the operations in wasm_exec.js, which are documented there.
type operation int

const (
	opGet operation = iota
	opSet
	opCall
	opMake
	opAsk
	opText
	opObject
	opEntries
	opAppend
	opJSON
	opFailure
	opThen
	opSettle
)

// try does an operation; not ok says that the page's code threw.
//
//go:noinline
func (h *host) try(o operation, text string, v, w, x, y, z Value) (result Value, ok bool) {
	result = h.do.invoke(int(o), text, v, w, x, y, z)
	if result.equal(h.thrown) {
		return Value{}, false
	}
	return result, true
}

// at answers the value at the dotted path under root; undefined where a step is missing or throws.
func (h *host) at(root Value, path string) Value {
	v, _ := h.try(opGet, path, root, Value{}, Value{}, Value{}, Value{})
	return v
}

// textAt answers the text of a string, number or boolean at the dotted path, "" for anything else.
func (h *host) textAt(root Value, path string) string {
	v, _ := h.try(opText, path, root, Value{}, Value{}, Value{}, Value{})
	return v.string()
}

// set sets root's member.
func (h *host) set(root Value, member string, v Value) {
	h.try(opSet, member, root, v, Value{}, Value{}, Value{})
}

// call calls the function at the dotted path under root, on the object that holds it. Arguments that
// are Value{} at the end are left out.
func (h *host) call(root Value, path string, v, w, x Value) (Value, bool) {
	return h.try(opCall, path, root, v, w, x, Value{})
}

// make is new class(v), of the window's class; without an argument for Value{}.
func (h *host) make(class string, v Value) (Value, bool) {
	return h.try(opMake, class, h.window, v, Value{}, Value{}, Value{})
}

// object makes an object. A line of members is "name\ttext", or "name" for one of the values in turn.
func (h *host) object(members string, v, w, x, y Value) Value {
	o, _ := h.try(opObject, members, v, w, x, y, Value{})
	return o
}

// texts makes an object of texts alone.
func (h *host) texts(fields []profile.Field) Value {
	return h.object(pack(fields), Value{}, Value{}, Value{}, Value{})
}

// tag is what Object.prototype.toString says of a value, which holds across frames: "[object File]".
func (h *host) tag(v Value) string {
	tag, _ := h.call(h.window, "Object.prototype.toString.call", v, Value{}, Value{})
	return tag.string()
}
