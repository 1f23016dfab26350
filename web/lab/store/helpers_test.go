package store_test

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/textproto"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"salla-profile/web/lab/store"
)

// clock stands still until it is told to go on.
type clock struct {
	mu  sync.Mutex
	now time.Time
}

func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *clock) add(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
}

// shop is a store on a real server, and the customer "t1" of it.
type shop struct {
	*testing.T
	store *store.Store
	clock *clock
	url   string
	log   *bytes.Buffer
	token string
	// Of the first request: when it has arrived, and when it was left alone.
	arrived, left chan struct{}
}

func newShop(t *testing.T) *shop {
	t.Helper()
	s := &shop{T: t, clock: &clock{now: time.Date(2026, 7, 1, 12, 0, 0, 0, time.UTC)}, log: &bytes.Buffer{}, token: "t1"}
	s.arrived, s.left = make(chan struct{}), make(chan struct{})
	var arrive, leave sync.Once
	s.store = store.New(store.Options{Now: s.clock.Now, Log: s.log})
	handler := s.store.Handler()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		arrive.Do(func() { close(s.arrived) })
		defer leave.Do(func() { close(s.left) })
		handler.ServeHTTP(w, r)
	}))
	t.Cleanup(func() {
		s.store.Close()
		server.Close()
	})
	s.url = server.URL
	return s
}

type object = map[string]any

// reply is an answer read.
type reply struct {
	t      *testing.T
	status int
	header http.Header
	text   string
	body   object
}

// at answers what stands at a dotted path of the body, nil for nothing. Within `fields` the names may hold dots.
func (r reply) at(path string) any {
	var value any = r.body
	for path != "" {
		members, ok := value.(object)
		if !ok {
			return nil
		}
		if whole, ok := members[path]; ok {
			return whole
		}
		var name string
		name, path, _ = strings.Cut(path, ".")
		value = members[name]
	}
	return value
}

func (r reply) fields() object {
	fields, _ := r.at("error.fields").(object)
	return fields
}

// is expects a status in the line and in the body.
func (r reply) is(status int) reply {
	r.t.Helper()
	require.Equal(r.t, status, r.status, r.text)
	assert.EqualValues(r.t, status, r.at("status"))
	assert.Equal(r.t, status < 300, r.at("success"))
	return r
}

// refuses expects a 422 about exactly these members.
func (r reply) refuses(names ...string) reply {
	r.t.Helper()
	r.is(http.StatusUnprocessableEntity)
	got := []string{}
	for name, texts := range r.fields() {
		got = append(got, name)
		assert.NotEmpty(r.t, texts)
	}
	assert.ElementsMatch(r.t, names, got, r.text)
	return r
}

func (s *shop) request(method, path string, body io.Reader, headers ...string) *http.Request {
	s.Helper()
	request, err := http.NewRequest(method, s.url+path, body)
	require.NoError(s, err)
	if s.token != "" {
		request.Header.Set("Authorization", "Bearer "+s.token)
	}
	request.Header.Set("Accept-Language", "en")
	for i := 0; i < len(headers); i += 2 {
		request.Header.Set(headers[i], headers[i+1])
	}
	return request
}

func (s *shop) do(request *http.Request) reply {
	s.Helper()
	response, err := http.DefaultClient.Do(request)
	require.NoError(s, err)
	defer func() { _ = response.Body.Close() }()
	text, err := io.ReadAll(response.Body)
	require.NoError(s, err)
	r := reply{t: s.T, status: response.StatusCode, header: response.Header, text: string(text)}
	if strings.HasPrefix(response.Header.Get("Content-Type"), "application/json") {
		_ = json.Unmarshal(text, &r.body)
	}
	return r
}

// api calls the API; a body that isn't nil is sent as JSON.
func (s *shop) api(method, path string, body any, headers ...string) reply {
	s.Helper()
	if body == nil {
		return s.do(s.request(method, store.APIPath+"/"+path, nil, headers...))
	}
	data, err := json.Marshal(body)
	require.NoError(s, err)
	return s.do(s.request(method, store.APIPath+"/"+path, bytes.NewReader(data),
		append([]string{"Content-Type", "application/json"}, headers...)...))
}

func (s *shop) get(path string, headers ...string) reply {
	s.Helper()
	return s.api(http.MethodGet, path, nil, headers...)
}

func (s *shop) post(path string, body any, headers ...string) reply {
	s.Helper()
	return s.api(http.MethodPost, path, body, headers...)
}

func (s *shop) postForm(path string, values url.Values) reply {
	s.Helper()
	return s.do(s.request(http.MethodPost, store.APIPath+"/"+path, strings.NewReader(values.Encode()),
		"Content-Type", "application/x-www-form-urlencoded"))
}

type part struct{ name, fileName, contentType, data string }

func (s *shop) postParts(path string, parts ...part) reply {
	s.Helper()
	body := &bytes.Buffer{}
	writer := multipart.NewWriter(body)
	for _, p := range parts {
		header := textproto.MIMEHeader{}
		disposition := fmt.Sprintf(`form-data; name=%q`, p.name)
		if p.contentType != "" {
			disposition += fmt.Sprintf(`; filename=%q`, p.fileName)
			header.Set("Content-Type", p.contentType)
		}
		header.Set("Content-Disposition", disposition)
		w, err := writer.CreatePart(header)
		require.NoError(s, err)
		_, _ = io.WriteString(w, p.data)
	}
	require.NoError(s, writer.Close())
	return s.do(s.request(http.MethodPost, store.APIPath+"/"+path, body, "Content-Type", writer.FormDataContentType()))
}

// code is the last one that the customer received.
func (s *shop) code() string {
	s.Helper()
	messages := s.store.Phone(s.token)
	require.NotEmpty(s, messages)
	return messages[len(messages)-1].Code
}

// wrongCode is four digits that aren't the last code.
func (s *shop) wrongCode() string {
	s.Helper()
	if s.code() == "0000" {
		return "1111"
	}
	return "0000"
}

// jwt makes a token as the SDK wants it, unsigned.
func jwt(claims object) string {
	data, _ := json.Marshal(claims)
	return "e30." + base64.RawURLEncoding.EncodeToString(data) + "."
}
