package api

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// call sends a request to the scripted API of run r1.
func call(t *testing.T, server *httptest.Server, method, path, contentType, body string) (status int, text string, err error) {
	t.Helper()
	r, err := http.NewRequest(method, server.URL+"/r1/store/v1/"+path, strings.NewReader(body))
	require.NoError(t, err)
	if contentType != "" {
		r.Header.Set("Content-Type", contentType)
	}
	response, err := server.Client().Do(r)
	if err != nil {
		return 0, "", err
	}
	defer response.Body.Close()
	content, err := io.ReadAll(response.Body)
	return response.StatusCode, string(content), err
}

func scripted(t *testing.T, script string) (*API, *httptest.Server) {
	t.Helper()
	a := &API{}
	var s Script
	require.NoError(t, json.Unmarshal([]byte(script), &s))
	a.Set("r1", s)
	server := httptest.NewServer(a)
	t.Cleanup(server.Close)
	return a, server
}

func TestAnswersInTurn(t *testing.T) {
	_, server := scripted(t, `{"POST profile/update": [{"status": 422, "body": {"no": 1}}, {"text": "yes"}]}`)
	for _, want := range []struct {
		status int
		text   string
	}{{422, `{"no": 1}`}, {200, "yes"}, {200, "yes"}} {
		status, text, err := call(t, server, "POST", "profile/update", "", "")
		require.NoError(t, err)
		assert.Equal(t, want.status, status)
		assert.Equal(t, want.text, text)
	}
	_, text, err := call(t, server, "GET", "auth/user", "", "")
	require.NoError(t, err)
	assert.JSONEq(t, `{"status": 200, "success": true, "data": []}`, text)
}

func TestLogsWhatThePageDecided(t *testing.T) {
	a, server := scripted(t, `{}`)
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	require.NoError(t, form.WriteField("first_name", "Sara"))
	file, err := form.CreateFormFile("avatar", "s.png")
	require.NoError(t, err)
	_, err = file.Write([]byte("png"))
	require.NoError(t, err)
	require.NoError(t, form.Close())
	_, _, err = call(t, server, "POST", "profile/update", form.FormDataContentType(), body.String())
	require.NoError(t, err)
	_, _, err = call(t, server, "GET", "account/data-request?a=1", "", "")
	require.NoError(t, err)

	log := a.Forget("r1")
	require.Len(t, log, 2)
	assert.Equal(t, []Part{
		{Name: "first_name", Text: "Sara"},
		{Name: "avatar", File: "s.png", Type: "application/octet-stream", Text: "png"},
	}, log[0].Body)
	assert.Equal(t, map[string]string{"content-type": "multipart/form-data; boundary=…"}, log[0].Headers)
	assert.Equal(t, "account/data-request?a=1", log[1].Path)
	assert.Empty(t, a.Forget("r1"), "a run's log is taken once")
}

func TestDropped(t *testing.T) {
	a, server := scripted(t, `{"POST a": [{"drop": "before"}], "POST b": [{"drop": "within", "body": {}}]}`)
	for _, path := range []string{"a", "a", "b"} {
		_, _, err := call(t, server, "POST", path, "", "")
		assert.Error(t, err, path)
	}
	assert.Len(t, a.Forget("r1"), 2, "a dropped request counts once")
}

func TestHeldUntilReleased(t *testing.T) {
	a, server := scripted(t, `{"GET auth/user": [{"hold": 1, "text": "late"}, {"hold": 2, "text": "later"}]}`)
	texts := make(chan string)
	for n := range 2 {
		go func() {
			_, text, _ := call(t, server, "GET", "auth/user", "", "")
			texts <- text
		}()
		a.Arrived(t.Context(), "r1", n+1)
	}
	a.Release("r1", "GET auth/user")
	assert.Equal(t, "late", <-texts)
	a.Release("r1", "GET auth/user")
	a.Release("r1", "GET auth/user") // once more does nothing
	assert.Equal(t, "later", <-texts)
}

func TestWaitingEndsWithThePage(t *testing.T) {
	a, _ := scripted(t, `{}`)
	ctx, leave := context.WithCancel(t.Context())
	leave()
	a.Arrived(ctx, "r1", 1)
	assert.False(t, a.wait(ctx, "r1", func(*run) bool { return false }))
}

// What has no list of its own gets the answers for any; a new script counts its releases from then on.
func TestAnswersForAny(t *testing.T) {
	a, server := scripted(t, `{"*": [{"hold": 1, "text": "any"}, {"text": "last"}], "GET own": [{"text": "own"}]}`)
	texts := make(chan string)
	ask := func(path string) {
		_, text, _ := call(t, server, "GET", path, "", "")
		texts <- text
	}
	for range 2 {
		go ask("a")
		a.Arrived(t.Context(), "r1", len(a.Requests("r1"))+1)
		go ask("own")
		assert.Equal(t, "own", <-texts, "isn't held")
		a.Release("r1", Any)
		assert.Equal(t, "any", <-texts)
		go ask("b")
		assert.Equal(t, "last", <-texts)
		a.Set("r1", Script{Any: []Answer{{Hold: 1, Body: json.RawMessage("any")}, {Body: json.RawMessage("last")}}, "GET own": {{Body: json.RawMessage("own")}}})
	}
}
