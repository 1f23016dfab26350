package main

import "salla-profile/web/prove/bench/rig"

const kilobyte = 1024

// soak makes many calls without a network, width at a time, on a page without the SDK: a leak of ours shows there,
// and none of the SDK's. The rows are of its wasm memory and of its JavaScript heap.
func (l *lab) soak(width int, wasmRow, heapRow string) error {
	for _, build := range l.builds {
		calls := l.samples.soakOther
		if build == tinygo {
			calls = l.samples.soak
		}
		s, err := l.soakOf(rig.AlonePage(build), "module", calls, width)
		if err != nil {
			return err
		}
		l.put(wasmRow, build, exact(s.Wasm/kilobyte, "KB"))
		l.put(wasmRow+"-grown", build, exact((s.Wasm-s.Warm)/kilobyte, "KB"))
		l.put(heapRow, build, exact(s.HeapKept, "B"))
	}
	s, err := l.soakOf(rig.AlonePage(tinygo), "plain", l.samples.soakOther, width)
	if err != nil {
		return err
	}
	l.put(heapRow, plain, exact(s.HeapKept, "B"))
	return nil
}

// soakOverSDK does the same over the SDK, beside the SDK's own methods, and looks at the wasm memory of what runs there.
func (l *lab) soakOverSDK() error {
	for _, column := range append([]string{sdk, plain, storefront}, l.builds...) {
		build, implementation := tinygo, column
		if l.dists[column] != "" {
			build, implementation = column, "module"
		}
		s, err := l.soakOf(rig.SDKPage(build), implementation, l.samples.soakOther, 1)
		if err != nil {
			return err
		}
		l.put("heap-sdk", column, exact(s.HeapKept, "B"))
		if implementation == "module" {
			l.put("storefront-wasm", column, exact(s.Wasm/kilobyte, "KB"))
		}
	}
	return nil
}

func (l *lab) soakOf(path, implementation string, calls, width int) (*rig.Soak, error) {
	tab, err := l.browser.OpenCalls(l.server, path)
	if err != nil {
		return nil, err
	}
	defer tab.Close()
	return tab.Soak(implementation, l.samples.warmUp, calls, width)
}
