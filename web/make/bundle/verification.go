package bundle

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// VerificationScript writes the classic script of the element <salla-profile-verification> to the file out. root is the
// project's folder.
func VerificationScript(root, out string) error { return writeVerification(root, api.FormatIIFE, out) }

// VerificationModule writes the same as an ES module.
func VerificationModule(root, out string) error {
	return writeVerification(root, api.FormatESModule, out)
}

// state are the properties of an element's own state that no page sees, and that need no long name.
const state = "^(back|contact|freeAt|host|outcome|place|root|running|seconds|shadow|tried|words)$"

func writeVerification(root string, format api.Format, out string) error {
	parts := Parts{Root: root}
	options := parts.options(parts.path("web/verification/index.js"), format)
	options.MinifySyntax, options.MinifyWhitespace, options.MinifyIdentifiers = true, true, true
	options.MangleProps = state
	options.Plugins = []api.Plugin{styles}
	options.Inject, options.Define = nil, nil // what the element takes of the language is too little for 120 bytes
	script, err := build(options)
	if err != nil {
		return err
	}
	if script, err = parts.minify(script, format); err != nil {
		return err
	}
	if err := checkPaste(script); err != nil {
		return fmt.Errorf("%s: %w", filepath.Base(out), err)
	}
	// Behind a file that ends without a semicolon, or with a comment, it begins on a line of its own.
	return os.WriteFile(out, []byte("\n"+script), 0o644)
}

// styles gives an imported style sheet as its minified text.
var styles = api.Plugin{Name: "styles", Setup: func(b api.PluginBuild) {
	b.OnLoad(api.OnLoadOptions{Filter: `\.css$`}, func(args api.OnLoadArgs) (api.OnLoadResult, error) {
		sheet, err := os.ReadFile(args.Path)
		if err != nil {
			return api.OnLoadResult{}, err
		}
		minified := api.Transform(string(sheet), api.TransformOptions{
			Loader: api.LoaderCSS, MinifySyntax: true, MinifyWhitespace: true, Charset: api.CharsetASCII,
		})
		text := strings.TrimSpace(string(minified.Code))
		return api.OnLoadResult{Contents: &text, Loader: api.LoaderText}, errorOf(minified.Errors)
	})
}}
