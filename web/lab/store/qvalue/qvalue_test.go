package qvalue

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestParse(t *testing.T) {
	assert.Empty(t, Parse(""))
	assert.Empty(t, Parse(" , ;q=1"))
	assert.Equal(t, []Item{{"en-gb", 1}, {"ar", 0.5}, {"*", 0}, {"fr", 0}},
		Parse("en-GB, ar; q=0.5 ,*;q=0, fr;Q=much"))
}
