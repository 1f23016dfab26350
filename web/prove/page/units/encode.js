// Bodies: bridge/page/payloads.js, encode.
import { assert, describe, file, forgiveInternal, formElement, formOf, fresh, otherWindow, test } from "../tools.js";

const { payloads } = await fresh();
const { encode, look } = payloads;

const JSON_TYPE = "application/json";
const TEXT_TYPE = "application/x-www-form-urlencoded";
const PARAMS_TYPE = "application/x-www-form-urlencoded;charset=utf-8";

// What the rules make of a phone number.
const PHONE = [{ name: "phone", value: "05" }, { name: "country_code", value: "SA" }];
const CODE = [{ name: "code", value: "1234" }];
const other = otherWindow();
const picture = file();

// Payloads with the changes to them; the body, its type, and whether two such bodies can be told apart.
const encodings = {
  "an object": [{ a: 1, b: [true, null], c: { d: "é" }, e: undefined }, [], '{"a":1,"b":[true,null],"c":{"d":"é"}}', JSON_TYPE, true],
  "an empty object": [{}, [], "{}", JSON_TYPE, true],
  "a list": [[1, undefined, { a: [] }], [], '[1,null,{"a":[]}]', JSON_TYPE, true],
  "a changed object": [{ phone: "٠٥", a: 1 }, PHONE, '{"phone":"05","a":1,"country_code":"SA"}', JSON_TYPE, true],
  "a frozen object": [Object.freeze({ phone: "٠٥" }), PHONE, '{"phone":"05","country_code":"SA"}', JSON_TYPE, true],
  "an object without a setter": [{ get phone() { return "٠٥"; } }, PHONE, '{"phone":"05","country_code":"SA"}', JSON_TYPE, true],
  "an object without a prototype": [Object.assign(Object.create(null), { a: 1 }), [], '{"a":1}', JSON_TYPE, true],
  "an instance with accessors": [new (class { a = 1; get b() { return 2; } })(), [], '{"a":1}', JSON_TYPE, true],
  "toJSON": [{ toJSON: () => ({ b: 2 }) }, [], '{"b":2}', JSON_TYPE, true],
  "changes of what toJSON says": [{ phone: "x", toJSON: () => ({ phone: "٠٥", b: 2 }) }, PHONE, '{"phone":"05","b":2,"country_code":"SA"}', JSON_TYPE, true],
  "boxed members": [{ a: new String("x"), b: new Number(7), c: new Boolean(false) }, [], '{"a":"x","b":7,"c":false}', JSON_TYPE, true],
  "a date": [{ d: new Date(0) }, [], '{"d":"1970-01-01T00:00:00.000Z"}', JSON_TYPE, true],
  "a code": ["1234", CODE, '{"code":"1234"}', JSON_TYPE, true],
  "a code that is a number": [1234, CODE, '{"code":"1234"}', JSON_TYPE, true],
  "a text": ["na me", [], "na me", TEXT_TYPE, true],
  "an empty text": ["", [], "", TEXT_TYPE, false],
  "a text that is a form": ["a=1&a=%20&b", [], "a=1&a=%20&b", TEXT_TYPE, true],
  "a changed text": ["phone=%D9%A0%D9%A5&a=+", PHONE, "phone=05&a=+&country_code=SA", PARAMS_TYPE, true],
  "a changed text that begins with a question mark": ["?phone=1&code=١", CODE, "%3Fphone=1&code=1234", PARAMS_TYPE, true],
  "a file": [picture, [], "file a.png 3", TEXT_TYPE, false],
  "a blob": [new Blob(["xy"]), [], "blob 2", TEXT_TYPE, false],
  "search parameters": [new URLSearchParams("a=1&a=2&b=%26"), [], "a=1&a=2&b=%26", PARAMS_TYPE, true],
  "changed search parameters": [new URLSearchParams("phone=٠٥&a=1"), PHONE, "phone=05&a=1&country_code=SA", PARAMS_TYPE, true],
  "another frame's search parameters": [new other.URLSearchParams("a=1"), PHONE, "a=1&phone=05&country_code=SA", PARAMS_TYPE, true],
  "a form element": [formElement('<input name="phone" value="5"><input name="off" disabled>'), [], 'FormData [["phone","5"]]', "", true],
  "a changed form element": [formElement('<input name="phone" value="5">'), PHONE, 'FormData [["phone","05"],["country_code","SA"]]', "", true],
  "form data": [formOf([["a", "1"], ["a", "2"]]), [], 'FormData [["a","1"],["a","2"]]', "", true],
  "changed form data": [formOf([["a", "1"], ["a", "2"], ["phone", "٠٥"]]), PHONE, 'FormData [["a","1"],["a","2"],["phone","05"],["country_code","SA"]]', "", true],
  "form data with a file": [formOf([["a", picture]]), PHONE, 'FormData [["a","file a.png 3"],["phone","05"],["country_code","SA"]]', "", false],
  "another frame's form data": [formOf([["a", "1"]], new other.FormData()), PHONE, 'FormData [["a","1"],["phone","05"],["country_code","SA"]]', "", true],
  "a file in an object": [{ name: "Nora", avatar: picture, age: 7, ok: true, none: null, left: undefined }, [],
    'FormData [["name","Nora"],["avatar","file a.png 3"],["age","7"],["ok","true"],["none",""]]', "", false],
  "a blob in an object": [{ avatar: new Blob(["xy"]) }, [], 'FormData [["avatar","file blob 2"]]', "", false],
  "a file beside what JSON makes of the rest": [
    { file: picture, d: new Date(0), e: { toJSON: () => ({ f: [1] }) }, n: NaN, no: () => 1, list: [undefined, null, false], none: [], empty: {} }, [],
    'FormData [["file","file a.png 3"],["d","1970-01-01T00:00:00.000Z"],["e[f][0]","1"],["n",""],["list[]",""],["list[]",""],["list[]","false"]]', "", false],
  "a file that toJSON returns": [{ toJSON: () => ({ avatar: picture }) }, [], 'FormData [["avatar","file a.png 3"]]', "", false],
  "the same file twice": [{ a: picture, b: [picture] }, [], 'FormData [["a","file a.png 3"],["b[]","file a.png 3"]]', "", false],
  "a file that toJSON leaves out": [{ picture, toJSON: () => ({ a: 1 }) }, [], '{"a":1}', JSON_TYPE, true],
  "a file deep in an object": [{ a: { b: { picture, list: [1, { c: "d" }, picture] } } }, [],
    'FormData [["a[b][picture]","file a.png 3"],["a[b][list][0]","1"],["a[b][list][1][c]","d"],["a[b][list][2]","file a.png 3"]]', "", false],
  "a file in a changed object": [{ phone: "٠٥", avatar: picture }, PHONE, 'FormData [["phone","05"],["avatar","file a.png 3"],["country_code","SA"]]', "", false],
  "another frame's file": [{ avatar: new other.File(["abcd"], "b.png") }, [], 'FormData [["avatar","file b.png 4"]]', "", false],
};
for (const [name, [payload, changes, body, type, told]] of Object.entries(encodings)) {
  test(`the body of ${name}`, () => {
    const before = describe(payload);
    const made = encode(look(payload, []).copied, changes);
    assert.strictEqual(describe(made.value.encoded), body);
    assert.strictEqual(made.type, type, "Content-Type");
    assert.strictEqual(!!made.key, told, "told apart");
    assert.strictEqual(made.problem, "");
    assert.strictEqual(describe(payload), before, "the theme's own stays as it was");
  });
}

