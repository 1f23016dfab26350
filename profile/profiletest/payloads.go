package profiletest

import (
	"encoding/json"
	"math/rand/v2"
	"net/url"
	"strings"
)

// Entry is a name with its text.
type Entry struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// Data is what a customer's form holds, and the method that it is passed to. The same data comes in many shapes: what arrives, and
// what is refused, is the same for all of them.
type Data struct {
	Seed   uint64 `json:"seed"`
	Method string `json:"method"`
	// Entries are in order. A name comes once or twice: its last entry counts.
	Entries []Entry `json:"entries"`
}

// Generate returns the data of a seed, always the same.
func Generate(seed uint64) Data {
	g := generator{rand.New(rand.NewPCG(seed, 29))}
	d := Data{Seed: seed, Method: g.pick("updateContacts", "updateContacts", "update", "updateSettings", "updateCustomFields", "verify")}
	if g.IntN(8) > 0 {
		d.add(g, "phone", g.phone)
	}
	if g.IntN(3) > 0 {
		d.add(g, "email", g.email)
	}
	if g.IntN(3) == 0 {
		d.add(g, "country_code", func() string { return g.pick("SA", "AE", "ae", "971", "", " ") })
	}
	if g.IntN(6) == 0 {
		d.add(g, "countryCode", func() string { return g.pick("AE", "eg", "") })
	}
	if d.Method == "verify" || g.IntN(8) == 0 {
		d.add(g, "code", g.code)
		d.add(g, "type", func() string { return g.pick("", "mobile", "email", "phone", "sms") })
	}
	if g.IntN(3) == 0 {
		d.add(g, "birthday", func() string { return g.marked(g.script("1994") + "-" + g.script("03") + "-" + g.script("18")) })
	}
	if g.IntN(2) == 0 {
		d.add(g, "first_name", func() string { return g.pick("Nora", " نورة ", "٣", "a+b", "x&y=z", "100%", "") })
	}
	g.Shuffle(len(d.Entries), func(i, j int) { d.Entries[i], d.Entries[j] = d.Entries[j], d.Entries[i] })
	if len(d.Entries) == 0 {
		d.Entries = []Entry{{"first_name", ""}}
	}
	return d
}

// add adds a name with a text, or with two.
func (d *Data) add(g generator, name string, text func() string) {
	if g.IntN(3) == 0 {
		d.Entries = append(d.Entries, Entry{name, text()})
	}
	d.Entries = append(d.Entries, Entry{name, text()})
}

// Last is a PHP-like reading: of a name its last entry.
func (d Data) Last() map[string]string {
	last := map[string]string{}
	for _, e := range d.Entries {
		last[e.Name] = e.Value
	}
	return last
}

// Text is the data as a form's text: $(form).serialize().
func (d Data) Text() string {
	pairs := make([]string, 0, len(d.Entries))
	for _, e := range d.Entries {
		pairs = append(pairs, url.QueryEscape(e.Name)+"="+url.QueryEscape(e.Value))
	}
	return strings.Join(pairs, "&")
}

// JSON is all of it, for a page: {seed, method, entries: [{name, value}]}.
func (d Data) JSON() string {
	text, err := json.Marshal(d)
	if err != nil {
		panic(err) // texts and numbers alone
	}
	return string(text)
}

type generator struct{ *rand.Rand }

func (g generator) pick(list ...string) string { return list[g.IntN(len(list))] }

// scripts are zeros of the contract's scripts: ASCII, Arabic-Indic, Persian, full-width, Devanagari, Bengali.
var scripts = []rune{'0', '0', '٠', '۰', '０', '०', '০'}

// script writes the ASCII digits of a text in one script.
func (g generator) script(text string) string {
	zero := scripts[g.IntN(len(scripts))]
	return strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' {
			return zero + r - '0'
		}
		return r
	}, text)
}

// marked puts marks that nobody sees, and white space, around a text. It never begins with a blank: of a form that may have been a plus.
func (g generator) marked(text string) string {
	return g.pick("", "", "", "\u200f", "\u202a", "\ufeff", "\t", "\u00a0") + text + g.pick("", "", "", "\u200e", "\u202c", " ", "\n")
}

// phone is a number, or nearly one, as customers type them.
func (g generator) phone() string {
	switch g.IntN(8) {
	case 0:
		return g.pick("", "", "-", "abc", "\u200f", " \t")
	case 1:
		return g.marked(g.pick("+", "00", "＋", "(+", "﹢") + g.script(g.pick("971 50 111 2233", "966501112233", "20-10", "9", "96")))
	case 2:
		return g.marked(g.script("05") + g.script("0111") + " - " + g.script("2233"))
	}
	return g.marked(g.script(g.pick("0501112233", "501112233", "5", "0", "050 111 2233")))
}

func (g generator) email() string {
	return g.marked(g.pick("nora@example.sa", "nora@example.sa", "nora", "", "@", "n٣@b.sa"))
}

func (g generator) code() string {
	return g.marked(g.pick(g.script("1234"), g.script("12")+" "+g.script("34"), "12–34", "", " ", "-", "ab1"))
}
