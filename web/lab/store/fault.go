package store

import (
	"bytes"
	"fmt"
	"io"
	"net"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// FaultHeader asks the store to misbehave on one request; the query member `fault` does the same.
// A comma-separated list of:
//
//	delay=MS    answer that much later                     slow=MS     spread the answer's body over that time
//	status=N    answer N, 200 to 599, in the error shape   fields      a 422 about first_name and email
//	html        a 502 with an HTML page                    badjson     a 200 whose JSON is broken
//	empty       a 200 without a body                       204         a 204
//	drop        reset the connection instead of answering  truncate    reset it in the middle of the answer
//
// Times are milliseconds up to 60,000. delay, slow and truncate leave the answer as it is, so the request is carried
// out; all others answer in its place, and of several the last one counts.
const FaultHeader = "X-Store-Fault"

const maxFaultTime = time.Minute

type faults struct {
	delay, slow time.Duration
	instead     string // the fault that answers in the request's place
	status      int    // of instead == "status"
	truncate    bool
}

// parseFaults reads header and query. The error tells a developer what is wrong with them.
func parseFaults(r *http.Request) (faults, error) {
	var f faults
	wishes := strings.Join(append(r.Header.Values(FaultHeader), r.URL.Query()["fault"]...), ",")
	for wish := range strings.SplitSeq(wishes, ",") {
		name, value, hasValue := strings.Cut(strings.TrimSpace(wish), "=")
		number, err := strconv.Atoi(value)
		isNumber := hasValue && err == nil
		switch name {
		case "":
			if hasValue {
				return f, fmt.Errorf("%s: %q has no name", FaultHeader, wish)
			}
			continue
		case "delay", "slow":
			wait := time.Duration(number) * time.Millisecond
			if !isNumber || number < 0 || number > int(maxFaultTime/time.Millisecond) {
				return f, fmt.Errorf("%s: %s takes milliseconds from 0 to %d", FaultHeader, name, maxFaultTime.Milliseconds())
			}
			if name == "delay" {
				f.delay = wait
			} else {
				f.slow = wait
			}
			continue
		case "status":
			if !isNumber || number < 200 || number > 599 {
				return f, fmt.Errorf("%s: status takes a number from 200 to 599", FaultHeader)
			}
			f.instead, f.status = name, number
			continue
		case "truncate":
			f.truncate = true
		case "html", "drop", "badjson", "empty", "204", "fields":
			f.instead = name
		default:
			return f, fmt.Errorf("%s: %q isn't one of delay, slow, status, fields, html, badjson, empty, 204, drop, truncate",
				FaultHeader, name)
		}
		if hasValue {
			return f, fmt.Errorf("%s: %s takes no value", FaultHeader, name)
		}
	}
	return f, nil
}

// misbehave does what f asks, and lets next answer where f leaves that to it.
func (s *Store) misbehave(w http.ResponseWriter, r *http.Request, f faults, next http.HandlerFunc) {
	if f.delay > 0 {
		// The server notices that a client has gone only once the body is read, so the body can't wait for the handler.
		body, err := io.ReadAll(io.LimitReader(r.Body, s.options.MaxBody+1))
		if err != nil {
			return
		}
		r.Body = io.NopCloser(io.MultiReader(bytes.NewReader(body), r.Body))
		if !s.wait(r, f.delay) {
			reset(w) // returning would answer an empty 200
			return
		}
	}
	if f.instead != "" && f.instead != "drop" {
		_, _ = io.CopyN(io.Discard, r.Body, 64<<20) // a client that is still sending may miss the answer
	}
	if f.instead == "drop" {
		reset(w)
		return
	}
	if !f.truncate && f.slow == 0 {
		f.answer(w, r, next)
		return
	}
	buffered := &bufferedWriter{header: w.Header(), status: http.StatusOK}
	f.answer(buffered, r, next)
	s.spoil(w, r, f, buffered)
}

// answer gives the answer that f wants instead, or the real one.
func (f faults) answer(w http.ResponseWriter, r *http.Request, next http.HandlerFunc) {
	lang := languageOf(r)
	switch f.instead {
	case "status":
		failure(f.status, textFault.in(lang)).write(w)
	case "fields":
		found := problems{}
		found.add("first_name", textRequired.in(lang))
		found.add("email", textEmail.in(lang))
		invalid(lang, found).write(w)
	case "html":
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.WriteHeader(http.StatusBadGateway)
		_, _ = io.WriteString(w, "<!doctype html><title>502 Bad Gateway</title><h1>502 Bad Gateway</h1>\n")
	case "badjson":
		w.Header().Set("Content-Type", "application/json; charset=utf-8")
		_, _ = io.WriteString(w, `{"status":200,"success":true,"data":{"id":`)
	case "empty":
		w.Header().Set("Content-Type", "application/json; charset=utf-8")
		w.Header().Set("Content-Length", "0")
		w.WriteHeader(http.StatusOK)
	case "204":
		w.WriteHeader(http.StatusNoContent)
	default:
		next(w, r)
	}
}

// spoil sends a finished answer slowly, or only its first half.
func (s *Store) spoil(w http.ResponseWriter, r *http.Request, f faults, a *bufferedWriter) {
	body := a.body.Bytes()
	control := http.NewResponseController(w)
	if a.status != http.StatusNoContent {
		w.Header().Set("Content-Length", strconv.Itoa(len(body)))
	}
	w.WriteHeader(a.status)
	_ = control.Flush()
	if f.truncate {
		body = body[:len(body)/2]
	}
	const steps = 20
	for step := range steps {
		// Before each part, so that the last comes when the time is over.
		if f.slow > 0 && !s.wait(r, f.slow/steps) {
			return
		}
		part := body[len(body)*step/steps : len(body)*(step+1)/steps]
		if _, err := w.Write(part); err != nil {
			return
		}
		_ = control.Flush()
	}
	if f.truncate {
		// A reset throws away what the client hasn't read yet; without a moment's wait it might see no answer at all.
		s.wait(r, 50*time.Millisecond)
		reset(w)
	}
}

// wait answers false where the client went away or the store was closed before the time was over.
func (s *Store) wait(r *http.Request, duration time.Duration) bool {
	timer := time.NewTimer(duration)
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case <-r.Context().Done():
	case <-s.done:
	}
	return false
}

// reset ends the connection as a broken network does.
func reset(w http.ResponseWriter) {
	connection, _, err := http.NewResponseController(w).Hijack()
	if err != nil { // HTTP/2, or no connection at all
		panic(http.ErrAbortHandler)
	}
	if tcp, ok := connection.(*net.TCPConn); ok {
		_ = tcp.SetLinger(0)
	}
	_ = connection.Close()
}

// bufferedWriter keeps an answer instead of sending it.
type bufferedWriter struct {
	header http.Header
	status int
	body   bytes.Buffer
}

func (b *bufferedWriter) Header() http.Header            { return b.header }
func (b *bufferedWriter) WriteHeader(status int)         { b.status = status }
func (b *bufferedWriter) Write(data []byte) (int, error) { return b.body.Write(data) }
