// Command build writes dist/: everything that a theme needs and nothing else (contract.md, section 1).
//
//	go -C web run ./build -compiler tinygo -version 1.2.3 -out ../dist
//
// TinyGo is found, or set up, by web/tinygo/compile.sh.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"

	"salla-profile/web/bundle"
)

// output names the shipped files.
const (
	scriptFile = "salla-profile.js"
	moduleFile = "salla-profile.wasm"
	typesFile  = "salla-profile.d.ts"
)

func main() {
	log.SetFlags(0)
	compiler := flag.String("compiler", "tinygo", "tinygo or go")
	version := flag.String("version", "dev", "the module's version")
	out := flag.String("out", "../dist", "the folder to write")
	tags := flag.String("tags", "", "build tags, for test builds")
	npm := flag.String("package", "", "also write the npm package to this folder")
	flag.Parse()
	if err := build(*compiler, *version, *out, *tags, *npm); err != nil {
		log.Fatalf("build: %v", err)
	}
}

func build(compilerName, version, out, tags, npm string) error {
	root, err := bundle.ProjectRoot()
	if err != nil {
		return err
	}
	if out, err = filepath.Abs(out); err != nil {
		return err
	}
	// Written beside and renamed, so that a server never sees half a build.
	next := out + ".next"
	if err := os.RemoveAll(next); err != nil {
		return err
	}
	if err := os.MkdirAll(next, 0o755); err != nil {
		return err
	}
	c, err := compilerOf(compilerName, root)
	if err != nil {
		return err
	}
	if err := c.compile(filepath.Join(next, moduleFile), version, tags); err != nil {
		return err
	}
	module, err := os.ReadFile(filepath.Join(next, moduleFile))
	if err != nil {
		return err
	}
	parts := bundle.Parts{Root: root, Module: module, Glue: c.glue}
	if err := parts.Script(filepath.Join(next, scriptFile)); err != nil {
		return err
	}
	types, err := os.ReadFile(filepath.Join(root, "web", typesFile))
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(next, typesFile), types, 0o644); err != nil {
		return err
	}
	m, err := writeManifest(next, version, c.name)
	if err != nil {
		return err
	}
	if npm != "" {
		if err := writePackage(npm, next, m, parts); err != nil {
			return err
		}
	}
	if err := os.RemoveAll(out); err != nil {
		return err
	}
	if err := os.Rename(next, out); err != nil {
		return err
	}
	fmt.Printf("%s (%s, %s)\n", out, version, c.name)
	for _, name := range []string{scriptFile, moduleFile, typesFile} {
		f := m.Files[name]
		fmt.Printf("  %-20s %8d bytes  gzip %7d  brotli %7d\n", name, f.Bytes, f.Gzip, f.Brotli)
	}
	return nil
}

// compiler is what makes the module, and the wasm_exec.js that it needs.
type compiler struct {
	name    string // with its version: what ready and the manifest say
	glue    string // the path of its wasm_exec.js; "" where none is needed
	compile func(out, version, tags string) error
}

func compilerOf(name, root string) (*compiler, error) {
	switch name {
	case "go":
		version := runtime.Version()
		glue, err := bundle.GluePath()
		if err != nil {
			return nil, err
		}
		return &compiler{
			name: version,
			glue: glue,
			compile: func(out, moduleVersion, tags string) error {
				ldflags := fmt.Sprintf("-s -w -X 'main.version=%s' -X 'main.compiler=%s'", moduleVersion, version)
				cmd := exec.Command("go", "build", "-trimpath", "-tags", tags, "-ldflags", ldflags, "-o", out, "./wasm")
				cmd.Dir = root
				cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOWORK=off")
				return run(cmd)
			},
		}, nil
	case "tinygo":
		script := filepath.Join(root, "web", "tinygo", "compile.sh")
		version, err := output(script, "--version")
		if err != nil {
			return nil, err
		}
		return &compiler{
			name: version,
			compile: func(out, moduleVersion, tags string) error {
				args := []string{"-o", out, "-gc", "idle", "-panic", "trap", "-X", "main.version=" + moduleVersion, "-X", "main.compiler=" + firstWords(version)}
				if tags != "" {
					args = append(args, "-tags", tags)
				}
				return run(exec.Command(script, append(args, filepath.Join(root, "wasm"))...))
			},
		}, nil
	}
	return nil, fmt.Errorf("unknown compiler %q: tinygo or go", name)
}

// firstWords is "tinygo-0.42.0" of "tinygo 0.42.0 (go1.26.8, llvm 22)", in the form of "go1.26.8".
func firstWords(version string) string {
	fields := strings.Fields(version)
	if len(fields) < 2 {
		return version
	}
	return fields[0] + fields[1]
}

func run(cmd *exec.Cmd) error {
	cmd.Stdout, cmd.Stderr = os.Stderr, os.Stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("%s: %w", filepath.Base(cmd.Path), err)
	}
	return nil
}

func output(name string, args ...string) (string, error) {
	cmd := exec.Command(name, args...)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return "", fmt.Errorf("%s %s: %w", filepath.Base(name), strings.Join(args, " "), err)
	}
	return strings.TrimSpace(string(out)), nil
}