test("axios gets data as a theme knows it", () => {
  const data = (payload, changes = []) => describe(encode(look(payload, []).copied, changes).value.data);
  assert.strictEqual(data({ a: 1, b: undefined }), '{"a":1}');
  assert.strictEqual(data({ phone: "٠٥" }, PHONE), '{"phone":"05","country_code":"SA"}');
  assert.strictEqual(data("a=1"), "a=1");
  assert.strictEqual(data("phone=٠٥", PHONE), 'URLSearchParams [["phone","05"],["country_code","SA"]]');
  assert.strictEqual(data(new URLSearchParams("a=1")), 'URLSearchParams [["a","1"]]');
  assert.strictEqual(data(formOf([["a", "1"]])), 'FormData [["a","1"]]');
  assert.strictEqual(data({ picture, d: new Date(0) }), 'FormData [["picture","file a.png 3"],["d","1970-01-01T00:00:00.000Z"]]');
  assert.strictEqual(data("1234", CODE), '{"code":"1234"}');
});

test("a change is made in the last entry of a name, and every entry is sent in its place", () => {
  const entries = [["phone", "1"], ["a", "x"], ["phone", "٠٥"], ["b", "y"]];
  const want = [["phone", "1"], ["a", "x"], ["phone", "05"], ["b", "y"], ["country_code", "SA"]];
  for (const form of [formOf(entries), formOf(entries, new URLSearchParams()), String(formOf(entries, new URLSearchParams()))]) {
    assert.deepEqual([...encode(look(form, []).copied, PHONE).value.data], want);
  }
});

