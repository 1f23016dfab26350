package main

import (
	"fmt"
	"os"
	"path/filepath"

	"salla-profile/web/prove/bench/rig"
)

// pieceRows are the parts that a start over the phone's network consists of, in order; the last is their sum.
var pieceRows = []*row{
	{ID: "parts-network", Title: "network: asked for → all bytes are here"},
	{ID: "parts-script", Title: "parse and compile the script: → its first statement"},
	{ID: "parts-evaluate", Title: "the script runs: → its last statement"},
	{ID: "parts-decode", Title: "decode the module: → WebAssembly.compile"},
	{ID: "parts-compile", Title: "compile the module"},
	{ID: "parts-run", Title: "run: → ready"},
	{ID: "parts", Title: "sum"},
}

// pieceTargets are their rows, which have a table of their own.
func pieceTargets() []*row {
	rows := []*row{}
	for _, r := range pieceRows {
		rows = append(rows, &row{ID: r.ID, Title: r.Title, Unit: "ms", Must: none, Part: true, Of: storefront})
	}
	return rows
}

// The marks between the parts.
const (
	endMark      = "lab:end"
	compileMark  = "lab:compile"
	compiledMark = "lab:compiled"
)

// markCompile sets marks around the compilation of a module.
const markCompile = `{
	const { compile } = WebAssembly;
	WebAssembly.compile = (...args) => {
		performance.mark("` + compileMark + `");
		const compiled = Reflect.apply(compile, WebAssembly, args);
		compiled.then(() => performance.mark("` + compiledMark + `"), () => {});
		return compiled;
	};
}`

func (l *lab) pieceStarts() []phoneStart {
	ours := func(column string) string { return rig.Script("/phone/parts-" + column + "/salla-profile.js") }
	return []phoneStart{
		{"parts-" + sdk, created, []string{ours(sdk)}, l.samples.phonesOther},
		{"parts-" + plain, ready, []string{stubOfSDK, ours(plain), fmt.Sprintf(startPlain, "")}, l.samples.phonesOther},
		{"parts-" + storefront, ready, []string{stubOfSDK, ours(storefront)}, l.samples.phonesOther},
	}
}

// addPiecePages adds pages whose script sets a mark in its first statement and in its last.
func (l *lab) addPiecePages() error {
	text, err := os.ReadFile(filepath.Join(l.dists[storefront], script(storefront, l.dists[storefront])))
	if err != nil {
		return err
	}
	for column, script := range map[string][]byte{sdk: l.sdkFile, plain: minifiedPlain(), storefront: text} {
		packed, err := rig.Brotli(fmt.Appendf(rig.Marked(script), "\n;performance.mark('%s')", endMark), best)
		if err != nil {
			return err
		}
		l.server.AddPacked("/phone/parts-"+column+"/salla-profile.js", rig.JavaScript, packed)
	}
	for _, s := range l.pieceStarts() {
		l.server.AddPage(s.path(), s.tags...)
	}
	return nil
}

// moments are when the parts of a start end, in milliseconds of the page; 0 where it has no such part.
type moments struct{ Asked, Came, Begin, End, Compile, Compiled, Ready float64 }

// pieces are the parts' milliseconds, by row.
func (m moments) pieces() map[string]float64 {
	p := map[string]float64{"parts-network": m.Came - m.Asked, "parts-script": m.Begin - m.Came, "parts": m.Ready - m.Asked}
	if m.Compile == 0 { // the SDK is ready in its script, the plain JavaScript behind it
		p["parts-run"] = m.Ready - m.Begin
		return p
	}
	p["parts-evaluate"] = m.End - m.Begin
	p["parts-decode"] = m.Compile - m.End
	p["parts-compile"] = m.Compiled - m.Compile
	p["parts-run"] = m.Ready - m.Compiled
	return p
}

// pieces measures the parts of starts over the phone's network, as marks of the page show them.
func (l *lab) pieces() error {
	parts := map[string]map[string][]float64{sdk: {}, plain: {}, storefront: {}}
	for i := range l.samples.phonesOther {
		for _, s := range l.pieceStarts() {
			m, err := l.momentsOf(s)
			if err != nil {
				return err
			}
			if i == 0 {
				continue // the browser itself starts, too
			}
			column := s.column[len("parts-"):]
			for row, spent := range m.pieces() {
				parts[column][row] = append(parts[column][row], spent)
			}
		}
	}
	for column, rows := range parts {
		for row, spent := range rows {
			l.put(row, column, spread(spent, "ms"))
		}
	}
	return nil
}

func (l *lab) momentsOf(s phoneStart) (m moments, err error) {
	err = l.coldPhone(listen(s.event)+markCompile, func(tab *rig.Tab) error {
		if err := tab.OpenUntilTold(l.server.URL + s.path()); err != nil {
			return err
		}
		m, err = rig.Eval[moments](tab, `(() => {
			const at = (name) => performance.getEntriesByName(name)[0]?.startTime || 0;
			const { startTime, responseEnd } = performance.getEntriesByType("resource")[0];
			return {
				Asked: startTime, Came: responseEnd, Begin: at(%q), End: at(%q), Compile: at(%q), Compiled: at(%q), Ready: at(%q),
			};
		})()`, rig.ScriptMark, endMark, compileMark, compiledMark, readyMark)
		return err
	})
	return m, err
}
