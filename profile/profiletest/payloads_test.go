package profiletest_test

import (
	"encoding/json"
	"net/url"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"salla-profile/profile/profiletest"
)

func TestGenerateIsTheSameOfASeed(t *testing.T) {
	twice, once := 0, 0
	for seed := range uint64(500) {
		d := profiletest.Generate(seed)
		require.Equal(t, d, profiletest.Generate(seed))
		assert.Equal(t, seed, d.Seed)
		require.NotEmpty(t, d.Entries)
		assert.LessOrEqual(t, len(d.Entries), 2*len(d.Last()))
		if len(d.Entries) > len(d.Last()) {
			twice++
		} else {
			once++
		}
		var read profiletest.Data
		require.NoError(t, json.Unmarshal([]byte(d.JSON()), &read))
		assert.Equal(t, d, read)

		values, err := url.ParseQuery(d.Text())
		require.NoError(t, err)
		for name, text := range d.Last() {
			assert.Equal(t, text, values[name][len(values[name])-1], "the text says the same")
		}
	}
	assert.NotZero(t, twice)
	assert.NotZero(t, once)
}
