package tinygo

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
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

// addIdleGC changes the runtime in root, a copy of TinyGo's module. It fails where TinyGo isn't what it expects.
func addIdleGC(root string) error {
	dir := filepath.Join(root, "src", "runtime")
	for _, edit := range []struct{ file, old, new string }{
		{"gc_leaking.go", "//go:build gc.leaking\n", "//go:build gc.leaking && !gc.idle\n"},
		{"zero_new_alloc_noop.go", "//go:build gc.leaking && ", "//go:build gc.leaking && !gc.idle && "},
		{"gc_blocks.go", "//go:build gc.conservative || gc.precise\n", "//go:build gc.conservative || gc.precise || gc.idle\n"},
		{"gc_blocks.go", "\n\tvar ranGC bool\n", "\n\tranGC := gcIdle\n"},
		{"gc_conservative.go", "//go:build gc.conservative\n", "//go:build gc.conservative || gc.idle\n"},
		{"gc_finalizer.go", "//go:build gc.conservative || gc.precise\n", "//go:build gc.conservative || gc.precise || gc.idle\n"},
		{"gc_finalizer_sched_none.go", "//go:build (gc.conservative || gc.precise) &&", "//go:build (gc.conservative || gc.precise || gc.idle) &&"},
	} {
		name := filepath.Join(dir, edit.file)
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		if strings.Count(string(data), edit.old) != 1 {
			return fmt.Errorf("-gc idle: %s isn't that of TinyGo 0.42: no %q", name, edit.old)
		}
		if err := os.WriteFile(name, []byte(strings.Replace(string(data), edit.old, edit.new, 1)), 0o666); err != nil {
			return err
		}
	}
	return errors.Join(
		os.WriteFile(filepath.Join(dir, "gc_idle.go"), []byte(idleRuntime), 0o666),
		os.WriteFile(filepath.Join(dir, "gc_idle_not.go"), []byte(otherRuntime), 0o666),
	)
}
