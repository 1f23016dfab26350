package budget

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"salla-profile/web/make/build/tinygo"
	"salla-profile/web/make/bundle"
)

// Build is what the files of a dist/ weigh.
type Build struct {
	Files  map[string]Size // scripts and modules, by name
	OnPath bool            // compiled by a tinygo on PATH
}

// Weigh weighs the scripts and the modules that the manifest of a TinyGo build names. A script has the module of its
// own name inside, if there is one.
func Weigh(dist string) (*Build, error) {
	text, err := os.ReadFile(filepath.Join(dist, "manifest.json"))
	if err != nil {
		return nil, fmt.Errorf("%w: `make test` builds it", err)
	}
	var manifest struct {
		Compiler string
		Files    map[string]struct{ Bytes, Brotli int }
	}
	if err := json.Unmarshal(text, &manifest); err != nil {
		return nil, err
	}
	if !strings.HasPrefix(manifest.Compiler, "tinygo") {
		return nil, fmt.Errorf("%s is by %s: the gate is TinyGo's", dist, manifest.Compiler)
	}
	b := &Build{Files: map[string]Size{}, OnPath: strings.HasSuffix(manifest.Compiler, tinygo.OnPath)}
	for name, file := range manifest.Files {
		switch filepath.Ext(name) {
		case ".wasm":
			b.Files[name] = Size{Module: file.Bytes}
		case ".js", ".mjs":
			inside := strings.TrimSuffix(name, filepath.Ext(name)) + ".wasm"
			module := 0
			if _, ok := manifest.Files[inside]; ok {
				if module, err = textInside(filepath.Join(dist, name), filepath.Join(dist, inside)); err != nil {
					return nil, err
				}
			}
			b.Files[name] = Size{JavaScript: file.Bytes - module, Brotli: file.Brotli}
		}
	}
	return b, nil
}

// textInside returns how many bytes of the script are the module's text.
func textInside(script, module string) (int, error) {
	whole, err := os.ReadFile(script)
	if err != nil {
		return 0, err
	}
	binary, err := os.ReadFile(module)
	if err != nil {
		return 0, err
	}
	text := bundle.Text(binary)
	if !bytes.Contains(whole, []byte(text)) {
		err = fmt.Errorf("%s hasn't %s inside, as bundle.Text writes it", script, filepath.Base(module))
	}
	return len(text), err
}

// String has the figures that there are.
func (s Size) String() string {
	var figures []string
	for _, f := range []struct {
		name  string
		bytes int
	}{{"module", s.Module}, {"JavaScript", s.JavaScript}, {"brotli", s.Brotli}} {
		if f.bytes > 0 {
			figures = append(figures, fmt.Sprintf("%s %d", f.name, f.bytes))
		}
	}
	return strings.Join(figures, ", ")
}

// Outgrown says which figures of a file are above its ceiling, one a sentence.
func (c Ceiling) Outgrown(is Size, onPath bool) (complaints []string) {
	most := c.of(onPath)
	check := func(what string, is, most, tolerance int) {
		if most > 0 && is > most+tolerance {
			complaints = append(complaints, fmt.Sprintf("%s: %s is %d bytes, %d above its ceiling of %d", c.File, what, is, is-most, most))
		}
	}
	check("the module", is.Module, most.Module, 0)
	check("the JavaScript", is.JavaScript, most.JavaScript, 0)
	check("brotli", is.Brotli, most.Brotli, Tolerance)
	return complaints
}

// of returns the ceilings that hold for a compiler.
func (c Ceiling) of(onPath bool) Size {
	most := c.Size
	if onPath {
		most.Module = max(most.Module, c.OnPath.Module)
		most.Brotli = max(most.Brotli, c.OnPath.Brotli)
	}
	return most
}
