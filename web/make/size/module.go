package main

import (
	"errors"
	"fmt"
	"strings"
)

// module is what is known of the sizes in a WebAssembly module, in bytes.
type module struct {
	size      int
	sections  map[string]int
	functions []function
}

type function struct {
	name string
	size int
}

// The sections of a module by their number, and the custom ones by their name.
var sectionNames = []string{
	"custom", "type", "import", "function", "table", "memory", "global", "export", "start", "element", "code", "data",
	"data count", "tag",
}

var errBroken = errors.New("not a whole WebAssembly module")

// reader reads the binary format; after its end everything is 0 and broken is set.
type reader struct {
	data   []byte
	at     int
	broken bool
}

func (r *reader) byte() byte {
	if r.at >= len(r.data) {
		r.broken = true
		return 0
	}
	r.at++
	return r.data[r.at-1]
}

// number reads an unsigned LEB128.
func (r *reader) number() int {
	n := 0
	for shift := 0; shift < 35; shift += 7 {
		b := r.byte()
		n |= int(b&0x7f) << shift
		if b < 0x80 {
			return n
		}
	}
	r.broken = true
	return 0
}

// take answers the next n bytes.
func (r *reader) take(n int) *reader {
	if n < 0 || n > len(r.data)-r.at {
		r.broken = true
		n = 0
	}
	r.at += n
	return &reader{data: r.data[r.at-n : r.at]}
}

func (r *reader) text() string { return string(r.take(r.number()).data) }

func parse(data []byte) (*module, error) {
	r := &reader{data: data}
	if magic := r.take(8).data; !strings.HasPrefix(string(magic), "\x00asm") {
		return nil, errBroken
	}
	m := &module{size: len(data), sections: map[string]int{}}
	var bodies []int
	imported := 0
	names := map[int]string{}
	for r.at < len(r.data) && !r.broken {
		id := int(r.byte())
		section := r.take(r.number())
		if id >= len(sectionNames) {
			return nil, fmt.Errorf("%w: section %d", errBroken, id)
		}
		name := sectionNames[id]
		switch name {
		case "import":
			imported = importedFunctions(section)
		case "code":
			for range section.number() {
				size := section.number()
				section.take(size)
				bodies = append(bodies, size)
			}
		case "custom":
			if name = section.text(); name == "name" {
				readNames(section, names)
			}
			name = "custom: " + name
		}
		m.sections[name] += len(section.data)
		r.broken = r.broken || section.broken
	}
	if r.broken {
		return nil, errBroken
	}
	for i, size := range bodies {
		name, ok := names[imported+i]
		if !ok {
			name = fmt.Sprintf("function %d", imported+i)
		}
		m.functions = append(m.functions, function{name, size})
	}
	return m, nil
}

// importedFunctions counts them: they come first in the numbering.
func importedFunctions(section *reader) (count int) {
	limits := func() {
		flags := section.byte()
		section.number()
		if flags&1 != 0 {
			section.number()
		}
	}
	for range section.number() {
		section.text()
		section.text()
		switch section.byte() {
		case 0: // a function and its type
			section.number()
			count++
		case 1: // a table
			section.byte()
			limits()
		case 2: // a memory
			limits()
		case 3: // a global and its mutability
			section.byte()
			section.byte()
		case 4: // a tag
			section.byte()
			section.number()
		}
	}
	return count
}

// readNames reads the functions' names out of a name section.
func readNames(section *reader, names map[int]string) {
	const functions = 1
	for section.at < len(section.data) && !section.broken {
		kind := section.byte()
		part := section.take(section.number())
		if kind != functions {
			continue
		}
		for range part.number() {
			index := part.number()
			names[index] = part.text()
		}
	}
}

// packageOf answers the package of a function: "salla-profile/bridge" of "(*salla-profile/bridge.Bridge).Send" and of
// "salla-profile/bridge.split".
func packageOf(name string) string {
	if strings.HasPrefix(name, "interface:") {
		return "calls through interfaces"
	}
	path := strings.TrimSuffix(strings.TrimLeft(name, "(*"), ".command_export")
	slash := strings.LastIndex(path, "/") + 1
	// A type argument or a closure may hold further slashes.
	if at := strings.IndexAny(path, "[{$"); at >= 0 && at < slash {
		slash = strings.LastIndex(path[:at], "/") + 1
	}
	if dot := strings.Index(path[slash:], "."); dot > 0 && !strings.HasPrefix(path, "function ") {
		return path[:slash+dot]
	}
	return "C, and what the compiler adds"
}
