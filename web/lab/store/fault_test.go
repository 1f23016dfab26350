package store_test

import (
	"context"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"salla-profile/web/lab/store"
)

func TestFaultsThatAnswer(t *testing.T) {
	s := newShop(t)
	update := func(fault string) reply {
		return s.post("profile/update", object{"first_name": "Changed"}, store.FaultHeader, fault)
	}
	assert.Equal(t, "The store fails on purpose.", update("status=500").is(500).at("error.message"))
	update("status=418").is(418)
	update("html, status=503").is(503)
	update("fields").refuses("first_name", "email")

	r := update("html")
	assert.Equal(t, 502, r.status)
	assert.Equal(t, "text/html; charset=utf-8", r.header.Get("Content-Type"))

	r = update("badjson")
	assert.Equal(t, 200, r.status)
	assert.Contains(t, r.header.Get("Content-Type"), "application/json")
	assert.Nil(t, r.body)

	r = update("empty")
	assert.Equal(t, 200, r.status)
	assert.Equal(t, "0", r.header.Get("Content-Length"))
	assert.Equal(t, 204, update("204").status)
	assert.Equal(t, 204, update("status=204").status)

	assert.NotEqual(t, "Changed", s.get("auth/user").at("data.first_name"), "none of them carried it out")
	s.get("auth/user?fault=status=503").is(503)
	s.get("auth/user?fault=").is(200)
}

func TestFaultsThatMakeNoSense(t *testing.T) {
	s := newShop(t)
	for _, fault := range []string{"nonsense", "delay", "delay=soon", "delay=-1", "delay=60001", "slow=99999999999999999999",
		"status", "status=99", "status=600", "status=x", "drop=1", "=1", "html,nonsense"} {
		r := s.get("auth/user", store.FaultHeader, fault).is(400)
		assert.Contains(t, r.at("error.message"), store.FaultHeader, fault)
	}
}

func TestDelay(t *testing.T) {
	s := newShop(t)
	start := time.Now()
	s.post("profile/update", object{"first_name": "Changed"}, store.FaultHeader, "delay=120").is(200)
	assert.GreaterOrEqual(t, time.Since(start), 120*time.Millisecond)
	s.get("auth/user", store.FaultHeader, "delay=10,status=500").is(500)
	assert.Equal(t, "Changed", s.get("auth/user").at("data.first_name"))
}

func TestSlow(t *testing.T) {
	s := newShop(t)
	start := time.Now()
	r := s.get("auth/user", store.FaultHeader, "slow=200").is(200)
	assert.NotEmpty(t, r.at("data.id"))
	assert.GreaterOrEqual(t, time.Since(start), 200*time.Millisecond)
}

func TestDropAndTruncate(t *testing.T) {
	s := newShop(t)
	_, err := http.DefaultClient.Do(s.request(http.MethodPost, "/store/v1/profile/update", strings.NewReader(`{"first_name":"Changed"}`),
		"Content-Type", "application/json", store.FaultHeader, "drop"))
	require.Error(t, err)

	response, err := http.DefaultClient.Do(s.request(http.MethodGet, "/store/v1/auth/user", nil, store.FaultHeader, "truncate"))
	require.NoError(t, err)
	defer func() { _ = response.Body.Close() }()
	body, err := io.ReadAll(response.Body)
	require.Error(t, err, "the connection is reset")
	assert.NotEmpty(t, body, "after half of the answer")
	assert.Less(t, int64(len(body)), response.ContentLength)
	assert.NotEqual(t, "Changed", s.get("auth/user").at("data.first_name"))
}

func TestDelayEndsWithItsClient(t *testing.T) {
	s := newShop(t)
	start := time.Now()
	ctx, cancel := context.WithCancel(t.Context())
	go func() {
		<-s.arrived
		cancel()
	}()
	_, err := http.DefaultClient.Do(s.request(http.MethodPost, "/store/v1/profile/update", strings.NewReader(`{"first_name":"Changed"}`),
		"Content-Type", "application/json", store.FaultHeader, "delay=60000").WithContext(ctx))
	require.ErrorIs(t, err, context.Canceled)
	<-s.left // by a delay that goes on after a minute
	assert.Less(t, time.Since(start), time.Minute)
	assert.NotEqual(t, "Changed", s.get("auth/user").at("data.first_name"))
}

func TestCloseEndsDelays(t *testing.T) {
	s := newShop(t)
	failed := make(chan error, 1)
	go func() {
		_, err := http.DefaultClient.Do(s.request(http.MethodGet, "/store/v1/auth/user?fault=delay=60000", nil))
		failed <- err
	}()
	<-s.arrived
	s.store.Close()
	s.store.Close() // twice does no harm
	require.Error(t, <-failed, "a delay of a minute would be answered")
}
