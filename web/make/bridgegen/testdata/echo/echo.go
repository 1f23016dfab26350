// Package echo has each type that crosses. The program in ../main passes back what the page returns.
package echo

// Value is a handle.
type Value int32

// Kind is a number with a name.
type Kind int

// Problem is a text with a name.
type Problem string

// Alias is another name of a text.
type Alias = string

// Page has a method of each kind. Only the first sentence of a comment is generated.
type Page interface {
	// Text passes a text.
	Text(text string) string
	Lists
	// Everything passes a struct, or nil. So is the result, never nil.
	Everything(e *Everything) *Everything
	// Nothing has neither parameters nor a result.
	Nothing()
	// Ask has two callbacks; exactly one struct is theirs.
	Ask(name string, done, failed func(*Answer))
	// Mixed has parameters of one word and of two.
	Mixed(on bool, text Alias, v Value, texts []string, e *Field, kind Kind) Problem
}

// Lists has what crosses as numbers, and slices.
type Lists interface {
	Flag(on bool) bool // Flag passes a boolean.
	Number(int) int
	Kind(kind Kind) Kind
	Value(v Value) Value
	StoreIDs(ids []string) []string
	Numbers(numbers []int) []int
	Flags(flags []bool) []bool
	Values(values []Value) []Value
	Fields(fields []Field) []Field
	Refs(refs []*Ref) []*Ref
}

// Standalone is not there with the tag twilight.
type Standalone interface {
	// SendJSON has a name with capitals.
	SendJSON(json Problem, o *Only) []Only
}

// Field is a name with its text.
type Field struct{ Name, Value string }

// Ref crosses by pointer, in a list.
type Ref struct {
	On   bool
	Name string
}

// Only crosses in Standalone alone.
type Only struct{ Kinds []Kind }

// Entry is flat, and has slices.
type Entry struct {
	On     bool
	URL    string
	Off    bool
	Texts  []string
	Fields []Field
}

// Everything has a field of each type, with gaps between them.
type Everything struct {
	// On is a boolean. More is said here.
	On          bool
	Text        string
	Off         bool
	CountryCode bool // one byte, too
	Number      int
	Kind        Kind
	Value       Value
	Problem     Problem
	Texts       []string
	Flags       []bool
	Numbers     []int
	Values      []Value
	Entries     []Entry
	Last        bool
}

// Answer is what callbacks take.
type Answer struct {
	OK      bool
	Text    string
	Value   Value
	Entries []Entry
}
