package main

import (
	"salla-profile/web/bench/rig"

	"github.com/evanw/esbuild/pkg/api"
)

// bytes compares what crosses the wire, all at brotli's best level. The plain JavaScript is minified as the loader is.
func (l *lab) bytes() error {
	const best = 11
	size := func(files ...[]byte) (float64, error) {
		total := 0
		for _, file := range files {
			packed, err := rig.Brotli(file, best)
			if err != nil {
				return 0, err
			}
			total += len(packed)
		}
		return float64(total), nil
	}
	other, err := size(l.sdkFile)
	if err != nil {
		return err
	}
	put := func(column string, own float64) {
		f := exact(own/other, "B")
		f.Own, f.Other = own, other
		l.put("bytes", column, f)
	}
	for _, build := range l.builds {
		script, err := readDist(l.dists[build], "salla-profile.js")
		if err != nil {
			return err
		}
		own, err := size(script)
		if err != nil {
			return err
		}
		// Packed by the build at the same level; the standard compiler's takes many seconds.
		wasm, err := readDist(l.dists[build], "salla-profile.wasm.br")
		if err != nil {
			return err
		}
		put(build, own+float64(len(wasm)))
	}
	minified := api.Transform(string(plainScript), api.TransformOptions{
		MinifyWhitespace: true, MinifyIdentifiers: true, MinifySyntax: true, Charset: api.CharsetUTF8, Target: api.ES2020,
	})
	own, err := size(minified.Code)
	put(plain, own)
	return err
}
