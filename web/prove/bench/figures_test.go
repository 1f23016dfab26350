package main

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestQuantile(t *testing.T) {
	assert.InDelta(t, 2, quantile([]float64{3, 1, 2}, 0.5), 0)
	assert.InDelta(t, 2.5, quantile([]float64{4, 1, 2, 3}, 0.5), 0)
	assert.InDelta(t, 1.75, quantile([]float64{4, 1, 2, 3}, 0.25), 0)
	assert.InDelta(t, 4, quantile([]float64{4, 1, 2, 3}, 1), 0)
	assert.True(t, math.IsNaN(quantile(nil, 0.5)))
}

func TestPaired(t *testing.T) {
	f := paired([]float64{1, 20, 3}, []float64{2, 10, 6}, "µs")
	assert.InDelta(t, 0.5, f.Median, 0)
	assert.InDelta(t, 3, f.Own, 0)
	assert.InDelta(t, 6, f.Other, 0)
	assert.Equal(t, 3, f.Count)
}

func TestWarm(t *testing.T) {
	assert.Equal(t, []float64{2, 3}, warm([]float64{1, 2, 3}))
	assert.Equal(t, []float64{1}, warm([]float64{1}))
	assert.Len(t, warm(make([]float64, 100)), 90)
}
