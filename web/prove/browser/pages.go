package browser

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"time"
)

// Page serves a page.
func Page(html string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = io.WriteString(w, html) // the browser may have gone
	}
}

// Told hears what pages post to a path of the mux, as JSON.
func Told[T any](mux *http.ServeMux, path string) <-chan T {
	told := make(chan T, 1000)
	mux.HandleFunc("POST "+path, func(w http.ResponseWriter, r *http.Request) {
		var one T
		if err := json.NewDecoder(r.Body).Decode(&one); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		told <- one
	})
	return told
}

// Hear waits for what a page tells. It is an error where its browser ends first, or is silent for longer than patience, which
// only one that hangs is.
func Hear[T any](b *Browser, told <-chan T, patience time.Duration) (one T, err error) {
	select {
	case one = <-told:
	case <-b.Done():
		err = fmt.Errorf("%s has ended: %s", b.Engine, b.Output())
	case <-time.After(patience):
		err = fmt.Errorf("%s was silent for %v: %s", b.Engine, patience, b.Output())
	}
	return one, err
}
