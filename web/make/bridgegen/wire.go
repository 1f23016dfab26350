package main

import (
	"fmt"
	"slices"
	"strings"
)

// wire is the page's end: the schema for the glue, and types for whoever writes the functions.
func (w *wire) wire() string {
	var b strings.Builder
	b.WriteString(w.generated())
	all := group{interfaces: w.interfaces}
	var types []string
	for _, c := range []struct {
		name string
		is   func(*typ) bool
	}{
		{"bool", func(t *typ) bool { return t.kind == boolKind }},
		{"callback", func(t *typ) bool { return t.kind == callbackKind }},
		{"int", func(t *typ) bool { return t.kind == intKind }},
		{"list", func(t *typ) bool { return t.kind == listKind }},
		{"pointer", func(t *typ) bool { return t.kind == pointerKind }},
		{"record", func(t *typ) bool { return t.kind == structKind }},
		{"text", func(t *typ) bool { return t.kind == textKind }},
		{"value", func(t *typ) bool { return t.kind == valueKind }},
	} {
		if all.uses(c.is) {
			types = append(types, c.name)
		}
	}
	fmt.Fprintf(&b, "import { %s } from \"compiler:types\";\n", strings.Join(types, ", "))
	if slices.Contains(types, "value") {
		b.WriteString("\n/** @typedef {any} Value  any JavaScript value */\n")
	}
	for _, t := range w.structs {
		writeStruct(&b, t)
	}
	for _, f := range w.interfaces {
		writeInterface(&b, f)
	}
	return b.String()
}

func writeStruct(b *strings.Builder, t *typ) {
	b.WriteString("\n/**\n")
	writeDoc(b, t.doc)
	fmt.Fprintf(b, " * @typedef {object} %s\n", t.name)
	for _, f := range t.fields {
		fmt.Fprintf(b, " * @property {%s} %s%s\n", inJS(f.typ), camel(f.name), described(f.doc))
	}
	b.WriteString(" */\n")
	members := make([]string, 0, len(t.fields))
	for _, f := range t.fields {
		member := camel(f.name)
		if of := schema(f.typ); of != member {
			member += ": " + of
		}
		members = append(members, member)
	}
	writeObject(b, "const "+t.name+" = /* @__PURE__ */ record(", members, ")")
}

// writeObject writes an object on one line where it fits, or a member a line.
func writeObject(b *strings.Builder, before string, members []string, after string) {
	line := before + "{ " + strings.Join(members, ", ") + " }" + after + ";\n"
	if len(line) > 130 {
		line = before + "{\n  " + strings.Join(members, ",\n  ") + ",\n}" + after + ";\n"
	}
	b.WriteString(line)
}

func writeInterface(b *strings.Builder, f *face) {
	b.WriteString("\n/**\n")
	writeDoc(b, f.doc)
	fmt.Fprintf(b, " *\n * @typedef {object} %s\n", f.name)
	members := make([]string, 0, len(f.methods))
	for _, m := range f.methods {
		var typed, types []string
		for _, p := range m.parameters {
			typed = append(typed, jsVariable(p.name)+": "+inJS(p.typ))
			types = append(types, schema(p.typ))
		}
		returned, method := "void", "[["+strings.Join(types, ", ")+"]"
		if m.result != nil {
			result := m.result
			if result.kind == pointerKind { // never to nothing
				result = result.elem
			}
			returned = inJS(result)
			method += ", " + schema(result)
		}
		fmt.Fprintf(b, " * @property {(%s) => %s} %s%s\n", strings.Join(typed, ", "), returned, camel(m.name), described(m.doc))
		members = append(members, camel(m.name)+": "+method+"]")
	}
	b.WriteString(" */\n")
	writeObject(b, "export const "+f.name+" = ", members, "")
}

func writeDoc(b *strings.Builder, doc string) {
	if doc = firstSentence(doc); doc != "" {
		b.WriteString(" * " + closed(doc) + "\n")
	}
}

func described(doc string) string {
	if doc = firstSentence(doc); doc != "" {
		return "  " + closed(doc)
	}
	return ""
}

// closed keeps a text from ending the comment that it stands in.
func closed(doc string) string { return strings.ReplaceAll(doc, "*/", "*\u200b/") }

// jsVariable is a parameter's name in a typedef, which takes no reserved word.
func jsVariable(name string) string { return (&wire{}).variable(name) }

// inJS is the type as TypeScript writes it.
func inJS(t *typ) string {
	switch t.kind {
	case textKind:
		return "string"
	case intKind:
		return "number"
	case boolKind:
		return "boolean"
	case valueKind:
		return "Value"
	case listKind:
		if t.elem.kind == pointerKind { // never nil there
			return inJS(t.elem.elem) + "[]"
		}
		return inJS(t.elem) + "[]"
	case pointerKind:
		return t.elem.name + " | undefined"
	case callbackKind:
		return "(answer: Partial<" + t.elem.name + ">) => void"
	}
	return t.name
}

// schema is the type as the glue takes it.
func schema(t *typ) string {
	switch t.kind {
	case textKind:
		return "text"
	case intKind:
		return "int"
	case boolKind:
		return "bool"
	case valueKind:
		return "value"
	case listKind:
		return "/* @__PURE__ */ list(" + schema(t.elem) + ")"
	case pointerKind:
		return "/* @__PURE__ */ pointer(" + t.elem.name + ")"
	case callbackKind:
		return "/* @__PURE__ */ callback(" + t.elem.name + ")"
	}
	return t.name
}
