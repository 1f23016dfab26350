// Command tinygo-build compiles a Go package to WebAssembly with TinyGo's own
// compiler packages, for machines that have no `tinygo` command: its command
// can't be installed through the Go module proxy, but these packages can.
// setup.sh builds it; compile.sh runs it.
package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
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
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "tinygo-build:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	flags := flag.NewFlagSet("tinygo-build", flag.ContinueOnError)
	var (
		out       = flags.String("o", "", "output `file`")
		scheduler = flags.String("scheduler", "none", "none or asyncify")
		buildmode = flags.String("buildmode", "", "default or c-shared (the default with -scheduler none: c-shared)")
		panics    = flags.String("panic", "print", "print or trap")
		gc        = flags.String("gc", "", "precise (the target's default), idle (see idle.go), conservative or leaking")
		opt       = flags.String("opt", "z", "none, 0, 1, 2, s or z")
		stack     = flags.String("stack-size", "", "stack of the program, and of each goroutine with asyncify (e.g. 16KB)")
		tags      = flags.String("tags", "", "comma-separated build tags")
		ldflags   = flags.String("ldflags", "", "-X importpath.name=value ...")
		debug     = flags.Bool("debug", false, "keep DWARF")
		nobounds  = flags.Bool("nobounds", false, "no bounds checks")
		lean      = flags.String("lean", "", "C `file` to link before the C library")
		libc      = flags.String("libc", "/usr/lib/wasm32-wasi/libc.a", "C library `file`")
		include   = flags.String("include", "/usr/include/wasm32-wasi", "C header `directory`")
		builtins  = flags.String("builtins", "", "compiler-rt `file` (default: clang's)")
		printCmds = flags.Bool("x", false, "print the commands")
		printIR   = flags.Bool("ir", false, "print LLVM IR")
		parallel  = flags.Int("p", runtime.GOMAXPROCS(0), "jobs at a time")
		patch     = flags.String("patch", "", "make a copy of TinyGo's module in `directory` ready to be TINYGOROOT, and stop")
		version   = flags.Bool("version", false, "print the versions")
	)
	if err := flags.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return nil
		}
		os.Exit(2) // the flag package has said why
	}
	if *version {
		goVersion, err := goenv.GorootVersionString()
		if err != nil {
			return err
		}
		fmt.Printf("tinygo %s (%s, llvm %s)\n", goenv.Version(), goVersion, llvmMajor())
		return nil
	}
	if *patch != "" {
		// A git submodule, so the module that the proxy serves lacks it.
		if err := os.MkdirAll(filepath.Join(*patch, "src", "net"), 0o777); err != nil {
			return err
		}
		return addIdleGC(*patch)
	}
	if flags.NArg() != 1 || *out == "" {
		return errors.New("usage: tinygo-build -o out.wasm [flags] package-directory")
	}
	if *buildmode == "" && *scheduler == "none" {
		*buildmode = "c-shared"
	}

	tagList := strings.FieldsFunc(*tags, func(r rune) bool { return r == ',' || r == ' ' })
	if *gc == "idle" {
		if !hasIdleGC(goenv.Get("TINYGOROOT")) || *scheduler != "none" {
			return errors.New("-gc idle wants -scheduler none and a TINYGOROOT made by -patch")
		}
		*gc, tagList = "leaking", append(tagList, "gc.idle")
	}
	outpath, err := filepath.Abs(*out)
	if err != nil {
		return err
	}
	tmpdir, err := os.MkdirTemp("", "tinygo-build")
	if err != nil {
		return err
	}
	defer os.RemoveAll(tmpdir)
	if *builtins == "" {
		if *builtins, err = findBuiltins(); err != nil {
			return err
		}
	}
	target, err := writeTarget(tmpdir, *include, *lean, *libc, *builtins)
	if err != nil {
		return err
	}
	values, err := parseLinkFlags(*ldflags)
	if err != nil {
		return err
	}
	var stackSize uint64
	if *stack != "" {
		if stackSize, err = parseSize(*stack); err != nil {
			return err
		}
	}

	options := &compileopts.Options{
		GOOS:                    "js",
		GOARCH:                  "wasm",
		Directory:               flags.Arg(0), // the go command runs there: the package may be of any module
		Target:                  target,
		BuildMode:               *buildmode,
		Opt:                     *opt,
		GC:                      *gc,
		PanicStrategy:           *panics,
		Scheduler:               *scheduler,
		StackSize:               stackSize,
		InterpTimeout:           3 * time.Minute,
		InterpMaxLoopIterations: interp.DefaultMaxInterpBlockEntries,
		PrintIR:                 *printIR,
		SkipDWARF:               !*debug,
		Debug:                   *debug,
		Semaphore:               make(chan struct{}, *parallel),
		Nobounds:                *nobounds,
		GlobalValues:            values,
		Tags:                    tagList,
		GoCompatibility:         true,
	}
	if *printCmds {
		options.PrintCommands = func(cmd string, args ...string) {
			fmt.Fprintln(os.Stderr, "+", cmd, strings.Join(args, " "))
		}
	}
	if err := options.Verify(); err != nil {
		return err
	}
	config, err := builder.NewConfig(options)
	if err != nil {
		return err
	}
	result, err := builder.Build(".", outpath, tmpdir, config)
	if err != nil {
		wd, _ := filepath.Abs(flags.Arg(0))
		diagnostics.CreateDiagnostics(err).WriteTo(os.Stderr, wd)
		return errors.New("compilation failed")
	}
	if result.Binary == "" {
		return nil // .o, .bc, .ll: written already
	}
	return copyFile(result.Binary, outpath)
}

