// Command size shows what takes the bytes of a WebAssembly module: its sections, its largest functions, and the
// packages that they are of.
//
//	go -C web run ./make/build -names ../build/names.wasm
//	go -C web run ./make/size -wasm ../build/names.wasm [-top 40]
//
// Bytes are those before compression; brotli leaves about 40 % of code. Without names (a release has none) functions
// are numbered. `make size` does both lines. It only shows; what may not grow is in web/prove/budget.
package main

import (
	"cmp"
	"flag"
	"fmt"
	"log"
	"maps"
	"os"
	"slices"
)

func main() {
	log.SetFlags(0)
	file := flag.String("wasm", "", "the module, with a name section")
	top := flag.Int("top", 40, "how many functions to list, 0 for all")
	flag.Parse()
	data, err := os.ReadFile(*file)
	if err != nil {
		log.Fatalf("size: %v", err)
	}
	m, err := parse(data)
	if err != nil {
		log.Fatalf("size: %s: %v", *file, err)
	}
	m.print(*top)
}

func (m *module) print(top int) {
	fmt.Printf("%8d  bytes in all\n\nsections\n", m.size)
	list(m.sections, 0)

	packages, code := map[string]int{}, 0
	functions := make(map[string]int, len(m.functions))
	for _, f := range m.functions {
		packages[packageOf(f.name)] += f.size
		functions[f.name] += f.size // generic ones may share a name
		code += f.size
	}
	fmt.Printf("\npackages (%d functions, %d bytes)\n", len(m.functions), code)
	list(packages, 0)
	fmt.Println("\nfunctions")
	list(functions, top)
}

// list prints sizes by name, the largest first; count limits them where it isn't 0.
func list(sizes map[string]int, count int) {
	names := slices.SortedFunc(maps.Keys(sizes), func(a, b string) int {
		return cmp.Or(sizes[b]-sizes[a], cmp.Compare(a, b))
	})
	rest := 0
	for i, name := range names {
		if count > 0 && i >= count {
			rest += sizes[name]
			continue
		}
		fmt.Printf("%8d  %s\n", sizes[name], name)
	}
	if rest > 0 {
		fmt.Printf("%8d  … %d more\n", rest, len(names)-count)
	}
}
