//go:build js && wasm && tinygo

package js

import (
	"runtime"
	"unsafe"
)

// How a call crosses with TinyGo: by imports and exports of WebAssembly's own. TinyGo has no recover, so safejs can't catch
// anything there, and package syscall/js alone would be a fifth of the module, and ten times slower. The twin for the standard
// compiler is in cross_safejs.go.

//go:wasmimport js get
//go:noescape
func get(v Value, name string) Value

//go:wasmimport js set
//go:noescape
func set(v Value, name string, w Value) bool

// hostConstants tells the page between which addresses texts never change: it reads each once.
//
//go:wasmimport js constants
func hostConstants(from, to unsafe.Pointer)

// Where the linker puts constants: behind the first, before the second.
//
//go:extern __global_base
var globalBase [0]byte

//go:extern __heap_base
var heapBase [0]byte

var (
	enterGo   func(id, a, b, c int)
	resumeGo  func(slot int, answer unsafe.Pointer)
	depth     int
	allocated int              // bytes, about, since the last collection
	rooms     []unsafe.Pointer // keeps what the page has written until Go has it
)

// An entry allocates about this much, besides the rooms that the page asks for.
const perEntry = 4 << 10

// OnResume sets what is called with the record that the page has written for a slot. For generated code.
func OnResume(resume func(slot int, answer unsafe.Pointer)) { resumeGo = resume }

// Start lets the page in. It calls call with the call of a method: its id, above 0, the method's number and two arguments; and
// attach with two values when something about the page has changed.
func Start(call func(id, method int, argument, options Value), attach func(v, w Value)) {
	hostConstants(unsafe.Pointer(&globalBase), unsafe.Pointer(&heapBase))
	enterGo = func(id, a, b, c int) {
		if id > 0 {
			call(id, a, Value(b), Value(c))
		} else {
			attach(Value(b), Value(c))
		}
	}
}

//export llvm.wasm.memory.size.i32
func memoryPages(index int32) int32

// room returns zeroed memory for the page to write in: texts, lists and records. It is made of pointers, so that a collector
// that goes by types finds those in it.
//
//go:wasmexport room
func room(size int32) unsafe.Pointer {
	allocated += int(size)
	words := make([]unsafe.Pointer, (size+3)/4)
	place := unsafe.Pointer(unsafe.SliceData(words))
	rooms = append(rooms, place)
	return place
}

// enter is the one way in. Above 0, id is a call's; below 0, a slot's, and a is the address of its record; 0 is attach.
//
// The collector runs here, and only where no other Go is on the stack (and never during init, when the page doesn't enter): a
// build with -gc=idle keeps no track of what the stack holds, which is a quarter of the module (web/make/build/tinygo).
//
//go:wasmexport enter
func enter(id int32, a unsafe.Pointer, b, c int32) {
	depth++
	if id < 0 {
		resumeGo(int(-id), a)
	} else {
		enterGo(int(id), int(uintptr(a)), int(b), int(c))
	}
	if depth--; depth > 0 {
		return
	}
	// The page goes on writing in the last one.
	if n := len(rooms); n > 1 {
		rooms[0] = rooms[n-1]
		clear(rooms[1:])
		rooms = rooms[:1]
	}
	// A collection takes as long as the memory is large: one for each quarter of it.
	if allocated += perEntry; allocated > int(memoryPages(0))<<16/4 {
		allocated = 0
		runtime.GC()
	}
}
