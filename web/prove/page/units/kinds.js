// What bridge/page/payloads.js takes a payload for, and which members it finds.
import { assert, file, forgiveInternal, formElement, formOf, fresh, hostile, otherWindow, test } from "../tools.js";

const { payloads } = await fresh();
const { KIND, look } = payloads;

// The members that are there.
const found = (payload, names) =>
  look(payload, names)
    .members.map(({ value, there }, i) => there && { name: names[i], value })
    .filter(Boolean);

const form = () => formElement('<input name="phone" value="5"><input name="off" disabled value="x">');

const kinds = {
  none: [() => undefined, () => null, () => ({ toJSON() {} }), () => ({ toJSON: () => Symbol() })],
  object: [
    () => ({}), () => Object.create(null), () => new (class A {})(), () => new Proxy({}, {}), () => [], () => new Date(), () => new Map(), () => new Error(),
    () => Promise.resolve({}), () => new Uint8Array(), () => document.body, () => document.body.dataset,
  ],
  form: [() => new FormData(), form, () => Object.assign(new FormData(), { phone: "ignore" }), () => document.adoptNode(form())],
  params: [() => new URLSearchParams(), () => "a=1", () => "=", () => new String("a=1")],
  text: [() => "1234", () => "a&b", () => "", () => new String("x"), () => new Blob(), () => file(), () => ({ toJSON: () => file() })],
  number: [() => 7, () => new Number(7)],
  other: [() => 7n, () => true, () => false, () => Symbol(), () => () => 1],
};
for (const [kind, makers] of Object.entries(kinds)) {
  test(`a payload is of the kind ${kind}`, () => {
    for (const make of makers) assert.strictEqual(look(make(), []).kind, KIND[kind], String(make));
  });
}

test("the kinds are those of profile/page.go", () => {
  assert.deepEqual(KIND, { none: 0, object: 1, form: 2, params: 3, text: 4, number: 5, other: 6 });
});

test("a payload of another frame is what it is there", () => {
  const other = otherWindow();
  const made = {
    object: [new other.Object(), new other.Array(), other.eval("({a: 1})")], form: [new other.FormData(), other.document.createElement("form")],
    params: [new other.URLSearchParams()], text: [new other.String("12")], none: [other.eval("undefined")],
  };
  for (const kind in made) for (const value of made[kind]) assert.strictEqual(look(value, []).kind, KIND[kind]);
});

test("what looks like a form, and is none, can't be read", () => {
  const odd = { [Symbol.toStringTag]: "FormData", *entries() { yield ["a", "1"]; throw new Error("broken"); } };
  for (const value of [{ __proto__: FormData.prototype }, { __proto__: URLSearchParams.prototype }, odd]) {
    const { kind, members } = look(value, ["a"]);
    assert.ok(kind == KIND.other && !members);
  }
});

const members = [
  [() => ({ phone: "٠٥" }), "phone", "٠٥"],
  [() => ({ phone: 966555555555 }), "phone", "966555555555"],
  [() => ({ phone: 0 }), "phone", "0"],
  [() => ({ email: 5 }), "email", ""], // there, and no text
  [() => formOf([["email", "5"]]), "email", "5"],
  [() => ({ phone: "" }), "phone", undefined],
  [() => ({ phone: null }), "phone", undefined],
  [() => ({ phone: undefined }), "phone", undefined],
  [() => ({}), "phone", undefined],
  [() => ({ __proto__: { phone: "1" } }), "phone", undefined], // JSON.stringify leaves it out
  [() => ({ phone: new String("boxed") }), "phone", "boxed"],
  [() => ({ phone: new Number(5) }), "phone", "5"],
  [() => ({ phone: new String("") }), "phone", undefined],
  [() => ({ phone: { toJSON: () => "said" } }), "phone", "said"],
  [() => ({ phone: { toJSON: (key) => key } }), "phone", "phone"],
  [() => ({ toJSON: () => ({ phone: "the model's" }), phone: "another" }), "phone", "the model's"],
  [() => new Proxy({ phone: "1" }, { get: () => "the proxy's" }), "phone", "the proxy's"],
  [() => new (class { phone = "field"; get email() { return "accessor"; } })(), "phone", "field"],
  [() => new (class { phone = "field"; get email() { return "accessor"; } })(), "email", undefined], // of the prototype
  [() => ({ get phone() { return "own"; } }), "phone", "own"],
  [() => Object.assign(Object.create(null), { phone: "5" }), "phone", "5"],
  [() => Object.assign(document.createElement("p"), { innerHTML: "" }), "phone", undefined],
  [() => Object.assign(document.createElement("p"), { }).dataset, "phone", undefined],
  [() => formOf([["phone", "1"]]), "phone", "1"],
  [() => formOf([["phone", "1"], ["email", "x"], ["phone", "2"]]), "phone", "2"],
  [() => formOf([["phone", "1"], ["phone", ""]]), "phone", undefined], // the last counts
  [() => new FormData(), "phone", undefined],
  [form, "phone", "5"],
  [form, "off", undefined],
  [() => new URLSearchParams("phone=1&phone=+2"), "phone", " 2"],
  [() => "phone=%2B5&code=12+34", "code", "12 34"],
  [() => "phone=%2B5&code=12", "phone", "+5"],
  [() => "phone=٠٥", "phone", "٠٥"],
  [() => "?phone=5&code=1", "phone", undefined], // as it is sent, its name is ?phone
  [() => "?phone=5&code=1", "code", "1"],
  [() => "phone", "phone", undefined],
  [() => "1234", "length", undefined],
  [() => "1234", "code", undefined],
  [() => undefined, "phone", undefined],
];
test("a member is there when it is anything but missing, null or an empty text", () => {
  for (const [make, name, want] of members) {
    assert.deepEqual(found(make(), [name, "other"]), want === undefined ? [] : [{ name, value: want }], `${make} at ${name}`);
  }
});

