package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"github.com/tinygo-org/tinygo/goenv"
	"tinygo.org/x/go-llvm"
)

// The sources of wasi-libc, compiler-rt and the Boehm collector are git submodules, so the module that the proxy serves
// lacks them: Debian's libraries stand in.
const (
	libc    = "/usr/lib/wasm32-wasi/libc.a"
	headers = "/usr/include/wasm32-wasi"
	triple  = "--target=wasm32-unknown-wasip1"
)

// writeTarget makes a target file in dir, from TinyGo's own for WebAssembly, and answers its name. lean is a C file
// that is linked before the C library.
func writeTarget(dir, lean string) (string, error) {
	data, err := os.ReadFile(filepath.Join(goenv.Get("TINYGOROOT"), "targets", "wasm.json"))
	if err != nil {
		return "", err
	}
	var spec map[string]any
	if err := json.Unmarshal(data, &spec); err != nil {
		return "", fmt.Errorf("targets/wasm.json: %w", err)
	}
	builtins, err := findBuiltins()
	if err != nil {
		return "", err
	}
	if _, err := os.Stat(libc); err != nil {
		return "", err
	}
	object, err := compileC(dir, lean)
	if err != nil {
		return "", err
	}
	list := func(name string) []any {
		l, _ := spec[name].([]any)
		return l
	}
	delete(spec, "libc")
	delete(spec, "rtlib")
	spec["extra-files"] = slices.DeleteFunc(list("extra-files"), func(f any) bool { return f == "src/runtime/gc_boehm.c" })
	spec["cflags"] = append(list("cflags"), triple, "-isystem", headers)
	// Addresses are shorter behind a small stack, and the memory is one page. A call takes 1.2 KB of it; soak fails above 2.
	// The object is among the flags, as an extra file would come after the C library.
	flags := append(list("ldflags"), "-z", "stack-size=4096", object, libc, builtins)
	for _, flag := range llvmFlags {
		flags = append(flags, "-mllvm="+flag)
	}
	spec["ldflags"] = flags
	if data, err = json.MarshalIndent(spec, "", "\t"); err != nil {
		return "", err
	}
	name := filepath.Join(dir, "target.json")
	return name, os.WriteFile(name, data, 0o666)
}

// compileC compiles a C file that needs no C library, and answers the object in dir.
func compileC(dir, source string) (object string, err error) {
	object = filepath.Join(dir, "lean.o")
	cmd := exec.Command("clang-"+llvmMajor(), triple, "-Oz", "-ffreestanding", "-mbulk-memory", "-c", "-o", object, source)
	cmd.Stderr = os.Stderr
	if err := cmd.Run(); err != nil {
		return "", fmt.Errorf("%s: %w", source, err)
	}
	return object, nil
}

// llvmMajor is the version of LLVM that this program is linked with.
func llvmMajor() string {
	major, _, _ := strings.Cut(llvm.Version, ".")
	return major
}

// findBuiltins asks clang for its runtime library for WebAssembly.
func findBuiltins() (string, error) {
	major := llvmMajor()
	out, err := exec.Command("clang-"+major, "--print-resource-dir").Output()
	if err != nil {
		return "", fmt.Errorf("clang-%s: %w", major, err)
	}
	dir := strings.TrimSpace(string(out))
	for _, name := range []string{"lib/wasi/libclang_rt.builtins-wasm32.a", "lib/wasm32-unknown-wasi/libclang_rt.builtins.a"} {
		file := filepath.Join(dir, name)
		if _, err := os.Stat(file); err == nil {
			return file, nil
		}
	}
	return "", fmt.Errorf("no WebAssembly runtime library under %s (Debian: libclang-rt-%s-dev-wasm32)", dir, major)
}