test("a body is what the payload held when it was read", () => {
  const object = { a: 1, deep: { b: [1] } };
  const form = formOf([["a", "1"]]);
  const copies = [look(object, []).copied, look(form, []).copied];
  object.a = 2;
  object.deep.b.push(2);
  form.append("a", "2");
  assert.deepEqual(copies.map((copy) => describe(encode(copy, []).value.encoded)), ['{"a":1,"deep":{"b":[1]}}', 'FormData [["a","1"]]']);
});

test("two encodings of one copy have bodies of their own", () => {
  const { copied } = look({ a: 1 }, []);
  encode(copied, PHONE);
  assert.strictEqual(encode(copied, []).value.encoded, '{"a":1}');
});

test("what is sent is what JSON.stringify makes of it", () => {
  const shared = { s: 1 };
  for (const make of [
    () => ({ a: [1, "x", undefined, null], b: { c: Infinity, d: -0 }, [Symbol("s")]: 1 }), () => new Date(0), () => new Map([[1, 2]]), () => new Set([1]),
    () => new Uint8Array([1, 2]), () => [[[]]], () => ({ a: shared, b: shared }), () => ({ a: [() => 1, Symbol(), undefined] }), () => new Error("x"),
    () => Object.assign(Object.create({ inherited: 1 }), { own: 2 }), () => ({ a: new Date(NaN) }), () => new Proxy([1, 2], {}), () => ({ "": { "a.b": 1 } }),
    () => ({ a: { toJSON: (key) => `key ${key}` }, b: [{ toJSON: (key) => typeof key + key }] }), () => Object.assign(document.createElement("p")).dataset,
    () => ({ text: "\u2028\ud800\0 é 😀" }), () => new (class extends Array {})(1, 2, 3), () => JSON.parse('{"__proto__": {"a": 1}, "b": 2}'),
  ]) {
    assert.strictEqual(encode(look(make(), []).copied, []).value.encoded, JSON.stringify(make()), String(make));
  }
});

const apart = [
  () => ({}), () => ({ a: 1 }), () => ({ a: "1" }), () => ({ a: 1, b: 2 }), () => ({ a: { b: 1 } }),
  ...[[["a", "1"]], [["a", "1"], ["b", "2"]], [["b", "2"], ["a", "1"]], [["a", '1","b","2']], [["a", "1&b=2"]], [["a", "[object File]"]],
    [["a\0b", "1"]], [["a", "b\x001"]]].map((entries) => () => formOf(entries)),
];
test("bodies are told apart by what is sent", () => {
  for (const [i, one] of apart.entries()) {
    for (const [j, two] of apart.entries()) {
      const [x, y] = [one, two].map((make) => encode(look(make(), []).copied, []));
      assert.strictEqual(x.key === y.key && x.type === y.type, i == j, `${one} and ${two}`);
    }
  }
});

test("a file input without a file is told apart, a file isn't", () => {
  const key = (value) => encode(look(formOf([["avatar", value]]), []).copied, []).key;
  assert.ok(key(new File([], "")));
  assert.strictEqual(key(new File([], "empty.txt")), undefined);
  assert.strictEqual(key(file()), undefined);
});

test("a very long body is nobody's double click", () => {
  const key = (length) => encode(look({ a: "x".repeat(length) }, []).copied, []).key;
  assert.ok(key(30_000));
  assert.strictEqual(key(40_000), undefined);
});

test("a snapshot is a copy of what a call passes while it waits", () => {
  const { snapshot } = payloads;
  const object = { a: 1 };
  const form = formOf([["a", "1"]]);
  const copies = [object, form, new URLSearchParams("a=1"), formElement('<input name="a" value="1">'), "text", "a=1", 7, true].map(snapshot);
  object.a = 2;
  form.append("b", "2");
  assert.deepEqual(copies.map(describe), ['{"a":1}', 'FormData [["a","1"]]', 'URLSearchParams [["a","1"]]', 'FormData [["a","1"]]', "text", "a=1", "7", "true"]);
});

test("a snapshot of nothing is nothing, and what can't be read stays as it is", () => {
  const circular = {};
  circular.self = circular;
  for (const given of [undefined, null, circular, "", 0, false]) assert.strictEqual(payloads.snapshot(given), given);
  forgiveInternal(); // JSON.stringify throws a TypeError
});
