// Package bundle makes the script of the tag, and the ES module, of their parts: the loader, our wasm_exec.js and the
// compiler's.
package bundle

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"sort"
	"strings"

	"salla-profile/profile"

	"github.com/evanw/esbuild/pkg/api"
)

// Script writes the script of the tag: the loader, our wasm_exec.js and the compiler's, in one file. integrity is the
// module's: the loader takes no other.
func Script(root, gluePath string, imported map[string]bool, integrity, out string) error {
	return write(root, "tag.js", api.FormatIIFE, gluePath, imported, integrity, out)
}

// Module writes the ES module, of the same parts.
func Module(root, gluePath string, imported map[string]bool, integrity, out string) error {
	return write(root, "module.js", api.FormatESModule, gluePath, imported, integrity, out)
}

// hint lets Chromium compile all functions while the script is loading, and not one by one when they are called: half of
// what the script takes of a cold start (make bench). Other browsers see a comment.
const hint = "//# allFunctionsCalledOnLoad"

func write(root, entry string, format api.Format, gluePath string, imported map[string]bool, integrity, out string) error {
	glue, err := Glue(gluePath, imported)
	if err != nil {
		return err
	}
	table, err := methodTable()
	if err != nil {
		return err
	}
	result := api.Build(api.BuildOptions{
		EntryPoints:       []string{filepath.Join(root, "web", "loader", entry)},
		Outfile:           out,
		Bundle:            true,
		Format:            format,
		Target:            api.ES2020,
		MinifySyntax:      true,
		MinifyWhitespace:  true,
		MinifyIdentifiers: true,
		Charset:           api.CharsetUTF8,
		Banner:            map[string]string{"js": hint},
		LegalComments:     api.LegalCommentsNone,
		Write:             true,
		Define:            map[string]string{"INTEGRITY": fmt.Sprintf("%q", integrity)},
		Plugins: []api.Plugin{
			Virtual("compiler:wasm_exec", glue),
			Virtual("profile:table", table),
		},
	})
	return errorOf(result.Errors)
}

// methodTable gives the loader the names that it must know before the module is there, from the one
// place that has them: package profile.
func methodTable() (string, error) {
	methods := make([]string, 0, len(profile.Methods))
	for _, m := range profile.Methods {
		options := 0 // which argument they are
		if m.HasArgument() {
			options = 1
		}
		methods = append(methods, fmt.Sprintf("%q: [%q, %d]", m.Name, m.Failure, options))
	}
	aliases, err := json.Marshal(profile.Aliases)
	if err != nil {
		return "", err
	}
	dispatchers := make([]string, 0, len(profile.Events))
	for dispatcher, event := range profile.Events {
		dispatchers = append(dispatchers, fmt.Sprintf("%q: %q", dispatcher, event))
	}
	sort.Strings(dispatchers)
	return fmt.Sprintf("export const METHODS = {%s};\nexport const ALIASES = %s;\nexport const EVENTS = {%s};\n",
		strings.Join(methods, ", "), aliases, strings.Join(dispatchers, ", ")), nil
}

// Virtual is a plugin that answers an import of the name with the contents, a JavaScript module.
func Virtual(name, contents string) api.Plugin {
	return api.Plugin{Name: name, Setup: func(b api.PluginBuild) {
		b.OnResolve(api.OnResolveOptions{Filter: "^" + name + "$"}, func(api.OnResolveArgs) (api.OnResolveResult, error) {
			return api.OnResolveResult{Path: name, Namespace: "virtual"}, nil
		})
		b.OnLoad(api.OnLoadOptions{Filter: "^" + name + "$", Namespace: "virtual"}, func(api.OnLoadArgs) (api.OnLoadResult, error) {
			return api.OnLoadResult{Contents: &contents, Loader: api.LoaderJS}, nil
		})
	}}
}

func errorOf(messages []api.Message) error {
	if len(messages) == 0 {
		return nil
	}
	return fmt.Errorf("%s", strings.Join(api.FormatMessages(messages, api.FormatMessagesOptions{}), "\n"))
}
