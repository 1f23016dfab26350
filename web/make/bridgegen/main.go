// Command bridgegen generates both ends of the wire between Go and the page from Go interfaces: package bridge implements them
// for both compilers, one crossing a method, and a schema tells the page's glue (bridge/js/cross_*.js) what crosses.
//
//	go run ./make/bridgegen -package ../profile -interface Storefront -interface Standalone:!twilight -out ../bridge
//	go run ./make/bridgegen … -check   writes nothing, and fails where what is committed is stale
//
// An interface with a build constraint goes into files of its own. What may cross is in README.md.
//
// load.go reads the package, resolve.go makes types of what it declares, and tinygo.go, safejs.go, page.go and wire.go write.
package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// options are what the command line says.
type options struct {
	dir        string   // the package's folder
	out        string   // the folder of the generated package
	js         string   // the import path of package js
	tags       []string // build tags that choose the package's files
	interfaces []named
}

// named is an interface by its name, with the build constraint of its methods; "" for none.
type named struct{ name, constraint string }

func main() {
	log.SetFlags(0)
	log.SetPrefix("bridgegen: ")
	var o options
	flag.StringVar(&o.dir, "package", "", "the `folder` of the package with the interfaces")
	flag.StringVar(&o.out, "out", "", "the `folder` of the package to write")
	flag.StringVar(&o.js, "js", "", "the import `path` of package js; by default js below the written package's")
	tags := flag.String("tags", "", "build tags, comma-separated, that choose the package's files")
	check := flag.Bool("check", false, "write nothing, and fail where what is there is stale")
	flag.Func("interface", "an interface, `Name[:constraint]`; may be repeated", func(s string) error {
		name, constraint, _ := strings.Cut(s, ":")
		o.interfaces = append(o.interfaces, named{name, constraint})
		return nil
	})
	flag.Parse()
	o.tags = strings.FieldsFunc(*tags, func(r rune) bool { return r == ',' })
	if o.dir == "" || o.out == "" || len(o.interfaces) == 0 || flag.NArg() > 0 {
		flag.Usage()
		os.Exit(2)
	}
	if err := run(o, *check); err != nil {
		log.Fatal(err)
	}
}

// run writes the files, or compares them with those that are there.
func run(o options, check bool) error {
	files, err := generate(o)
	if err != nil {
		return err
	}
	names := make([]string, 0, len(files))
	for name := range files {
		names = append(names, name)
	}
	slices.Sort(names)
	var stale []error
	for _, name := range names {
		path := filepath.Join(o.out, name)
		have, err := os.ReadFile(path)
		switch {
		case err == nil && bytes.Equal(have, files[name]):
		case err != nil && !errors.Is(err, os.ErrNotExist):
			return err
		case check:
			stale = append(stale, fmt.Errorf("%s is stale: run make generate", path))
		default:
			if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
				return err
			}
			if err := os.WriteFile(path, files[name], 0o666); err != nil {
				return err
			}
		}
	}
	return errors.Join(stale...)
}

// generate returns the files by their names below the folder to write.
func generate(o options) (map[string][]byte, error) {
	w, err := load(o)
	if err != nil {
		return nil, err
	}
	files := map[string]string{"page.go": w.page(), "page/wire.js": w.wire()}
	for _, g := range w.groups() {
		files[g.file+"_tinygo.go"] = w.tinygo(g)
		files[g.file+"_safejs.go"] = w.safejs(g)
	}
	written := map[string][]byte{}
	for name, text := range files {
		source := []byte(text)
		if strings.HasSuffix(name, ".go") {
			if source, err = formatted(text); err != nil {
				return nil, fmt.Errorf("%s: %w", name, err)
			}
		}
		written[name] = source
	}
	return written, nil
}
