package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"

	"salla-profile/web/prove/bench/rig"
)

// gzipLevel is what CDNs compress a script with for who takes no brotli. For brotli they take level 5 or so.
const gzipLevel = 6

// codings are how a script is compressed for the rows of the storefront's bytes.
var codings = []struct {
	level int
	title string
	goal  float64 // of the SDK's script, before what later issues may add
	pack  func(data []byte, level int) ([]byte, error)
}{
	{best, "brotli 11", float64(storefrontGoal) / sdkBytes, rig.Brotli},
	{5, "brotli 5", 0.165, rig.Brotli},
	{gzipLevel, "gzip 6", 0.160, gzipped},
}

func storefrontBytes(level int) string { return fmt.Sprintf("storefront-bytes-%d", level) }

// storefrontTargets are the rows of the script for pages with the SDK. They come first: most pages load it.
func storefrontTargets() []*row {
	const ratio = "×"
	rows := []*row{}
	for _, c := range codings {
		rows = append(rows, &row{
			ID: storefrontBytes(c.level), Title: "salla-profile.twilight.js, " + c.title, Against: "twilight.min.js", Unit: ratio,
			Must: c.goal * storefrontMost / storefrontGoal, Aim: 0.150,
		})
	}
	const cold = "script asked for → ready, cold, 150 ms, 1.6 Mbit/s, 4×"
	rows = append(rows,
		&row{ID: "storefront-phone", Title: cold + ", beside a stub of the SDK", Against: "SDK: → salla::created", Unit: ratio, Must: 0.305, Aim: 0.295},
		&row{ID: "storefront-phone-plain", Title: "  the same, against plain JavaScript", Against: "plain JavaScript", Unit: ratio, Must: 1.58, Aim: 1.50})
	for _, r := range orderTargets() {
		r.Unit, r.Must = ratio, none
		rows = append(rows, r)
	}
	rows = append(rows,
		&row{ID: "storefront-call", Title: "call → resolved, local API", Against: "the SDK's method", Unit: ratio, Must: 1.03, Aim: 1.00},
		&row{ID: "storefront-main-thread", Title: "main thread a call (TaskDuration)", Against: "the SDK's method", Unit: ratio, Must: 1.08, Aim: 1.00},
		&row{ID: "storefront-wasm", Title: "wasm memory after calls over the SDK", Unit: "KB", Must: 128, Aim: 64},
	)
	rows = append(rows, pieceTargets()...)
	for _, r := range rows {
		r.Of = storefront
	}
	return rows
}

func gzipped(data []byte, level int) ([]byte, error) {
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, level)
	if err == nil {
		_, err = w.Write(data)
	}
	if err == nil {
		err = w.Close()
	}
	return b.Bytes(), err
}

// bytesOfStorefront compares the scripts as a CDN sends them. The script for any page is for comparison.
func (l *lab) bytesOfStorefront() error {
	scripts := map[string][]byte{sdk: l.sdkFile, plain: minifiedPlain()}
	for _, column := range []string{storefront, tinygo} {
		dist := l.dists[column]
		text, err := os.ReadFile(filepath.Join(dist, script(column, dist)))
		if err != nil {
			return err
		}
		scripts[column] = text
	}
	for _, c := range codings {
		sizes := map[string]float64{}
		for column, text := range scripts {
			packed, err := c.pack(text, c.level)
			if err != nil {
				return err
			}
			sizes[column] = float64(len(packed))
		}
		for column, own := range sizes {
			if column == sdk {
				continue
			}
			f := exact(own/sizes[sdk], "B")
			f.Own, f.Other = own, sizes[sdk]
			l.put(storefrontBytes(c.level), column, f)
		}
	}
	return nil
}

// callsOfStorefront compares its calls with the SDK's own methods on the same page, over the local API: in time, and in
// that of the main thread.
func (l *lab) callsOfStorefront() error {
	all := []string{sdk, "module", plain}
	rows := against{"storefront-call": sdk, "storefront-main-thread": sdk}
	return l.inBrowsers([]string{storefront}, rig.SDKPage, rows, all, func(tab *rig.Tab) (taken, error) {
		over, err := l.compare(tab, 1, all...)
		if err != nil {
			return nil, err
		}
		thread, err := l.threadTimes(tab, all)
		return taken{"storefront-call": over, "storefront-main-thread": thread}, err
	})
}
