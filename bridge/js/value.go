//go:build js && wasm

package js

// Value is a JavaScript value: its place in the page's table, and in the last three bits its Type; below 0, a number of Go's own.
// The zero Value is undefined. The page keeps what a place holds until the call of a method that it came with is over.
//
// It is a number because a number is cheap in both compilers: TinyGo writes every pointer to a shadow stack, and gives every
// js.Value of syscall/js a finalizer.
type Value int32

// Type is a value's type.
type Type int32

// The types. TypeObject has also what is none of the others: symbols, and bigints.
const (
	TypeUndefined Type = iota
	TypeNull
	TypeFalse
	TypeTrue
	TypeNumber
	TypeString
	TypeObject
	TypeFunction
)

// The values that need no place.
const (
	Undefined = Value(TypeUndefined)
	Null      = Value(TypeNull)
	False     = Value(TypeFalse)
	True      = Value(TypeTrue)
)

// The values that are always there.
const (
	// Window is the page's window.
	Window = Value(0<<3) | Value(TypeObject)
	// Lent is what the loader lends: web/loader/lent.js has the list.
	Lent = Value(1<<3) | Value(TypeObject)
)

// Type answers the value's type.
func (v Value) Type() Type { return Type(v & 7) }

// Bool is the JavaScript value of b.
func Bool(b bool) Value {
	if b {
		return True
	}
	return False
}

// String is the JavaScript value of a text.
func String(text string) Value {
	v, _ := Do(opString, text, Args{})
	return v
}

// Number is the JavaScript value of n, which is from -2^27 to 2^27-1: in milliseconds a day and a half. It needs no place in the
// table.
//
//go:noinline
func Number(n int) Value { return Value(n<<3|-1<<31) | Value(TypeNumber) }

// Object makes an object. A line of members is "name\ttext", or "name" for one of the values in turn; undefined is left out.
func Object(members string, values Args) Value {
	v, _ := Do(opObject, members, values)
	return v
}

// New is new class(v), of the window's class at the dotted path; without an argument for undefined. Not ok: it threw.
func New(class string, v Value) (made Value, ok bool) { return Do(opMake, class, Args{Window, v}) }

// Parse is the value of a text of the page's that is JSON. Not ok: it isn't JSON.
func Parse(text Value) (v Value, ok bool) { return Window.Call("JSON.parse", Args{text}) }

// Get answers the value at the dotted path under v; Undefined where a step is missing or throws.
func (v Value) Get(path string) Value {
	w, _ := Do(opGet, path, Args{v})
	return w
}

// Set sets the member of this name, which is no path. Not ok: the object doesn't let it.
func (v Value) Set(member string, w Value) (ok bool) {
	done, _ := Do(opSet, member, Args{v, w})
	return done == True
}

// Call calls the function at the dotted path under v, on the object that holds it. Arguments that are undefined at the end are
// left out; there is room for four. Not ok: there is no such function, or it threw.
func (v Value) Call(path string, a Args) (result Value, ok bool) {
	return Do(opCall, path, Args{v, a[0], a[1], a[2], a[3]})
}

// Text answers the text of the string, number or boolean at the dotted path ("": v itself), "" for anything else.
//
//go:noinline
func (v Value) Text(path string) string { return host.tell.text(tellText, path, v) }

// All asks several things at once. A line is a path, or a path and an argument: a function there is called with it. There are
// at least eight answers, "" for what isn't there or throws; of an array the items are lines, of an object the names and the
// members.
func (v Value) All(lines string) []string {
	answers := Split(host.tell.text(tellAll, lines, v), 0)
	for len(answers) < 8 {
		answers = append(answers, "")
	}
	return answers
}

// Int answers the number at the dotted path, without its fraction and 2^27-1 at most; 0 for what is below 0 or no number.
func (v Value) Int(path string) int { return max(0, host.do.number(opInteger, path, Args{v})) }

// Any answers whether at one of the dotted paths, a path a line, is something that isn't falsy.
func (v Value) Any(paths string) bool {
	found, _ := Do(opAny, paths, Args{v})
	return found == True
}

// Entries answers an array of the object's members: name, value, name, value, …, and its length.
func (v Value) Entries() (list Value, length int) {
	list, _ = Do(opEntries, "", Args{v})
	return list, list.Int("length")
}

// JSON is the value as JSON text, Null where there is a file inside, or the error why it can't be.
func (v Value) JSON() Value {
	text, _ := Do(opJSON, "", Args{v})
	return text
}

// ClassIn answers the place of the object's class in a dotted list, -1 for another one. The class is what
// Object.prototype.toString says, which holds across frames.
func (v Value) ClassIn(classes string) int { return host.do.number(opClassIn, classes, Args{v}) }

// Truthy answers what Boolean(v) does, for what JSON can give.
func (v Value) Truthy() bool {
	switch v.Type() {
	case TypeUndefined, TypeNull, TypeFalse:
		return false
	case TypeNumber:
		return v.Text("") != "0"
	case TypeString:
		return v.Text("") != ""
	}
	return true
}

// Split cuts s at every separator, as strings.Split does at a byte: at least one text.
func Split(s string, separator byte) []string {
	var list []string
	for start, i := 0, 0; ; i++ {
		if i == len(s) {
			return append(list, s[start:])
		}
		if s[i] == separator {
			list = append(list, s[start:i])
			start = i + 1
		}
	}
}
