package main

import (
	"go/format"
	"slices"
	"strings"
)

// wire is all that crosses.
type wire struct {
	pkg        string // the package's name
	path       string // its import path
	out        string // the written package's name
	js         string // the import path of package js
	interfaces []*face
	structs    []*typ // in the order of their first use, what they are made of first
	answer     *typ   // the struct that all callbacks take; nil without callbacks
}

// face is an interface with its methods, those of embedded ones among them.
type face struct {
	named
	doc     string
	methods []*method
}

// method is one crossing.
type method struct {
	name       string
	doc        string
	parameters []parameter
	result     *typ // nil for none
}

// parameter is a parameter or a field.
type parameter struct {
	name string
	doc  string
	typ  *typ
}

// kind is how a type crosses.
type kind int

const (
	textKind kind = iota
	intKind
	boolKind
	valueKind
	listKind
	structKind
	pointerKind
	callbackKind
)

// typ is a type that crosses.
type typ struct {
	kind   kind
	name   string // in the package; "" for a predeclared one
	doc    string
	elem   *typ        // of a list, a pointer or a callback
	fields []parameter // of a struct
}

// inGo is the type as Go writes it.
func (t *typ) inGo(pkg string) string {
	switch t.kind {
	case listKind:
		return "[]" + t.elem.inGo(pkg)
	case pointerKind:
		return "*" + t.elem.inGo(pkg)
	case callbackKind:
		return "func(*" + t.elem.inGo(pkg) + ")"
	}
	if t.name != "" {
		return pkg + "." + t.name
	}
	return t.basic()
}

// basic is the predeclared type under a text, an int or a bool.
func (t *typ) basic() string {
	return map[kind]string{textKind: "string", intKind: "int", boolKind: "bool", valueKind: "int32"}[t.kind]
}

// direct says whether the type is a number when it crosses, and so a result of its own.
func (t *typ) direct() bool { return t.kind == intKind || t.kind == boolKind || t.kind == valueKind }

// group is what goes into files of its own.
type group struct {
	file       string
	constraint string
	interfaces []*face
}

// groups are the interfaces without a constraint, and each with one.
func (w *wire) groups() []group {
	groups := []group{{file: "page"}}
	for _, f := range w.interfaces {
		if f.constraint == "" {
			groups[0].interfaces = append(groups[0].interfaces, f)
		} else {
			groups = append(groups, group{strings.ToLower(f.name), f.constraint, []*face{f}})
		}
	}
	if len(groups[0].interfaces) == 0 && w.answer == nil {
		return groups[1:]
	}
	return groups
}

func (g group) methods() (list []*method) {
	for _, f := range g.interfaces {
		list = append(list, f.methods...)
	}
	return list
}

// results says whether a method returns the struct.
func (g group) results(t *typ) bool {
	return slices.ContainsFunc(g.methods(), func(m *method) bool { return m.result != nil && m.result.elem == t && m.result.kind == pointerKind })
}

// uses says whether the interfaces need any type for which is holds, in parameters, results and what these are made of.
func (g group) uses(is func(*typ) bool) bool {
	var within func(*typ) bool
	within = func(t *typ) bool {
		return t != nil && (is(t) || within(t.elem) || slices.ContainsFunc(t.fields, func(f parameter) bool { return within(f.typ) }))
	}
	return slices.ContainsFunc(g.methods(), func(m *method) bool {
		return within(m.result) || slices.ContainsFunc(m.parameters, func(p parameter) bool { return within(p.typ) })
	})
}

func formatted(source string) ([]byte, error) { return format.Source([]byte(source)) }
