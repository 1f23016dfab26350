//go:build !twilight

package profile_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"salla-profile/profile"
)

func TestNotices(t *testing.T) {
	for _, test := range []struct {
		name   string
		status int
		body   string
		want   []notice // without what it is about
	}{
		{"case and msg", 200, `{"case":"info","msg":"Look"}`, []notice{{"Look", "info", nil}}},
		{"case and msg first", 200, `{"case":"info","msg":"Look","success":true,"data":{"message":"Saved"}}`, []notice{{"Look", "info", nil}}},
		{"case alone", 200, `{"case":"info"}`, nil},
		{"msg alone", 200, `{"msg":"Look"}`, nil},
		{"success", 200, `{"success":true,"data":{"message":"Saved"}}`, []notice{{"Saved", "success", nil}}},
		{"not a success", 200, `{"success":false,"data":{"message":"Not saved"}}`, []notice{{"Not saved", "error", nil}}},
		{"no success there", 200, `{"data":{"message":"Saved"}}`, nil},
		{"error of a success", 200, `{"error":{"message":"Odd"}}`, []notice{{"Odd", "error", nil}}},
		{"nothing to say", 200, `{"success":true,"data":{}}`, nil},
		{"not JSON", 200, `OK`, nil},
		{"a list", 200, `[]`, nil},
		{"no body", 200, ``, nil},

		{"error message", 404, `{"error":{"message":"Gone"}}`, []notice{{"Gone", "error", nil}}},
		{"FORBIDDEN is silent", 403, `{"error":{"message":"FORBIDDEN"}}`, nil},
		{"error with case and msg", 400, `{"case":"warning","msg":"Slowly","error":{"message":"Gone"}}`, []notice{{"Slowly", "warning", nil}}},
		{"one field, a list", 422, `{"error":{"message":"Invalid","fields":{"email":["taken"]}}}`, []notice{{"taken", "error", nil}}},
		{"one field, a text", 422, `{"error":{"fields":{"email":"taken"}}}`, []notice{{"taken", "error", nil}}},
		{"one field, two messages", 422, `{"error":{"fields":{"email":["taken","short"]}}}`, []notice{{"* taken\n* short", "error", nil}}},
		{"fields", 422, `{"error":{"message":"Invalid","fields":{"email":["taken"],"phone":"short","type":["a","b"]}}}`,
			[]notice{{"* taken\n* short\n* a\n* b", "error", nil}}},
		{"fields before FORBIDDEN", 403, `{"error":{"message":"FORBIDDEN","fields":{"email":["taken"]}}}`, []notice{{"taken", "error", nil}}},
		{"empty fields", 422, `{"error":{"message":"Invalid","fields":{}}}`, []notice{{"Invalid", "error", nil}}},
		{"PHP's empty fields", 422, `{"error":{"message":"Invalid","fields":[]}}`, []notice{{"Invalid", "error", nil}}},
		{"fields without messages", 422, `{"error":{"message":"Invalid","fields":{"email":[],"phone":""}}}`, []notice{{"Invalid", "error", nil}}},
		{"no error at all", 500, `{}`, nil},
		{"an error page", 502, `<html>`, nil},
		{"an empty error", 500, ``, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := newPage(t, false)
			p.answer = always(test.status, test.body)
			c := p.do(p.service(), "updateSettings", map[string]any{})
			require.Len(t, p.notices, len(test.want))
			for i, want := range test.want {
				assert.Equal(t, want.message, p.notices[i].message)
				assert.Equal(t, want.kind, p.notices[i].kind)
				assert.NotNil(t, p.notices[i].about)
			}
			assert.Equal(t, test.status < 300, c.ok)

			// The SDK does all this itself.
			with := newPage(t, true)
			with.answer = p.answer
			with.do(with.service(), "updateSettings", map[string]any{})
			assert.Empty(t, with.notices)
		})
	}
}

