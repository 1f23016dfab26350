package test

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// themeScript is the file that the guide puts into a theme.
const themeScript = "salla-profile.twilight.js"

// guides by their language.
var guides = map[string]string{"en": "../../docs/theme.md", "ar": "../../docs/theme.ar.md"}

var fenced = regexp.MustCompile("(?ms)^```(\\w*)\n(.*?)^```$")

// guide is what web/docs/theme.md lets its reader type.
type guide struct {
	file string // a command that puts the script into the theme
	copy string // a line of webpack.config.js
	tag  string // a line of master.twig
	runs string // an expression for the console
}

// guideOf reads the guide's code.
func guideOf(t *testing.T, lang string) guide {
	text, err := os.ReadFile(guides[lang])
	require.NoError(t, err)
	code := map[string]string{}
	for _, block := range fenced.FindAllStringSubmatch(string(text), -1) {
		require.Empty(t, code[block[1]], "one block of each kind")
		code[block[1]] = strings.TrimSuffix(block[2], "\n")
	}
	require.Len(t, code, 4)
	return guide{file: code["sh"], copy: code["javascript"], tag: code["twig"], runs: code["js"]}
}

// theme is a copy of web/prove/theme, and beside it what a reader of the guide has downloaded.
type theme struct {
	folder string
	script []byte // as downloaded
}

// newTheme makes one, with the script of the release and nothing else of it.
func newTheme(t *testing.T) theme {
	script, err := os.ReadFile(filepath.Join(builds[0].dist, themeScript))
	require.NoError(t, err, "`make test` builds it")
	desk := t.TempDir()
	th := theme{filepath.Join(desk, "my-theme"), script}
	require.NoError(t, os.CopyFS(th.folder, os.DirFS("../theme")))
	require.NoError(t, os.Mkdir(filepath.Join(desk, "dist"), 0o755))
	require.NoError(t, os.WriteFile(filepath.Join(desk, "dist", themeScript), script, 0o644))
	return th
}

// copy makes another one of the same files, for a test of its own.
func (th theme) copy(t *testing.T) theme {
	another := theme{filepath.Join(t.TempDir(), "my-theme"), th.script}
	require.NoError(t, os.CopyFS(another.folder, os.DirFS(th.folder)))
	return another
}

// run runs a program in a folder, the theme's or the one that it is in, and answers what it wrote.
func (th theme) run(t *testing.T, folder string, input []byte, words ...string) string {
	t.Helper()
	modules, err := filepath.Abs(npm)
	require.NoError(t, err)
	cmd := exec.CommandContext(t.Context(), words[0], words[1:]...)
	cmd.Dir, cmd.Stdin = folder, bytes.NewReader(input)
	cmd.Env = append(os.Environ(), "NODE_PATH="+modules)
	var out, said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &said
	require.NoError(t, cmd.Run(), "%s\n%s%s", strings.Join(words, " "), &out, &said)
	return out.String()
}

// edit replaces a text, which is there once, in a file of the theme.
func (th theme) edit(t *testing.T, file, old, text string) {
	t.Helper()
	path := filepath.Join(th.folder, file)
	was, err := os.ReadFile(path)
	require.NoError(t, err)
	require.Equal(t, 1, strings.Count(string(was), old), "%s in %s", old, file)
	require.NoError(t, os.WriteFile(path, []byte(strings.Replace(string(was), old, text, 1)), 0o644))
}

const (
	webpackConfig = "webpack.config.js"
	masterPage    = "src/views/layouts/master.twig"
	patterns      = "patterns: [\n"
	headScripts   = "    {% block head_scripts %}{% endblock %}\n"
)

// follow does what the guide says.
func (th theme) follow(t *testing.T, g guide) {
	t.Helper()
	th.run(t, filepath.Dir(th.folder), nil, "sh", "-c", g.file)
	th.edit(t, webpackConfig, patterns, patterns+g.copy+"\n")
	th.edit(t, masterPage, headScripts, g.tag+"\n"+headScripts)
}

// takeOut does what its last paragraph says.
func (th theme) takeOut(t *testing.T, g guide) {
	t.Helper()
	th.edit(t, masterPage, g.tag+"\n", "")
	th.edit(t, webpackConfig, g.copy+"\n", "")
	require.NoError(t, os.Remove(filepath.Join(th.folder, "src/assets", themeScript)))
}

// build is the theme's "production" command.
func (th theme) build(t *testing.T) {
	t.Helper()
	program, err := filepath.Abs(filepath.Join(npm, "webpack", "bin", "webpack.js"))
	require.NoError(t, err)
	th.run(t, th.folder, nil, "node", program, "--mode", "production")
}

// render answers the profile's page as Salla's server makes it for a customer, with the files of public/ at an address.
func (th theme) render(t *testing.T, assets string, customer map[string]any) string {
	t.Helper()
	program, err := filepath.Abs("pages/twig.js")
	require.NoError(t, err)
	context, err := json.Marshal(map[string]any{
		"assets":   assets,
		"language": map[string]any{"code": "en"},
		"theme":    map[string]any{"is_rtl": false},
		"page":     map[string]any{"title": "Profile", "slug": "customer.profile"},
		"user":     customer,
		"hooks": map[string]any{
			"head": sdkTag + `<script src="/storefront.js"></script>`,
			"body:end": `<script type="module" data-cfasync="false"` +
				` src="/npm/@salla.sa/twilight-components/dist/twilight/twilight.esm.js"></script>`,
		},
	})
	require.NoError(t, err)
	return th.run(t, th.folder, context, "node", program, th.folder, "pages.customer.profile")
}
