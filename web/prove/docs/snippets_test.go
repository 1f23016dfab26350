package docs

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// The package as a bundler's project has it: its types, and nothing else.
const packageJSON = `{
  "name": "salla-profile",
  "exports": {
    ".": "./salla-profile.d.mts",
    "./global": { "types": "./salla-profile.d.ts" },
    "./twilight": "./salla-profile.twilight.d.mts",
    "./verification": "./salla-profile.verification.d.ts"
  }
}`

const snippetsConfig = `{
  "compilerOptions": {
    "strict": true, "noEmit": true, "skipLibCheck": true, "target": "es2022", "module": "esnext", "moduleResolution": "bundler",
    "lib": ["es2022", "dom", "dom.iterable"], "types": [], "moduleDetection": "force"
  },
  "include": ["*.ts", "node_modules/salla-profile/salla-profile.d.ts"]
}`

var scripts = regexp.MustCompile(`(?s)<script type="module"[^>]*>\n(.*?)</script>`)

// Every snippet of JavaScript and TypeScript compiles as TypeScript under strict: whoever pastes it into a project of theirs has
// no error from it.
func TestSnippets(t *testing.T) {
	folder := t.TempDir()
	types := filepath.Join(folder, "node_modules", "salla-profile")
	require.NoError(t, os.MkdirAll(types, 0o755))
	write := func(path, text string) { require.NoError(t, os.WriteFile(path, []byte(text), 0o644)) }
	write(filepath.Join(types, "package.json"), packageJSON)
	for _, name := range append(glob(t, "web/*.d.ts"), glob(t, "web/*.d.mts")...) {
		write(filepath.Join(types, filepath.Base(name)), read(t, name))
	}
	write(filepath.Join(folder, "tsconfig.json"), snippetsConfig)
	turbo := filepath.Join(folder, "node_modules", "@hotwired", "turbo") // it has no types of its own
	require.NoError(t, os.MkdirAll(turbo, 0o755))
	write(filepath.Join(turbo, "index.d.ts"), "export {};")
	for _, name := range []string{"vue", "@types"} {
		target, err := filepath.Abs("../../node_modules/" + name)
		require.NoError(t, err)
		require.NoError(t, os.Symlink(target, filepath.Join(folder, "node_modules", name)))
	}
	count := 0
	for _, name := range documents(t) {
		for i, b := range blocks(read(t, name)) {
			code := b.code
			switch {
			case b.kind == "html":
				code = ""
				for _, script := range scripts.FindAllStringSubmatch(b.code, -1) {
					code += script[1]
				}
			case b.kind != "js" && b.kind != "javascript" && b.kind != "ts", strings.HasPrefix(code, "{ from:"): // a line of a configuration
				code = ""
			}
			if code != "" {
				count++
				write(filepath.Join(folder, fmt.Sprintf("%s-%d.ts", strings.ReplaceAll(name, "/", "-"), i)), code+"\n")
			}
		}
	}
	require.Greater(t, count, 40)
	compiler, err := filepath.Abs("../../node_modules/.bin/tsc")
	require.NoError(t, err)
	out, err := exec.CommandContext(t.Context(), compiler, "-p", folder).CombinedOutput()
	require.NoError(t, err, "%s", out)
}
