//go:build js && wasm

package js

import (
	"os"
	"testing"
)

func TestMain(m *testing.M) {
	Start(func(int, int, Value, Value) {}, func() {}) // the page waits for it before it lets anything in
	os.Exit(m.Run())
}

func TestSlots(t *testing.T) {
	var c continuations
	called := ""
	one := c.add(func(int, Value, Value) { called += "1" })
	two := c.add(func(int, Value, Value) { called += "2" })
	c.resume(two, 1, Undefined, Undefined)
	c.drop(one)
	c.drop(one)                            // no harm, and it is free once
	c.resume(one, 1, Undefined, Undefined) // dropped
	c.resume(0, 1, Undefined, Undefined)   // none
	c.resume(99, 1, Undefined, Undefined)
	c.resume(-1, 1, Undefined, Undefined)
	three := c.add(func(int, Value, Value) { called += "3" })
	if three != one {
		t.Errorf("a slot is used again: %d, %d", three, one)
	}
	if four := c.add(nil); four == three {
		t.Errorf("a slot is used twice: %d", four)
	}
	c.resume(three, 1, Undefined, Undefined)
	if called != "23" {
		t.Errorf("called: %s", called)
	}
}
