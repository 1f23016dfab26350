package docs

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// hosts are those that links may lead to. A new one is added here on purpose: it must be one that stays.
var hosts = []string{"keepachangelog.com", "semver.org", "tinygo.org", "go.dev"}

// sayLinks are the sources that tell an author of an address.
var sayLinks = []string{"web/make/build/tinygo/install.go", "web/make/build/tinygo/setup.go"}

var (
	address = regexp.MustCompile("https?://[^\\s()<>\"'`]+")
	nobodys = regexp.MustCompile(`^https?://([\w.-]+\.example|localhost|127\.0\.0\.1)([:/]|$)`)
)

// external returns the addresses outside the project, in documents and in what the tools say; those of nobody (*.example) left out.
func external(t *testing.T) (all []string) {
	for _, name := range append(linked(t), sayLinks...) {
		text := read(t, name)
		if strings.HasSuffix(name, ".md") {
			text = prose(text)
		}
		for _, found := range address.FindAllString(text, -1) {
			if found = strings.TrimRight(found, ".,;:"); !nobodys.MatchString(found) {
				all = append(all, found)
			}
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// Every external link is https, and leads to a host of the list.
func TestExternalLinks(t *testing.T) {
	all := external(t)
	require.NotEmpty(t, all)
	for _, link := range all {
		at, err := url.Parse(link)
		if assert.NoError(t, err) {
			assert.Equal(t, "https", at.Scheme, link)
			assert.Contains(t, hosts, at.Host, "%s: a host that hosts doesn't list", link)
		}
	}
}

// Every external link leads to a page that is there. It needs the net, so it runs by make test-links alone.
func TestExternalLinksAnswer(t *testing.T) {
	if os.Getenv("LINKS") == "" {
		t.Skip("make test-links follows them")
	}
	gone, unreached := follow(t.Context(), &http.Client{Timeout: 20 * time.Second}, external(t))
	assert.Empty(t, gone)
	for _, link := range unreached {
		t.Logf("not reached: %s", link)
	}
	if len(unreached) == len(external(t)) {
		t.Log("no host was reached: this machine follows no link")
	}
}

// follow asks for each link, those of one host one after the other, and returns which are gone (404, 410) and which weren't reached. A
// host that can't be reached is asked once.
func follow(ctx context.Context, client *http.Client, links []string) (gone, unreached []string) {
	byHost := map[string][]string{}
	for _, link := range links {
		at, _ := url.Parse(link)
		byHost[at.Host] = append(byHost[at.Host], link)
	}
	var mutex sync.Mutex
	var all sync.WaitGroup
	for _, links := range byHost {
		all.Go(func() {
			for i, link := range links {
				status, err := statusOf(ctx, client, link)
				mutex.Lock()
				if err != nil {
					unreached = append(unreached, links[i:]...)
				} else if status == http.StatusNotFound || status == http.StatusGone {
					gone = append(gone, link)
				}
				mutex.Unlock()
				if err != nil {
					return
				}
			}
		})
	}
	all.Wait()
	slices.Sort(gone)
	slices.Sort(unreached)
	return gone, unreached
}

// statusOf asks by HEAD, and by GET where the server has no good answer to that.
func statusOf(ctx context.Context, client *http.Client, link string) (status int, err error) {
	for _, verb := range []string{http.MethodHead, http.MethodGet} {
		request, err := http.NewRequestWithContext(ctx, verb, link, nil)
		if err != nil {
			return 0, err
		}
		answer, err := client.Do(request)
		if err != nil {
			return 0, err
		}
		if err = errors.Join(err, answer.Body.Close()); err != nil {
			return 0, err
		}
		if status = answer.StatusCode; status < 400 {
			break
		}
	}
	return status, nil
}

// A page that is gone is told from a host that isn't reached, and from a server that refuses HEAD.
func TestFollow(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case r.URL.Path == "/gone":
			w.WriteHeader(http.StatusGone)
		case r.URL.Path == "/none", r.URL.Path == "/get-only" && r.Method == http.MethodHead:
			w.WriteHeader(http.StatusNotFound)
		case r.URL.Path == "/moved":
			http.Redirect(w, r, "/none", http.StatusMovedPermanently)
		case r.URL.Path == "/refused":
			w.WriteHeader(http.StatusForbidden) // to whoever isn't a browser
		}
	}))
	closed := httptest.NewServer(http.NotFoundHandler())
	closed.Close()
	defer server.Close()
	gone, unreached := follow(t.Context(), server.Client(), []string{
		server.URL + "/", server.URL + "/gone", server.URL + "/none", server.URL + "/moved", server.URL + "/get-only", server.URL + "/refused",
		closed.URL + "/a", closed.URL + "/b",
	})
	assert.Equal(t, []string{server.URL + "/gone", server.URL + "/moved", server.URL + "/none"}, gone)
	assert.Equal(t, []string{closed.URL + "/a", closed.URL + "/b"}, unreached)
}
