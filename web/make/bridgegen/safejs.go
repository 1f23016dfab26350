package main

import (
	"fmt"
	"slices"
	"strings"
)

// safejs is the group's file for the standard compiler.
func (w *wire) safejs(g group) string {
	var b strings.Builder
	b.WriteString(w.begin(g, "js && wasm && !tinygo"))
	if w.resumes(g) {
		fmt.Fprintf(&b, "\nfunc init() {\njs.OnResume(func(slot int, answer *js.Reader) { slots.Call(slot, read%s(answer)) })\n}\n", w.answer.name)
	}
	for _, m := range g.methods() {
		w.safejsMethod(&b, m)
	}
	for _, t := range w.structs {
		if w.home(t, writes) == g.file {
			w.appendFunction(&b, t)
		}
		if w.home(t, reads) == g.file {
			w.readFunction(&b, t)
		}
	}
	return b.String()
}

// direction is which way a struct crosses.
type direction int

const (
	writes direction = iota // to the page
	reads
)

// needs says whether the group's methods have the struct cross in this direction.
func (w *wire) needs(g group, t *typ, d direction) bool {
	has := func(in *typ) bool {
		return in != nil && (group{interfaces: []*face{{methods: []*method{{result: in}}}}}).uses(func(other *typ) bool { return other == t })
	}
	if d == reads && w.resumes(g) && has(w.answer) {
		return true
	}
	return slices.ContainsFunc(g.methods(), func(m *method) bool {
		if d == reads {
			return has(m.result)
		}
		return slices.ContainsFunc(m.parameters, func(p parameter) bool { return p.typ.kind != callbackKind && has(p.typ) })
	})
}

// home is the group whose file has the struct's function; "" for none. Several share the unconstrained one's.
func (w *wire) home(t *typ, d direction) string {
	var users []string
	for _, g := range w.groups() {
		if w.needs(g, t, d) {
			users = append(users, g.file)
		}
	}
	switch len(users) {
	case 0:
		return ""
	case 1:
		return users[0]
	}
	return w.groups()[0].file
}

func (w *wire) safejsMethod(b *strings.Builder, m *method) {
	returned, body := "", ""
	args := &arguments{}
	args.items = append(args.items, fmt.Sprintf("%q", camel(m.name)))
	for _, p := range m.parameters {
		name := w.variable(p.name)
		if p.typ.kind == pointerKind {
			args.add(name + " != nil")
			args.flush()
			args.code += fmt.Sprintf("if %s != nil {\nargs = append%s(args, %s)\n}\n", name, p.typ.elem.name, name)
			continue
		}
		args.addValue(name, p.typ)
	}
	ask := "js.Ask(" + strings.Join(args.items, ", ") + ")"
	if args.code != "" {
		args.flush()
		first, rest, _ := strings.Cut(strings.TrimPrefix(args.code, "args = append(args, "), ")\n")
		body = "args := []any{" + strings.TrimPrefix(first, fmt.Sprintf("%q, ", camel(m.name))) + "}\n" + rest
		ask = fmt.Sprintf("js.Ask(%q, args...)", camel(m.name))
	}
	if m.result != nil {
		returned = m.result.inGo(w.pkg)
		ask = "return " + w.read(ask, m.result)
	}
	fmt.Fprintf(b, "\n%sfunc (Page) %s(%s) %s {\njs.Trap()\n%s%s\n}\n", comment(m.doc, m.name+" crosses once."), m.name, w.signature(m), returned, body, ask)
}

// arguments collects what is appended to args: items in a row, and before them code.
type arguments struct {
	code  string
	items []string
}

func (a *arguments) add(item string) { a.items = append(a.items, item) }

// flush turns the items so far into code.
func (a *arguments) flush() {
	if len(a.items) > 0 {
		a.code += "args = append(args, " + strings.Join(a.items, ", ") + ")\n"
		a.items = nil
	}
}

