package bundle

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// Glue reads the standard compiler's wasm_exec.js at the path, as a module that leaves no global: it exports a function of the
// scope that it takes for the global object, which answers the class that runs a program.
func Glue(path string) (string, error) {
	source, err := os.ReadFile(path)
	if err != nil {
		return "", err
	}
	define := map[string]string{}
	for _, global := range []string{"globalThis", "global", "window", "self"} {
		define[global] = "scope"
	}
	// The scope lends its own of the last four: the page's may be anything.
	for _, member := range []string{"fs", "process", "path", "require", "module", "TextDecoder", "performance", "Reflect", "Map"} {
		define[member] = "scope." + member
	}
	result := api.Transform(string(source), api.TransformOptions{Define: define, Target: target})
	if err := errorOf(result.Errors); err != nil {
		return "", fmt.Errorf("%s: %w", path, err)
	}
	return "export default (scope) => {\n" + string(result.Code) + "\nreturn scope.Go;\n};\n", nil
}

// GluePath is where the standard compiler, the one that `go build` uses, keeps its wasm_exec.js: below GOROOT, which it asks
// `go env` for.
func GluePath() (string, error) {
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return "", fmt.Errorf("go env GOROOT: %w", err)
	}
	return filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec.js"), nil
}

// ProjectRoot is the working folder or the nearest above it that has our wasm_exec.js; an error where there is none.
func ProjectRoot() (string, error) {
	dir, err := os.Getwd()
	for ; err == nil; dir = filepath.Dir(dir) {
		if _, statErr := os.Stat(filepath.Join(dir, "wasm_exec.js")); statErr == nil {
			return dir, nil
		}
		if dir == filepath.Dir(dir) {
			return "", errors.New("run it inside the project")
		}
	}
	return "", err
}
