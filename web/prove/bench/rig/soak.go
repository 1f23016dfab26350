package rig

import "fmt"

// AlonePage is the path of a page where a module, added with AddDist under the name, runs without the SDK.
func AlonePage(name string) string { return "/alone/" + name }

// SDKPage is the path of a page where it runs over the SDK, whose script is at /sdk.js.
func SDKPage(name string) string { return "/over-sdk/" + name }

// Alone is the tag of the module on a page without the SDK; attributes are further ones.
func Alone(name, attributes string) string {
	return fmt.Sprintf(`<script src="/%s/salla-profile.js" data-api="/store/v1" data-store-id="1" data-token="token" `+
		`data-language="ar" data-currency="SAR" data-user-id="1001" data-country="SA" %s></script>`, name, attributes)
}

// Script is the tag of a script.
func Script(path string) string { return `<script src="` + path + `"></script>` }

// AddCallPages adds AlonePage and SDKPage of the module. plain says whether /plain.js is there.
func (s *Server) AddCallPages(name string, plain bool) {
	last := Script("/lab/lab.js") + Script("/lab/rows.js")
	if plain {
		last = Script("/plain.js") + last
	}
	for prefix, first := range map[string]string{
		"":       Script("/lab/wrap.js"),
		counting: Script("/lab/wrap.js") + Script("/lab/count.js"),
	} {
		s.AddPage(prefix+AlonePage(name), first, Alone(name, ""), last)
		s.AddPage(prefix+SDKPage(name), first, Script("/sdk.js"), Script("/lab/sdk.js"), Script("/"+name+"/salla-profile.js"), last)
	}
}

// OpenCalls opens AlonePage or SDKPage in a new tab, once everything on it answers.
func (c *Chromium) OpenCalls(s *Server, path string) (*Tab, error) {
	t, err := c.Tab()
	if err != nil {
		return nil, err
	}
	if err = t.Open(s.URL + path); err == nil {
		_, err = Eval[string](t, "lab.start()")
	}
	if err != nil {
		t.Close()
		return nil, err
	}
	return t, nil
}

// Soak is what many calls without a network leave behind.
type Soak struct {
	Calls    int     // after the warm-up
	Warm     float64 // wasm memory after the warm-up, bytes
	Wasm     float64 // wasm memory after all calls, bytes
	HeapKept float64 // bytes of JavaScript heap a call, in the third that kept the least
}

// Soak makes so many calls on a page of OpenCalls, width of them at a time, after warmUp calls that don't count. implementation is
// "module", or another one of rig/page/lab.js.
func (t *Tab) Soak(implementation string, warmUp, calls, width int) (*Soak, error) {
	if _, err := Eval[any](t, `lab.stub("full")`); err != nil {
		return nil, err
	}
	s := &Soak{Calls: calls}
	work := func(calls int) (wasm, heap float64, err error) {
		// In parts, so that none runs into the patience of Eval.
		for part := 10_000; calls > 0 && err == nil; calls -= part {
			wasm, err = Eval[float64](t, "lab.calls(%q, %d, %d)", implementation, min(part, calls), width)
		}
		if err == nil {
			heap, err = t.Heap()
		}
		return wasm, heap, err
	}
	var before float64
	var err error
	if s.Warm, before, err = work(warmUp); err != nil {
		return nil, err
	}
	// What each call keeps shows in each part; what the browser compiles meanwhile, on a busy machine late, in one.
	const parts = 3
	for i := range parts {
		count := calls*(i+1)/parts - calls*i/parts
		var after float64
		if s.Wasm, after, err = work(count); err != nil {
			return nil, err
		}
		if kept := max(0, (after-before)/float64(count)); i == 0 || kept < s.HeapKept {
			s.HeapKept = kept
		}
		before = after
	}
	_, err = Eval[any](t, `lab.stub("")`)
	return s, err
}
