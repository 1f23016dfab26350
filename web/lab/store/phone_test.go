package store_test

import (
	"bufio"
	"encoding/json"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"salla-profile/web/lab/store"
)

func TestPhoneList(t *testing.T) {
	s := newShop(t)
	list := func(token string) (messages []store.Message) {
		r := s.do(s.request(http.MethodGet, "/dev/phone?token="+url.QueryEscape(token), nil))
		require.Equal(t, 200, r.status)
		require.NoError(t, json.Unmarshal([]byte(r.text), &messages))
		return messages
	}
	assert.NotNil(t, list(s.token), "[], not null")
	s.post("profile/contacts/update", object{"phone": "501234567"}).is(200)
	s.post("profile/contacts/update", object{"email": "new@example.com"}, "Accept-Language", "ar").is(200)
	messages := list(s.token)
	require.Len(t, messages, 2)
	assert.Equal(t, "mobile", messages[0].Type)
	assert.Equal(t, "email", messages[1].Type)
	assert.Contains(t, messages[1].Text, "رمز")
	assert.Equal(t, s.clock.Now(), messages[0].At)
	assert.Empty(t, list("someone else"))
	s.do(s.request(http.MethodGet, "/dev/phone", nil)).is(401)
	s.do(s.request(http.MethodGet, "/dev/phone/stream", nil)).is(401)

	for i := range 120 {
		s.post("profile/contacts/update", object{"phone": 501234000 + i}).is(200)
	}
	assert.Len(t, list(s.token), 100, "only the last ones are kept")
}

func TestPhoneStream(t *testing.T) {
	s := newShop(t)
	stream := func(after string) *bufio.Scanner {
		response, err := http.DefaultClient.Do(s.request(http.MethodGet, "/dev/phone/stream?token="+s.token, nil, "Last-Event-ID", after))
		require.NoError(t, err)
		t.Cleanup(func() { _ = response.Body.Close() })
		assert.Equal(t, "text/event-stream; charset=utf-8", response.Header.Get("Content-Type"))
		return bufio.NewScanner(response.Body)
	}
	next := func(lines *bufio.Scanner) (id string, m store.Message) {
		for lines.Scan() {
			if text, ok := strings.CutPrefix(lines.Text(), "id: "); ok {
				id = text
			}
			if data, ok := strings.CutPrefix(lines.Text(), "data: "); ok {
				require.NoError(t, json.Unmarshal([]byte(data), &m))
				return id, m
			}
		}
		t.Fatal("the stream ended")
		return "", m
	}

	s.post("profile/contacts/update", object{"phone": "501234567"}).is(200) // before it: only in the list
	lines := stream("")
	require.True(t, lines.Scan(), "it begins at once")
	s.post("profile/contacts/update", object{"email": "a@example.com"}).is(200)
	id, m := next(lines)
	assert.Equal(t, "a@example.com", m.To)
	assert.Equal(t, s.code(), m.Code)

	s.post("profile/contacts/update", object{"email": "b@example.com"}).is(200)
	_, m = next(stream(id))
	assert.Equal(t, "b@example.com", m.To, "one that reconnects gets what it missed")
	_, m = next(lines)
	assert.Equal(t, "b@example.com", m.To)

	s.store.Close()
	for lines.Scan() { // ends
	}
}
