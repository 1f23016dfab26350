package store

import (
	"encoding/base64"
	"encoding/json"
	"errors"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// token is what a bearer token says about its customer.
type token struct {
	key string    // of the customer
	id  int64     // the customer's id, where the token names one
	exp time.Time // zero: never
}

var errNoToken = errors.New("no token")

func bearer(r *http.Request) string {
	scheme, value, _ := strings.Cut(strings.TrimSpace(r.Header.Get("Authorization")), " ")
	if !strings.EqualFold(scheme, "Bearer") {
		return ""
	}
	return strings.TrimSpace(value)
}

// parseToken reads an opaque token, which is its customer's key as it stands, or a JWT, whose customer is its `sub`.
// A `jti` in it makes another customer of the same id: the SDK insists on a token whose `sub` is the user's id
// (npm @salla.sa/twilight 2.14.570), and pages may want a customer of their own all the same.
// Signatures aren't looked at. The error says that there is no token.
func parseToken(text string) (token, error) {
	if text == "" {
		return token{}, errNoToken
	}
	opaque := token{key: "token:" + text}
	parts := strings.Split(text, ".")
	if len(parts) != 3 {
		return opaque, nil
	}
	payload, err := base64.RawURLEncoding.DecodeString(strings.TrimRight(parts[1], "="))
	if err != nil {
		return opaque, nil
	}
	var claims struct {
		Sub json.RawMessage `json:"sub"`
		JTI string          `json:"jti"`
		Exp float64         `json:"exp"` // seconds since 1970
	}
	if json.Unmarshal(payload, &claims) != nil {
		return opaque, nil
	}
	sub := strings.Trim(string(claims.Sub), `"`)
	if sub == "" || sub == "null" {
		return opaque, nil
	}
	t := token{key: "sub:" + sub + ":" + claims.JTI}
	if id, err := strconv.ParseInt(sub, 10, 64); err == nil && id > 0 {
		t.id = id
	}
	if claims.Exp > 0 {
		t.exp = time.Unix(int64(claims.Exp), 0)
	}
	return t, nil
}

func (t token) expired(now time.Time) bool { return !t.exp.IsZero() && !now.Before(t.exp) }
