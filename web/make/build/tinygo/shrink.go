package tinygo

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
)

// shrink writes the module in the file from to the file to, smaller where there is a wasm-opt: without the exports that
// nothing here calls, and without names unless they are wanted.
func (c *Compiler) shrink(from, to string, names bool) error {
	module, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	if c.wasmOpt == "" {
		return os.WriteFile(to, module, 0o666)
	}
	if metadce := filepath.Join(filepath.Dir(c.wasmOpt), "wasm-metadce"); isCommand(metadce) {
		exported, err := exports(module)
		if err != nil {
			return err
		}
		graph, err := json.Marshal(roots(exported))
		if err != nil {
			return err
		}
		if err := os.WriteFile(from+".json", graph, 0o666); err != nil {
			return err
		}
		cmd := exec.Command(metadce, from, "--graph-file", from+".json", "-g", "-o", from+".kept")
		if err := run(cmd); err != nil {
			return err
		}
		from += ".kept"
	}
	// The first kilobyte is the end of the stack: no pointer is that small, so small offsets move into loads and stores.
	// And its control flow is made anew, which is no shorter, but more of it is alike: half a hundredth less, compressed.
	args := []string{from, "--low-memory-unused", "--flatten", "--rereloop", "-Oz", "-Oz", "--converge"}
	if names {
		args = append(args, "-g", "--strip-dwarf")
	} else {
		args = append(args, "--strip-debug")
	}
	return run(exec.Command(c.wasmOpt, append(args, "--strip-producers", "--strip-target-features", "-o", to)...))
}

// root is a node of wasm-metadce's graph: an export that stays, with what it needs.
type root struct {
	Name   string `json:"name"`
	Export string `json:"export"`
	Root   bool   `json:"root"`
}

// allocator is what TinyGo exports of a C library and nothing here calls.
var allocator = regexp.MustCompile(`^(malloc|free|calloc|realloc|f(min|max)imumf?)$`)

// roots are the exports to keep.
func roots(exported []string) (keep []root) {
	for _, name := range exported {
		if !allocator.MatchString(name) {
			keep = append(keep, root{Name: "keep " + name, Export: name, Root: true})
		}
	}
	return keep
}

var errBroken = errors.New("not a whole WebAssembly module")

// exports reads the names out of the export section of a module.
func exports(module []byte) (names []string, err error) {
	const exportSection = 7
	b := bytes.NewBuffer(module)
	if string(b.Next(8)) != "\x00asm\x01\x00\x00\x00" {
		return nil, errBroken
	}
	for b.Len() > 0 {
		id := b.Next(1)[0]
		section, err := part(b)
		if err != nil {
			return nil, err
		}
		if id != exportSection {
			continue
		}
		s := bytes.NewBuffer(section)
		count, err := binary.ReadUvarint(s)
		if err != nil {
			return nil, errBroken
		}
		for range count {
			name, err := part(s)
			if err != nil {
				return nil, err
			}
			names = append(names, string(name))
			s.Next(1) // the kind, and then the index
			if _, err := binary.ReadUvarint(s); err != nil {
				return nil, errBroken
			}
		}
	}
	return names, nil
}

// part reads a length, and as many bytes.
func part(b *bytes.Buffer) ([]byte, error) {
	size, err := binary.ReadUvarint(b)
	if err != nil || size > uint64(b.Len()) {
		return nil, errBroken
	}
	return b.Next(int(size)), nil
}
