package tinygo

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// Options say what to compile.
type Options struct {
	Folder string   // the package's, of any module
	Out    string   // the file to write
	Tags   string   // build tags, comma-separated
	Values []string // string variables to set: "main.version=1.2.3"
	Names  bool     // keep the functions' names, to see what takes the bytes
}

// Compile writes the module of a package: callbacks only (no goroutines), panics without words, and the collector of
// idle.go, for which the program has to call runtime.GC when it is idle. A tinygo on PATH takes its own precise one.
func (c *Compiler) Compile(o Options) error {
	temp, err := os.MkdirTemp("", "tinygo")
	if err != nil {
		return err
	}
	defer os.RemoveAll(temp)
	compiled := filepath.Join(temp, "compiled.wasm")
	lean := filepath.Join(c.source, "compiler", "lean", "lean.c")
	cmd := c.own(o.ownArguments(compiled, lean)...)
	if c.onPath != "" {
		target := filepath.Join(temp, "lean.json")
		if err := c.writeTarget(target, lean); err != nil {
			return err
		}
		cmd = exec.Command(c.onPath, o.arguments(compiled, target)...)
		cmd.Dir = o.Folder
		cmd.Env = c.environment()
	}
	if err := run(cmd); err != nil {
		return err
	}
	return c.shrink(compiled, o.Out, o.Names)
}

// ownArguments are those of compiler/, which has the other options inside.
func (o Options) ownArguments(out, lean string) []string {
	args := []string{"-lean", lean, "-tags", o.Tags, "-o", out}
	for _, value := range o.Values {
		args = append(args, "-X", value)
	}
	return append(args, o.Folder)
}

// arguments are those of a tinygo on PATH, run in the package's folder.
func (o Options) arguments(out, target string) []string {
	args := []string{
		"build", "-target", target, "-scheduler", "none", "-buildmode", "c-shared", "-panic", "trap",
		"-gc", "precise", "-opt", "z", "-no-debug",
	}
	if o.Tags != "" {
		args = append(args, "-tags", o.Tags)
	}
	if len(o.Values) > 0 {
		args = append(args, "-ldflags", "-X "+strings.Join(o.Values, " -X "))
	}
	return append(args, "-o", out, ".")
}

// writeTarget makes the target file of a tinygo on PATH: its own for WebAssembly with lean.c, which it wants named
// relative to TINYGOROOT.
func (c *Compiler) writeTarget(name, lean string) error {
	root, err := exec.Command(c.onPath, "env", "TINYGOROOT").Output()
	if err != nil {
		return fmt.Errorf("%s env TINYGOROOT: %w", c.onPath, err)
	}
	if lean, err = filepath.Rel(strings.TrimSpace(string(root)), lean); err != nil {
		return err
	}
	target, err := json.Marshal(map[string]any{"inherits": []string{"wasm"}, "extra-files": []string{lean}})
	if err != nil {
		return err
	}
	return os.WriteFile(name, target, 0o666)
}

// run runs a command, and shows what it says of errors.
func run(cmd *exec.Cmd) error {
	cmd.Stderr = os.Stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("%s: %w", filepath.Base(cmd.Path), err)
	}
	return nil
}
