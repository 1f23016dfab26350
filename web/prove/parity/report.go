package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
)

// report is what the comparison found.
type report struct {
	Error string   `json:"error,omitempty"`
	Cells []cell   `json:"cells"`
	Cases int      `json:"cases"` // of the scenarios, together
	Stale []string `json:"stale"` // intended, but seen nowhere
}

// cell is one scenario in one set-up with the module.
type cell struct {
	Group    string   `json:"group"`
	Scenario string   `json:"scenario"`
	Setup    string   `json:"setup"`
	Intended []string `json:"intended"` // the ids of the intended differences that were seen
	Raw      []string `json:"raw"`      // all that differs, the intended too
	Diff     []string `json:"diff"`     // what differs and must not
	Failure  string   `json:"failure"`  // the scenario couldn't be compared
}

func (c *cell) ok() bool { return c.Failure == "" && len(c.Diff) == 0 }

// verdict is one word for the table.
func (c *cell) verdict() string {
	switch {
	case c.Failure != "":
		return "FAILED"
	case len(c.Diff) > 0:
		return "DIFFERENT"
	case len(c.Intended) > 0:
		return "intended:" + strings.Join(c.Intended, ",")
	}
	return "same"
}

// print writes a table, and below it what differs.
func (r *report) print(w io.Writer, verbose bool) (passed, failed int) {
	columns := []string{}
	for _, s := range setups {
		if s.Module {
			columns = append(columns, s.Name)
		}
	}
	fmt.Fprintf(w, "%-62s", "scenario")
	for _, column := range columns {
		fmt.Fprintf(w, "  %-10s", column)
	}
	fmt.Fprintln(w, "  intended")
	for _, row := range r.rows() {
		fmt.Fprintf(w, "%-62s", clip(row[0].Group+": "+row[0].Scenario, 62))
		seen := []string{}
		for _, column := range columns {
			at := slices.IndexFunc(row, func(c cell) bool { return c.Setup == column })
			if at < 0 { // not its turn
				fmt.Fprintf(w, "  %-10s", "-")
				continue
			}
			c := row[at]
			word := c.verdict()
			if strings.HasPrefix(word, "intended:") {
				word = "intended"
			}
			fmt.Fprintf(w, "  %-10s", word)
			if c.ok() {
				passed++
			} else {
				failed++
			}
			for _, id := range c.Intended {
				if !slices.Contains(seen, id) {
					seen = append(seen, id)
				}
			}
		}
		fmt.Fprintln(w, "  "+strings.Join(seen, " "))
	}
	fmt.Fprintln(w)
	for _, row := range r.rows() {
		for _, g := range alike(row, verbose) {
			g.print(w, verbose)
		}
	}
	return passed, failed
}

// rows are the cells of one scenario each.
func (r *report) rows() (rows [][]cell) {
	for _, c := range r.Cells {
		if n := len(rows) - 1; n >= 0 && rows[n][0].Group == c.Group && rows[n][0].Scenario == c.Scenario {
			rows[n] = append(rows[n], c)
			continue
		}
		rows = append(rows, []cell{c})
	}
	return rows
}

// group is the set-ups of one scenario in which the same differs.
type group struct {
	cell
	setups []string
}

func alike(row []cell, verbose bool) (groups []*group) {
next:
	for _, c := range row {
		if c.ok() && (!verbose || len(c.Raw) == 0) {
			continue
		}
		for _, g := range groups {
			if g.Failure == c.Failure && g.ok() == c.ok() && slices.Equal(g.lines(), c.lines()) {
				g.setups = append(g.setups, c.Setup)
				continue next
			}
		}
		groups = append(groups, &group{c, []string{c.Setup}})
	}
	return groups
}

// lines are those to be read: what must not differ, or where there is nothing, what is meant to.
func (c *cell) lines() []string {
	if c.ok() {
		return c.Raw
	}
	return c.Diff
}

// maxLines bounds what is printed of one difference; -json has all.
const maxLines = 14

func (g *group) print(w io.Writer, verbose bool) {
	fmt.Fprintf(w, "%s: %s [%s] %s\n", g.Group, g.Scenario, strings.Join(g.setups, ", "), g.verdict())
	lines := g.lines()
	if g.Failure != "" {
		lines = strings.Split(strings.TrimSpace(g.Failure), "\n")
	}
	for i, line := range lines {
		if i == maxLines && !verbose {
			fmt.Fprintf(w, "    … %d more\n", len(lines)-i)
			break
		}
		fmt.Fprintf(w, "    %s\n", line)
	}
	fmt.Fprintln(w)
}

func clip(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return string(r[:n-1]) + "…"
	}
	return s
}
