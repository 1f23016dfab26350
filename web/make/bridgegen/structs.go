package main

import (
	"fmt"
	"go/ast"
	"slices"
)

// structure resolves a struct, once.
func (l *loader) structure(name *ast.Ident, x *ast.StructType, where string) *typ {
	if t, ok := l.known[name.Name]; ok {
		if t == nil {
			l.refuse(name, where, name.Name+" contains itself: use two types")
		}
		return t
	}
	l.known[name.Name] = nil
	t := &typ{kind: structKind, name: name.Name, doc: l.docs[name.Name]}
	for _, field := range x.Fields.List {
		l.addFields(t, field)
	}
	if x.Fields.NumFields() == 0 {
		l.refuse(name, where, name.Name+" has no fields: leave it out")
	}
	l.known[name.Name] = t
	l.wire.structs = append(l.wire.structs, t)
	return t
}

func (l *loader) addFields(t *typ, field *ast.Field) {
	if len(field.Names) == 0 {
		l.refuse(field, t.name, "an embedded field doesn't cross: write its fields here")
		return
	}
	doc := field.Doc.Text()
	if doc == "" {
		doc = field.Comment.Text()
	}
	for _, name := range field.Names {
		where := t.name + "." + name.Name
		if !ast.IsExported(name.Name) {
			l.refuse(name, where, "the page can't have a field that isn't exported: export it, or keep it elsewhere")
			continue
		}
		if slices.ContainsFunc(t.fields, func(f parameter) bool { return camel(f.name) == camel(name.Name) }) {
			l.refuse(name, where, fmt.Sprintf("another field is %s in JavaScript, too: give it another name", camel(name.Name)))
			continue
		}
		if resolved := l.resolve(field.Type, inField, where); resolved != nil {
			t.fields = append(t.fields, parameter{name: name.Name, doc: doc, typ: resolved})
		}
	}
}

func (l *loader) pointer(x *ast.StarExpr, at place, where string) *typ {
	name, ok := x.X.(*ast.Ident)
	var spec *ast.TypeSpec
	if ok {
		spec = l.types[name.Name]
	}
	switch {
	case at == inField:
		l.refuse(x, where, "a pointer in a struct doesn't cross: put its fields here, with a bool that says whether they count")
	case spec == nil:
		l.refuse(x, where, "only a pointer to a struct of this package crosses: use the value itself")
	default:
		under, ok := spec.Type.(*ast.StructType)
		if !ok || spec.TypeParams != nil {
			l.refuse(x, where, "only a pointer to a struct of this package crosses: use the value itself")
			return nil
		}
		if elem := l.structure(name, under, where); elem != nil {
			return &typ{kind: pointerKind, elem: elem}
		}
	}
	return nil
}

// callback resolves func(*Answer), with the one struct of all callbacks.
func (l *loader) callback(x *ast.FuncType, at place, where string) *typ {
	if at != inParameter {
		l.refuse(x, where, "a function crosses only as a parameter of a method: pass it there")
		return nil
	}
	var name *ast.Ident
	if x.Params.NumFields() == 1 && x.Results == nil {
		if pointer, ok := x.Params.List[0].Type.(*ast.StarExpr); ok {
			name, _ = pointer.X.(*ast.Ident)
		}
	}
	var under *ast.StructType
	if name != nil && l.types[name.Name] != nil {
		under, _ = l.types[name.Name].Type.(*ast.StructType)
	}
	if under == nil {
		l.refuse(x, where, "this function doesn't cross: a callback is func(*Answer) with one struct and without a result")
		return nil
	}
	elem := l.structure(name, under, where)
	if elem == nil {
		return nil
	}
	if l.wire.answer == nil {
		l.wire.answer = elem
	}
	if l.wire.answer != elem {
		l.refuse(x, where, fmt.Sprintf("all callbacks take the same struct: use func(*%s)", l.wire.answer.name))
		return nil
	}
	return &typ{kind: callbackKind, elem: elem}
}
