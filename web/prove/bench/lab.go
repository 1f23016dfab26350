package main

import (
	"regexp"

	"salla-profile/web/prove/bench/rig"
)

// lab is one run: what is measured, on what, and what came of it.
type lab struct {
	samples amount
	server  *rig.Server
	browser *rig.Chromium
	sdkFile []byte
	builds  []string          // tinygo, standard: those of the script for any page
	dists   map[string]string // the folder of each script that is measured, by column
	rows    []*row
	only    *regexp.Regexp
}

// part is a measurement, and the rows that it fills.
type part struct {
	name    string
	rows    []string
	measure func() error
}

func (l *lab) parts() []part {
	parts := []part{
		{"cold starts over a phone's network", []string{"storefront-phone", "storefront-phone-plain", "phone", "phone-plain"}, l.phone},
		{"the same with the SDK", idsOf(orderTargets()), l.phoneOrders},
		{"the parts of a start", idsOf(pieceTargets()), l.pieces},
		{"bytes", []string{"bytes", storefrontBytes(11), storefrontBytes(5), storefrontBytes(gzipLevel)}, l.bytes},
		{"cold starts", []string{"start", "start-navigation"}, l.starts},
		{"longest tasks", []string{"task", "task-worked"}, l.tasks},
		{"page loads with data-lazy", []string{"lazy"}, l.lazy},
		{"calls beside the SDK's", []string{"call-sdk", "stub-sdk"}, l.callsOverSDK},
		{"main-thread time", []string{"main-thread"}, l.mainThread},
		{"calls of the storefront's script", []string{"storefront-call", "storefront-main-thread"}, l.callsOfStorefront},
		{"calls without the SDK", []string{"stub-plain", "stub-light", "call-fetch", "call-fetch-light"}, l.callsAlone},
		{"soak, one by one", []string{"wasm-1", "wasm-1-grown", "heap"}, func() error {
			return l.soak(1, "wasm-1", "heap")
		}},
		{"soak, 50 at a time", []string{"wasm-50", "wasm-50-grown", "heap-50"}, func() error {
			return l.soak(50, "wasm-50", "heap-50")
		}},
		{"soak over the SDK", []string{"heap-sdk", "storefront-wasm"}, l.soakOverSDK},
	}
	if l.dists[other] != "" {
		parts = append(parts, part{"starts beside another build's", []string{"against-start"}, l.startsAgainst})
		parts = append(parts, part{"calls beside another build's", []string{"against"}, l.againstOther})
	}
	return parts
}

// script is the name of a column's script in the folder of its build.
func script(column, dist string) string {
	if column == storefront || column == otherStorefront {
		return rig.Storefront(dist)
	}
	return rig.Everywhere
}

// phoneRows are those of the first parts.
func (l *lab) phoneRows() (rows []string) {
	for _, part := range l.parts()[:3] {
		rows = append(rows, part.rows...)
	}
	return rows
}

func idsOf(rows []*row) (ids []string) {
	for _, r := range rows {
		ids = append(ids, r.ID)
	}
	return ids
}

// wants says whether one of the rows is asked for.
func (l *lab) wants(ids ...string) bool {
	for _, id := range ids {
		if r := l.row(id); l.only.MatchString(r.ID) || l.only.MatchString(r.Title) {
			return true
		}
	}
	return false
}

func (l *lab) row(id string) *row {
	for _, r := range l.rows {
		if r.ID == id {
			return r
		}
	}
	panic("no row " + id)
}

// put notes a figure of a row.
func (l *lab) put(id, column string, f *figure) {
	r := l.row(id)
	if r.Figures == nil {
		r.Figures = map[string]*figure{}
	}
	r.Figures[column] = f
}