// writeTarget makes a target file from TinyGo's own for WebAssembly. The
// sources of wasi-libc, compiler-rt and the Boehm collector are git submodules,
// so the module that the proxy serves lacks them: Debian's libraries stand in.
func writeTarget(dir, include, lean, libc, builtins string) (string, error) {
	root := goenv.Get("TINYGOROOT")
	data, err := os.ReadFile(filepath.Join(root, "targets", "wasm.json"))
	if err != nil {
		return "", err
	}
	var spec map[string]any
	if err := json.Unmarshal(data, &spec); err != nil {
		return "", fmt.Errorf("targets/wasm.json: %w", err)
	}
	list := func(name string) []any {
		l, _ := spec[name].([]any)
		return l
	}
	delete(spec, "libc")
	delete(spec, "rtlib")
	var extra []any
	for _, f := range list("extra-files") {
		if f != "src/runtime/gc_boehm.c" {
			extra = append(extra, f)
		}
	}
	spec["extra-files"] = extra
	spec["cflags"] = append(list("cflags"), "--target=wasm32-unknown-wasip1", "-isystem", include)
	link := list("ldflags")
	if lean != "" {
		// An object among the flags, as an extra file would come after the C library.
		object := filepath.Join(dir, "lean.o")
		cmd := exec.Command("clang-"+llvmMajor(), "--target=wasm32-unknown-wasip1", "-Oz", "-ffreestanding", "-mbulk-memory", "-c", "-o", object, lean)
		cmd.Stderr = os.Stderr
		if err := cmd.Run(); err != nil {
			return "", fmt.Errorf("%s: %w", lean, err)
		}
		link = append(link, object)
	}
	spec["ldflags"] = append(link, libc, builtins)
	for _, f := range []string{libc, builtins} {
		if _, err := os.Stat(f); err != nil {
			return "", err
		}
	}
	if data, err = json.MarshalIndent(spec, "", "\t"); err != nil {
		return "", err
	}
	name := filepath.Join(dir, "target.json")
	return name, os.WriteFile(name, data, 0o666)
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

// parseLinkFlags reads the -X options of `go build -ldflags`; a value with
// spaces can't be given.
func parseLinkFlags(s string) (map[string]map[string]string, error) {
	values := map[string]map[string]string{}
	fields := strings.Fields(s)
	for i := 0; i < len(fields); i++ {
		f := strings.TrimPrefix(fields[i], "-")
		var assignment string
		switch {
		case f == "-X" || f == "X":
			if i++; i == len(fields) {
				return nil, errors.New("-ldflags: -X without a value")
			}
			assignment = fields[i]
		case strings.HasPrefix(f, "X="):
			assignment = f[2:]
		default:
			continue // -s, -w and the like say nothing to TinyGo
		}
		name, value, ok := strings.Cut(strings.Trim(assignment, `'"`), "=")
		dot := strings.LastIndex(name, ".")
		if !ok || dot < 0 {
			return nil, fmt.Errorf("-ldflags: -X wants importpath.name=value, not %q", assignment)
		}
		pkg, variable := name[:dot], name[dot+1:]
		if values[pkg] == nil {
			values[pkg] = map[string]string{}
		}
		values[pkg][variable] = value
	}
	return values, nil
}

func parseSize(s string) (uint64, error) {
	number, unit := s, uint64(1)
	for suffix, factor := range map[string]uint64{"KB": 1 << 10, "MB": 1 << 20} {
		if n, ok := strings.CutSuffix(s, suffix); ok {
			number, unit = n, factor
		}
	}
	n, err := strconv.ParseUint(number, 10, 32)
	if err != nil {
		return 0, fmt.Errorf("-stack-size: %q is no size", s)
	}
	return n * unit, nil
}

func copyFile(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.Create(to)
	if err != nil {
		return err
	}
	if _, err := io.Copy(out, in); err != nil {
		out.Close()
		return err
	}
	return out.Close()
}
