// bridge/page/values.js
import { assert, fresh, hostile, test } from "../tools.js";

const { values } = await fresh();
const { attempt, call, classOf, textOf, walk } = values;

const texts = [
  ["text", "text"], ["", ""], ["\0 \ud83d\ude00 \u0661", "\0 😀 ١"], [0, "0"], [-0, "0"], [1.5, "1.5"], [966555555555, "966555555555"],
  [NaN, "NaN"], [true, "true"], [false, "false"], [null, ""], [undefined, ""], [10n, ""], [Symbol("s"), ""], [{}, ""], [[], ""],
  [() => 1, ""], [new String("boxed"), ""],
];
test("textOf is the text of a string, a number and a boolean, and empty for anything else", () => {
  for (const [value, want] of texts) assert.strictEqual(textOf(value), want);
});

test("walk follows a dotted path, and is undefined where a step is missing", () => {
  assert.strictEqual(walk({ a: { b: [{ c: "deep" }] } }, "a.b.0.c"), "deep");
  assert.strictEqual(walk({ a: { b: 7 } }, "a.c"), undefined);
  assert.strictEqual(walk({ a: { b: 7 } }, "a.c.d"), undefined);
  assert.strictEqual(walk({ a: null }, "a.b"), undefined);
  assert.strictEqual(walk({ a: "text" }, "a.length"), 4);
  assert.strictEqual(walk({ get a() { return "got"; } }, "a"), "got");
  for (const nothing of [undefined, null, 7]) assert.strictEqual(walk(nothing, "a"), undefined);
});

test("walk returns the value itself, whatever it is", () => {
  for (const value of ["text", "0", 1, -1, 0.1, true, {}, [], () => {}, Symbol(), 1n, "", 0, -0, false, null]) {
    assert.ok(Object.is(walk({ a: { b: value } }, "a.b"), value));
  }
});

test("classOf tells classes across frames", () => {
  assert.deepEqual([{}, [], new FormData(), "", undefined].map(classOf), ["Object", "Array", "FormData", "String", "Undefined"]);
});

test("of fields with names in several cases the last stands last", () => {
  const fields = [["x-a", "1"], ["X-A", "2"], ["x-a", "3"]].map(([name, value]) => ({ name, value }));
  assert.deepEqual(Object.entries(values.fromFields(fields)), [["X-A", "2"], ["x-a", "3"]]);
});

test("attempt returns a result, and undefined where the page's code throws", () => {
  assert.strictEqual(attempt(() => 7), 7);
  assert.strictEqual(attempt(() => hostile.getter().a), undefined);
});

test("call calls a function of salla's on what holds it", () => {
  window.salla = { a: { n: 2, plus(...more) { return more.reduce((sum, x) => sum + x, this.n); } }, top: () => "top", no: 7 };
  assert.strictEqual(call("a.plus", 1, 3), 6);
  assert.strictEqual(call("top"), "top");
});

test("call is undefined where there is no such function, or where it throws", () => {
  for (const salla of [undefined, null, 7, {}, { a: null }, { a: { b: 7 } }, { a: { b: () => { throw new Error("no"); } } }]) {
    window.salla = salla;
    assert.strictEqual(call("a.b"), undefined);
    assert.strictEqual(call("b"), undefined);
  }
});

test("a fault of our own is written to the console of a development build", async () => {
  values.reportOwn(new Error("the page's"));
  const ours = new TypeError("x is not a function");
  ours.stack = "TypeError: x\n    at f (https://cdn.test/salla-profile.js:1:2)";
  const theirs = new TypeError("x is not a function");
  theirs.stack = "TypeError: x\n    at f (https://cdn.test/theme.js:1:2)\n    at g (https://cdn.test/salla-profile.js:1:2)";
  values.reportOwn(theirs);
  assert.isEmpty(window.uncaught);
  values.reportOwn(ours);
  assert.lengthOf(window.uncaught.splice(0), 1);
});
