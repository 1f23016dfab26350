package rig

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

const (
	// Everywhere is the script of a build for any page. The pages here ask for each script by this name.
	Everywhere     = "salla-profile.js"
	storefrontName = "salla-profile.twilight.js"
)

// Storefront is the script of a build for pages with the SDK. An older build has one script for all pages.
func Storefront(dist string) string {
	if _, err := os.Stat(filepath.Join(dist, storefrontName)); err != nil {
		return Everywhere
	}
	return storefrontName
}

// Packed is a file of a build as `make dist` compressed it: brotli 11.
type Packed struct {
	Name, Kind string // Kind is the Content-Type
	Data       []byte
}

// Loaded are the files of a build that a page loads with the script: itself, and the module where it isn't inside. (Such
// a script asks for it by its name.)
func Loaded(dist, script string) ([]Packed, error) {
	text, err := os.ReadFile(filepath.Join(dist, script))
	if err != nil {
		return nil, fmt.Errorf("%w: `make test` builds both", err)
	}
	files := []Packed{{Name: script, Kind: JavaScript}}
	if module := strings.TrimSuffix(script, ".js") + ".wasm"; bytes.Contains(text, []byte(module)) {
		files = append(files, Packed{Name: module, Kind: "application/wasm"})
	}
	for i := range files {
		if files[i].Data, err = os.ReadFile(filepath.Join(dist, files[i].Name+".br")); err != nil {
			return nil, err
		}
	}
	return files, nil
}

// AddShipped adds what a page loads of a build with the script in the folder of the prefix, byte for byte as it is shipped.
func (s *Server) AddShipped(prefix, dist, script string) error {
	files, err := Loaded(dist, script)
	for _, f := range files {
		name := f.Name
		if name == script {
			name = Everywhere
		}
		s.AddPacked(prefix+"/"+name, f.Kind, f.Data)
	}
	return err
}

// AddDist does the same with the script for any page, but it begins as those of AddScript.
func (s *Server) AddDist(prefix, dist string) error { return s.AddMarked(prefix, dist, Everywhere) }

// AddMarked does so with any script of the build.
func (s *Server) AddMarked(prefix, dist, name string) error {
	if err := s.AddShipped(prefix, dist, name); err != nil {
		return err
	}
	script, err := os.ReadFile(filepath.Join(dist, name))
	if err != nil {
		return err
	}
	return s.AddScript(prefix+"/"+Everywhere, script)
}
