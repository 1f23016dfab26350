//go:build js && wasm && tinygo

package js

import (
	"runtime"
	"unsafe"
)

// How a call crosses with TinyGo: by imports and an export of WebAssembly's own. TinyGo has no recover,
// so safejs can't catch anything there; and package syscall/js alone would be a fifth of the module, and
// ten times slower. Only the host's own functions are called, and these never throw (wasm_exec.js). The
// twin for the standard compiler is in cross_safejs.go.

// function is a function of the host's, by its import.
type function struct{}

func hostFunction(string) function { return function{} }

//go:wasmimport salla do
func hostDo(o int32, text unsafe.Pointer, length int32, v, w, x, y, z int32) int32

//go:wasmimport salla tell
func hostTell(o int32, text unsafe.Pointer, length int32, v int32) (size int32)

// hostTake copies what hostTell has told.
//
//go:wasmimport salla take
func hostTake(to unsafe.Pointer)

// Where the linker puts constants: behind the first, before the second.
//
//go:extern __global_base
var globalBase [0]byte

//go:extern __heap_base
var heapBase [0]byte

// crossing is how a text crosses: its place and its length; below 0 for a constant, which the host reads once.
func crossing(text string) (place unsafe.Pointer, length int32) {
	place, length = unsafe.Pointer(unsafe.StringData(text)), int32(len(text))
	if at := uintptr(place); at >= uintptr(unsafe.Pointer(&globalBase)) && at < uintptr(unsafe.Pointer(&heapBase)) {
		length = -length
	}
	return place, length
}

// number calls f, which answers a number.
func (function) number(o Operation, text string, a Args) int {
	place, length := crossing(text)
	return int(hostDo(int32(o), place, length, int32(a[0]), int32(a[1]), int32(a[2]), int32(a[3]), int32(a[4])))
}

// text calls f, which answers a string.
func (function) text(o Operation, text string, v Value) string {
	place, length := crossing(text)
	size := hostTell(int32(o), place, length, int32(v))
	if size == 0 {
		return ""
	}
	allocated += int(size)
	b := make([]byte, size)
	hostTake(unsafe.Pointer(&b[0]))
	return unsafe.String(&b[0], len(b))
}

var (
	enterGo   func(id, a, b, c int)
	depth     int
	allocated int // bytes, about, since the last collection
)

// An entry allocates about this much, besides the texts that it takes.
const perEntry = 4 << 10

//export llvm.wasm.memory.size.i32
func memoryPages(index int32) int32

// start takes what the host enters: four numbers, see Start.
func start(enter func(id, a, b, c int)) { enterGo = enter }

// enter is the one export. The collector runs here, and only where no other Go is on the stack (and never
// during init, when the host doesn't enter): a build with -gc=idle keeps no track of what the stack holds,
// which is a quarter of the module (web/make/build/tinygo).
//
//go:wasmexport enter
func enter(id, a, b, c int32) {
	depth++
	enterGo(int(id), int(a), int(b), int(c))
	depth--
	// A collection takes as long as the memory is large: one for each quarter of it.
	if allocated += perEntry; depth == 0 && allocated > int(memoryPages(0))<<16/4 {
		allocated = 0
		runtime.GC()
	}
}
