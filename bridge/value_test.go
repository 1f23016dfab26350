//go:build js && wasm

package bridge

import (
	"fmt"
	"testing"

	"salla-profile/bridge/js"
	"salla-profile/profile"
)

func TestText(t *testing.T) {
	b := newBridge()
	for _, test := range []struct{ value, path, want string }{
		{`"text"`, "", "text"},
		{`""`, "", ""},
		{`"\u0000 \ud83d\ude00 \u0661"`, "", "\x00 😀 ١"},
		{`0`, "", "0"},
		{`-0`, "", "0"},
		{`1.5`, "", "1.5"},
		{`966555555555`, "", "966555555555"},
		{`NaN`, "", "NaN"},
		{`true`, "", "true"},
		{`false`, "", "false"},
		{`null`, "", ""},
		{`undefined`, "", ""},
		{`10n`, "", ""},
		{`Symbol("s")`, "", ""},
		{`{}`, "", ""},
		{`[]`, "", ""},
		{`() => 1`, "", ""},
		{`new String("boxed")`, "", ""},
		{`{a: {b: [{c: "deep"}]}}`, "a.b.0.c", "deep"},
		{`{a: {b: 7}}`, "a.c", ""},
		{`{a: {b: 7}}`, "a.c.d", ""},
		{`{a: null}`, "a.b", ""},
		{`{a: "text"}`, "a.length", "4"},
		{`{get a() { return "got" }}`, "a", "got"},
		{`undefined`, "a", ""},
		{`7`, "a", ""},
	} {
		equal(t, test.value+" at "+test.path, b.Text(b.given(t, test.value), test.path), test.want)
	}
}

func TestAt(t *testing.T) {
	b := newBridge()
	for value, want := range map[string]bool{
		`"text"`: true, `"0"`: true, `1`: true, `-1`: true, `0.1`: true, `true`: true, `{}`: true, `[]`: true,
		`() => 1`: true, `Symbol()`: true, `1n`: true,
		`""`: false, `0`: false, `-0`: false, `false`: false, `null`: false, `undefined`: false,
	} {
		v, ok := b.At(b.given(t, `{a: {b: `+value+`}}`), "a.b")
		equal(t, value, ok, want)
		same := b.js(t, `(found) => Object.is(found, (`+value+`)) || typeof found == typeof (`+value+`)`, js.Value(v))
		equal(t, value+" is itself", same, "true")
	}
	if _, ok := b.At(profile.Undefined, "a"); ok {
		t.Error("something is at nothing")
	}
}

func TestEntriesAndTexts(t *testing.T) {
	b := newBridge()
	for _, test := range []struct{ value, want string }{
		{`{b: 1, a: "x"}`, `b=1 a=x `}, // in order
		{`'{"cart::updated": "x", "b": 2}'`, `cart::updated=x b=2 `},
		{`{}`, ``},
		{`"{"`, ``},
		{`"null"`, ``},
		{`7`, ``},
		{`null`, ``},
		{`undefined`, ``},
		{`["x", "y"]`, `0=x 1=y `},
	} {
		got := ""
		for _, e := range b.Entries(b.given(t, test.value)) {
			got += e.Name + "=" + b.Text(e.Value, "") + " "
		}
		equal(t, test.value, got, test.want)
	}
	for value, want := range map[string]string{
		`["taken", "short"]`: `["taken" "short"]`,
		`"taken"`:            `["taken"]`,
		`[]`:                 `[]`,
		`[1, null, true]`:    `["1" "" "true"]`,
		`{}`:                 `[]`,
	} {
		equal(t, value, fmt.Sprintf("%q", b.Texts(b.given(t, value))), want)
	}
}

func TestObjects(t *testing.T) {
	b := newBridge()
	object := b.Object([]profile.Entry{
		{Name: "text", Value: b.String("x\ny\tz")}, {Name: "nothing"}, {Name: "undefined", Value: b.given(t, "undefined")},
		{Name: "null", Value: b.given(t, "null")}, {Name: "list", Value: b.List()}, {Name: "no", Value: b.given(t, "false")},
	})
	equal(t, "object", b.js(t, "(v) => describe(v)", js.Value(object)), `{"text":"x\ny\tz","null":null,"list":[],"no":false}`)
}

// Nothing of the page's throws into Go, whatever is done with it.
func TestHostileValues(t *testing.T) {
	for _, name := range []string{
		"getter", "setter", "frozen", "proxy", "revoked", "revokedFunction", "tag", "toJSON", "primitive", "circular", "bigint",
	} {
		t.Run(name, func(t *testing.T) {
			b := newBridge()
			v := b.given(t, "hostile."+name+"()")
			if got := b.Text(v, "a.b.c"); got != "" {
				t.Errorf("text %q", got)
			}
			b.At(v, "a")
			b.Entries(v)
			b.Texts(v)
			b.Object([]profile.Entry{{Name: "v", Value: v}})
			p := b.Payload(v)
			b.Member(p, "phone")
			b.Token(&profile.Request{Signal: v}, func(string, *profile.Answer) {})
			b.Encode(p, nil)
			b.Encode(p, []profile.Field{{Name: "a", Value: "1"}})
			b.Failure(&profile.Failure{Name: "x", Request: &profile.Request{Signal: v}, Answer: &profile.Answer{Body: v, Response: v}})
			b.Info(&profile.Request{Verb: "post"}, v)
			b.StoreUser(v, "a\ta\tb")
			b.PushTags(v)
			b.Announce("updated", v)
			b.Emit("a::b", v, v)
			b.Notify("message", "error", v)
			b.Delegate("api.nothing", v, v)

			// And as everything that a page has.
			for _, path := range []string{
				"salla", "salla.api", "salla.event", "salla.notify", "salla.config", "salla.storage", "salla.url", "dataLayer",
			} {
				b.js(t, `(value) => { window.salla = {api: {}, event: {}, config: {}}; `+path+` = value }`, js.Value(v))
				b.Context("x")
				b.StoreUser(b.List(), "id\tid")
				b.PushTags(v)
				b.Announce("updated", v)
				b.Emit("a::b", v, v)
				b.Notify("message", "error", v)
				b.SetPending(profile.Waiting{})
				b.SetPending(profile.Waiting{Newer: &profile.Pending{Members: []profile.Field{{Name: "type", Value: "email"}}}})
				b.Kept()
				b.expose()
				b.Hush()()
			}
			equal(t, "still there", b.Text(b.given(t, `"yes"`), ""), "yes")
		})
	}
}

// The same as everything that a theme hands over, through the whole module.
func TestHostileArguments(t *testing.T) {
	newBridge()
	equal(t, "calls", run(t, `
		const odd = [];
		for (const name in hostile) for (const method of ["update", "updateContacts", "verify", "verifyDeleteRequest", "initiateDeleteRequest"]) {
			for (const args of [[hostile[name]()], [{code: "1", email: "a@b"}, hostile[name]()],
				[{code: "1", email: "a@b"}, {signal: hostile[name](), headers: hostile[name](), timeout: hostile[name]()}]]) {
				answer(200, "{}");
				const {error} = await outcome(call(method, ...args));
				if (error && !(error instanceof Error && error.code)) odd.push(name, method, String(error));
			}
		}
		return odd;
	`), "[]")
}
