package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestCompare(t *testing.T) {
	before := []string{"p.TestKept", "p.TestMoved", "p.TestGone", "p.TestLost", "p.TestNowhere"}
	wrong, renamed, removed := compare(before, []string{"p.TestKept", "q.TestMoved"}, `
# a comment
p.TestMoved => q.TestMoved
p.TestGone => removed: what it tested is gone
p.TestNowhere => q.TestElsewhere
p.TestUnknown => p.TestKept
`)
	assert.Equal(t, []string{
		"names.txt: no such name: p.TestUnknown => p.TestKept", "lost: p.TestLost", "lost: p.TestNowhere => q.TestElsewhere",
	}, wrong)
	assert.Equal(t, 1, renamed)
	assert.Equal(t, 1, removed)
}
