//go:build js && wasm

package bridge

import "errors"

// host is what wasm_exec.js lends: operations on the page that are tried, so that none throws.
type host struct {
	get, set, call, make, ask, text, object, entries, append, json, failure Value

	thrown   Value // what an operation answers instead of throwing
	settle   Value
	callback Value
	then     Value
}

var errThrown = errors.New("JavaScript threw")

func newHost(h Value) host {
	return host{
		get: h.member("get"), set: h.member("set"), call: h.member("call"), make: h.member("make"),
		ask: h.member("ask"), text: h.member("text"), object: h.member("object"),
		entries: h.member("entries"), append: h.member("append"), json: h.member("json"),
		failure: h.member("failure"),
		thrown:  h.member("THROWN"), settle: h.member("settle"), callback: h.member("callback"), then: h.member("then"),
	}
}

// try does an operation of the host's; the error says that the page's code threw.
func (h *host) try(operation Value, args ...any) (Value, error) {
	result := operation.invoke(args...)
	if result.equal(h.thrown) {
		return Value{}, errThrown
	}
	return result, nil
}

// at answers the value at the dotted path under root; undefined where a step is missing or throws.
func (h *host) at(root Value, path string) Value {
	v, _ := h.try(h.get, root, path)
	return v
}

// textAt answers the text of a string, number or boolean at the dotted path, "" for anything else.
func (h *host) textAt(root Value, path string) string {
	v, _ := h.try(h.text, root, path)
	return v.string()
}

// tag is what Object.prototype.toString says of a value, which holds across frames: "[object File]".
func (h *host) tag(window, v Value) string {
	tag, _ := h.try(h.call, window, "Object.prototype.toString.call", v)
	return tag.string()
}
