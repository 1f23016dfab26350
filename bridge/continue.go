//go:build js && wasm

package bridge

// Continuations: what goes on when a promise settles or a timer fires. Nothing waits inside a callback
// of the page's; a continuation is a numbered slot that the host calls back, so no js.Func is made or
// leaked per call.
type continuations struct {
	slots []continuation
	free  []int
}

// A continuation gets 1 and the value, or 0 and the reason where the promise was rejected; of fetch the status, the body
// and the response.
type continuation func(what int, v, w Value)

// add keeps fn and answers its number, from 1.
func (c *continuations) add(fn continuation) int {
	if n := len(c.free); n > 0 {
		id := c.free[n-1]
		c.free = c.free[:n-1]
		c.slots[id-1] = fn
		return id
	}
	c.slots = append(c.slots, fn)
	return len(c.slots)
}

// drop frees a slot.
func (c *continuations) drop(id int) {
	c.slots[id-1] = nil
	c.free = append(c.free, id)
}

// resume calls the slot's function.
func (c *continuations) resume(id, what int, v, w Value) {
	if id < 1 || id > len(c.slots) {
		return
	}
	if fn := c.slots[id-1]; fn != nil {
		fn(what, v, w)
	}
}

// then goes on with fn once when the promise settles, with its value, or not ok and the reason.
func (b *Bridge) then(promise Value, fn func(ok bool, v Value)) {
	id := b.once(func(what int, v, _ Value) { fn(what != 0, v) })
	if _, ok := b.host.try(opThen, "", promise, Value(id), undefined, undefined, undefined); !ok {
		b.continuations.resume(id, 0, undefined, undefined)
	}
}

// once keeps fn for one time.
func (b *Bridge) once(fn continuation) (id int) {
	id = b.continuations.add(func(what int, v, w Value) {
		b.continuations.drop(id)
		fn(what, v, w)
	})
	return id
}

// callback is a JavaScript function that goes on with fn each time; release forgets it.
func (b *Bridge) callback(fn func()) (function Value, release func()) {
	id := b.continuations.add(func(int, Value, Value) { fn() })
	function, _ = b.host.try(opCallback, "", Value(id), undefined, undefined, undefined, undefined)
	return function, func() { b.continuations.drop(id) }
}
