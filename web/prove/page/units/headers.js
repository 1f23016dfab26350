// Headers and answers' texts: bridge/page/headers.js; a call's options: options.js.
import { assert, fresh, hostile, inFrame, test } from "../tools.js";

const { headers, options } = await fresh();
const { parsed, refusedHeader, xsrfToken } = headers;
const { fieldsOf, optionsOf } = options;

test("a header that fetch refuses is named, without its value", () => {
  for (const [name, value] of [["X-A", "1\n2"], ["bad name", "x"], ["X-Arabic", "مرحبا"], ["", "x"]]) {
    const { message, name: kind } = refusedHeader({ "X-Good": "1", [name]: value });
    assert.deepEqual([kind, message], ["TypeError", `The header ${name} can't be sent`]);
  }
  assert.strictEqual(refusedHeader({ "X-A": "1", "X-B": "" }), undefined);
});

test("no header is refused where a page has no Headers", async () => {
  const { headers } = await inFrame("delete window.Headers;");
  assert.strictEqual(headers.refusedHeader({ "bad name": "x" }), undefined);
});

test("the XSRF cookie is for the page's own origin, decoded, and for no other", () => {
  document.cookie = "XSRF-TOKEN=abc%3D%3D";
  document.cookie = "NOT-XSRF-TOKEN=no";
  try {
    assert.strictEqual(xsrfToken("", "XSRF-TOKEN"), "abc==");
    for (const path of ["", "/", "/api/v1"]) assert.strictEqual(xsrfToken(location.origin + path, "XSRF-TOKEN"), "abc==");
    for (const url of ["https://api.test", location.origin + "0", location.origin + ".evil.test", "/api"]) assert.notOk(xsrfToken(url, "XSRF-TOKEN"), url);
    assert.notOk(xsrfToken(location.origin, "OTHER"));
    assert.notOk(xsrfToken(location.origin, "TOKEN"));
  } finally {
    for (const name of ["XSRF-TOKEN", "NOT-XSRF-TOKEN"]) document.cookie = name + "=; max-age=0";
  }
});

test("a body is parsed where it is JSON, and otherwise text", () => {
  for (const [text, want] of [['{"a":[1,null]}', { a: [1, null] }], ['"text"', "text"], ["plain", "plain"], ["7", 7], ["true", true], ["[]", []], ["", ""], ["null", null],
    ["<html>", "<html>"], ["{", "{"]]) {
    assert.deepEqual(parsed(text), want);
  }
});

const field = (name, value) => ({ name, value });
const given = [
  [{ "X-A": 1, "X-B": "b", c: true }, [field("X-A", "1"), field("X-B", "b"), field("c", "true")]],
  [{ "X-No": null, "X-Undefined": undefined, "X-False": false, "X-Empty": "", "X-Zero": 0 }, [field("X-Empty", ""), field("X-Zero", "0")]],
  [new Headers({ "X-A": "1", "X-B": "2" }), [field("x-a", "1"), field("x-b", "2")]],
  [[["X-A", "1"], ["x-a", 2]], [field("X-A", "1"), field("x-a", "2")]],
  [new Map([["a", "1"]]), [field("a", "1")]],
  [undefined, []], [null, []], ["text", []], [7, []],
];
test("headers are an object, Headers, or a list of pairs; null, undefined and false are none", () => {
  for (const [headers, want] of given) assert.deepEqual(fieldsOf(headers), want);
});

test("headers that throw are those before", () => {
  for (const make of [hostile.getter, hostile.proxy, hostile.revoked]) assert.deepEqual(fieldsOf(make()), []);
  assert.deepEqual(fieldsOf({ a: "1", b: hostile.primitive(), c: "3" }), [field("a", "1")]);
  window.uncaught.length = 0;
});

const controller = new AbortController();
const NOTHING = { signal: undefined, timeout: 0, headers: [] };
test("a call's options are its signal, timeout and headers", () => {
  assert.deepEqual(optionsOf({ signal: controller.signal, timeout: 5000.7, headers: { a: 1 } }), { signal: controller.signal, timeout: 5000, headers: [field("a", "1")] });
  assert.deepEqual(optionsOf({}), NOTHING);
});

test("what can't be a signal or a timeout is none", () => {
  for (const signal of ["x", 7, {}, { aborted: true }, null, true]) assert.deepEqual(optionsOf({ signal }), NOTHING);
  for (const timeout of [-1, 0, NaN, null, "x", {}, undefined]) assert.deepEqual(optionsOf({ timeout }), NOTHING);
  assert.strictEqual(optionsOf({ timeout: "30" }).timeout, 30);
});

test("a timeout is at most what a timer takes", () => {
  for (const timeout of [Infinity, 1e12, 2 ** 31]) assert.strictEqual(optionsOf({ timeout }).timeout, 2 ** 31 - 1);
});

test("what is no object has no options, nor has a response", () => {
  for (const value of [undefined, null, 7, "text", true, () => 1, { status: 200, headers: { a: "1" }, data: {} }]) assert.strictEqual(optionsOf(value), undefined);
});

test("options that throw are none", () => {
  for (const make of [hostile.revoked, () => ({ get signal() { throw new Error("no"); } }), () => ({ timeout: hostile.primitive() })]) {
    assert.strictEqual(optionsOf(make()), undefined);
  }
  window.uncaught.length = 0;
});