func TestNoNoticeWithoutAnAnswer(t *testing.T) {
	for _, problem := range []profile.Problem{profile.Network, profile.TimedOut, profile.Canceled} {
		p := newPage(t, false)
		p.do(p.service(), "update", map[string]any{})
		p.last().fail(problem)
		assert.Empty(t, p.notices)
		assert.Equal(t, []string{
			"send post profile/update", "emit document::request.failed", "announce updateFailed", "done failed",
		}, p.journal)
	}
}

func TestDataRequestsAreQuiet(t *testing.T) {
	for _, name := range []string{"initiateDeleteRequest", "verifyDeleteRequest", "getDeleteRequest", "cancelDeleteRequest"} {
		for _, body := range []string{
			`{"case":"info","msg":"Look"}`, `{"success":true,"data":{"message":"Saved"}}`,
			`{"error":{"message":"Gone"}}`, `{"error":{"fields":{"code":["wrong"]}}}`,
		} {
			for _, status := range []int{200, 422} {
				p := newPage(t, false)
				p.answer = always(status, body)
				p.do(p.service(), name, map[string]any{})
				assert.Empty(t, p.notices, "%s %d %s", name, status, body)

				// With the SDK its notices are suppressed: the request says so.
				p = newPage(t, true)
				p.answer = always(status, body)
				p.do(p.service(), name, map[string]any{})
				assert.True(t, p.last().Quiet, name)
				assert.Empty(t, p.notices)
			}
		}
	}
	// Also where they are refused.
	for _, sdk := range modes {
		p := newPage(t, sdk)
		f := p.do(p.service(), "verifyDeleteRequest", nil).failure(t)
		assert.Empty(t, p.notices)
		assert.True(t, f.request.Quiet)
	}

	for _, m := range asking() {
		p := newPage(t, true)
		p.answer = always(500, `{}`)
		p.do(p.service(), m.Name, map[string]any{"code": "1", "email": "a@b"})
		assert.Equal(t, strings.Contains(m.Path, "account/"), p.last().Quiet, "%s: the others aren't", m.Name)
	}
}

func TestServerSentEvents(t *testing.T) {
	for _, test := range []struct {
		name, body string
		status     int
		want       []string
	}{
		{"at the top", `{"events":{"a::b":1}}`, 200, []string{"a::b"}},
		{"in data", `{"data":{"events":{"a::b":1,"c":[2]}}}`, 200, []string{"a::b", "c"}},
		{"in error", `{"error":{"events":{"a::b":1}}}`, 422, []string{"document::request.failed", "a::b"}},
		{"as text", `{"events":"{\"a::b\":{\"x\":1}}"}`, 200, []string{"a::b"}},
		{"the first that is there", `{"events":{},"data":{"events":{"a":1}}}`, 200, nil},
		{"null", `{"events":null,"data":{"events":{"a":1}}}`, 200, []string{"a"}},
		{"broken text", `{"events":"{"}`, 200, nil},
		{"not an object", `{"events":7}`, 200, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := newPage(t, false)
			p.answer = always(test.status, test.body)
			p.do(p.service(), "updateSettings", map[string]any{})
			var names []string
			for _, e := range p.emitted {
				names = append(names, e.name)
			}
			assert.Equal(t, test.want, names)
		})
	}
	p := newPage(t, false)
	p.answer = always(200, `{"events":{"a":{"x":1}}}`)
	p.do(p.service(), "info", nil)
	assert.Equal(t, event{"a", map[string]any{"x": 1.0}, nil}, p.emitted[0], "with its payload")
}

func TestGoogleTags(t *testing.T) {
	for _, test := range []struct {
		name, body string
		want       []any
	}{
		{"at the top", `{"googleTags":{"event":"x"}}`, []any{map[string]any{"event": "x"}}},
		{"in data", `{"data":{"googleTags":{"event":"x"}}}`, []any{map[string]any{"event": "x"}}},
		{"both: data's", `{"googleTags":1,"data":{"googleTags":2}}`, []any{2.0}},
		{"none", `{"googleTags":null}`, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := newPage(t, false)
			p.answer = always(200, test.body)
			p.do(p.service(), "info", nil)
			assert.Equal(t, test.want, p.tags)
		})
	}
}
