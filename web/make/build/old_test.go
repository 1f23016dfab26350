package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What web/docs/files.md says of browsers that are old, checked on the built files.

const (
	dists = "../../../build/dist-"
	sdk   = "../../node_modules/@salla.sa/twilight/dist/@salla.sa/twilight.min.js"
)

// scriptsOf are the paths of the scripts, as these compilers' builds have them.
func scriptsOf(compilers ...string) (paths []string) {
	for _, compiler := range compilers {
		paths = append(paths, dists+compiler+"/"+scriptFile, dists+compiler+"/"+twilightScriptFile, dists+compiler+"/"+verificationFile)
	}
	return paths
}

// A script is no error where the SDK's is none: whatever syntax a browser reads the SDK with, it reads ours with.
func TestSyntax(t *testing.T) {
	const program = `
		const { parse } = require("acorn");
		const { readFileSync } = require("fs");
		const reads = (file, ecmaVersion) => {
			try {
				return Boolean(parse(readFileSync(file, "utf8"), { ecmaVersion }));
			} catch {
				return false;
			}
		};
		const [sdk, ...ours] = process.argv.slice(1);
		const versions = [5, ...Array.from({ length: 10 }, (_, i) => 2015 + i)];
		const wrong = versions.filter((version) => reads(sdk, version) && !ours.every((file) => reads(file, version)));
		if (!reads(sdk, 2020) || reads(sdk, 5)) throw new Error("this compares nothing");
		if (wrong.length) throw new Error("ours can't be read as ES" + wrong.join(", ES"));`
	for _, script := range scriptsOf("tinygo", "go") {
		cmd := exec.CommandContext(t.Context(), "node", "-e", program, sdk, script)
		cmd.Env = append(os.Environ(), "NODE_PATH="+filepath.Join("..", "..", "node_modules"))
		out, err := cmd.CombinedOutput()
		assert.NoError(t, err, "%s: %s", script, out)
	}
}

// Whatever charset a page, a server or a CDN says the script is in, it is the same script.
func TestASCII(t *testing.T) {
	for _, name := range scriptsOf("tinygo", "go") {
		script, err := os.ReadFile(name)
		require.NoError(t, err, "`make test` builds it")
		for i, c := range script {
			if c >= 0x7f || c < ' ' && c != '\n' && c != '\t' {
				require.FailNow(t, "not plain ASCII", "%s: %q at %d", name, c, i)
			}
		}
	}
}

// The release wants of a browser WebAssembly as of 2017 and bulk memory, nothing else that came later.
func TestFeatures(t *testing.T) {
	tool := "../../../build/tinygo/npm/node_modules/.bin/wasm-opt" // `make tinygo` brings it
	run := func(module string, features ...string) error {
		args := append([]string{"--mvp-features"}, features...)
		return exec.CommandContext(t.Context(), tool, append(args, module, "-o", filepath.Join(t.TempDir(), "out.wasm"))...).Run()
	}
	for _, name := range []string{moduleFile, twilightModuleFile} {
		assert.NoError(t, run(dists+"tinygo/"+name, "--enable-bulk-memory-opt"))
		assert.Error(t, run(dists+"tinygo/"+name), "the module no longer needs bulk memory: say so in web/docs/files.md")
	}
}
