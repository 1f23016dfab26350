package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestPiecesAddUp(t *testing.T) {
	whole := map[string]moments{
		"with a module":                {Asked: 10, Came: 260, Begin: 270, End: 290, Compile: 310, Compiled: 340, Ready: 400},
		"without a module":             {Asked: 10, Came: 260, Begin: 270, End: 290, Ready: 300},
		"ready before its script ends": {Asked: 10, Came: 260, Begin: 270, End: 290, Ready: 280},
	}
	for name, m := range whole {
		sum := 0.0
		for row, spent := range m.pieces() {
			assert.GreaterOrEqual(t, spent, 0.0, "%s: %s", name, row)
			if row != "parts" {
				sum += spent
			}
		}
		assert.InDelta(t, m.Ready-m.Asked, sum, 1e-9, name)
	}
}
