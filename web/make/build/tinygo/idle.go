package tinygo

import (
	"errors"
	"os"
	"path/filepath"
)

// On WebAssembly the collectors of TinyGo can't look into the machine's stack, so the compiler stores every pointer in a
// stack of its own as well: a quarter of a small program. A collector that runs only while no Go function does has no
// stack to look at. -gc idle is TinyGo's conservative collector so changed: allocating grows the heap and never collects;
// runtime.GC does, and may be called only from an exported function that no other Go function called through JavaScript,
// as the last thing that it does.
//
// The compiler leaves its own stack out for -gc leaking, so -gc idle is that with another runtime: the tag gc.idle.

const idleRuntime = `//go:build gc.idle

package runtime

const gcIdle = true

func gcMarkReachable() { findGlobals(markRoots) }

func gcResumeWorld() {}
`

const otherRuntime = `//go:build !gc.idle

package runtime

const gcIdle = false
`

var idleEdits = []edit{
	{"gc_leaking.go", "//go:build gc.leaking\n", "//go:build gc.leaking && !gc.idle\n"},
	{"zero_new_alloc_noop.go", "//go:build gc.leaking && ", "//go:build gc.leaking && !gc.idle && "},
	{"gc_blocks.go", "//go:build gc.conservative || gc.precise\n", "//go:build gc.conservative || gc.precise || gc.idle\n"},
	{"gc_blocks.go", "\n\tvar ranGC bool\n", "\n\tranGC := gcIdle\n"},
	{"gc_conservative.go", "//go:build gc.conservative\n", "//go:build gc.conservative || gc.idle\n"},
	{"gc_finalizer.go", "//go:build gc.conservative || gc.precise\n", "//go:build gc.conservative || gc.precise || gc.idle\n"},
	{"gc_finalizer_sched_none.go", "//go:build (gc.conservative || gc.precise) &&", "//go:build (gc.conservative || gc.precise || gc.idle) &&"},
}

// addIdleGC changes the runtime in root, a copy of TinyGo's module.
func addIdleGC(root string) error {
	dir := filepath.Join(root, "src", "runtime")
	return errors.Join(
		applyEdits(dir, idleEdits),
		os.WriteFile(filepath.Join(dir, "gc_idle.go"), []byte(idleRuntime), 0o666),
		os.WriteFile(filepath.Join(dir, "gc_idle_not.go"), []byte(otherRuntime), 0o666),
	)
}
