// Package tinygo compiles a Go package to WebAssembly with TinyGo, as small as we can get it. It takes the `tinygo` on
// PATH, or sets one up: see README.md.
//
// Of the environment it reads TINYGO (the compiler; "none": ours), TINYGO_DIR (the folder of the set-up; build/tinygo),
// WASMOPT (binaryen's wasm-opt; npm's) and CXX (g++).
package tinygo

import (
	"cmp"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// Compiler is a TinyGo that is ready to compile.
type Compiler struct {
	// Version is such as "tinygo 0.42.0 (go1.26.8, llvm 22)".
	Version string

	source  string // this package's folder
	dir     string // what the set-up makes is there
	onPath  string // the tinygo to use; "": the one in dir
	wasmOpt string // binaryen's; "": none
}

// SetUp finds TinyGo and wasm-opt, or installs them, which takes one to two minutes and says on the log what it does.
// project is the project's folder. It is instant when that is done already, and safe to run twice at the same time.
func SetUp(project string) (*Compiler, error) {
	dir, err := filepath.Abs(cmp.Or(os.Getenv("TINYGO_DIR"), filepath.Join(project, "build", "tinygo")))
	if err != nil {
		return nil, err
	}
	if os.MkdirAll(dir, 0o777) != nil {
		return nil, fmt.Errorf("can't create %s", dir)
	}
	if _, err := exec.LookPath("go"); err != nil {
		return nil, errors.New("no Go: install Go 1.26 or newer (https://go.dev/dl/)")
	}
	c := &Compiler{source: filepath.Join(project, "web", "make", "build", "tinygo"), dir: dir}
	c.onPath, c.Version = onPath()
	if err := c.makeReady(); err != nil {
		return nil, err
	}
	if c.wasmOpt, err = c.findWasmOpt(); err != nil {
		return nil, err
	}
	if c.onPath == "" {
		version, err := c.own("-version").Output()
		if err != nil {
			return nil, fmt.Errorf("tinygo-build -version: %w", err)
		}
		c.Version = strings.TrimSpace(string(version))
	}
	return c, nil
}

// makeReady installs what the stamp doesn't say is there.
func (c *Compiler) makeReady() error {
	want, err := c.stamp()
	if err != nil {
		return err
	}
	stamp := filepath.Join(c.dir, "stamp")
	done := func() bool {
		have, err := os.ReadFile(stamp)
		return err == nil && string(have) == want
	}
	if done() {
		return nil
	}
	unlock, err := lock(filepath.Join(c.dir, "lock"))
	if err != nil {
		return err
	}
	defer unlock()
	if done() { // by the one that this one waited for
		return nil
	}
	if err := os.RemoveAll(stamp); err != nil {
		return err
	}
	if c.onPath == "" {
		if err := c.installPackages(); err != nil {
			return err
		}
	}
	if err := c.installWasmOpt(); err != nil {
		return err
	}
	if c.onPath == "" {
		if err := c.buildCompiler(); err != nil {
			return err
		}
	}
	return os.WriteFile(stamp, []byte(want), 0o666)
}

// stamp is a hash of all that a set-up depends on. Where the project's folder is doesn't count: a copy of the tree, or
// another worktree, may use the same set-up.
func (c *Compiler) stamp() (string, error) {
	goVersion := exec.Command("go", "version")
	goVersion.Dir = filepath.Join(c.source, "compiler")
	version, err := goVersion.Output()
	if err != nil {
		return "", fmt.Errorf("go version: %w", err)
	}
	hash := sha256.New()
	fmt.Fprintf(hash, "%s\n%s\n%s", c.onPath, os.Getenv("WASMOPT"), version)
	source := os.DirFS(c.source)
	for _, pattern := range []string{"setup.go", "install.go", "edit.go", "idle.go", "hints.go", "package*.json", "compiler/*.*", "compiler/lean/*"} {
		names, err := fs.Glob(source, pattern)
		if err != nil {
			return "", err
		}
		for _, name := range names {
			data, err := fs.ReadFile(source, name)
			if err != nil {
				return "", err
			}
			fmt.Fprintf(hash, "%s %d\n%s", name, len(data), data)
		}
	}
	return fmt.Sprintf("%x\n", hash.Sum(nil)), nil
}

// own is a command of our own build of the compiler.
func (c *Compiler) own(args ...string) *exec.Cmd {
	cmd := exec.Command(filepath.Join(c.dir, "tinygo-build"), args...)
	cmd.Env = append(c.environment(), "TINYGOROOT="+filepath.Join(c.dir, "root"))
	cmd.Stderr = os.Stderr
	return cmd
}

// environment tells TinyGo where wasm-opt is.
func (c *Compiler) environment() []string {
	if c.wasmOpt == "" {
		return os.Environ()
	}
	return append(os.Environ(), "WASMOPT="+c.wasmOpt)
}
