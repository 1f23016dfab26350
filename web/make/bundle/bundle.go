// Package bundle makes the script of the tag, and the ES module, of their parts: the loader, our wasm_exec.js, the
// page's end of how a compiler's calls cross, and the module itself where it travels inside.
//
// What goes in is a compiled module and the sources in the project's folder; what comes out is one minified file, in the syntax
// of the SDK's own script (ES2017). Names of methods and events are package profile's. web/make/build is its user, and
// web/prove/page tests the parts.
package bundle

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"salla-profile/profile"

	"github.com/evanw/esbuild/pkg/api"
)

// Parts are what a script is made of, besides the sources of the project.
type Parts struct {
	// Root is the project's folder: see ProjectRoot.
	Root string
	// Module is the compiled module, a .wasm file.
	Module []byte
	// Glue is the path of the standard compiler's wasm_exec.js: see GluePath. The module is too large for a script then, and is
	// fetched. "": the module is TinyGo's, needs nothing of its compiler's and goes inside.
	Glue string
	// Version and Compiler are what salla.profile.ready says.
	Version, Compiler string
	// Twilight: the file for storefronts, with the mode of mode_twilight.js.
	Twilight bool
	// Dev: what the guard catches is written to the console.
	Dev bool
}

// Script writes the script of the tag to the file out. The error has esbuild's messages, a line each.
func (p Parts) Script(out string) error { return p.write("tag.js", api.FormatIIFE, out) }

// ESModule writes the ES module with load() to the file out, of the same parts.
func (p Parts) ESModule(out string) error { return p.write("module.js", api.FormatESModule, out) }

// target is the syntax of the SDK's own script (npm @salla.sa/twilight 2.14.570): a browser that reads that reads ours.
// TestSyntax compares the two.
const target = api.ES2017

// hint lets Chromium compile all functions while the script is loading, and not one by one when they are called: half of
// what the script takes of a cold start (make bench). Other browsers see a comment.
const hint = "//# allFunctionsCalledOnLoad"

// Units returns a file's own exports and what it imports as one ES module: readable, and otherwise as the scripts have it. For tests of
// the parts; aliases replace files, by the name that they are imported by.
func (p Parts) Units(file string, aliases map[string]string) ([]byte, error) {
	options := p.options(file, api.FormatESModule)
	text, err := p.addModule(&options)
	if err != nil {
		return nil, err
	}
	options.Target = api.ES2022
	options.Sourcemap = api.SourceMapInline
	maps.Copy(options.Alias, aliases)
	script, err := build(options)
	return []byte(withModule(script, text)), err
}

func (p Parts) write(entry string, format api.Format, out string) error {
	options := p.options(p.path("web/loader", entry), format)
	options.MinifySyntax, options.MinifyWhitespace, options.MinifyIdentifiers = true, true, true
	options.MangleProps = mangledNames()
	text, err := p.addModule(&options)
	if err != nil {
		return err
	}
	script, err := build(options)
	if err != nil {
		return err
	}
	if script, err = p.minify(script, format); err != nil {
		return err
	}
	script = hint + "\n" + withModule(script, text)
	if err := checkPaste(script); err != nil {
		return fmt.Errorf("%s: %w", filepath.Base(out), err)
	}
	return os.WriteFile(out, []byte(script), 0o644)
}

func (p Parts) options(entry string, format api.Format) api.BuildOptions {
	return api.BuildOptions{
		EntryPoints:   []string{entry},
		Outfile:       "salla-profile.js", // not written
		Bundle:        true,
		Format:        format,
		Target:        target,
		Charset:       api.CharsetASCII,
		LegalComments: api.LegalCommentsNone,
		Inject:        []string{p.path("bridge/page", "language.js")},
		Plugins:       []api.Plugin{Virtual("profile:table", Table(p.Twilight))},
		Define: map[string]string{
			"VERSION": strconv.Quote(p.Version), "COMPILER": strconv.Quote(p.Compiler), "DEV": strconv.FormatBool(p.Dev),
			"Object.keys": "objectKeys", "Object.assign": "objectAssign", // of language.js
		},
	}
}

// build returns the script that esbuild makes.
func build(options api.BuildOptions) (string, error) {
	built := api.Build(options)
	if err := errorOf(built.Errors); err != nil {
		return "", err
	}
	return string(built.OutputFiles[0].Contents), nil
}

// place stands for the module's text while the script is made: minifiers name things by how often a letter comes, and the
// module's letters would have their say in the script's. It is a name and not a text, which they would calculate with.
const place = "MODULE_TEXT"

// withModule puts the module's text in its place, where there is one.
func withModule(script, text string) string {
	if text == "" {
		return script
	}
	return strings.Replace(script, place, `"`+text+`"`, 1)
}

// addModule chooses how the module comes to the page, and how its calls cross. text is the module's, to be put in its
// place in the script; "" where it is fetched.
func (p Parts) addModule(options *api.BuildOptions) (text string, err error) {
	if p.Glue == "" {
		options.Alias = p.aliases("embedded.js", "cross_tinygo.js")
		options.Plugins = append(options.Plugins, Virtual("profile:module", "export default "+place))
		return Text(p.Module), nil
	}
	glue, err := Glue(p.Glue)
	if err != nil {
		return "", err
	}
	hash := sha256.Sum256(p.Module)
	options.Define["INTEGRITY"] = strconv.Quote("sha256-" + base64.StdEncoding.EncodeToString(hash[:]))
	options.Alias = p.aliases("external.js", "cross_safejs.js")
	options.Plugins = append(options.Plugins, Virtual("compiler:wasm_exec", glue))
	return "", nil
}

// aliases are the files behind the names that sources import where there is a choice.
func (p Parts) aliases(load, cross string) map[string]string {
	mode := "mode.js"
	if p.Twilight {
		mode = "mode_twilight.js"
	}
	return map[string]string{
		"profile:load": p.path("web/loader", load), "profile:mode": p.path("web/loader", mode),
		"compiler:cross": p.path("bridge/js", cross), "compiler:types": p.path("bridge/js", cross),
	}
}

func (p Parts) path(names ...string) string {
	return filepath.Join(append([]string{p.Root}, names...)...)
}

// Table is a JavaScript module with what the loader must know before the Go module is there, from the one place that has it,
// package profile: METHODS, by name which argument the options are, the path and the verb, the dispatchers of success and of
// failure where there are any, and whether a failure is an empty list; and ALIASES. A page with the SDK has the dispatchers of success.
func Table(twilight bool) string {
	methods := make([]string, 0, len(profile.Methods))
	for _, m := range profile.Methods {
		options := 0 // which argument they are
		if m.HasArgument() {
			options = 1
		}
		row := fmt.Sprintf("options: %d, path: %q, verb: %q", options, m.Path, m.Verb)
		if m.Success != "" && !twilight {
			row += fmt.Sprintf(", success: %q", m.Success)
		}
		if m.Failure != "" {
			row += fmt.Sprintf(", failure: %q", m.Failure)
		}
		if m.DataOnly() {
			row += ", emptyList: true"
		}
		methods = append(methods, fmt.Sprintf("%q: { %s }", m.Name, row))
	}
	aliases := make([]string, 0, len(profile.Aliases))
	for _, alias := range profile.Aliases {
		aliases = append(aliases, fmt.Sprintf("%q: %q", alias.Name, alias.Value))
	}
	return fmt.Sprintf("export const METHODS = {%s};\nexport const ALIASES = {%s};\n", strings.Join(methods, ", "), strings.Join(aliases, ", "))
}

// Virtual is a plugin of esbuild that answers an import of the name, such as "profile:table", with the contents, a JavaScript
// module.
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
