package bundle

import (
	"errors"
	"fmt"
	"os"
	"regexp"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// Glue is the compiler's wasm_exec.js as a module that leaves no global: it exports a function of
// the scope that it takes for the global object, which answers the class that runs a program.
//
// imported are the functions that the module imports ("gojs.runtime.ticks"); those that it doesn't are
// left out, which halves TinyGo's wasm_exec.js. nil leaves all in.
func Glue(path string, imported map[string]bool) (string, error) {
	source, err := os.ReadFile(path)
	if err != nil {
		return "", err
	}
	define := map[string]string{}
	for _, global := range []string{"globalThis", "global", "window", "self"} {
		define[global] = "scope"
	}
	for _, member := range []string{"fs", "process", "path", "require", "module"} {
		define[member] = "scope." + member
	}
	if imported != nil {
		// Nothing of Go's reads them there: polyfills and checks are dead code.
		for _, member := range []string{"fs", "process", "crypto", "performance", "TextEncoder", "TextDecoder"} {
			define["globalThis."+member] = "true"
		}
	}
	result := api.Transform(string(source), api.TransformOptions{Define: define, Target: api.ES2020})
	if err := errorOf(result.Errors); err != nil {
		return "", fmt.Errorf("%s: %w", path, err)
	}
	code := string(result.Code)
	if imported != nil {
		if code, err = prune(code, imported); err != nil {
			return "", fmt.Errorf("%s: %w", path, err)
		}
	}
	return "export default (scope) => {\n" + code + "\nreturn scope.Go;\n};\n", nil
}

// importObject finds, in esbuild's layout, an object of functions to import.
var (
	importObject = regexp.MustCompile(`^(\s*)(gojs|wasi_snapshot_preview1): \{$`)
	importMember = regexp.MustCompile(`^(\s*)(?:"([^"]+)"|(\w+)): `)
)

// prune leaves out the members of the import objects that are not imported. It goes by the indentation
// of esbuild's output; what it gets wrong is no JavaScript any more, or fails to instantiate, and no
// test passes then.
func prune(code string, imported map[string]bool) (string, error) {
	var out []string
	var space, object string // of the import object that we are in
	found, skipping := 0, ""
	for line := range strings.Lines(code) {
		line = strings.TrimSuffix(line, "\n")
		indent := line[:len(line)-len(strings.TrimLeft(line, " "))]
		if skipping != "" {
			if indent == skipping && strings.HasPrefix(line[len(indent):], "}") {
				skipping = ""
			}
			continue
		}
		if m := importObject.FindStringSubmatch(line); m != nil {
			space, object = m[1], m[2]
			found++
		} else if object != "" && indent == space {
			object = ""
		}
		if object != "" && len(indent) == len(space)+2 {
			if m := importMember.FindStringSubmatch(line); m != nil && !imported[object+"."+m[2]+m[3]] {
				if strings.HasSuffix(line, "{") {
					skipping = indent
				}
				continue
			}
		}
		out = append(out, line)
	}
	if found != 2 || skipping != "" {
		return "", errors.New("the import objects are not where they were: look at web/build/glue.go")
	}
	for {
		kept := pruneHelpers(out)
		if len(kept) == len(out) {
			return strings.Join(out, "\n"), nil
		}
		out = kept
	}
}

// helper is the first line of dead code, or of a function that only the compiler's own code may call.
var helper = regexp.MustCompile(`^(\s+)(?:if (\((?:!true|false)\)) \{|const (\w+) = (?:async )?\(.*=> \{|(_\w+)\(.*\) \{)$`)

// pruneHelpers leaves out the helpers that nothing names any more.
func pruneHelpers(lines []string) (kept []string) {
	words := map[string]int{}
	for _, line := range lines {
		for _, word := range identifier.FindAllString(line, -1) {
			words[word]++
		}
	}
	skipping := ""
	for _, line := range lines {
		indent := line[:len(line)-len(strings.TrimLeft(line, " "))]
		if skipping != "" {
			if indent == skipping && strings.HasPrefix(line[len(indent):], "}") {
				skipping = ""
			}
			continue
		}
		if m := helper.FindStringSubmatch(line); m != nil && (m[2] != "" || words[m[3]+m[4]] == 1) {
			skipping = indent
			continue
		}
		kept = append(kept, line)
	}
	return kept
}

var identifier = regexp.MustCompile(`[A-Za-z_$][\w$]*`)

// ImportsOf reads the names of the functions that a WebAssembly module imports: "module.name".
func ImportsOf(path string) (map[string]bool, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	errShort := fmt.Errorf("%s: not a WebAssembly module", path)
	at := 8
	number := func() int {
		n, shift := 0, 0
		for at < len(b) {
			c := b[at]
			at++
			n |= int(c&0x7f) << shift
			if shift += 7; c < 0x80 {
				return n
			}
		}
		return 0
	}
	text := func() string {
		n := number()
		if at+n > len(b) {
			return ""
		}
		at += n
		return string(b[at-n : at])
	}
	const importSection, functionKind = 2, 0
	for at < len(b) {
		id := b[at]
		at++
		size := number()
		if id != importSection {
			at += size
			continue
		}
		names := map[string]bool{}
		for range number() {
			name := text() + "." + text()
			if at >= len(b) || b[at] != functionKind {
				return nil, fmt.Errorf("%s: imports more than functions", path)
			}
			at++
			number() // its type
			names[name] = true
		}
		return names, nil
	}
	return nil, errShort
}
