//go:build js && wasm

package bridge

import (
	"strings"
	"testing"

	"salla-profile/bridge/js"
	"salla-profile/profile"
)

const (
	jsonType   = "application/json"
	textType   = "application/x-www-form-urlencoded"
	paramsType = "application/x-www-form-urlencoded;charset=utf-8"
)

// phoneChanges is what the rules make of a phone number.
var phoneChanges = []profile.Field{{Name: "phone", Value: "05"}, {Name: "country_code", Value: "SA"}}

// encodings is payloads and what is sent of them. TestEncode lends them a file and another frame.
var encodings = []struct {
	name, value string
	changes     []profile.Field
	body, kind  string // the body as described; its Content-Type
	told        bool   // whether two such bodies can be told apart
}{
	{"nothing", `undefined`, nil, `undefined`, "", false},
	{"null", `null`, nil, `undefined`, "", false},
	{"object", `{a: 1, b: [true, null], c: {d: "é"}, e: undefined}`, nil, `"{\"a\":1,\"b\":[true,null],\"c\":{\"d\":\"é\"}}"`, jsonType, true},
	{"empty object", `{}`, nil, `"{}"`, jsonType, true},
	{"changed object", `{phone: "٠٥", a: 1}`, phoneChanges, `"{\"phone\":\"05\",\"a\":1,\"country_code\":\"SA\"}"`, jsonType, true},
	{"frozen object", `Object.freeze({phone: "٠٥"})`, phoneChanges, `"{\"phone\":\"05\",\"country_code\":\"SA\"}"`, jsonType, true},
	{"object without a setter", `{get phone() { return "٠٥" }}`, phoneChanges, `"{\"phone\":\"05\",\"country_code\":\"SA\"}"`, jsonType, true},
	{"toJSON", `{toJSON: () => ({b: 2})}`, nil, `"{\"b\":2}"`, jsonType, true},
	{"date", `{d: new Date(0)}`, nil, `"{\"d\":\"1970-01-01T00:00:00.000Z\"}"`, jsonType, true},
	{"a code", `"1234"`, []profile.Field{{Name: "code", Value: "1234"}}, `"{\"code\":\"1234\"}"`, jsonType, true},
	{"text", `"na me"`, nil, `"na me"`, textType, true},
	{"empty text", `""`, nil, `""`, textType, false},
	{"text that is a form", `"a=1&a=%20&b"`, nil, `"a=1&a=%20&b"`, textType, true},
	{"changed text", `"phone=%D9%A0%D9%A5&a=+"`, phoneChanges, `"phone=05&a=+&country_code=SA"`, paramsType, true},
	{"params", `new URLSearchParams("a=1&a=2&b=%26")`, nil, `"a=1&a=2&b=%26"`, paramsType, true},
	{"changed params", `new URLSearchParams("phone=٠٥&a=1")`, phoneChanges, `"phone=05&a=1&country_code=SA"`, paramsType, true},
	{"another frame's params", `new other.URLSearchParams("a=1")`, phoneChanges, `"a=1&phone=05&country_code=SA"`, paramsType, true},
	{"form element", aForm, nil, `form [["phone","5"]]`, "", true},
	{"changed form element", aForm, phoneChanges, `form [["phone","05"],["country_code","SA"]]`, "", true},
	{"form data", `(() => { const f = new FormData; f.append("a", "1"); f.append("a", "2"); return f })()`, nil, `form [["a","1"],["a","2"]]`, "", true},
	{"changed form data", `(() => { const f = new FormData; f.append("a", "1"); f.append("a", "2"); f.append("phone", "٠٥"); return f })()`, phoneChanges,
		`form [["a","1"],["a","2"],["phone","05"],["country_code","SA"]]`, "", true},
	{"form data with a file", `(() => { const f = new FormData; f.append("a", file); return f })()`, phoneChanges,
		`form [["a","file a.png 3"],["phone","05"],["country_code","SA"]]`, "", false},
	{"another frame's form data", `(() => { const f = new other.FormData; f.append("a", "1"); return f })()`, nil, `FormData [["a","1"]]`, "", true},
	{"another frame's form data, changed", `(() => { const f = new other.FormData; f.append("a", "1"); return f })()`, phoneChanges,
		`form [["a","1"],["phone","05"],["country_code","SA"]]`, "", true},

	{"file in an object", `{name: "Nora", avatar: file, age: 7, ok: true, none: null, left: undefined}`, nil,
		`form [["name","Nora"],["avatar","file a.png 3"],["age","7"],["ok","true"],["none",""]]`, "", false},
	{"blob in an object", `{avatar: new Blob(["xy"])}`, nil, `form [["avatar","file blob 2"]]`, "", false},
	{"a file beside what JSON would make of the rest", `{file, d: new Date(0), e: {toJSON: () => ({f: [1]})}, n: NaN, no: () => 1, list: [undefined, null, false], none: [], empty: {}}`, nil,
		`form [["file","file a.png 3"],["d","1970-01-01T00:00:00.000Z"],["e[f][0]","1"],["n",""],["list[0]",""],["list[1]",""],["list[2]","false"]]`, "", false},
	{"a file that toJSON answers", `{toJSON: () => ({avatar: file})}`, nil, `form [["avatar","file a.png 3"]]`, "", false},
	{"the same file twice", `{a: file, b: [file]}`, nil, `form [["a","file a.png 3"],["b[0]","file a.png 3"]]`, "", false},
	{"a file that toJSON leaves out", `{file, toJSON: () => ({a: 1})}`, nil, `"{\"a\":1}"`, jsonType, true},
	{"file deep in an object", `{a: {b: {file, list: [1, {c: "d"}, file]}}}`, nil,
		`form [["a[b][file]","file a.png 3"],["a[b][list][0]","1"],["a[b][list][1][c]","d"],["a[b][list][2]","file a.png 3"]]`, "", false},
	{"file in a changed object", `{phone: "٠٥", avatar: file}`, phoneChanges,
		`form [["phone","05"],["avatar","file a.png 3"],["country_code","SA"]]`, "", false},
	{"another frame's file", `{avatar: new other.File(["abcd"], "b.png")}`, nil, `form [["avatar","file b.png 4"]]`, "", false},
}

