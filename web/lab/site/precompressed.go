package site

import (
	"io/fs"
	"os"

	"salla-profile/web/lab/store/qvalue"
)

// precompressed opens the smallest sibling of a file that Accept-Encoding allows, or answers "". A sibling older than
// the file is left alone: it is of an earlier build.
func precompressed(root *os.Root, name string, original fs.FileInfo, accept string) (string, *os.File, fs.FileInfo) {
	weights := encodingWeights(accept)
	encodings := []struct{ name, suffix string }{{"br", ".br"}, {"gzip", ".gz"}}
	if weights["gzip"] > weights["br"] {
		encodings[0], encodings[1] = encodings[1], encodings[0]
	}
	for _, encoding := range encodings {
		if weights[encoding.name] <= 0 {
			continue
		}
		file, info, err := open(root, name+encoding.suffix)
		if err != nil {
			continue
		}
		if info.ModTime().Before(original.ModTime()) {
			_ = file.Close()
			continue
		}
		return encoding.name, file, info
	}
	return "", nil, nil
}

// encodingWeights answers what Accept-Encoding thinks of br and gzip, among others.
func encodingWeights(accept string) map[string]float64 {
	weights := map[string]float64{}
	for _, item := range qvalue.Parse(accept) {
		weights[item.Name] = item.Weight
	}
	for _, name := range []string{"br", "gzip"} {
		if _, named := weights[name]; !named {
			weights[name] = weights["*"]
		}
	}
	return weights
}
