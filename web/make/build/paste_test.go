package main

import (
	"os"
	"os/exec"
	"testing"

	"github.com/evanw/esbuild/pkg/api"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A theme's author pastes a script into a page or a template, puts it behind another file, and minifies what came of it.
func TestPasted(t *testing.T) {
	for _, name := range []string{scriptFile, twilightScriptFile, verificationFile} {
		script := dists + "tinygo/" + name
		ways := []string{"twig", "liquid", "nunjucks", "ejs", "html", "behind"}
		if name != verificationFile { // these look whether the module inside is still the same
			ways = append(ways, "terser", "swc", "uglify", "closure")
		}
		for _, what := range ways {
			t.Run(name+" "+what, func(t *testing.T) {
				out, err := exec.CommandContext(t.Context(), "node", "testdata/paste.mjs", what, script).CombinedOutput()
				require.NoError(t, err, "%.2000s", out)
			})
		}
		t.Run(name+" esbuild", func(t *testing.T) {
			data, err := os.ReadFile(script)
			require.NoError(t, err)
			result := api.Transform(string(data), api.TransformOptions{MinifySyntax: true, MinifyWhitespace: true, MinifyIdentifiers: true})
			require.Empty(t, result.Errors)
			assert.LessOrEqual(t, len(result.Code), len(data)*102/100)
		})
	}
}