func TestEncode(t *testing.T) {
	b := newBridge()
	b.eval(t, "window.other = frame()")
	b.eval(t, `window.file = new File(["abc"], "a.png")`)
	for _, test := range encodings {
		t.Run(test.name, func(t *testing.T) {
			v := b.eval(t, test.value)
			before := b.js(t, "describe", v)
			body, problem := b.Encode(b.Payload(profile.Value(v)), test.changes)
			if problem != "" {
				t.Fatal("can't be sent: " + problem)
			}
			equal(t, "body", b.js(t, "describe", js.Value(body.Value)), test.body)
			equal(t, "there is a body", body.Value != profile.Undefined, test.body != "undefined")
			equal(t, "Content-Type", body.Type, test.kind)
			equal(t, "told apart", body.Text != "", test.told)
			equal(t, "the original", b.js(t, "describe", v), before)
		})
	}
}

// Two bodies are told apart by what is sent, a double click is recognised.
func TestBodiesAreToldApart(t *testing.T) {
	b := newBridge()
	form := func(entries string) string {
		return `(() => { const f = new FormData; for (const [k, v] of ` + entries + `) f.append(k, v); return f })()`
	}
	values := []string{
		`{}`, `{a: 1}`, `{a: "1"}`, `{a: 1, b: 2}`, `{a: {b: 1}}`,
		form(`[["a", "1"]]`), form(`[["a", "1"], ["b", "2"]]`), form(`[["b", "2"], ["a", "1"]]`), form(`[["a", "1\",\"b\",\"2"]]`),
		form(`[["a", "1&b=2"]]`), form(`[["a", "[object File]"]]`), form(`[["a\u0000b", "1"]]`), form(`[["a", "b\u00001"]]`),
	}
	for i, one := range values {
		for j, other := range values {
			x, _ := b.Encode(b.Payload(b.given(t, one)), nil)
			y, _ := b.Encode(b.Payload(b.given(t, other)), nil)
			same := x.Text == y.Text && x.Type == y.Type
			if i == j && x.Text == "" {
				continue // it isn't shared at all
			}
			equal(t, one+" and "+other, same, i == j)
		}
	}
}

