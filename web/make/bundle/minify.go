package bundle

import (
	"bytes"
	"errors"
	"fmt"
	"os/exec"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// minify makes esbuild's output smaller by a second minifier, swc: 4 % of the script, compressed. It runs in Node.js, from
// web/node_modules (`make npm`).
func (p Parts) minify(script string, format api.Format) (string, error) {
	kind := "script"
	if format == api.FormatESModule {
		kind = "module"
	}
	cmd := exec.Command("node", p.path("web/make/bundle/minify.mjs"), kind)
	cmd.Stdin = strings.NewReader(script)
	var failed bytes.Buffer
	cmd.Stderr = &failed
	out, err := cmd.Output()
	switch {
	case errors.Is(err, exec.ErrNotFound):
		return "", errors.New("no Node.js: install version 18 or newer, with npm")
	case strings.Contains(failed.String(), "ERR_MODULE_NOT_FOUND"):
		return "", errors.New("no minifier: run `make npm`")
	case err != nil:
		return "", fmt.Errorf("minify.mjs: %w\n%s", err, &failed)
	}
	script = string(out)
	if kind == "script" {
		// Behind a file that doesn't end with a semicolon, "(" would call what that file ends with.
		if !strings.HasPrefix(script, "(") && !strings.HasPrefix(script, "!") {
			return "", fmt.Errorf("the script begins with %.20q", script)
		}
		script = "!" + strings.TrimPrefix(script, "!")
	}
	return script + "\n", nil
}

// unpasteable is what a script may not have anywhere, so that it can be pasted into a page or a template: what template engines
// (Twig, Liquid, Nunjucks, EJS, PHP) and HTML parsers take for theirs. In small letters.
//
// Nunjucks refuses a text with the end of a comment, and EJS leaves its own end out, also where nothing has begun.
var unpasteable = []string{"{{", "{%", "{#", "#}", "<%", "%>", "<?", "<!--", "<script", "</script"}

func checkPaste(script string) error {
	script = strings.ToLower(script)
	for _, begin := range unpasteable {
		if i := strings.Index(script, begin); i >= 0 {
			return fmt.Errorf("%q is in the script, which a template or a page may take for its own: …%.60s", begin, script[max(0, i-20):])
		}
	}
	return nil
}
