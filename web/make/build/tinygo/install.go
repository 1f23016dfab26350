package tinygo

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

const otherwise = "install TinyGo 0.42 or newer (https://tinygo.org/getting-started/install/)"

// debian is what our own build takes of Debian's packages, each with what tells that it is there, any of them: a file,
// by a pattern, or a command.
var debian = []struct {
	name string
	has  []string
}{
	{"llvm-22-dev", []string{"/usr/lib/llvm-22/include/llvm-c/Core.h"}},
	{"libclang-22-dev", []string{"/usr/lib/llvm-22/include/clang-c/Index.h"}},
	{"clang-22", []string{"clang-22"}},
	{"lld-22", []string{"wasm-ld-22"}},
	{"wasi-libc", []string{"/usr/lib/wasm32-wasi/libc.a"}},
	{"libclang-rt-22-dev-wasm32", []string{
		"/usr/lib/llvm-22/lib/clang/22/lib/wasi*/libclang_rt.builtins-wasm32.a",
		"/usr/lib/llvm-22/lib/clang/22/lib/wasm32-*/libclang_rt.builtins.a",
	}},
	{"g++", []string{cmp.Or(os.Getenv("CXX"), "g++")}},
}

// missingPackages are those that aren't there.
func missingPackages() (names []string) {
	for _, p := range debian {
		if !slices.ContainsFunc(p.has, func(it string) bool {
			files, _ := filepath.Glob(it)
			return len(files) > 0 || isCommand(it)
		}) {
			names = append(names, p.name)
		}
	}
	return names
}

// isCommand: it is one on PATH, or the path of one.
func isCommand(name string) bool {
	_, err := exec.LookPath(name)
	return err == nil
}

// installPackages installs the missing ones with apt-get, as root or with a sudo that doesn't ask.
func (c *Compiler) installPackages() error {
	packages := missingPackages()
	if len(packages) == 0 {
		return nil
	}
	if !isCommand("apt-get") {
		return errors.New("no TinyGo, and no apt-get to build it with: " + otherwise)
	}
	words := strings.Join(packages, " ")
	apt := []string{"env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-o", "DPkg::Lock::Timeout=300"}
	if os.Getuid() != 0 {
		if exec.Command("sudo", "-n", "true").Run() != nil {
			return fmt.Errorf("run: sudo apt-get install --no-install-recommends %s -- or %s", words, otherwise)
		}
		apt = slices.Concat([]string{"sudo", "-n"}, apt)
	}
	log.Printf("installing %s", words)
	run := func(args ...string) error {
		args = slices.Concat(apt, args)
		return c.logged(exec.Command(args[0], args[1:]...), "apt.log", `^E:`)
	}
	install := slices.Concat([]string{"install", "-y", "--no-install-recommends"}, packages)
	err := run(install...)
	if err != nil { // its lists may be old, or not there yet
		if err = run("update"); err == nil {
			err = run(install...)
		}
	}
	if err != nil {
		return fmt.Errorf("apt-get could not install %s (%w): %s", words, err, otherwise)
	}
	return nil
}

// installWasmOpt fetches binaryen by npm, unless WASMOPT names one.
func (c *Compiler) installWasmOpt() error {
	if name := os.Getenv("WASMOPT"); name != "" {
		if exec.Command(name, "--version").Run() != nil {
			return fmt.Errorf("WASMOPT=%s doesn't run", name)
		}
		return nil
	}
	if !isCommand("npm") {
		if c.onPath != "" { // TinyGo's releases bring a wasm-opt; ours needs one
			log.Print("no npm: going on without the last wasm-opt pass")
			return nil
		}
		return errors.New("no npm: install Node.js 18 or newer with npm, or set WASMOPT to binaryen's wasm-opt")
	}
	log.Print("fetching binaryen (npm)")
	folder := filepath.Join(c.dir, "npm")
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return err
	}
	for _, name := range []string{"package.json", "package-lock.json"} {
		data, err := os.ReadFile(filepath.Join(c.source, name))
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(folder, name), data, 0o666); err != nil {
			return err
		}
	}
	cmd := exec.Command("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error")
	cmd.Dir = folder
	if err := c.logged(cmd, "npm.log", `(?i)error`); err != nil {
		return fmt.Errorf("npm could not install binaryen: %w (or set WASMOPT to a wasm-opt)", err)
	}
	return nil
}

