package main

import (
	"math"
	"slices"
)

// figure is one figure of the table: what is held against must and aim, and its spread.
type figure struct {
	Median, Q1, Q3 float64
	Count          int
	// Own and Other are the medians of both sides of a ratio, in Unit.
	Own, Other float64 `json:",omitempty"`
	Unit       string  `json:",omitempty"`
}

// quantile answers the quantile q of the values, 0 to 1, between two of them where it falls there.
func quantile(values []float64, q float64) float64 {
	if len(values) == 0 {
		return math.NaN()
	}
	sorted := slices.Sorted(slices.Values(values))
	at := q * float64(len(sorted)-1)
	below := int(at)
	if below+1 == len(sorted) {
		return sorted[below]
	}
	return sorted[below] + (at-float64(below))*(sorted[below+1]-sorted[below])
}

func median(values []float64) float64 { return quantile(values, 0.5) }

// spread is the figure of values.
func spread(values []float64, unit string) *figure {
	return &figure{
		Median: median(values), Q1: quantile(values, 0.25), Q3: quantile(values, 0.75), Count: len(values), Unit: unit,
	}
}

// exact is the figure of a value that is measured once.
func exact(value float64, unit string) *figure {
	return &figure{Median: value, Q1: value, Q3: value, Count: 1, Unit: unit}
}

// paired is the figure of the ratio of own to other, pair by pair. unit is that of both.
func paired(own, other []float64, unit string) *figure {
	ratios := make([]float64, 0, len(own))
	for i := range min(len(own), len(other)) {
		ratios = append(ratios, own[i]/other[i])
	}
	f := spread(ratios, unit)
	f.Own, f.Other = median(own), median(other)
	return f
}

// warm drops the first tenth of the samples, one at least: the browser compiles what it sees often.
func warm(values []float64) []float64 { return values[min(len(values)-1, max(1, len(values)/10)):] }
