package main

import (
	"errors"
	"fmt"
	"go/ast"
	"go/build"
	"go/build/constraint"
	"go/parser"
	"go/token"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// loader resolves what a package declares.
type loader struct {
	set   *token.FileSet
	types map[string]*ast.TypeSpec
	docs  map[string]string
	wire  *wire
	known map[string]*typ // structs by name; nil for one that is being resolved
	// problems are all that is refused, in the order of the source.
	problems []error
}

// load reads the package and resolves its interfaces.
func load(o options) (*wire, error) {
	l := &loader{
		set: token.NewFileSet(), types: map[string]*ast.TypeSpec{}, docs: map[string]string{}, known: map[string]*typ{}, wire: &wire{},
	}
	if err := l.parse(o); err != nil {
		return nil, err
	}
	if err := l.paths(o); err != nil {
		return nil, err
	}
	methods := map[string]string{"get": "js.Value", "set": "js.Value"} // package js imports these names
	for _, n := range o.interfaces {
		if err := checkConstraint(n.constraint); err != nil {
			return nil, fmt.Errorf("%s: %w", n.name, err)
		}
		f := &face{named: n, doc: l.docs[n.name]}
		if err := l.addMethods(f, n.name); err != nil {
			return nil, err
		}
		for _, m := range f.methods {
			key := camel(m.name)
			if other := methods[key]; other != "" {
				l.problems = append(l.problems, fmt.Errorf("%s.%s: %s has a method of this name: give it another", n.name, m.name, other))
			}
			methods[key] = n.name
		}
		l.wire.interfaces = append(l.wire.interfaces, f)
	}
	return l.wire, errors.Join(l.problems...)
}

// parse reads the declarations of the package's files that a build with the tags takes.
func (l *loader) parse(o options) error {
	entries, err := os.ReadDir(o.dir)
	if err != nil {
		return err
	}
	context := build.Default
	context.GOOS, context.GOARCH, context.BuildTags = "js", "wasm", o.tags
	for _, entry := range entries {
		name := entry.Name()
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			continue
		}
		if ok, err := context.MatchFile(o.dir, name); err != nil || !ok {
			if err != nil {
				return err
			}
			continue
		}
		file, err := parser.ParseFile(l.set, filepath.Join(o.dir, name), nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		l.wire.pkg = file.Name.Name
		l.declarations(file)
	}
	if l.wire.pkg == "" {
		return fmt.Errorf("%s: no Go files", o.dir)
	}
	return nil
}

func (l *loader) declarations(file *ast.File) {
	for _, d := range file.Decls {
		group, ok := d.(*ast.GenDecl)
		if !ok || group.Tok != token.TYPE {
			continue
		}
		for _, s := range group.Specs {
			spec := s.(*ast.TypeSpec)
			l.types[spec.Name.Name] = spec
			doc := spec.Doc
			if doc == nil && !group.Lparen.IsValid() {
				doc = group.Doc
			}
			l.docs[spec.Name.Name] = doc.Text()
		}
	}
}

var moduleLine = regexp.MustCompile(`(?m)^module\s+(\S+)`)

// importPath is the import path of the package in a folder, by the go.mod above it.
func importPath(folder string) (string, error) {
	folder, err := filepath.Abs(folder)
	if err != nil {
		return "", err
	}
	for dir := folder; ; dir = filepath.Dir(dir) {
		mod, err := os.ReadFile(filepath.Join(dir, "go.mod"))
		if err == nil {
			module := moduleLine.FindSubmatch(mod)
			relative, err := filepath.Rel(dir, folder)
			if module == nil || err != nil {
				return "", fmt.Errorf("%s: no module", dir)
			}
			return path.Join(string(module[1]), filepath.ToSlash(relative)), nil
		}
		if dir == filepath.Dir(dir) {
			return "", fmt.Errorf("%s: no go.mod above it", folder)
		}
	}
}

// paths finds how the packages are imported.
func (l *loader) paths(o options) (err error) {
	if l.wire.path, err = importPath(o.dir); err != nil {
		return err
	}
	out, err := importPath(o.out)
	if err != nil {
		return err
	}
	l.wire.out, l.wire.js = path.Base(out), o.js
	if o.js == "" {
		l.wire.js = out + "/js"
	}
	return nil
}

func checkConstraint(text string) error {
	if text == "" {
		return nil
	}
	_, err := constraint.Parse("//go:build " + text)
	return err
}

// addMethods adds the methods of an interface, and of those that it embeds where they stand.
func (l *loader) addMethods(f *face, name string) error {
	spec := l.types[name]
	if spec == nil {
		return fmt.Errorf("package %s has no interface %s", l.wire.pkg, name)
	}
	declared, ok := spec.Type.(*ast.InterfaceType)
	if !ok || spec.TypeParams != nil {
		return fmt.Errorf("%s: %s is no interface that can be implemented: name one with methods", l.set.Position(spec.Pos()), name)
	}
	for _, field := range declared.Methods.List {
		if len(field.Names) > 0 {
			l.addMethod(f, field)
			continue
		}
		embedded, ok := field.Type.(*ast.Ident)
		if !ok {
			l.refuse(field, name, "it embeds what isn't an interface of this package: write its methods here")
			continue
		}
		if err := l.addMethods(f, embedded.Name); err != nil {
			return err
		}
	}
	return nil
}

func (l *loader) addMethod(f *face, field *ast.Field) {
	name := field.Names[0].Name
	if slices.ContainsFunc(f.methods, func(m *method) bool { return m.name == name }) {
		return // by two ways
	}
	doc := field.Doc.Text()
	if doc == "" {
		doc = field.Comment.Text()
	}
	where := f.name + "." + name
	if !ast.IsExported(name) {
		l.refuse(field, where, "another package can't implement it: export it")
		return
	}
	signature := field.Type.(*ast.FuncType)
	m := &method{name: name, doc: doc}
	m.parameters = l.parameters(signature, where)
	m.result = l.result(signature, where)
	f.methods = append(f.methods, m)
}

// refuse notes why something can't cross, and what to do instead.
func (l *loader) refuse(at ast.Node, where, why string) {
	l.problems = append(l.problems, fmt.Errorf("%s: %s: %s", l.set.Position(at.Pos()), where, why))
}
