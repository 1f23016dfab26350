package test

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// integrity answers what the build's manifest says of a file.
func (b build) integrity(t *testing.T, name string) string {
	text, err := os.ReadFile(filepath.Join(b.dist, "manifest.json"))
	require.NoError(t, err)
	var m struct {
		Files map[string]struct{ Integrity string }
	}
	require.NoError(t, json.Unmarshal(text, &m))
	require.NotEmpty(t, m.Files[name].Integrity)
	return m.Files[name].Integrity
}

// violations notes what a policy has refused.
const violations = `
	window.violations = [];
	document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sourceFile, sample }) =>
		violations.push([effectiveDirective, blockedURI, sourceFile.split("/").pop(), sample].join(" ")));
`

// trusted is the strictest that there is for scripts: nothing is made of a string.
const trusted = "; require-trusted-types-for 'script'; trusted-types 'none'; base-uri 'none'; form-action 'none'; object-src 'none'"

// governed serves a page under a policy.
func (s *shop) governed(path, policy string, serve http.HandlerFunc) {
	s.serve(path, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", policy)
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		serve(w, r)
	})
}

// The module runs under the strictest policy that allows WebAssembly, its script held to its integrity.
func TestStrictPolicy(t *testing.T) {
	for name, script := range map[string]string{"by origin": "'self'", "by hash": "'%s'"} {
		t.Run(name, func(t *testing.T) {
			onBuilds(t, func(t *testing.T, b build) {
				s := newShop(t, b)
				hash := b.integrity(t, "salla-profile.js")
				source := strings.Replace(script, "%s", hash, 1)
				tag := with(fmt.Sprintf(`integrity="%s" crossorigin="anonymous"`, hash), aloneTag)
				s.governed("/page.html", "default-src 'none'; script-src "+source+" 'wasm-unsafe-eval'; connect-src 'self'; img-src data:"+trusted,
					func(w http.ResponseWriter, _ *http.Request) { _, _ = fmt.Fprint(w, document(tag)) })
				p := newTab(t, recorder, violations)
				p.open(s.url + "/page.html")
				p.started("standalone", b)
				p.run(watch)
				p.callsReachGo()
				p.clean()
				assert.Empty(t, eval[[]string](p, "violations"))
			})
		})
	}
}

// The demo needs its style sheet, its pictures and the store's stream of messages besides, and nothing inline.
const demoPolicy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'" + trusted

// The SDK adds scripts by their address, so it doesn't start under Trusted Types without a policy of its own for them;
// the module does.
func TestDemoUnderStrictPolicy(t *testing.T) {
	onAccounts(t, func(t *testing.T, b build, page, mode string) {
		policy := demoPolicy
		if mode == "sdk" {
			policy = strings.Replace(policy, "; require-trusted-types-for 'script'; trusted-types 'none'", "", 1)
		}
		s := newShop(t, b)
		s.governed(page, policy, s.pages.ServeHTTP)
		p := newTab(t, recorder, violations)
		p.open(s.url + page)
		a := account{p, s}
		a.wait(`document.querySelector("#profile-form [name=first_name]")?.value`)
		a.text("#module-mode", mode)
		a.fill("[name=first_name]", "Strict")
		a.click("#save-profile")
		a.waitToast("success")
		a.waitEvent("profile::updated")
		a.fill("#phone", "501234567")
		a.click("#change-phone")
		a.wait(dialogIsOpen)
		a.fill("::input", a.code(1))
		a.wait("!" + dialogIsOpen)
		assert.Empty(t, eval[[]string](a.tab, "violations"))
		a.clean()
	})
}

// fromStrings is how a string becomes code or a document.
var fromStrings = regexp.MustCompile(`\beval\s*\(|\bFunction\s*\(|\b(?:inner|outer)HTML\b|\binsertAdjacentHTML\b|\bdocument\.write|` +
	`\bcreateContextualFragment\b|\bDOMParser\b|\bsrcdoc\b|\bsetHTMLUnsafe\b|\bset(?:Timeout|Interval)\s*\(\s*["'` + "`" + `]|javascript:|importScripts|` +
	`\.setAttribute\(\s*["']on`)

// inline is a script in a page's own text.
var inline = regexp.MustCompile(`(?i)<script(?:\s[^>]*)?>\s*[^<\s]|\son[a-z]+\s*=\s*["']|<style|\sstyle\s*=`)

// Nothing that is shipped, and nothing of the account pages, makes code or documents of strings.
func TestNothingFromStrings(t *testing.T) {
	var files []string
	for _, b := range builds {
		files = append(files, filepath.Join(b.dist, "salla-profile.js"), filepath.Join(b.dist, "salla-profile.verification.js"))
	}
	for _, folder := range []string{"../../loader", "../../verification", "../../lab/demo", "../../../bridge"} {
		require.NoError(t, filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
			// examples.html runs what the documents have, which is text.
			if err == nil && !d.IsDir() && !strings.HasPrefix(d.Name(), "examples.") && filepath.Ext(path) != ".go" {
				files = append(files, path)
			}
			return err
		}))
	}
	files = append(files, "../../../wasm_exec.js")
	for _, path := range files {
		text, err := os.ReadFile(path)
		require.NoError(t, err, "`make test` builds it")
		assert.Empty(t, fromStrings.FindAllString(string(text), -1), path)
		if filepath.Ext(path) == ".html" {
			assert.Empty(t, inline.FindAllString(string(text), -1), path)
		}
	}
	for text, found := range map[string]bool{
		`x.innerHTML = y`: true, `new Function("a")`: true, `eval("1")`: true, `setTimeout("x()")`: true, `document.write(x)`: true,
		`function(a){}`: false, `setTimeout(fn, 1)`: false, `isFunction`: false, `evaluate(x)`: false,
	} {
		assert.Equal(t, found, fromStrings.MatchString(text), text)
	}
}

// The script takes its own build's module alone: who checks the script's integrity has the module's with it.
func TestScriptKnowsItsModule(t *testing.T) {
	for _, b := range builds {
		if !b.file() {
			continue // inside
		}
		script, err := os.ReadFile(filepath.Join(b.dist, "salla-profile.js"))
		require.NoError(t, err, "`make test` builds it")
		module, err := os.ReadFile(filepath.Join(b.dist, "salla-profile.wasm"))
		require.NoError(t, err)
		hash := sha256.Sum256(module)
		assert.Contains(t, string(script), "sha256-"+base64.StdEncoding.EncodeToString(hash[:]), b.name)
	}
}
