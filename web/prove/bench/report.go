package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"text/tabwriter"
	"time"
)

// about says what was measured, where.
type about struct {
	Time     time.Time
	Seconds  float64
	Quick    bool
	Chromium string
	SDKBytes int
	Builds   map[string]string // by column: what the manifest says of the compiler
	CPUs     int
	Load     string // averages of 1, 5 and 15 minutes, at the start
}

func environment(o options, l *lab) about {
	a := about{
		Time: time.Now(), Quick: o.quick, Chromium: l.browser.Version(), SDKBytes: len(l.sdkFile), CPUs: runtime.NumCPU(),
		Builds: map[string]string{},
	}
	for build, dist := range l.dists {
		var manifest struct{ Version, Compiler string }
		if text, err := readDist(dist, "manifest.json"); err == nil && json.Unmarshal(text, &manifest) == nil {
			a.Builds[build] = manifest.Version + ", " + manifest.Compiler
		}
	}
	if load, err := os.ReadFile("/proc/loadavg"); err == nil { // Linux; elsewhere it isn't said
		a.Load = strings.Join(strings.Fields(string(load))[:3], " ")
	}
	return a
}

// print writes the table and answers the rows whose must is missed by the column that it is for.
func (l *lab) print(out io.Writer, a about) (missed []string) {
	fmt.Fprintf(out, "\nChromium %s, %d processors, load %s", a.Chromium, a.CPUs, a.Load)
	for _, build := range l.builds {
		fmt.Fprintf(out, "; %s: %s", build, a.Builds[build])
	}
	fmt.Fprintf(out, "; %.0f s\n", a.Seconds)
	if a.Quick {
		fmt.Fprint(out, "-quick: few samples\n")
	}
	fmt.Fprintln(out)

	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "what\tagainst\tmust\taim\tstorefront\ttinygo\tquartiles\t\tours, theirs\tgo\tplain JS\tSDK")
	for _, r := range l.rows {
		if r.Part || !l.wants(r.ID) {
			continue // in another table, or measured along with another
		}
		ours := r.Figures[r.column()]
		if ours == nil {
			if r.Note != "" {
				fmt.Fprintf(w, "%s\t%s\t\t\t%s\n", r.Title, r.Against, r.Note)
			}
			continue
		}
		verdict := ""
		if r.Must != none {
			verdict = "ok"
			if ours.Median <= r.Aim {
				verdict = "aim"
			}
			if !(ours.Median <= r.Must) {
				verdict = "MISSED"
				missed = append(missed, strings.TrimSpace(r.Title))
			}
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n", r.Title, r.Against, r.target(r.Must), r.target(r.Aim),
			r.number(r.Figures[storefront]), r.number(r.Figures[tinygo]), r.quartiles(ours), verdict, both(ours), r.number(r.Figures[standard]), r.number(r.Figures[plain]),
			r.number(r.Figures[sdk]))
	}
	_ = w.Flush() // to the terminal
	l.printPieces(out)
	return missed
}

// printPieces prints the parts of a start beside each other.
func (l *lab) printPieces(out io.Writer) {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "\nthe parts of a start over the phone's network\tstorefront\tplain JS\tSDK")
	found := false
	for _, r := range l.rows {
		if !r.Part || r.Figures == nil {
			continue
		}
		found = true
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", r.Title, r.number(r.Figures[storefront]), r.number(r.Figures[plain]), r.number(r.Figures[sdk]))
	}
	if found {
		_ = w.Flush() // to the terminal
	}
}

// column is the one whose figure is held against must and aim.
func (r *row) column() string {
	if r.Of == "" {
		return tinygo
	}
	return r.Of
}

func (r *row) target(value float64) string {
	if r.Must == none || value == none {
		return ""
	}
	return "≤ " + r.format(value)
}

func (r *row) number(f *figure) string {
	if f == nil {
		return "–"
	}
	return r.format(f.Median)
}

func (r *row) quartiles(f *figure) string {
	if f.Count < 2 {
		return ""
	}
	return r.format(f.Q1) + " – " + r.format(f.Q3)
}

func (r *row) format(value float64) string {
	switch r.Unit {
	case "×":
		switch {
		case value >= 2:
			return fmt.Sprintf("%.1f", value)
		case value < 0.5:
			return fmt.Sprintf("%.3f", value)
		}
		return fmt.Sprintf("%.2f", value)
	case "ms", "B":
		return fmt.Sprintf("%.1f %s", value, r.Unit)
	}
	return fmt.Sprintf("%.0f %s", value, r.Unit)
}

// both are the two sides of a ratio.
func both(f *figure) string {
	if f.Other == 0 {
		return ""
	}
	format := "%.0f, %.0f %s"
	if f.Unit == "ms" {
		format = "%.1f, %.1f %s"
	}
	return fmt.Sprintf(format, f.Own, f.Other, f.Unit)
}

func (l *lab) writeJSON(path string, a about) error {
	text, err := json.MarshalIndent(map[string]any{"about": a, "rows": l.rows}, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(path, append(text, '\n'), 0o644)
}
