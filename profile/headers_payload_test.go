//go:build !twilight

package profile_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestPayloadKinds(t *testing.T) {
	for _, test := range []struct {
		argument    any
		contentType string
	}{
		{map[string]any{"a": 1}, "application/json"},
		{form{"a": "1"}, ""}, // the browser's, with a boundary
		{files{"a": "1"}, ""},
		{params{"a": "1"}, "application/x-www-form-urlencoded;charset=utf-8"},
		{textForm("a=1"), "application/x-www-form-urlencoded"},
		{"a", "application/x-www-form-urlencoded"},
		{nil, ""},
	} {
		p := newPage(t, false)
		p.answer = always(200, `{}`)
		p.do(p.service(), "update", test.argument)
		contentType, has := p.last().header("Content-Type")
		assert.Equal(t, test.contentType, contentType)
		assert.Equal(t, test.contentType != "", has)
		if test.argument != nil {
			text, err := json.Marshal(bodyOf(p.last().Body).data)
			require.NoError(t, err)
			assert.Contains(t, string(text), `a`)
		}
	}
}
