//go:build js && wasm

package js

// Continuations: what goes on when a promise settles or a timer fires. Nothing waits inside a callback of the page's; a
// continuation is a numbered slot that the page calls back, so no js.Func is made or leaked per call.
type continuations struct {
	slots []Continuation
	free  []int
}

// A Continuation gets Resolved and the value, or Rejected and the reason; or what the operation says that it was given to.
type Continuation func(code int, v, w Value)

// How a promise settled.
const (
	Rejected = iota
	Resolved
)

var waiting continuations

// Waiting is how many continuations there are. For tests: what is left when nothing is under way is a leak.
func Waiting() int { return len(waiting.slots) - len(waiting.free) }

// add keeps fn and answers its number, from 1.
func (c *continuations) add(fn Continuation) int {
	if n := len(c.free); n > 0 {
		id := c.free[n-1]
		c.free = c.free[:n-1]
		c.slots[id-1] = fn
		return id
	}
	c.slots = append(c.slots, fn)
	return len(c.slots)
}

// drop frees a slot, once.
func (c *continuations) drop(id int) {
	if c.slots[id-1] != nil {
		c.slots[id-1] = nil
		c.free = append(c.free, id)
	}
}

// resume calls the slot's function.
func (c *continuations) resume(id, code int, v, w Value) {
	if id < 1 || id > len(c.slots) {
		return
	}
	if fn := c.slots[id-1]; fn != nil {
		fn(code, v, w)
	}
}

// A Slot is the place of a continuation.
type Slot int

// Keep keeps fn until it is dropped.
func Keep(fn Continuation) Slot { return Slot(waiting.add(fn)) }

// Once keeps fn for one time.
func Once(fn Continuation) (s Slot) {
	s = Keep(func(code int, v, w Value) {
		s.Drop()
		fn(code, v, w)
	})
	return s
}

// Value is the slot as an operation gets it.
func (s Slot) Value() Value { return Number(int(s)) }

// Drop forgets the continuation.
func (s Slot) Drop() { waiting.drop(int(s)) }

// Fail goes on as if a promise had been rejected with undefined.
func (s Slot) Fail() { waiting.resume(int(s), Rejected, Undefined, Undefined) }

// Then goes on with fn once when the promise settles, with its value, or not ok and the reason.
func Then(promise Value, fn func(ok bool, v Value)) {
	slot := Once(func(code int, v, _ Value) { fn(code == Resolved, v) })
	if _, ok := Do(opThen, "", Args{promise, slot.Value()}); !ok {
		slot.Fail()
	}
}

// Func is a JavaScript function that calls fn each time; release forgets it.
func Func(fn func()) (function Value, release func()) {
	slot := Keep(func(int, Value, Value) { fn() })
	function, _ = Do(opCallback, "", Args{slot.Value()})
	return function, slot.Drop
}

// Start lets the page in. serve is called with a call of a method: its id, above 0, the method's number and two arguments;
// attach when the page says that something about it has changed.
func Start(serve func(id, method int, v, w Value), attach func()) {
	start(func(id, code, v, w int) {
		switch {
		case id < 0:
			waiting.resume(-id, code, Value(v), Value(w))
		case id > 0:
			serve(id, code, Value(v), Value(w))
		default:
			attach()
		}
	})
}
