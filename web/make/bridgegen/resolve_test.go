package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// declared is the package that refusals are tried in.
const declared = `
type Value int32
type Answer struct{ OK bool }
type Other struct{ OK bool }
type Small int8
type Again Small
type Kind int
type Generic[T any] struct{ X T }
type Empty struct{}
type Pair struct{ URL, Url string }
type Hidden struct{ name string }
type Embeds struct{ Answer }
type Nested struct{ Inner Answer }
type Pointing struct{ Next *Answer }
type Calling struct{ Done func(*Answer) }
type Failing struct{ Err error }
type Itself struct{ Children []Itself }
`

// source writes a package that has the interface Page with these lines.
func source(t *testing.T, lines string) options {
	t.Helper()
	dir := t.TempDir()
	text := "package tried\n" + declared + "\ntype Page interface {\n" + lines + "\n}\n"
	require.NoError(t, os.WriteFile(filepath.Join(dir, "page.go"), []byte(text), 0o666))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "go.mod"), []byte("module tried\n"), 0o666))
	return options{dir: dir, out: dir, js: "js", interfaces: []named{{"Page", ""}}}
}

func TestRefused(t *testing.T) {
	for line, want := range map[string]string{
		"M(n int64)":                         "Page.M: int64 doesn't cross: use int, which has 32 bits in TinyGo, or string",
		"M(n uint8)":                         "Page.M: uint8 doesn't cross: use int",
		"M(s Small)":                         "Page.M: int8 doesn't cross: use int",
		"M(s Again)":                         "Page.M: Again is declared by another named type",
		"M() float64":                        "Page.M: float64 doesn't cross: use int in smaller units, or string",
		"M(b []byte)":                        "Page.M: bytes don't cross: use string",
		"M(r rune)":                          "Page.M: a rune doesn't cross",
		"M(x any)":                           "Page.M: an interface doesn't cross: use Value",
		"M(x interface{ N() })":              "Page.M: an interface doesn't cross: use Value",
		"M(x Missing)":                       "Page.M: package tried doesn't declare Missing",
		"M(m map[string]string)":             "Page.M: a map doesn't cross: use a slice of a struct with name and value",
		"M(c chan int)":                      "Page.M: a chan doesn't cross: use a callback",
		"M(a [2]int)":                        "Page.M: an array doesn't cross: use a slice",
		"M(a [][]int)":                       "Page.M: a slice of slices doesn't cross",
		"M(a []func(*Answer))":               "Page.M: a function crosses only as a parameter",
		"M(d time.Duration)":                 "Page.M: time.Duration is another package's",
		"M(s struct{ X int })":               "Page.M: a struct without a name doesn't cross",
		"M(a Answer)":                        "Page.M: a struct doesn't cross by value: use *Answer",
		"M(p *int)":                          "Page.M: only a pointer to a struct of this package crosses",
		"M(p *Kind)":                         "Page.M: only a pointer to a struct of this package crosses",
		"M(p **Answer)":                      "Page.M: only a pointer to a struct of this package crosses",
		"M() Answer":                         "Page.M: a struct isn't returned by value: return *Answer",
		"M() func(*Answer)":                  "Page.M: a function crosses only as a parameter",
		"M() error":                          "Page.M: no error crosses: use a problem string",
		"M() (string, error)":                "Page.M: no error crosses: use a problem string",
		"M(err error)":                       "Page.M: no error crosses: use a problem string",
		"M() (a, b int)":                     "Page.M: several results don't cross: return a struct",
		"M(texts ...string)":                 "Page.M: a variadic doesn't cross: use a slice",
		"M(f func())":                        "Page.M: this function doesn't cross: a callback is func(*Answer)",
		"M(f func(*Answer) bool)":            "Page.M: this function doesn't cross",
		"M(f func(Answer))":                  "Page.M: this function doesn't cross",
		"M(f func(a, b *Answer))":            "Page.M: this function doesn't cross",
		"M(f func(*Answer), g func(*Other))": "Page.M: all callbacks take the same struct: use func(*Answer)",
		"M(g *Generic[int])":                 "Page.M: only a pointer to a struct",
		"M() Generic":                        "Page.M: a generic type doesn't cross",
		"M() *Empty":                         "Page.M: Empty has no fields",
		"M() *Pair":                          "Pair.Url: another field is url in JavaScript, too",
		"M() *Hidden":                        "Hidden.name: the page can't have a field that isn't exported",
		"M() *Embeds":                        "Embeds: an embedded field doesn't cross: write its fields here",
		"M() *Nested":                        "Nested.Inner: a struct in a struct doesn't cross: put the fields of Answer here, or use []Answer",
		"M() *Pointing":                      "Pointing.Next: a pointer in a struct doesn't cross",
		"M() *Calling":                       "Calling.Done: a function crosses only as a parameter",
		"M() *Failing":                       "Failing.Err: no error crosses: use a problem string",
		"M() *Itself":                        "Itself.Children: Itself contains itself",
		"m()":                                "Page.m: another package can't implement it: export it",
		"fmt.Stringer":                       "Page: it embeds what isn't an interface of this package",
		"Get()":                              "Page.Get: js.Value has a method of this name",
		"URL(); Url()":                       "Page.Url: Page has a method of this name",
		"Missing":                            "package tried has no interface Missing",
		"Answer":                             "Answer is no interface that can be implemented",
	} {
		_, err := load(source(t, line))
		if assert.ErrorContains(t, err, want, line) && line != "Missing" && line != "Get()" && line != "URL(); Url()" {
			assert.Regexp(t, `page\.go:\d+:\d+: `, err.Error(), line)
		}
	}
}

func TestAllRefusalsAtOnce(t *testing.T) {
	_, err := load(source(t, "M(n int64) float32\nN(x any)"))
	require.ErrorContains(t, err, "int64")
	require.ErrorContains(t, err, "float32")
	require.ErrorContains(t, err, "Page.N")
}

func TestConstraints(t *testing.T) {
	o := source(t, "M()")
	o.interfaces[0].constraint = "a && ("
	_, err := load(o)
	require.ErrorContains(t, err, "Page: ")
	o.interfaces[0].constraint = "a || b"
	files, err := generate(o)
	require.NoError(t, err)
	assert.Contains(t, string(files["page_tinygo.go"]), "//go:build js && wasm && tinygo && (a || b)\n")
}

func TestCamel(t *testing.T) {
	for name, want := range map[string]string{
		"URL": "url", "StoreID": "storeId", "SDK": "sdk", "CountryCode": "countryCode", "HTTPStatus": "httpStatus", "OK": "ok",
		"IDs": "ids", "StoreIDs": "storeIds", "URLsOf": "urlsOf", "IsSSO": "isSso", "A": "a", "As": "as", "UserID2": "userId2",
	} {
		assert.Equal(t, want, camel(name))
	}
}

func TestFirstSentence(t *testing.T) {
	for doc, want := range map[string]string{
		"":                                 "",
		"One.\n":                           "One.",
		"One line\nand another. And more.": "One line and another.",
		"Such as example.com is. More":     "Such as example.com is.",
	} {
		assert.Equal(t, want, firstSentence(doc))
	}
}
