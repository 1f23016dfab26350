package profile_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"salla-profile/profile"
)

func TestAddress(t *testing.T) {
	for _, test := range []struct{ url, query, want string }{
		{"https://a/b", "", "https://a/b"},
		{"https://a/b", "c=1", "https://a/b?c=1"},
		{"https://a/b?x=1", "", "https://a/b?x=1"},
		{"https://a/b?x=1", "c=1", "https://a/b?x=1&c=1"},
		{"https://a/b?x=1?", "c=1", "https://a/b?x=1?&c=1"},
	} {
		assert.Equal(t, test.want, (&profile.Request{URL: test.url, Query: test.query}).Address())
	}
	p := newPage(t)
	p.answer = always(200, `{}`)
	p.do(p.service(), "getDeleteRequest", nil)
	assert.Equal(t, api+"/account/data-request?request_type=delete_account", p.last().Address())
}

func TestOptionsReachTheRequest(t *testing.T) {
	for _, m := range profile.Methods {
		for _, sdk := range []bool{true, false} {
			p := newPage(t)
			p.context.SDK = sdk
			p.answer = always(200, `{}`)
			signal := &struct{ int }{1}
			p.do(p.service(), m.Name, map[string]any{"code": "1", "email": "a@b"},
				profile.Options{Signal: value(signal), Timeout: 50, Headers: fields("X-A", "1")})
			if p.logout != nil {
				p.logout()
			}
			assert.Same(t, signal, of(p.last().Signal))
			assert.Equal(t, 50, p.last().Timeout)
			header, _ := p.last().header("x-a")
			assert.Equal(t, "1", header)
		}
	}
}

// failed is what a request comes to, and the error of it: section 5.
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
			p := newPage(t)
			c := p.do(p.service(), "update", map[string]any{"a": 1}, profile.Options{Timeout: 1500})
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
			assert.Same(t, p.last().Request, f.Request)
			if test.problem == "" {
				assert.Same(t, a, f.Answer)
				assert.Nil(t, of(f.Cause))
			} else {
				assert.Nil(t, f.Answer)
				assert.Same(t, reason, of(f.Cause), "why the theme aborted it")
			}
			require.Len(t, p.announced, 1)
			assert.Same(t, f, p.announced[0].first)
			assert.Equal(t, []*profile.Failure{f}, p.errors, "one error, the same everywhere")
		})
	}
}

// The SDK's error is passed on as it is.
func TestFailuresWithTheSDK(t *testing.T) {
	for _, test := range failures {
		t.Run(test.String(), func(t *testing.T) {
			p := newSDKPage(t)
			c := p.do(p.service(), "update", map[string]any{"a": 1}, profile.Options{Timeout: 1500})
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
			p := newPage(t) // with the SDK its axios judges
			p.answer = always(status, body)
			c := p.do(p.service(), "updateSettings", map[string]any{})
			assert.True(t, c.ok, "%d %s", status, body)
			assert.Equal(t, of(answer(status, body).Body), c.value)
		}
	}
}
