// Package qvalue reads the headers with which a client says what it would rather have (RFC 9110, 12.4.2).
package qvalue

import (
	"strconv"
	"strings"
)

// Item is one choice in lower case, and its weight from 0 (not at all) to 1.
type Item struct {
	Name   string
	Weight float64
}

// Parse reads Accept-Language, Accept-Encoding and their like: the items in the header's order. A weight that can't
// be read is 0.
func Parse(header string) []Item {
	var items []Item
	for entry := range strings.SplitSeq(header, ",") {
		name, parameter, _ := strings.Cut(entry, ";")
		item := Item{strings.ToLower(strings.TrimSpace(name)), 1}
		if q, ok := strings.CutPrefix(strings.ToLower(strings.TrimSpace(parameter)), "q="); ok {
			item.Weight, _ = strconv.ParseFloat(strings.TrimSpace(q), 64)
		}
		if item.Name != "" {
			items = append(items, item)
		}
	}
	return items
}
