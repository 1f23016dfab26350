package store

import (
	"encoding/json"
	"math"
	"net/http"
	"strconv"
	"time"
)

// answer is what the API says to one request. The shapes are those of Salla's answers
// (SuccessResponse and ErrorResponse in the SDK's types/common.d.ts).
type answer struct {
	Status  int            `json:"status"`
	Success bool           `json:"success"`
	Data    any            `json:"data,omitempty"`
	Message string         `json:"message,omitempty"` // at the top: <salla-user-settings> reads it there
	Events  map[string]any `json:"events,omitempty"`
	Error   *apiError      `json:"error,omitempty"`

	retryAfter time.Duration
	allow      string
}

type apiError struct {
	Code    string   `json:"code"`
	Message string   `json:"message"`
	Case    string   `json:"case,omitempty"`
	Fields  problems `json:"fields,omitempty"`
}

// problems are what is wrong with the members of a request: name to messages.
type problems map[string][]string

func (p problems) add(name, message string) { p[name] = append(p[name], message) }

func success(data any) answer {
	return answer{Status: http.StatusOK, Success: true, Data: data}
}

func failure(status int, message string) answer {
	code := "error"
	if status == http.StatusUnauthorized {
		code = "Unauthorized"
	}
	return answer{Status: status, Error: &apiError{Code: code, Message: message}}
}

// invalid is a 422 about named members of the request.
func invalid(lang language, fields problems) answer {
	a := failure(http.StatusUnprocessableEntity, textInvalid.in(lang))
	a.Error.Fields = fields
	return a
}

func wrongMethod(lang language, allow string) answer {
	a := failure(http.StatusMethodNotAllowed, textMethod.in(lang))
	a.allow = allow
	return a
}

// seconds of a wait, rounded up, so that whoever waits that long isn't early.
func seconds(wait time.Duration) int { return int(math.Ceil(wait.Seconds())) }

func (a answer) write(w http.ResponseWriter) {
	if a.retryAfter > 0 {
		w.Header().Set("Retry-After", strconv.Itoa(seconds(a.retryAfter)))
	}
	if a.allow != "" {
		w.Header().Set("Allow", a.allow)
	}
	writeJSON(w, a.Status, a)
}

// writeJSON answers any value. Nothing here may be cached.
func writeJSON(w http.ResponseWriter, status int, value any) {
	h := w.Header()
	h.Set("Content-Type", "application/json; charset=utf-8")
	h.Set("Cache-Control", "no-store")
	h.Set("X-Content-Type-Options", "nosniff")
	w.WriteHeader(status)
	if status == http.StatusNoContent || status == http.StatusNotModified {
		return
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	_ = encoder.Encode(value) // fails where the client has gone: nobody is left to tell
}
