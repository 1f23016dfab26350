// Command compiler compiles a Go package to WebAssembly with TinyGo's own compiler packages, for machines that have no
// `tinygo` command: its command can't be installed through the Go module proxy, but these packages can. It is a module
// of its own, as it links LLVM; package tinygo builds it (build/tinygo/tinygo-build) and runs it.
//
//	TINYGOROOT=… WASMOPT=… tinygo-build -lean lean/lean.c -o out.wasm [-tags a,b] [-X main.version=1.2.3] folder
//	tinygo-build -version
//
// TINYGOROOT is a copy of TinyGo's module with the collector for -gc idle (package tinygo, idle.go).
package main

import (
	"errors"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"github.com/tinygo-org/tinygo/builder"
	"github.com/tinygo-org/tinygo/compileopts"
	"github.com/tinygo-org/tinygo/diagnostics"
	"github.com/tinygo-org/tinygo/goenv"
	"github.com/tinygo-org/tinygo/interp"
	"tinygo.org/x/go-llvm"
)

func main() {
	log.SetFlags(0)
	values := globals{}
	out := flag.String("o", "", "the `file` to write")
	tags := flag.String("tags", "", "build tags, comma-separated")
	lean := flag.String("lean", "", "C `file` to link before the C library")
	flag.Func("X", "set a string variable, `importpath.name=value`; may be repeated", values.add)
	version := flag.Bool("version", false, "print the versions")
	flag.Parse()
	var err error
	switch {
	case *version:
		err = printVersion()
	case flag.NArg() != 1 || *out == "" || *lean == "":
		err = errors.New("usage: tinygo-build -lean file.c -o out.wasm [-tags a,b] [-X importpath.name=value] folder")
	default:
		err = compile(flag.Arg(0), *out, *lean, *tags, values)
	}
	if err != nil {
		log.Fatalf("tinygo-build: %v", err)
	}
}

func printVersion() error {
	goVersion, err := goenv.GorootVersionString()
	if err != nil {
		return err
	}
	fmt.Printf("tinygo %s (%s, llvm %s)\n", goenv.Version(), goVersion, llvmMajor())
	return nil
}

// globals are string variables and their values, by package.
type globals map[string]map[string]string

func (g globals) add(assignment string) error {
	name, value, ok := strings.Cut(assignment, "=")
	dot := strings.LastIndex(name, ".")
	if !ok || dot < 0 {
		return errors.New("it wants importpath.name=value")
	}
	pkg, variable := name[:dot], name[dot+1:]
	if g[pkg] == nil {
		g[pkg] = map[string]string{}
	}
	g[pkg][variable] = value
	return nil
}

// llvmFlags are for both halves of the optimizer, ours and the linker's:
//   - the attributor looks through all functions at once for what is never nil, or always the same: checks and parameters go;
//   - what is inlined is at least 5 of LLVM's units smaller than its call. At 5 more than that, which -Oz takes, what it makes is larger.
var llvmFlags = []string{"-attributor-enable=all", "-inline-threshold=-5"}

// compile writes the module of the package in folder, which may be of any Go module, to out.
func compile(folder, out, lean, tags string, values globals) error {
	out, err := filepath.Abs(out)
	if err != nil {
		return err
	}
	temp, err := os.MkdirTemp("", "tinygo-build")
	if err != nil {
		return err
	}
	defer os.RemoveAll(temp)
	target, err := writeTarget(temp, lean)
	if err != nil {
		return err
	}
	options := &compileopts.Options{
		GOOS:                    "js",
		GOARCH:                  "wasm",
		Directory:               folder, // the go command runs there
		Target:                  target,
		BuildMode:               "c-shared",
		Opt:                     "z",
		GC:                      "leaking", // gc.idle puts another runtime under it
		Tags:                    append(strings.FieldsFunc(tags, func(r rune) bool { return r == ',' }), "gc.idle"),
		PanicStrategy:           "trap",
		Scheduler:               "none",
		InterpTimeout:           3 * time.Minute,
		InterpMaxLoopIterations: interp.DefaultMaxInterpBlockEntries,
		SkipDWARF:               true,
		Semaphore:               make(chan struct{}, runtime.GOMAXPROCS(0)), // jobs at a time
		GlobalValues:            values,
		GoCompatibility:         true,
	}
	if err := options.Verify(); err != nil {
		return err
	}
	llvm.ParseCommandLineOptions(append([]string{"tinygo-build"}, llvmFlags...), "")
	config, err := builder.NewConfig(options)
	if err != nil {
		return err
	}
	result, err := builder.Build(".", out, temp, config)
	if err != nil {
		shown, _ := filepath.Abs(folder)
		diagnostics.CreateDiagnostics(err).WriteTo(os.Stderr, shown)
		return errors.New("compilation failed")
	}
	module, err := os.ReadFile(result.Binary)
	if err != nil {
		return err
	}
	return os.WriteFile(out, module, 0o666)
}
