//go:build js && wasm

package bridge

import (
	"encoding/json"
	"os"
	"reflect"
	syscall "syscall/js"
	"testing"

	"salla-profile/bridge/js"
	"salla-profile/profile"
)

func TestMain(m *testing.M) {
	syscall.Global().Get("window").Call("eval", prelude)
	newBridge() // wasm_exec.js waits for it before it lets anything in
	os.Exit(m.Run())
}

// hanging is what waits of the tests before this one: some leave a call open.
var hanging int

// waiting is how many continuations wait of this test.
func waiting() int { return max(0, js.Waiting()-hanging) }

// newBridge is a bridge as Start makes it, on a fresh page.
func newBridge() *Bridge {
	hanging = js.Waiting()
	syscall.Global().Get("window").Call("eval", "reset()")
	return connect("1.2.3", "test")
}

// eval is the value of a JavaScript expression.
func (b *Bridge) eval(t *testing.T, expression string) js.Value {
	t.Helper()
	v, ok := js.Window.Call("eval", js.Args{js.String("(" + expression + ")")})
	if !ok {
		t.Fatalf("%s throws", expression)
	}
	return v
}

// given is the same as the rules have it.
func (b *Bridge) given(t *testing.T, expression string) profile.Value {
	t.Helper()
	return profile.Value(b.eval(t, expression))
}

// js is what a JavaScript function says of up to two values, as text.
func (b *Bridge) js(t *testing.T, function string, values ...js.Value) string {
	t.Helper()
	var args js.Args
	copy(args[1:], values) // behind this
	v, ok := b.eval(t, function).Call("call", args)
	if !ok {
		t.Fatalf("%s throws", function)
	}
	return v.Text("")
}

// run runs the body of an async JavaScript function and answers what it returns as JSON.
func run(t *testing.T, body string) string {
	t.Helper()
	result := make(chan string, 1)
	settle := syscall.FuncOf(func(_ syscall.Value, args []syscall.Value) any {
		result <- args[0].String()
		return nil
	})
	defer settle.Release()
	syscall.Global().Get("window").Call("eval", "(async () => {"+body+"})()").
		Call("then", syscall.Global().Get("window").Call("eval", "(value) => String(JSON.stringify(value))")).
		Call("catch", syscall.Global().Get("window").Call("eval", "(error) => 'thrown: ' + (error?.stack || error)")).
		Call("then", settle)
	return <-result
}

// equal reports what differs.
func equal[T comparable](t *testing.T, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s:\n got %v\nwant %v", what, got, want)
	}
}

// equalJSON reports what differs, whatever the order of members.
func equalJSON(t *testing.T, what, got, want string) {
	t.Helper()
	var a, b any
	if err := json.Unmarshal([]byte(want), &b); err != nil {
		t.Fatal(what, err)
	}
	if err := json.Unmarshal([]byte(got), &a); err != nil || !reflect.DeepEqual(a, b) {
		t.Errorf("%s:\n got %s\nwant %s", what, got, want)
	}
}