test("a member that is no text and no number is there, with an empty text", () => {
  const values = [{ code: "+966", number: 5 }, ["1"], true, false, new Date(NaN).getTime, [], {}];
  for (const phone of values.filter((value) => typeof value != "function")) {
    assert.deepEqual(found({ phone }, ["phone"]), [{ name: "phone", value: "" }]);
  }
  assert.deepEqual(found(formOf([["phone", file()]]), ["phone"]), [{ name: "phone", value: "" }]);
  assert.deepEqual(found({ phone: new Date(0) }, ["phone"]), [{ name: "phone", value: "1970-01-01T00:00:00.000Z" }]);
  assert.isEmpty(found({ phone: () => 1, code: Symbol(), email: NaN }, ["phone", "code", "email"]), "as JSON has them");
});

test("members of a dataset and of a proxy over it are read", () => {
  const { dataset } = Object.assign(document.createElement("p"));
  dataset.phone = "5";
  assert.deepEqual(found(dataset, ["phone"]), [{ name: "phone", value: "5" }]);
  assert.deepEqual(found(new Proxy({ ...dataset }, {}), ["phone"]), [{ name: "phone", value: "5" }]);
});

test("the members are those asked for, in that order, also where they aren't there", () => {
  const want = [["2", true], ["", false], ["1", true]].map(([value, there]) => ({ value, there, changed: false }));
  assert.deepEqual(look({ b: 1, a: 2, c: 3 }, ["a", "d", "b"]).members, want);
});

test("members of another frame's forms are read", () => {
  const other = otherWindow();
  assert.deepEqual(found(formOf([["phone", "1"]], new other.FormData()), ["phone"]), [{ name: "phone", value: "1" }]);
  assert.deepEqual(found(new other.URLSearchParams("phone=1"), ["phone"]), [{ name: "phone", value: "1" }]);
});

test("the text of a text and of a number is there as a whole, and of nothing else", () => {
  for (const [value, text] of [["1234", "1234"], ["", ""], [1234, "1234"], [new String("12"), "12"], [new Number(12), "12"], [file(), ""], ["a=1", ""], [{}, ""], [undefined, ""]]) {
    assert.strictEqual(look(value, []).text, text);
  }
});

// What has no words here is said by the rules: "it can't be read" (profile/prepare.go).
const problems = [
  ["a cycle", () => hostile.circular(), /circular|cyclic/i],
  ["a cycle in a list", () => { const list = [1]; list.push({ list }); return { list }; }, /circular|cyclic/i],
  ["a cycle beside a file", () => Object.assign(hostile.circular(), { file: file() }), /circular|cyclic/i],
  ["a BigInt", () => hostile.bigint(), /BigInt/],
  ["a file behind a proxy", () => ({ file: new Proxy(file(), { get: (of, name) => (name == Symbol.toStringTag ? "File" : of[name]) }) }), /^a file behind a proxy can't be read: pass the file itself$/],
  ["a toJSON that throws", () => hostile.toJSON(), /^$/],
  ["a toJSON that throws text", () => ({ toJSON() { throw "{}"; } }), /^$/],
  ["a toJSON that throws null", () => ({ toJSON() { throw null; } }), /^$/],
  ["a toJSON that throws undefined", () => ({ toJSON() { throw undefined; } }), /^$/],
  ["a getter that throws", () => hostile.getter(), /^$/],
  ["a proxy that throws", () => hostile.proxy(), /^$/],
  ["a proxy without keys", () => new Proxy({}, { ownKeys() { throw 1; } }), /^$/],
  ["a revoked proxy", () => hostile.revoked(), /./],
  ["a tag that throws", () => hostile.tag(), /^$/],
];
for (const [name, make, want] of problems) {
  test(`what can't be encoded is told to the theme's author: ${name}`, () => {
    const { kind, problem, members, copied } = look(make(), ["a", "phone"]);
    assert.deepEqual([kind, members, copied], [KIND.other, undefined, undefined]);
    assert.match(problem, want);
    forgiveInternal(); // asking a proxy for a file's size throws
  });
}

test("a BigInt that has toJSON is what that says", () => {
  const own = Object.getOwnPropertyDescriptor(BigInt.prototype, "toJSON");
  BigInt.prototype.toJSON = function () { return this.toString(); };
  try {
    assert.deepEqual(found({ phone: 5n }, ["phone"]), [{ name: "phone", value: "5" }]);
  } finally {
    if (!own) delete BigInt.prototype.toJSON;
  }
});
