package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"

	"salla-profile/web/make/build/tinygo"
	"salla-profile/web/make/bundle"
)

// compiler is what makes the module, and the wasm_exec.js that it needs.
type compiler struct {
	name    string // with its version: what ready and the manifest say
	glue    string // the path of its wasm_exec.js; "" where none is needed
	compile func(out, tags string) error
}

// compilerOf answers the compiler of that name, ready to use.
func compilerOf(name, root string) (*compiler, error) {
	switch name {
	case "go":
		return standard(root)
	case "tinygo":
		c, err := tinygo.SetUp(root)
		if err != nil {
			return nil, err
		}
		return &compiler{name: c.Version, compile: func(out, tags string) error {
			return c.Compile(tinyGoOptions(root, out, tags))
		}}, nil
	}
	return nil, fmt.Errorf("unknown compiler %q: tinygo or go", name)
}

func standard(root string) (*compiler, error) {
	name := runtime.Version()
	glue, err := bundle.GluePath()
	if err != nil {
		return nil, err
	}
	return &compiler{name: name, glue: glue, compile: func(out, tags string) error {
		cmd := exec.Command("go", "build", "-trimpath", "-tags", tags, "-ldflags", "-s -w", "-o", out, "./wasm")
		cmd.Dir = root
		cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOWORK=off")
		cmd.Stderr = os.Stderr
		if err := cmd.Run(); err != nil {
			return fmt.Errorf("go build: %w", err)
		}
		return nil
	}}, nil
}

func tinyGoOptions(root, out, tags string) tinygo.Options {
	return tinygo.Options{Folder: filepath.Join(root, "wasm"), Out: out, Tags: tags}
}

// short is "tinygo0.42.0" of "tinygo 0.42.0 (go1.26.8, llvm 22)", in the form of "go1.26.8".
func short(version string) string {
	fields := strings.Fields(version)
	if len(fields) < 2 {
		return version
	}
	return fields[0] + fields[1]
}

// module compiles the program to the file and returns what is in it.
func (c *compiler) module(out, tags string) ([]byte, error) {
	if err := c.compile(out, tags); err != nil {
		return nil, err
	}
	return os.ReadFile(out)
}

// setUp makes TinyGo ready, and says which one it is.
func setUp() error {
	_, c, err := tinyGo()
	if err == nil {
		fmt.Println(c.Version)
	}
	return err
}

// tinyGo answers the project's root, and TinyGo, ready to use.
func tinyGo() (root string, c *tinygo.Compiler, err error) {
	if root, err = bundle.ProjectRoot(); err == nil {
		c, err = tinygo.SetUp(root)
	}
	return root, c, err
}

// writeNamed writes the release's module with its functions' names.
func writeNamed(out, tags string) error {
	root, c, err := tinyGo()
	if err != nil {
		return err
	}
	if out, err = filepath.Abs(out); err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(out), 0o755); err != nil {
		return err
	}
	options := tinyGoOptions(root, out, tags)
	options.Names = true
	return c.Compile(options)
}