func TestWhatCannotBeEncoded(t *testing.T) {
	b := newBridge()
	for _, test := range []struct{ value, problem string }{ // what the problem begins with: the rest is the browser's
		{`hostile.circular()`, "Converting circular structure to JSON"},
		{`hostile.bigint()`, "Do not know how to serialize a BigInt"},
		{`hostile.toJSON()`, "toJSON"},
		{`hostile.getter()`, "get"},
		{`new Proxy({}, {ownKeys() { throw 1 }})`, unreadable},
		{`{toJSON() { throw "{}" }}`, unreadable},
		{`{toJSON() { throw null }}`, unreadable},
		{`{toJSON() { throw undefined }}`, unreadable},
		{`{toJSON() {}}`, unreadable},
		{`{file: new Blob, toJSON() {}}`, unreadable},
		{`(() => { const v = {file: new Blob}; v.self = v; return v })()`, "Converting circular structure to JSON"},
		{`{__proto__: FormData.prototype}`, unreadable},
		{`{__proto__: URLSearchParams.prototype}`, unreadable},
		{`{[Symbol.toStringTag]: "FormData", *[Symbol.iterator]() { yield ["a", "1"]; throw new Error("broken") }}`, unreadable},
	} {
		for _, changes := range [][]profile.Field{nil, {{Name: "x", Value: "1"}}} {
			if strings.Contains(test.value, "toJSON() {}") && changes != nil {
				continue // a copy of its members is an object again
			}
			body, problem := b.Encode(b.Payload(b.given(t, test.value)), changes)
			if problem == "" || body.Value != profile.Undefined || changes == nil && !strings.HasPrefix(problem, test.problem) {
				t.Errorf("%s: %q, %q", test.value, problem, body.Text)
			}
		}
	}
}

// The theme's author hears of it, in the error and its events; the customer sees no notice.
func TestWhatCannotBeSentIsTheAuthorsBusiness(t *testing.T) {
	newBridge()
	for _, sdk := range []string{`sdk()`, `
		const logged = (name) => (...args) => { log.push([name, ...args]) };
		log = [];
		window.salla = {event: {emit: logged("emit"), profile: {updateFailed: logged("event.profile.updateFailed")}}, notify: {fire: logged("fire")}};
	`} {
		for value, message := range map[string]string{
			`hostile.circular()`: "The payload can't be sent: Converting circular structure to JSON",
			`{n: 10n}`:           "The payload can't be sent: Do not know how to serialize a BigInt",
			`[1]`:                "The payload can't be sent: pass a plain object, FormData, URLSearchParams, a <form> or text",
		} {
			equalJSON(t, value, run(t, sdk+`;
				answer(200, "{}");
				const {error} = await outcome(call("update", `+value+`));
				const {message, response: {status, data}} = error;
				const names = log.map(([name, first]) => name == "emit" ? first : name);
				const told = log.every((args) => args.includes(error));
				const same = data.error.message == message && data.error.fields.payload[0] == message && data.error.code == 422;
				return [requests.length, error.code, error.local, status, message.split("\n")[0], same, names, told];
			`), `[0,"ERR_VALIDATION",true,422,"`+message+`",true,[`+
				map[bool]string{true: `"event.document.requestFailed"`, false: `"document::request.failed"`}[sdk == `sdk()`]+
				`,"event.profile.updateFailed"],true]`)
		}
	}
}

// What is sent is what the payload holds at the call, whatever becomes of it later.
func TestSentBodies(t *testing.T) {
	newBridge()
	equal(t, "bodies", run(t, `
		answer(200, "{}");
		const form = new FormData();
		form.append("avatar", new File(["abc"], "a.png", {type: "image/png"}));
		const object = {a: 1};
		const calls = [call("update", object), call("updateSettings", form), call("info", {}), call("delete")];
		object.a = 2;
		await Promise.all(calls);
		return requests.map(({url, method, body, headers}) => [url, method, describe(body), headers["Content-Type"] ?? null]);
	`), `[["https://api.test/profile/update","POST","\"{\\\"a\\\":1}\"","application/json"],`+
		`["https://api.test/profile/settings","POST","form [[\"avatar\",\"file a.png 3\"]]",null],`+
		`["https://api.test/auth/user","GET","undefined",null],["https://api.test/profile","DELETE","undefined",null]]`)
}
