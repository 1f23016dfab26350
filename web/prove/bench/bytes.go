package main

import (
	"salla-profile/web/prove/bench/rig"

	"github.com/evanw/esbuild/pkg/api"
)

// best is the level of brotli that files are shipped in.
const best = 11

// minifiedPlain is the plain JavaScript, minified as the release's script is.
func minifiedPlain() []byte {
	return api.Transform(string(plainScript), api.TransformOptions{
		MinifyWhitespace: true, MinifyIdentifiers: true, MinifySyntax: true, Charset: api.CharsetUTF8, Target: api.ES2020,
	}).Code
}

// bytes compares what crosses the wire until a page can use it, all at brotli's best level: of the release one file, of
// the standard compiler's build the script and the module.
func (l *lab) bytes() error {
	size := func(script []byte) (float64, error) {
		packed, err := rig.Brotli(script, best)
		return float64(len(packed)), err
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
		files, err := rig.Loaded(l.dists[build], rig.Everywhere)
		if err != nil {
			return err
		}
		total := 0
		for _, f := range files {
			total += len(f.Data)
		}
		put(build, float64(total))
	}
	own, err := size(minifiedPlain())
	if err != nil {
		return err
	}
	put(plain, own)
	return l.bytesOfStorefront()
}
