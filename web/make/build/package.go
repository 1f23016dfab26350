package main

import (
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
	Main struct {
		Types   string `json:"types"`
		Default string `json:"default"`
	} `json:"."`
	Global struct {
		Types string `json:"types"`
	} `json:"./global"`
	Twilight struct {
		Types string `json:"types"`
	} `json:"./twilight"`
	Verification struct {
		Types   string `json:"types"`
		Default string `json:"default"`
	} `json:"./verification"`
	Script             string `json:"./salla-profile.js"`
	VerificationScript string `json:"./salla-profile.verification.js"`
	Wasm               string `json:"./salla-profile.wasm"`
	Manifest           string `json:"./manifest.json"`
	Package            string `json:"./package.json"`
}

func describePackage(version string) packageJSON {
	p := packageJSON{
		Name: "salla-profile", Version: version,
		Description: "salla.profile of Salla's Twilight SDK as a WebAssembly module, with the SDK or without it",
		Keywords:    []string{"salla", "twilight", "profile", "theme", "wasm", "webassembly"},
		License:     "MIT",
		Module:      "./" + esModuleFile, Types: "./" + esTypesFile,
		UNPKG: "./" + scriptFile, JSDelivr: "./" + scriptFile,
		// Importing the ES module does nothing; the script of the tag starts at once, and those of the element define it.
		SideEffects: []string{"./" + scriptFile, "./" + verificationFile, "./" + verificationModuleFile},
	}
	p.Exports.Main.Types, p.Exports.Main.Default = "./"+esTypesFile, "./"+esModuleFile
	p.Exports.Global.Types, p.Exports.Twilight.Types = "./"+typesFile, "./"+sdkTypesFile
	p.Exports.Verification.Types, p.Exports.Verification.Default = "./"+verificationTypesFile, "./"+verificationModuleFile
	p.Exports.VerificationScript = "./" + verificationFile
	p.Exports.Script, p.Exports.Wasm = "./"+scriptFile, "./"+moduleFile
	p.Exports.Manifest, p.Exports.Package = "./manifest.json", "./package.json"
	return p
}

// writePackage writes what `npm pack` packs: the files of dist and an ES module of the same parts.
func writePackage(dir, dist string, m *manifest, parts scripts) error {
	root := parts.all.Root
	if !semver.MatchString(m.Version) {
		return fmt.Errorf("%q is no version for npm: VERSION=x.y.z", m.Version)
	}
	if err := makeEmpty(dir); err != nil {
		return err
	}
	if err := parts.all.ESModule(filepath.Join(dir, esModuleFile)); err != nil {
		return err
	}
	if err := bundle.VerificationModule(root, filepath.Join(dir, verificationModuleFile)); err != nil {
		return err
	}
	for name, from := range map[string]string{
		scriptFile: dist, moduleFile: dist, typesFile: dist, verificationFile: dist,
		esTypesFile: filepath.Join(root, "web"), sdkTypesFile: filepath.Join(root, "web"),
		verificationTypesFile: filepath.Join(root, "web"), "LICENSE": root, "README.md": root, "CHANGELOG.md": root,
		// Where the README's links lead.
		"CONTRIBUTING.md": root, "web/docs/README.ar.md": root, "web/docs/MIGRATION.md": root, "web/docs/FAULTS.md": root, "web/docs/rationale.md": root,
		"web/docs/verification.md": root,
	} {
		data, err := os.ReadFile(filepath.Join(from, name))
		if err != nil {
			return err
		}
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			return err
		}
	}
	all := manifest{Version: m.Version, Compiler: m.Compiler, Files: map[string]file{}}
	for _, name := range []string{
		scriptFile, esModuleFile, moduleFile, typesFile, esTypesFile, sdkTypesFile,
		verificationFile, verificationModuleFile, verificationTypesFile,
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
