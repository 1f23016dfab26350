// Command build goes from source to dist/: script, module, types, their compressed siblings and manifest.json, everything that a
// theme needs and nothing else (CONTRIBUTING.md, "Release"). It compiles ./wasm with TinyGo (package tinygo sets that up) or the
// standard compiler, has package bundle make the script, and puts the folder in its place when it is whole.
//
//	go -C web run ./make/build -compiler tinygo -version 1.2.3 -out ../dist
//	go -C web run ./make/build -package ../build/package    also the npm package, to this folder
//	go -C web run ./make/build -setup                       only finds TinyGo, or sets it up
//	go -C web run ./make/build -names ../build/names.wasm   only the module, with its functions' names, for ./make/size
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"

	"salla-profile/web/make/bundle"
)

// The shipped files.
const (
	scriptFile         = "salla-profile.js"
	moduleFile         = "salla-profile.wasm"
	twilightScriptFile = "salla-profile.twilight.js"
	twilightModuleFile = "salla-profile.twilight.wasm"
	typesFile          = "salla-profile.d.ts"
	// The element <salla-profile-verification>.
	verificationFile = "salla-profile.verification.js"
)

// shipped are the files of dist, in the order in which they are told, but for what is compressed beside them.
var shipped = []string{scriptFile, twilightScriptFile, verificationFile, moduleFile, twilightModuleFile, typesFile}

func main() {
	log.SetFlags(0)
	log.SetPrefix("build: ")
	compiler := flag.String("compiler", "tinygo", "tinygo or go")
	version := flag.String("version", "dev", "the module's version")
	out := flag.String("out", "../dist", "the folder to write")
	tags := flag.String("tags", "", "build tags, for test builds")
	npm := flag.String("package", "", "also write the npm package to this folder")
	setup := flag.Bool("setup", false, "only find TinyGo, or set it up")
	dev := flag.Bool("dev", false, "a development build: faults of our own are written to the console")
	names := flag.String("names", "", "only write TinyGo's module with its functions' names, to this file")
	flag.Parse()
	var err error
	switch {
	case *setup:
		err = setUp()
	case *names != "":
		err = writeNamed(*names, *tags)
	default:
		err = build(request{*compiler, *version, *out, *tags, *npm, *dev})
	}
	if err != nil {
		log.Fatal(err)
	}
}

// request is what is to be built.
type request struct {
	compiler, version, out, tags, npm string
	dev                               bool
}

func build(r request) error {
	root, err := bundle.ProjectRoot()
	if err != nil {
		return err
	}
	out, err := filepath.Abs(r.out)
	if err != nil {
		return err
	}
	// Written beside and renamed, so that a server never sees half a build.
	next := out + ".next"
	if err := makeEmpty(next); err != nil {
		return err
	}
	c, err := compilerOf(r.compiler, root)
	if err != nil {
		return err
	}
	parts, err := r.parts(c, root, next)
	if err != nil {
		return err
	}
	if err := parts.all.Script(filepath.Join(next, scriptFile)); err != nil {
		return err
	}
	if err := parts.twilight.Script(filepath.Join(next, twilightScriptFile)); err != nil {
		return err
	}
	if err := bundle.VerificationScript(root, filepath.Join(next, verificationFile)); err != nil {
		return err
	}
	types, err := os.ReadFile(filepath.Join(root, "web", typesFile))
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(next, typesFile), types, 0o644); err != nil {
		return err
	}
	m, err := writeManifest(next, r.version, c.name)
	if err != nil {
		return err
	}
	if r.npm != "" {
		if err := writePackage(r.npm, next, m, parts); err != nil {
			return err
		}
	}
	if err := os.RemoveAll(out); err != nil {
		return err
	}
	if err := os.Rename(next, out); err != nil {
		return err
	}
	fmt.Printf("%s (%s, %s)\n", out, r.version, c.name)
	for _, name := range m.names() {
		f := m.Files[name]
		fmt.Printf("  %-29s %8d bytes  gzip %7d  brotli %7d\n", name, f.Bytes, f.Gzip, f.Brotli)
	}
	return nil
}

// makeEmpty makes a folder, afresh where there is one.
func makeEmpty(dir string) error {
	if err := os.RemoveAll(dir); err != nil {
		return err
	}
	return os.MkdirAll(dir, 0o755)
}

// scripts are the parts of the two scripts.
type scripts struct{ all, twilight bundle.Parts }

// parts compiles the modules into the folder: one for each script where they go inside, and otherwise one for both.
func (r request) parts(c *compiler, root, dir string) (s scripts, err error) {
	s.all = bundle.Parts{Root: root, Glue: c.glue, Version: r.version, Compiler: short(c.name), Dev: r.dev}
	if s.all.Module, err = c.module(filepath.Join(dir, moduleFile), r.tags); err != nil {
		return s, err
	}
	s.twilight = s.all
	s.twilight.Twilight = true
	if c.glue == "" {
		s.twilight.Module, err = c.module(filepath.Join(dir, twilightModuleFile), strings.Trim(r.tags+",twilight", ","))
	}
	return s, err
}
