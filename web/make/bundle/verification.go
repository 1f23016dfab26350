package bundle

import (
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
const state = "^(contact|freeAt|outcome|place|running|seconds|shadow|tried|words)$"

func writeVerification(root string, format api.Format, out string) error {
	built := api.Build(api.BuildOptions{
		EntryPoints:       []string{filepath.Join(root, "web", "verification", "index.js")},
		Outfile:           out,
		Bundle:            true,
		Write:             true,
		Format:            format,
		Target:            target,
		MinifySyntax:      true,
		MinifyWhitespace:  true,
		MinifyIdentifiers: true,
		MangleProps:       state,
		Charset:           api.CharsetASCII,
		// Whoever puts it behind another file needs no semicolon there.
		Banner:        map[string]string{"js": ";"},
		LegalComments: api.LegalCommentsNone,
		Plugins:       []api.Plugin{styles},
	})
	return errorOf(built.Errors)
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
