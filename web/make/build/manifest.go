package main

import (
	"bytes"
	"compress/gzip"
	"crypto/sha512"
	"encoding/base64"
	"encoding/json"
	"errors"
	"io/fs"
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

// names are those of the files that there are, in the order of shipped.
func (m *manifest) names() (list []string) {
	for _, name := range shipped {
		if _, there := m.Files[name]; there {
			list = append(list, name)
		}
	}
	return list
}

// writeManifest writes manifest.json, and the scripts and the modules compressed beside themselves.
func writeManifest(dir, version, compiler string) (*manifest, error) {
	m := &manifest{Version: version, Compiler: compiler, Files: map[string]file{}}
	for _, name := range shipped {
		path := filepath.Join(dir, name)
		data, err := os.ReadFile(path)
		if errors.Is(err, fs.ErrNotExist) && name == twilightModuleFile {
			continue // one module for both scripts
		}
		if err != nil {
			return nil, err
		}
		f, gz, br, err := describe(data)
		if err != nil {
			return nil, err
		}
		m.Files[name] = f
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
	return m, writeJSON(filepath.Join(dir, "manifest.json"), m)
}

func writeJSON(path string, value any) error {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(value); err != nil {
		return err
	}
	return os.WriteFile(path, b.Bytes(), 0o644)
}

// describe measures a file's contents, and gives them compressed.
func describe(data []byte) (f file, gz, br []byte, err error) {
	if gz, br, err = compress(data); err != nil {
		return file{}, nil, nil, err
	}
	hash := sha512.Sum384(data)
	return file{
		Bytes: len(data), Gzip: len(gz), Brotli: len(br),
		Integrity: "sha384-" + base64.StdEncoding.EncodeToString(hash[:]),
	}, gz, br, nil
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
