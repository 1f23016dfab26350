package main

import (
	"fmt"
	"go/ast"
)

// place is where a type stands: each takes some kinds only.
type place int

const (
	inParameter place = iota
	inResult
	inField
	inItem // of a slice
)

// instead says what to take for a predeclared type that doesn't cross.
var instead = map[string]string{
	"error": "no error crosses: use a problem string",
	"any":   "an interface doesn't cross: use Value for what the page has, or a struct",
	"byte":  "bytes don't cross: use string",
	"rune":  "a rune doesn't cross: use int, or string",
}

func init() {
	for _, name := range []string{"int8", "int16", "int32", "uint", "uint8", "uint16", "uint32", "uintptr"} {
		instead[name] = name + " doesn't cross: use int, which has 32 bits in TinyGo"
	}
	for _, name := range []string{"int64", "uint64"} {
		instead[name] = name + " doesn't cross: use int, which has 32 bits in TinyGo, or string"
	}
	for _, name := range []string{"float32", "float64", "complex64", "complex128"} {
		instead[name] = name + " doesn't cross: use int in smaller units, or string"
	}
}

// parameters are those of a method. One without a name gets a letter.
func (l *loader) parameters(signature *ast.FuncType, where string) (list []parameter) {
	for _, field := range signature.Params.List {
		if _, ok := field.Type.(*ast.Ellipsis); ok {
			l.refuse(field, where, "a variadic doesn't cross: use a slice")
			continue
		}
		t := l.resolve(field.Type, inParameter, where)
		names := field.Names
		if len(names) == 0 {
			names = []*ast.Ident{{Name: "_"}}
		}
		for _, name := range names {
			p := parameter{name: name.Name, typ: t}
			if p.name == "_" {
				p.name = string(rune('a' + len(list)))
			}
			list = append(list, p)
		}
	}
	return list
}

func (l *loader) result(signature *ast.FuncType, where string) *typ {
	if signature.Results == nil {
		return nil
	}
	results := signature.Results.List
	for _, field := range results {
		if name, ok := field.Type.(*ast.Ident); ok && name.Name == "error" {
			l.refuse(field, where, instead["error"])
			return nil
		}
	}
	if signature.Results.NumFields() != 1 {
		l.refuse(signature, where, "several results don't cross: return a struct")
		return nil
	}
	return l.resolve(results[0].Type, inResult, where)
}

// resolve makes a type of an expression; nil where it is refused.
func (l *loader) resolve(expression ast.Expr, at place, where string) *typ {
	switch x := expression.(type) {
	case *ast.ParenExpr:
		return l.resolve(x.X, at, where)
	case *ast.Ident:
		return l.named(x, at, where)
	case *ast.ArrayType:
		return l.list(x, at, where)
	case *ast.StarExpr:
		return l.pointer(x, at, where)
	case *ast.FuncType:
		return l.callback(x, at, where)
	}
	l.refuse(expression, where, unnamed(expression))
	return nil
}

// unnamed says why a type that isn't named doesn't cross.
func unnamed(expression ast.Expr) string {
	switch x := expression.(type) {
	case *ast.MapType:
		return "a map doesn't cross: use a slice of a struct with name and value"
	case *ast.ChanType:
		return "a chan doesn't cross: use a callback, func(*Answer)"
	case *ast.InterfaceType:
		return instead["any"]
	case *ast.StructType:
		return "a struct without a name doesn't cross: declare it"
	case *ast.SelectorExpr:
		return fmt.Sprintf("%s.%s is another package's: use a type of this one", x.X, x.Sel.Name)
	}
	return "this type doesn't cross: use string, int, bool, Value, a slice or a struct of these"
}

// named resolves a type by its name.
func (l *loader) named(name *ast.Ident, at place, where string) *typ {
	spec := l.types[name.Name]
	if spec == nil {
		return l.predeclared(name, "", name, where)
	}
	if spec.TypeParams != nil {
		l.refuse(name, where, "a generic type doesn't cross: declare one without parameters")
		return nil
	}
	if spec.Assign.IsValid() { // an alias
		return l.resolve(spec.Type, at, where)
	}
	switch under := spec.Type.(type) {
	case *ast.Ident:
		if other := l.types[under.Name]; other == nil {
			return l.predeclared(under, name.Name, name, where)
		}
		l.refuse(name, where, fmt.Sprintf("%s is declared by another named type: declare it as string, int, bool or struct", name.Name))
		return nil
	case *ast.StructType:
		if at == inParameter {
			l.refuse(name, where, fmt.Sprintf("a struct doesn't cross by value: use *%s", name.Name))
			return nil
		}
		if at == inResult {
			l.refuse(name, where, fmt.Sprintf("a struct isn't returned by value: return *%s", name.Name))
			return nil
		}
		if at == inField {
			l.refuse(name, where, fmt.Sprintf("a struct in a struct doesn't cross: put the fields of %s here, or use []%s", name.Name, name.Name))
			return nil
		}
		return l.structure(name, under, where)
	default:
		return l.resolve(under, at, where)
	}
}

// predeclared resolves string, int and bool, with the name that the package gives it, and Value.
func (l *loader) predeclared(under *ast.Ident, name string, at ast.Node, where string) *typ {
	t := &typ{name: name, doc: l.docs[name]}
	switch {
	case name == "Value" && under.Name == "int32":
		t.kind = valueKind
	case under.Name == "string":
		t.kind = textKind
	case under.Name == "int":
		t.kind = intKind
	case under.Name == "bool":
		t.kind = boolKind
	default:
		why := instead[under.Name]
		if why == "" {
			why = fmt.Sprintf("package %s doesn't declare %s", l.wire.pkg, under.Name)
		}
		l.refuse(at, where, why)
		return nil
	}
	return t
}

func (l *loader) list(x *ast.ArrayType, at place, where string) *typ {
	switch {
	case x.Len != nil:
		l.refuse(x, where, "an array doesn't cross: use a slice")
	case at == inItem:
		l.refuse(x, where, "a slice of slices doesn't cross: use a slice of a struct that has one")
	default:
		if elem := l.resolve(x.Elt, inItem, where); elem != nil {
			return &typ{kind: listKind, elem: elem}
		}
	}
	return nil
}
