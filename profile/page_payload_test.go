package profile_test

import (
	"errors"
	"net/url"
	"strings"

	"salla-profile/profile"
	"salla-profile/profile/profiletest"
)

// Payloads that aren't plain objects (maps), lists, texts or numbers.
type (
	form     map[string]string     // FormData
	files    map[string]string     // FormData with a file inside: nothing tells two of them apart
	params   map[string]string     // URLSearchParams
	formList []profiletest.Entry   // FormData, in order: a name may come twice
	query    []profiletest.Entry   // URLSearchParams, in order
	textForm = string              // a text with =
	boxed    struct{ v any }       // new String(v)
	model    struct{ private any } // toJSON says what is public
	garbage  struct{}              // none of the kinds that can be sent
	locked   struct{}              // a file behind a proxy, which nobody can read
	hostile  struct{}              // throws what says nothing as it is read
)

// public is what a model's toJSON says: its private data is named with _.
func (m model) public() any {
	public := map[string]any{}
	for name, v := range m.private.(map[string]any) {
		public[strings.TrimPrefix(name, "_")] = v
	}
	return public
}

// circular is an object that can't be written as JSON.
var circular = map[string]any{"self": func() {}}

// copied is what Look copies of a payload.
type copied struct {
	kind    profile.Kind
	data    any                 // of an Object
	entries []profiletest.Entry // of a form
	text    string
	files   bool
}

// body is the body of a request.
type body struct {
	data any    // by name, of a form the last entry
	text string // what is sent; of a form the JSON of data
	// entries are all of a form's.
	entries []profiletest.Entry
}

func bodyOf(v profile.Value) body {
	b, _ := of(v).(*body)
	if b == nil {
		return body{}
	}
	return *b
}

// sentMembers is what a PHP-like reading of the last request's body has: the last entry of a name.
func (p *page) sentMembers() map[string]any {
	p.t.Helper()
	switch b := bodyOf(p.last().Body); v := b.data.(type) {
	case map[string]any:
		return v
	case string: // as it was passed
		return lastOf(parse(v))
	}
	return map[string]any{}
}

func entriesOf(members map[string]string) []profiletest.Entry {
	object := map[string]any{}
	for name := range members {
		object[name] = nil
	}
	var list []profiletest.Entry
	for _, name := range namesOf(object) {
		list = append(list, profiletest.Entry{Name: name, Value: members[name]})
	}
	return list
}

// parse reads a text as a form, as URLSearchParams does.
func parse(text string) []profiletest.Entry {
	var list []profiletest.Entry
	unescape := func(s string) string {
		s = strings.ReplaceAll(s, "+", " ")
		if u, err := url.PathUnescape(s); err == nil {
			return u
		}
		return s
	}
	for pair := range strings.SplitSeq(text, "&") {
		name, value, _ := strings.Cut(pair, "=")
		list = append(list, profiletest.Entry{Name: unescape(name), Value: unescape(value)})
	}
	return list
}

func lastOf(entries []profiletest.Entry) map[string]any {
	members := map[string]any{}
	for _, e := range entries {
		members[e.Name] = e.Value
	}
	return members
}

// read copies what the theme passed as it will be sent.
func read(v any) (*copied, error) {
	switch v := v.(type) {
	case nil:
		return &copied{}, nil
	case form:
		return &copied{kind: profile.Form, entries: entriesOf(v)}, nil
	case files:
		return &copied{kind: profile.Form, entries: entriesOf(v), files: true}, nil
	case formList:
		return &copied{kind: profile.Form, entries: v}, nil
	case params:
		return &copied{kind: profile.Params, entries: entriesOf(v)}, nil
	case query:
		return &copied{kind: profile.Params, entries: v}, nil
	case string:
		if strings.Contains(v, "=") {
			return &copied{kind: profile.Params, text: v, entries: parse(v)}, nil
		}
		return &copied{kind: profile.Text, text: v}, nil
	case int, float64:
		return &copied{kind: profile.Number, text: textOf(v)}, nil
	case boxed:
		return read(v.v)
	case map[string]any, []any, model:
		data, err := copyOf(v)
		return &copied{kind: profile.Object, data: data}, err
	}
	return &copied{kind: profile.Other}, nil
}

// copyOf is a value as JSON says it.
func copyOf(v any) (any, error) {
	switch v := v.(type) {
	case boxed:
		return copyOf(v.v)
	case model:
		return copyOf(v.public())
	case map[string]any:
		object := map[string]any{}
		for name, member := range v {
			made, err := copyOf(member)
			if err != nil {
				return nil, err
			}
			object[name] = made
		}
		return object, nil
	case []any:
		list := make([]any, len(v))
		for i, item := range v {
			made, err := copyOf(item)
			if err != nil {
				return nil, err
			}
			list[i] = made
		}
		return list, nil
	case locked:
		return nil, errors.New("a file behind a proxy can't be read")
	case func():
		return nil, errors.New("it goes round in circles")
	case hostile:
		return nil, errors.New("")
	}
	return v, nil
}

func (p *page) Look(v profile.Value, names []string) *profile.Payload {
	c, err := read(of(v))
	if err != nil {
		return &profile.Payload{Kind: profile.Other, Problem: err.Error()}
	}
	members, isObject := c.data.(map[string]any)
	if !isObject {
		members = lastOf(c.entries)
	}
	made := &profile.Payload{Kind: c.kind, Copied: value(c)}
	if c.kind == profile.Text || c.kind == profile.Number {
		made.Text = c.text
	}
	for _, name := range names {
		member := members[name]
		found := profile.Member{There: member != nil && member != ""}
		_, truth := member.(bool)
		if _, isText := member.(string); found.There && !truth && (isText || name != "email") {
			found.Value = textOf(member)
		}
		made.Members = append(made.Members, found)
	}
	return made
}

func (p *page) Member(v profile.Value, name string) profile.Value {
	return value(walk(of(v).(*copied).data, name))
}
