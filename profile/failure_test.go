//go:build !twilight

package profile_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"salla-profile/profile"
)

// failed is what a request comes to, and the error of it.
type failed struct {
	problem             profile.Problem
	status              int
	name, message, code string
}

var failures = []failed{
	{"", 400, "AxiosError", "Request failed with status code 400", "ERR_BAD_REQUEST"},
	{"", 401, "AxiosError", "Request failed with status code 401", "ERR_BAD_REQUEST"},
	{"", 422, "AxiosError", "Request failed with status code 422", "ERR_BAD_REQUEST"},
	{"", 499, "AxiosError", "Request failed with status code 499", "ERR_BAD_REQUEST"},
	{"", 500, "AxiosError", "Request failed with status code 500", "ERR_BAD_RESPONSE"},
	{"", 503, "AxiosError", "Request failed with status code 503", "ERR_BAD_RESPONSE"},
	{"", 304, "AxiosError", "Request failed with status code 304", ""},
	{"", 199, "AxiosError", "Request failed with status code 199", ""},
	{"", 300, "AxiosError", "Request failed with status code 300", ""},
	{profile.Network, 0, "AxiosError", "Network Error", "ERR_NETWORK"},
	{profile.TimedOut, 0, "AxiosError", "timeout of 1500ms exceeded", "ECONNABORTED"},
	{profile.Canceled, 0, "CanceledError", "canceled", "ERR_CANCELED"},
}

func (f failed) String() string { return fmt.Sprint(f.problem, f.status) }

// answer is the page's, with the reason of a problem.
func (f failed) answer(reason any) *profile.Answer {
	if f.problem != "" {
		return &profile.Answer{Problem: f.problem, Reason: value(reason)}
	}
	return answer(f.status, `{"error":{}}`)
}

func TestFailures(t *testing.T) {
	for _, test := range failures {
		t.Run(test.String(), func(t *testing.T) {
			reason := &struct{ int }{1}
			p := newPage(t, false)
			c := p.do(p.service(), "update", map[string]any{"a": 1}, options{timeout: 1500})
			a := test.answer(reason)
			p.last().finish(a)
			f := c.failure(t)
			assert.Equal(t, test.name, f.Name)
			assert.Equal(t, test.message, f.Message)
			assert.Equal(t, test.code, f.Code)
			assert.False(t, f.Local)
			assert.False(t, f.Silent)
			assert.False(t, f.Plain)
			assert.Empty(t, f.Fields)
			assert.Equal(t, *p.last().Request, f.request)
			if test.problem == "" {
				assert.Equal(t, test.status, f.Status)
				assert.Equal(t, a.Response, f.Response)
				assert.NotNil(t, of(f.Response))
				assert.Nil(t, of(f.Cause))
			} else {
				assert.Zero(t, f.Status)
				assert.Nil(t, of(f.Response))
				assert.Same(t, reason, of(f.Cause), "why the theme aborted it")
			}
			require.Len(t, p.announced, 1)
			assert.Same(t, f, p.announced[0].first)
			assert.Equal(t, []*failure{f}, p.errors, "one error, the same everywhere")
		})
	}
}

// The SDK's error is passed on as it is.
func TestFailuresWithTheSDK(t *testing.T) {
	for _, test := range failures {
		t.Run(test.String(), func(t *testing.T) {
			p := newPage(t, true)
			c := p.do(p.service(), "update", map[string]any{"a": 1}, options{timeout: 1500})
			p.last().finish(test.answer(&struct{ int }{1}))
			require.IsType(t, &sdkError{}, c.rejected(t))
			require.Len(t, p.announced, 1)
			assert.Same(t, c.value, p.announced[0].first)
			assert.Empty(t, p.errors)
		})
	}
}

func TestAny2xxResolves(t *testing.T) {
	for _, status := range []int{200, 201, 202, 204, 299} {
		for _, body := range []string{`{"success":false}`, `OK`, ``, `null`, `[1]`, `7`} {
			p := newPage(t, false) // with the SDK its axios judges
			p.answer = always(status, body)
			c := p.do(p.service(), "updateSettings", map[string]any{})
			assert.True(t, c.ok, "%d %s", status, body)
			assert.Equal(t, of(answer(status, body).Body), c.value)
		}
	}
}
