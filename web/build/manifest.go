package main

import (
	"bytes"
	"compress/gzip"
	"crypto/sha512"
	"encoding/base64"
	"encoding/json"
	"os"
	"path/filepath"

	"github.com/andybalholm/brotli"
)

// manifest tells what is in dist.
type manifest struct {
	Version  string          `json:"version"`
	Compiler string          `json:"compiler"`
	Files    map[string]file `json:"files"`
}

// file is a shipped file: sizes in bytes, integrity as the attribute of a tag takes it.
type file struct {
	Bytes     int    `json:"bytes"`
	Gzip      int    `json:"gzip"`
	Brotli    int    `json:"brotli"`
	Integrity string `json:"integrity"`
}

// writeManifest writes manifest.json, and the script and the module compressed beside themselves.
func writeManifest(dir, version, compiler string) (*manifest, error) {
	m := &manifest{Version: version, Compiler: compiler, Files: map[string]file{}}
	for _, name := range []string{scriptFile, moduleFile, typesFile} {
		path := filepath.Join(dir, name)
		data, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		gz, br, err := compress(data)
		if err != nil {
			return nil, err
		}
		hash := sha512.Sum384(data)
		m.Files[name] = file{
			Bytes: len(data), Gzip: len(gz), Brotli: len(br),
			Integrity: "sha384-" + base64.StdEncoding.EncodeToString(hash[:]),
		}
		if err := os.Chmod(path, 0o644); err != nil {
			return nil, err
		}
		if name == typesFile {
			continue
		}
		if err := os.WriteFile(path+".gz", gz, 0o644); err != nil {
			return nil, err
		}
		if err := os.WriteFile(path+".br", br, 0o644); err != nil {
			return nil, err
		}
	}
	text, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		return nil, err
	}
	return m, os.WriteFile(filepath.Join(dir, "manifest.json"), append(text, '\n'), 0o644)
}

// compress gives the data at the best level of gzip and of brotli.
func compress(data []byte) (gz, br []byte, err error) {
	var b bytes.Buffer
	zw, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return nil, nil, err
	}
	if _, err = zw.Write(data); err == nil {
		err = zw.Close()
	}
	if err != nil {
		return nil, nil, err
	}
	gz = bytes.Clone(b.Bytes())
	b.Reset()
	bw := brotli.NewWriterOptions(&b, brotli.WriterOptions{Quality: brotli.BestCompression, LGWin: 22})
	if _, err = bw.Write(data); err == nil {
		err = bw.Close()
	}
	return gz, b.Bytes(), err
}
