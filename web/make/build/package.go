package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"

	"salla-profile/web/make/bundle"
)

// Files of the npm package beside those of dist.
const (
	esModuleFile           = "salla-profile.mjs"
	esTypesFile            = "salla-profile.d.mts"
	twilightESModuleFile   = "salla-profile.twilight.mjs"
	twilightESTypesFile    = "salla-profile.twilight.d.mts"
	sdkTypesFile           = "salla-profile.twilight.d.ts"
	verificationModuleFile = "salla-profile.verification.mjs"
	verificationTypesFile  = "salla-profile.verification.d.ts"
)

// semver is what npm takes for a version.
var semver = regexp.MustCompile(`^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$`)

// packageJSON is the package's description, in the order in which npm writes it.
type packageJSON struct {
	Name        string         `json:"name"`
	Version     string         `json:"version"`
	Description string         `json:"description"`
	Keywords    []string       `json:"keywords"`
	License     string         `json:"license"`
	Module      string         `json:"module"`
	Types       string         `json:"types"`
	UNPKG       string         `json:"unpkg"`
	JSDelivr    string         `json:"jsdelivr"`
	Exports     orderedExports `json:"exports"`
	SideEffects []string       `json:"sideEffects"`
}

// orderedExports keeps the order of conditions, which counts: types come first.
type orderedExports struct {
	Main   esModule `json:"."`
	Global struct {
		Types string `json:"types"`
	} `json:"./global"`
	Twilight           esModule `json:"./twilight"`
	Verification       esModule `json:"./verification"`
	Script             string   `json:"./salla-profile.js"`
	Wasm               string   `json:"./salla-profile.wasm"`
	TwilightScript     string   `json:"./salla-profile.twilight.js"`
	TwilightWasm       string   `json:"./salla-profile.twilight.wasm"`
	VerificationScript string   `json:"./salla-profile.verification.js"`
	Manifest           string   `json:"./manifest.json"`
	Package            string   `json:"./package.json"`
}

type esModule struct {
	Types   string `json:"types"`
	Default string `json:"default"`
}

func describePackage(version string) packageJSON {
	p := packageJSON{
		Name: "salla-profile", Version: version,
		Description: "salla.profile of Salla's Twilight SDK as a WebAssembly module, with the SDK or without it",
		Keywords:    []string{"salla", "twilight", "profile", "theme", "wasm", "webassembly"},
		License:     "MIT",
		Module:      "./" + esModuleFile, Types: "./" + esTypesFile,
		UNPKG: "./" + scriptFile, JSDelivr: "./" + scriptFile,
		// Importing an ES module does nothing; a script of the tag starts at once, and those of the element define it.
		SideEffects: []string{"./" + scriptFile, "./" + twilightScriptFile, "./" + verificationFile, "./" + verificationModuleFile},
	}
	p.Exports.Main = esModule{"./" + esTypesFile, "./" + esModuleFile}
	p.Exports.Global.Types = "./" + typesFile
	p.Exports.Twilight = esModule{"./" + twilightESTypesFile, "./" + twilightESModuleFile}
	p.Exports.Verification = esModule{"./" + verificationTypesFile, "./" + verificationModuleFile}
	p.Exports.VerificationScript = "./" + verificationFile
	p.Exports.Script, p.Exports.Wasm = "./"+scriptFile, "./"+moduleFile
	p.Exports.TwilightScript, p.Exports.TwilightWasm = "./"+twilightScriptFile, "./"+twilightModuleFile
	p.Exports.Manifest, p.Exports.Package = "./manifest.json", "./package.json"
	return p
}

// copied are the files that the package has as they are, by the folder that they are in: dist, or one of the project's.
func copied(root, dist string) (map[string]string, error) {
	web := filepath.Join(root, "web")
	files := map[string]string{
		scriptFile: dist, twilightScriptFile: dist, moduleFile: dist, twilightModuleFile: dist, typesFile: dist, verificationFile: dist,
		esTypesFile: web, twilightESTypesFile: web, sdkTypesFile: web, verificationTypesFile: web,
		"LICENSE": root, "README.md": root, "CHANGELOG.md": root, "CONTRIBUTING.md": root,
	}
	// Where the README's links lead.
	docs, err := filepath.Glob(filepath.Join(web, "docs", "*.md"))
	for _, doc := range docs {
		files["web/docs/"+filepath.Base(doc)] = root
	}
	return files, err
}

// writePackage writes what `npm pack` packs: the files of dist and ES modules of the same parts.
func writePackage(dir, dist string, m *manifest, parts scripts) error {
	switch {
	case !semver.MatchString(m.Version):
		return fmt.Errorf("%q is no version for npm: VERSION=x.y.z", m.Version)
	case parts.all.Glue != "":
		return errors.New("the package has the modules inside: it is made with TinyGo")
	}
	if err := makeEmpty(dir); err != nil {
		return err
	}
	if err := errors.Join(
		parts.all.ESModule(filepath.Join(dir, esModuleFile)),
		parts.twilight.ESModule(filepath.Join(dir, twilightESModuleFile)),
		bundle.VerificationModule(parts.all.Root, filepath.Join(dir, verificationModuleFile)),
	); err != nil {
		return err
	}
	files, err := copied(parts.all.Root, dist)
	if err != nil {
		return err
	}
	for name, from := range files {
		if err := copyFile(filepath.Join(dir, name), filepath.Join(from, name)); err != nil {
			return err
		}
	}
	all := manifest{Version: m.Version, Compiler: m.Compiler, Files: map[string]file{}}
	for _, name := range []string{
		scriptFile, twilightScriptFile, esModuleFile, twilightESModuleFile, moduleFile, twilightModuleFile,
		typesFile, esTypesFile, twilightESTypesFile, sdkTypesFile, verificationFile, verificationModuleFile, verificationTypesFile,
	} {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			return err
		}
		if all.Files[name], _, _, err = describe(data); err != nil {
			return err
		}
	}
	if err := writeJSON(filepath.Join(dir, "manifest.json"), all); err != nil {
		return err
	}
	return writeJSON(filepath.Join(dir, "package.json"), describePackage(m.Version))
}

// copyFile copies a file to a folder that may not be there yet.
func copyFile(to, from string) error {
	data, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return err
	}
	return os.WriteFile(to, data, 0o644)
}
