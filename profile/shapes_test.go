package profile_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"salla-profile/profile"
	"salla-profile/profile/profiletest"
)

// shapes are those that the same data may be passed in.
var shapes = map[string]func(profiletest.Data) any{
	"object": func(d profiletest.Data) any { return object(d) },
	"model":  func(d profiletest.Data) any { return model{object(d)} },
	"private model": func(d profiletest.Data) any {
		private := members{}
		for name, v := range object(d) {
			private["_"+name] = v
		}
		return model{private}
	},
	"boxed": func(d profiletest.Data) any {
		made := members{}
		for name, v := range object(d) {
			made[name] = boxed{v}
		}
		return boxed{made}
	},
	"form":   func(d profiletest.Data) any { return formList(d.Entries) },
	"params": func(d profiletest.Data) any { return query(d.Entries) },
	"text":   func(d profiletest.Data) any { return d.Text() },
}

// object is the data as an object, which has a name once.
func object(d profiletest.Data) members {
	made := members{}
	for name, text := range d.Last() {
		made[name] = text
	}
	return made
}

// decision is what the rules make of a payload.
type decision struct {
	ok      bool
	refused []profile.Field
	changes []profile.Field
	sent    map[string]any // as PHP reads it
	pending []string
}

// decide calls the data's method with it in a shape.
func decide(t *testing.T, d profiletest.Data, argument any, sdk bool) decision {
	p := &page{t: t, base: api, customer: newCustomer()} // thousands of newPage's would be kept to the end
	defer func() { p.check(); known.values = nil }()
	p.context.SDK = sdk
	p.answer = always(200, pendingAnswer)
	s := p.waiting(both...)
	c := p.do(s, d.Method, argument)
	made := decision{ok: c.ok, pending: p.listed()}
	if !c.ok {
		made.refused = c.failure(t).Fields
		return made
	}
	require.Len(t, p.requests, 1)
	made.sent = p.sentMembers()
	made.changes = slices.Clone(p.encoded[0])
	slices.SortFunc(made.changes, func(a, b profile.Field) int { return compare(a.Name, b.Name) })
	return made
}

func compare(a, b string) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// The same data in any shape: what is refused, changed and sent is the same, and so is what waits then.
// SEED=n begins elsewhere.
func TestTheShapeOfAPayloadDecidesNothing(t *testing.T) {
	const count = 2_000
	first := rand.Uint64()
	if seed, err := strconv.ParseUint(os.Getenv("SEED"), 10, 64); err == nil {
		first = seed
	}
	t.Logf("%d seeds from 0, and from %d", count/2, first)
	refused := 0
	for i := range uint64(count) {
		seed := i
		if i >= count/2 {
			seed = first + i
		}
		d := profiletest.Generate(seed)
		for _, sdk := range modes {
			want := decide(t, d, object(d), sdk)
			if !want.ok {
				refused++
			}
			for shape, make := range shapes {
				require.Equal(t, want, decide(t, d, make(d), sdk), "SEED=%d, as %s: %s", seed, shape, d.JSON())
			}
			checkSent(t, d, want)
		}
		if t.Failed() {
			return
		}
	}
	t.Logf("refused: %d", refused)
	assert.Greater(t, refused, count/20, "and some are")
}

// checkSent holds what is sent against the data itself.
func checkSent(t *testing.T, d profiletest.Data, made decision) {
	t.Helper()
	if !made.ok {
		return
	}
	typed := map[string]bool{"phone": true, "code": true, "email": true, "birthday": true}
	for name, text := range d.Last() {
		switch {
		case typed[name] && d.Method == "verify" && profiletest.Typed(text, name == "code") == "":
			continue // taken from what waits, maybe
		case typed[name]:
			assert.Equal(t, profiletest.Typed(text, name == "code"), made.sent[name], d.JSON())
		case d.Method == "verify" && name != "first_name", name == "country_code":
		default:
			assert.Equal(t, text, made.sent[name], d.JSON())
		}
	}
	last := d.Last()
	country, named := made.sent["country_code"], fmt.Sprint(last["country_code"], last["countryCode"])
	if d.Method == "updateContacts" && country == "SA" && last["country_code"] != "SA" {
		assert.Empty(t, removeBlanks(named), d.JSON())
		assert.NotEmpty(t, made.sent["phone"], d.JSON())
	}
}

func removeBlanks(s string) string {
	return string(slices.DeleteFunc([]byte(s), func(b byte) bool { return b <= ' ' }))
}

// Both entries of a name are sent, each in its place; what is changed is the last.
func TestOfANameThatComesTwiceTheLastCounts(t *testing.T) {
	twice := func(name, first, last string) []profiletest.Entry {
		return []profiletest.Entry{{Name: name, Value: first}, {Name: "between", Value: "x"}, {Name: name, Value: last}}
	}
	for _, test := range []struct {
		method  string
		entries []profiletest.Entry
		want    []profiletest.Entry
	}{
		{"update", twice("birthday", "١٤١٤-١٠-٠٦", "1994-03-18"), twice("birthday", "١٤١٤-١٠-٠٦", "1994-03-18")},
		{"update", twice("birthday", "1994-03-18", "١٤١٤-١٠-٠٦"), twice("birthday", "1994-03-18", "1414-10-06")},
		{"updateContacts", twice("phone", "0501112233", "+971501112233"), twice("phone", "0501112233", "+971501112233")},
		{"updateContacts", twice("phone", "+971501112233", "0501112233"),
			append(twice("phone", "+971501112233", "0501112233"), profiletest.Entry{Name: "country_code", Value: "SA"})},
		{"updateContacts", append(twice("country_code", "AE", ""), profiletest.Entry{Name: "phone", Value: "٥"}),
			append(twice("country_code", "AE", "SA"), profiletest.Entry{Name: "phone", Value: "5"})},
		{"verify", twice("code", "٠", "١ ٢"), twice("code", "٠", "12")},
	} {
		for _, sdk := range modes {
			for _, argument := range []any{formList(test.entries), query(test.entries), profiletest.Data{Entries: test.entries}.Text()} {
				p := newPage(t, sdk)
				p.answer = always(200, `{}`)
				p.do(p.service(), test.method, argument)
				assert.Equal(t, test.want, bodyOf(p.last().Body).entries, "%T", argument)
			}
		}
	}
}
