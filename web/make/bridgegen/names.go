package main

import (
	"go/token"
	"slices"
	"strings"
	"unicode"
)

// camel is a Go name as JavaScript writes it: URL is url, StoreID storeId, HTTPStatus httpStatus, CountryCode countryCode.
func camel(name string) string {
	var b strings.Builder
	letters := []rune(name)
	for i, letter := range letters {
		// A word begins after a small letter, and with the last capital before one; an s behind capitals is their plural.
		starts := i > 0 && unicode.IsUpper(letter) &&
			(!unicode.IsUpper(letters[i-1]) || i+1 < len(letters) && unicode.IsLower(letters[i+1]) && !plural(letters[i+1:]))
		if starts {
			b.WriteRune(letter)
		} else {
			b.WriteRune(unicode.ToLower(letter))
		}
	}
	return b.String()
}

// plural says whether letters begin with an s that ends a word.
func plural(letters []rune) bool {
	return letters[0] == 's' && (len(letters) == 1 || !unicode.IsLower(letters[1]))
}

// firstSentence is what a doc comment begins with, on one line.
func firstSentence(doc string) string {
	doc = strings.Join(strings.Fields(doc), " ")
	for i := range doc {
		if strings.HasPrefix(doc[i:], ". ") {
			return doc[:i+1]
		}
	}
	return doc
}

// comment is the doc comment's first sentence as a comment of Go.
func comment(doc, otherwise string) string {
	if doc = firstSentence(doc); doc == "" {
		doc = otherwise
	}
	var b strings.Builder
	line := "//"
	for _, word := range strings.Fields(doc) {
		if len(line)+1+len(word) > 120 {
			b.WriteString(line + "\n")
			line = "//"
		}
		line += " " + word
	}
	b.WriteString(line + "\n")
	return b.String()
}

// What generated methods call something else.
var taken = []string{"js", "unsafe", "slots", "args", "x", "string", "int", "int32", "bool", "len", "append", "any"}

// variable is a parameter's name that means nothing else in Go and in a typedef of JavaScript.
func (w *wire) variable(name string) string {
	if slices.Contains(taken, name) || name == w.pkg || token.IsKeyword(name) ||
		slices.Contains([]string{"new", "this", "function", "delete", "in", "class", "with", "typeof", "void", "null", "true", "false"}, name) {
		return name + "_"
	}
	return name
}
