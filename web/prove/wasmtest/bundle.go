package main

import (
	"encoding/json"
	"errors"
	"path/filepath"
	"strings"

	"salla-profile/profile"
	"salla-profile/web/make/bundle"

	"github.com/evanw/esbuild/pkg/api"
)

// script is the page's script: page.js with our wasm_exec.js, the standard compiler's, and what to run.
func script(argv []string, env map[string]string) ([]byte, error) {
	root, err := bundle.ProjectRoot()
	if err != nil {
		return nil, err
	}
	path, err := bundle.GluePath()
	if err != nil {
		return nil, err
	}
	glue, err := bundle.Glue(path)
	if err != nil {
		return nil, err
	}
	names := make([]string, 0, len(profile.Methods))
	for _, m := range profile.Methods {
		names = append(names, m.Name)
	}
	run, err := json.Marshal(map[string]any{"argv": argv, "env": env, "names": names})
	if err != nil {
		return nil, err
	}
	here := filepath.Join(root, "web", "prove", "wasmtest")
	result := api.Build(api.BuildOptions{
		EntryPoints: []string{filepath.Join(here, "page.js")},
		Outfile:     filepath.Join(here, "page.out.js"), // not written
		Bundle:      true,
		Format:      api.FormatIIFE,
		Target:      api.ES2020,
		Charset:     api.CharsetUTF8,
		Sourcemap:   api.SourceMapInline,
		// program.js's program runs instead of the compiler's, which is below it.
		Alias: map[string]string{
			"compiler:wasm_exec": filepath.Join(here, "program.js"),
			"compiler:cross":     filepath.Join(root, "bridge", "js", "cross_safejs.js"),
		},
		Plugins: []api.Plugin{
			bundle.Virtual("compiler:glue", glue),
			// Tests give their methods names of their own; none has an event.
			bundle.Virtual("profile:table", `export const METHODS = new Proxy({}, { get: () => [1, "", "", "test"] })`),
			bundle.Virtual("wasmtest:run", "export default "+string(run)),
		},
	})
	if len(result.Errors) > 0 {
		return nil, errors.New(strings.Join(api.FormatMessages(result.Errors, api.FormatMessagesOptions{}), "\n"))
	}
	return result.OutputFiles[0].Contents, nil
}