// addValue adds a value of any type but a pointer.
func (a *arguments) addValue(expression string, t *typ) {
	switch t.kind {
	case textKind, boolKind:
		a.add(converted(expression, t))
	case intKind:
		a.add(converted(expression, t))
	case valueKind:
		a.add("int(" + expression + ")")
	case callbackKind:
		a.add("slots.New(" + expression + ")")
	case listKind:
		a.add("len(" + expression + ")")
		a.flush()
		if t.elem.kind == structKind {
			a.code += fmt.Sprintf("for i := range %s {\nargs = append%s(args, &%s[i])\n}\n", expression, t.elem.name, expression)
			return
		}
		if t.elem.kind == pointerKind { // none of them is nil
			a.code += fmt.Sprintf("for _, x := range %s {\nargs = append%s(append(args, true), x)\n}\n", expression, t.elem.elem.name)
			return
		}
		item := arguments{}
		item.addValue("x", t.elem)
		a.code += fmt.Sprintf("for _, x := range %s {\nargs = append(args, %s)\n}\n", expression, item.items[0])
	}
}

func (w *wire) appendFunction(b *strings.Builder, t *typ) {
	x := strings.ToLower(t.name[:1])
	args := &arguments{}
	for _, f := range t.fields {
		args.addValue(x+"."+f.name, f.typ)
	}
	fmt.Fprintf(b, "\nfunc append%s(args []any, %s *%s) []any {\n%s", t.name, x, t.inGo(w.pkg), args.code)
	if len(args.items) > 0 {
		fmt.Fprintf(b, "return append(args, %s)\n}\n", strings.Join(args.items, ", "))
	} else {
		b.WriteString("return args\n}\n")
	}
}

func (w *wire) readFunction(b *strings.Builder, t *typ) {
	result, made := t.inGo(w.pkg), t.inGo(w.pkg)
	if w.byPointer(t) {
		result, made = "*"+result, "&"+made
	}
	fmt.Fprintf(b, "\nfunc read%s(r *js.Reader) %s {\nreturn %s{\n", t.name, result, made)
	for _, f := range t.fields {
		fmt.Fprintf(b, "%s: %s,\n", f.name, w.read("r", f.typ))
	}
	b.WriteString("}\n}\n")
}

// read is an expression that reads a value of the type from a reader.
func (w *wire) read(reader string, t *typ) string {
	switch t.kind {
	case listKind:
		return fmt.Sprintf("js.ReadList(%s, %s)", reader, w.reads(t.elem))
	case structKind:
		return fmt.Sprintf("read%s(%s)", t.name, reader)
	case pointerKind:
		return w.read(reader, t.elem)
	}
	read := reader + map[kind]string{textKind: ".Text()", intKind: ".Int()", boolKind: ".Bool()", valueKind: ".Int()"}[t.kind]
	if t.name != "" {
		return fmt.Sprintf("%s(%s)", t.inGo(w.pkg), read)
	}
	return read
}

// reads is a function that reads a value of the type.
func (w *wire) reads(t *typ) string {
	switch {
	case t.kind == structKind:
		return "read" + t.name
	case t.kind == pointerKind:
		return fmt.Sprintf("func(r *js.Reader) %s { r.Bool(); return %s }", t.inGo(w.pkg), w.read("r", t))
	case t.name != "":
		return fmt.Sprintf("func(r *js.Reader) %s { return %s }", t.inGo(w.pkg), w.read("r", t))
	}
	return map[kind]string{textKind: "(*js.Reader).Text", intKind: "(*js.Reader).Int", boolKind: "(*js.Reader).Bool"}[t.kind]
}

// byPointer says whether Go gets the struct by pointer, as a result, a callback's or in a list of pointers.
func (w *wire) byPointer(t *typ) bool {
	all := group{interfaces: w.interfaces}
	inList := func(in *typ) bool { return in.kind == listKind && in.elem.kind == pointerKind && in.elem.elem == t }
	return t == w.answer || all.results(t) || all.uses(inList)
}
