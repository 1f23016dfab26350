package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
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

func scripted(t *testing.T, script string) (*api, *httptest.Server) {
	t.Helper()
	a := newAPI()
	var s Script
	require.NoError(t, json.Unmarshal([]byte(script), &s))
	a.script("r1", s)
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

	log := a.log("r1")
	require.Len(t, log, 2)
	assert.Equal(t, []part{
		{Name: "first_name", Text: "Sara"},
		{Name: "avatar", File: "s.png", Type: "application/octet-stream", Text: "png"},
	}, log[0].Body)
	assert.Equal(t, map[string]string{"content-type": "multipart/form-data; boundary=…"}, log[0].Headers)
	assert.Equal(t, "account/data-request?a=1", log[1].Path)
	assert.Empty(t, a.log("r1"), "a run's log is taken once")
}

func TestDropped(t *testing.T) {
	a, server := scripted(t, `{"POST a": [{"drop": "before"}], "POST b": [{"drop": "within", "body": {}}]}`)
	for _, path := range []string{"a", "a", "b"} {
		_, _, err := call(t, server, "POST", path, "", "")
		assert.Error(t, err, path)
	}
	assert.Len(t, a.log("r1"), 2, "a dropped request counts once")
}

func TestHeldUntilReleased(t *testing.T) {
	a, server := scripted(t, `{"GET auth/user": [{"hold": 1, "text": "late"}, {"hold": 2, "text": "later"}]}`)
	texts := make(chan string)
	for n := range 2 {
		go func() {
			_, text, _ := call(t, server, "GET", "auth/user", "", "")
			texts <- text
		}()
		a.waitFor(t.Context(), "r1", n+1)
	}
	a.release("r1", "GET auth/user")
	assert.Equal(t, "late", <-texts)
	a.release("r1", "GET auth/user")
	a.release("r1", "GET auth/user") // once more does nothing
	assert.Equal(t, "later", <-texts)
}

func TestWaitingEndsWithThePage(t *testing.T) {
	a, _ := scripted(t, `{}`)
	ctx, leave := context.WithCancel(t.Context())
	leave()
	a.waitFor(ctx, "r1", 1)
	assert.False(t, a.held(ctx, "r1", "GET auth/user", 1))
}

func TestReport(t *testing.T) {
	row := func(scenario string, cells ...cell) []cell {
		setup := 0
		for i := range cells {
			for !setups[setup].Module {
				setup++
			}
			cells[i].Group, cells[i].Scenario, cells[i].Setup = "g", scenario, setups[setup].Name
			setup++
		}
		return cells
	}
	same, meant := cell{}, cell{Intended: []string{"dom-events"}, Raw: []string{"+ dom"}}
	different := cell{Diff: []string{"~ event", "- server"}, Raw: []string{"~ event", "- server"}}
	r := report{Cells: append(append(
		row("one", same, meant, meant, same),
		row("two", same, different, different, cell{Failure: "it broke"})...),
		cell{Group: "g", Scenario: "in turn", Setup: "tag after"},
	)}
	var out bytes.Buffer
	passed, failed := r.print(&out, false)
	assert.Equal(t, 6, passed)
	assert.Equal(t, 3, failed)
	assert.Contains(t, out.String(), "g: two [tag after, async] DIFFERENT\n    ~ event\n    - server\n")
	assert.Contains(t, out.String(), "g: two [twice] FAILED\n    it broke\n")
	assert.Regexp(t, `g: in turn +-  +same  +-  +-  `, out.String())
	assert.NotContains(t, out.String(), "+ dom")

	out.Reset()
	r.print(&out, true)
	assert.Contains(t, out.String(), "g: one [tag after, async] intended:dom-events\n    + dom\n")
}

func TestInstalledVersion(t *testing.T) {
	dir := t.TempDir()
	assert.False(t, isVersion(dir, "1.0.0"))
	require.NoError(t, unpack(archive(t, map[string]string{
		"package/package.json": `{"name": "x", "version": "1.0.0"}`, "package/" + sdkScript: "js", "package/dist/more.js": "",
	}), dir))
	assert.True(t, isVersion(dir, "1.0.0"))
	assert.False(t, isVersion(dir, "1.0.1"))
	assert.NoFileExists(t, dir+"/dist/more.js")
}

// archive is an npm package in a file.
func archive(t *testing.T, files map[string]string) string {
	t.Helper()
	path := t.TempDir() + "/x.tgz"
	file, err := os.Create(path)
	require.NoError(t, err)
	zipped := gzip.NewWriter(file)
	w := tar.NewWriter(zipped)
	for name, text := range files {
		require.NoError(t, w.WriteHeader(&tar.Header{Name: name, Mode: 0o644, Size: int64(len(text))}))
		_, err := w.Write([]byte(text))
		require.NoError(t, err)
	}
	require.NoError(t, errors.Join(w.Close(), zipped.Close(), file.Close()))
	return path
}

// Whatever comes first, a scenario has one set-up of each build, and the SDK's that belongs to it.
func TestInTurn(t *testing.T) {
	for scenario := range 8 {
		modules := map[int]int{}
		all := setupsOf(2)
		for i := range all {
			if !inTurn(&all[i], scenario, 1) {
				continue
			}
			if !all[i].Module {
				continue
			}
			modules[all[i].Build]++
			assert.True(t, slices.ContainsFunc(all, func(s Setup) bool {
				return s.Name == all[i].Reference && inTurn(&s, scenario, 1)
			}), "%s of build %d in scenario %d", all[i].Reference, all[i].Build, scenario)
		}
		assert.Equal(t, map[int]int{0: 1, 1: 1}, modules)
	}
}