// findWasmOpt answers the path of the wasm-opt that WASMOPT names or npm has installed; "" where there is none.
func (c *Compiler) findWasmOpt() (string, error) {
	if name := os.Getenv("WASMOPT"); name != "" {
		path, err := exec.LookPath(name)
		if err != nil {
			return "", fmt.Errorf("WASMOPT=%s doesn't run", name)
		}
		return filepath.Abs(path)
	}
	path := filepath.Join(c.dir, "npm", "node_modules", ".bin", "wasm-opt")
	if !isCommand(path) {
		return "", nil
	}
	return path, nil
}

// buildCompiler builds compiler/, and makes the TINYGOROOT that it takes.
func (c *Compiler) buildCompiler() error {
	log.Print("downloading TinyGo's module")
	module, err := c.download("github.com/tinygo-org/tinygo")
	if err != nil {
		return fmt.Errorf("could not download TinyGo's module: %w", err)
	}
	root := filepath.Join(c.dir, "root")
	next := root + ".new"
	if err := errors.Join(os.RemoveAll(root), os.RemoveAll(next)); err != nil {
		return err
	}
	if err := os.CopyFS(next, os.DirFS(module)); err != nil { // the module's own files are read-only
		return err
	}
	// A git submodule, so the module that the proxy serves lacks it.
	if err := os.MkdirAll(filepath.Join(next, "src", "net"), 0o777); err != nil {
		return err
	}
	if err := errors.Join(addIdleGC(next), addHints(next)); err != nil {
		return fmt.Errorf("could not make TinyGo's root: %w", err)
	}
	if err := os.Rename(next, root); err != nil {
		return err
	}
	log.Print("building the compiler (half a minute to two)")
	modFile, err := c.writeModFile(root)
	if err != nil {
		return err
	}
	cmd := c.goCommand("build", "-modfile", modFile, "-tags", "llvm22", "-o", filepath.Join(c.dir, "tinygo-build"), ".")
	if err := c.logged(cmd, "go.log", `^[^#]`); err != nil {
		return fmt.Errorf("could not build the compiler: %w (all of it: %s)", err, filepath.Join(c.dir, "go.log"))
	}
	return nil
}

// writeModFile writes a go.mod for compiler/ that takes TinyGo from root, and answers its name. Its go.sum is beside it.
func (c *Compiler) writeModFile(root string) (string, error) {
	name := filepath.Join(c.dir, "compiler.mod")
	mod, err := os.ReadFile(filepath.Join(c.source, "compiler", "go.mod"))
	if err != nil {
		return "", err
	}
	sum, err := os.ReadFile(filepath.Join(c.source, "compiler", "go.sum"))
	if err != nil {
		return "", err
	}
	mod = fmt.Appendf(mod, "\nreplace github.com/tinygo-org/tinygo => %s\n", strconv.Quote(root))
	return name, errors.Join(
		os.WriteFile(name, mod, 0o666),
		os.WriteFile(strings.TrimSuffix(name, ".mod")+".sum", sum, 0o666),
	)
}

// download answers the folder of a module that compiler/ requires.
func (c *Compiler) download(module string) (string, error) {
	out, err := c.goCommand("mod", "download", "-json", module).Output()
	var answer struct{ Dir, Error string }
	if json.Unmarshal(out, &answer) == nil && answer.Error != "" {
		return "", errors.New(answer.Error)
	}
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return "", reason(exit.Stderr, `^[^#]`, err)
	}
	return answer.Dir, err
}

// goCommand is the go command in compiler/, for this machine, whatever the environment says of others.
func (c *Compiler) goCommand(args ...string) *exec.Cmd {
	cmd := exec.Command("go", args...)
	cmd.Dir = filepath.Join(c.source, "compiler")
	cmd.Env = append(os.Environ(), "CGO_ENABLED=1", "GOOS=", "GOARCH=", "GOFLAGS=", "GOWORK=off")
	return cmd
}

// logged runs a command with its output in a file of dir. Its error is the line there that says why it failed.
func (c *Compiler) logged(cmd *exec.Cmd, name, why string) error {
	file, err := os.Create(filepath.Join(c.dir, name))
	if err != nil {
		return err
	}
	defer file.Close()
	cmd.Stdout, cmd.Stderr = file, file
	if failed := cmd.Run(); failed != nil {
		output, err := os.ReadFile(file.Name())
		return errors.Join(err, reason(output, why, failed))
	}
	return nil
}

// reason is the first line of a failed command's output that matches, or else its last one, or else the failure itself.
func reason(output []byte, why string, failed error) error {
	text := strings.TrimSpace(string(output))
	if text == "" {
		return failed
	}
	lines := strings.Split(text, "\n")
	if i := slices.IndexFunc(lines, regexp.MustCompile(why).MatchString); i >= 0 {
		return errors.New(lines[i])
	}
	return errors.New(lines[len(lines)-1])
}
