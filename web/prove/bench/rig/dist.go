package rig

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
)

const (
	scriptName = "salla-profile.js"
	moduleName = "salla-profile.wasm"
)

// Packed is a file of a build as `make dist` compressed it: brotli 11.
type Packed struct {
	Name, Kind string // Kind is the Content-Type
	Data       []byte
}

// Loaded are the files of a build that a page loads: the script, and the module where it isn't inside the script. (Such
// a script asks for it by its name.)
func Loaded(dist string) ([]Packed, error) {
	script, err := os.ReadFile(filepath.Join(dist, scriptName))
	if err != nil {
		return nil, fmt.Errorf("%w: `make test` builds both", err)
	}
	files := []Packed{{Name: scriptName, Kind: JavaScript}}
	if bytes.Contains(script, []byte(moduleName)) {
		files = append(files, Packed{Name: moduleName, Kind: "application/wasm"})
	}
	for i := range files {
		if files[i].Data, err = os.ReadFile(filepath.Join(dist, files[i].Name+".br")); err != nil {
			return nil, err
		}
	}
	return files, nil
}

// AddShipped adds what a page loads of a build in the folder of the prefix, byte for byte as it is shipped.
func (s *Server) AddShipped(prefix, dist string) error {
	files, err := Loaded(dist)
	for _, f := range files {
		s.AddPacked(prefix+"/"+f.Name, f.Kind, f.Data)
	}
	return err
}

// AddDist does the same, but its script begins as those of AddScript.
func (s *Server) AddDist(prefix, dist string) error {
	if err := s.AddShipped(prefix, dist); err != nil {
		return err
	}
	script, err := os.ReadFile(filepath.Join(dist, scriptName))
	if err != nil {
		return err
	}
	return s.AddScript(prefix+"/"+scriptName, script)
}
