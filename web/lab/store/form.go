package store

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"net/url"
	"strings"
)

var (
	errTooLarge   = errors.New("body too large")
	errMediaType  = errors.New("unknown content type")
	errUnreadable = errors.New("body not readable")
)

// form is a request's body, however it was sent. Values hold string, json.Number, bool, nil, []any and
// map[string]any; forms spell nesting as `fields[12]`. Names that came more than once have their last value.
type form struct {
	values map[string]any
	files  map[string]file
}

type file struct {
	contentType string // as the browser declared it
	data        []byte
}

// readForm reads a body of at most limit bytes: JSON, multipart/form-data or form-urlencoded, what the SDK's axios
// sends for an object, FormData and URLSearchParams. The errors are the three above.
func readForm(r *http.Request, limit int64) (form, error) {
	body, err := io.ReadAll(io.LimitReader(r.Body, limit+1))
	if err != nil {
		return form{}, errUnreadable
	}
	if int64(len(body)) > limit {
		// A client that is still sending when the connection closes never sees the answer: let it finish.
		_, _ = io.CopyN(io.Discard, r.Body, 64<<20)
		return form{}, errTooLarge
	}
	return parseForm(r.Header.Get("Content-Type"), body)
}

func parseForm(contentType string, body []byte) (form, error) {
	f := form{values: map[string]any{}, files: map[string]file{}}
	if len(bytes.TrimSpace(body)) == 0 {
		return f, nil
	}
	mediaType, parameters, err := mime.ParseMediaType(contentType)
	if err != nil {
		return form{}, errMediaType
	}
	switch mediaType {
	case "application/json":
		err = f.readJSON(body)
	case "application/x-www-form-urlencoded":
		err = f.readURLEncoded(body)
	case "multipart/form-data":
		err = f.readMultipart(body, parameters["boundary"])
	default:
		err = errMediaType
	}
	if err != nil {
		return form{}, err
	}
	return f, nil
}

func (f *form) readJSON(body []byte) error {
	decoder := json.NewDecoder(bytes.NewReader(body))
	decoder.UseNumber() // a phone number isn't a float
	if decoder.Decode(&f.values) != nil || f.values == nil {
		return errUnreadable
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		return errUnreadable
	}
	return nil
}

func (f *form) readURLEncoded(body []byte) error {
	values, err := url.ParseQuery(string(body))
	if err != nil {
		return errUnreadable
	}
	for name, all := range values {
		f.set(name, all[len(all)-1])
	}
	return nil
}

func (f *form) readMultipart(body []byte, boundary string) error {
	if boundary == "" {
		return errUnreadable
	}
	reader := multipart.NewReader(bytes.NewReader(body), boundary)
	for {
		part, err := reader.NextPart()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return errUnreadable
		}
		data, err := io.ReadAll(part)
		if err != nil {
			return errUnreadable
		}
		// An untouched file input sends a file without a name and without a byte.
		if _, isFile := dispositionFile(part); !isFile {
			f.set(part.FormName(), string(data))
		} else if part.FileName() != "" || len(data) > 0 {
			f.files[part.FormName()] = file{part.Header.Get("Content-Type"), data}
		}
	}
}

// dispositionFile tells a file part, whose file name may be empty, from a value.
func dispositionFile(part *multipart.Part) (name string, isFile bool) {
	_, parameters, err := mime.ParseMediaType(part.Header.Get("Content-Disposition"))
	if err != nil {
		return "", false
	}
	name, isFile = parameters["filename"]
	return name, isFile
}

// set stores a form's value under its name, `a[b]` one level down. Deeper names stay as they are spelled.
func (f *form) set(name, value string) {
	outer, rest, ok := strings.Cut(name, "[")
	inner, closed := strings.CutSuffix(rest, "]")
	if !ok || !closed || outer == "" || inner == "" || strings.ContainsAny(inner, "[]") {
		f.values[name] = value
		return
	}
	group, ok := f.values[outer].(map[string]any)
	if !ok {
		group = map[string]any{}
		f.values[outer] = group
	}
	group[inner] = value
}

// text answers a member that is text or a number, trimmed; false where it is neither. Absent and null are "".
func (f form) text(name string) (string, bool) { return scalar(f.values[name]) }

func scalar(value any) (string, bool) {
	switch value := value.(type) {
	case nil:
		return "", true
	case string:
		return strings.TrimSpace(value), true
	case json.Number:
		return value.String(), true
	}
	return "", false
}

// boolean reads what toggles send: JSON's true, a form's "true", "1" or "on", and their opposites.
func (f form) boolean(name string) (value, ok bool) {
	if value, ok := f.values[name].(bool); ok {
		return value, true
	}
	text, _ := f.text(name)
	switch strings.ToLower(text) {
	case "true", "1", "on":
		return true, true
	case "false", "0", "off":
		return false, true
	}
	return false, false
}
