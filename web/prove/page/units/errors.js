// The shape of errors: bridge/page/errors.js.
import { assert, fresh, hostile, inFrame, test } from "../tools.js";

const { errors, values: { fromFields } } = await fresh();
const { configOf, createError, error, infoOf, withGetters } = errors;

const REQUEST = {
  url: "https://api.test/profile/update", verb: "post", body: { encoded: '{"a":1}' }, payload: { a: 1 },
  headers: [{ name: "X-A", value: "1" }, { name: "AUTHORIZATION", value: "Bearer secret" }, { name: "authorization", value: "Bearer secret" }],
};
const NETWORK = { name: "AxiosError", message: "Network Error", code: "ERR_NETWORK", fields: [] };
const REFUSAL = {
  name: "AxiosError", message: "Enter the verification code.", code: "ERR_VALIDATION", local: true, status: 422,
  fields: [{ name: "phone", value: "Enter the verification code." }, { name: "email", value: "and this" }],
};
const response = () => ({ status: 429, statusText: "Slow", data: {}, headers: { "retry-after": "7", "x-empty": "" }, request: { responseURL: "u", status: 429 } });
const ANSWERED = () => ({ name: "AxiosError", message: "Request failed with status code 429", code: "ERR_BAD_REQUEST", status: 429, fields: [], response: response() });

test("an error is an Error whose members are its own and enumerable", () => {
  const made = error(REQUEST, NETWORK);
  assert.ok(made instanceof Error);
  assert.deepEqual({ ...made }, {
    name: "AxiosError", isAxiosError: true, status: undefined, response: undefined, request: {}, message: "Network Error", code: "ERR_NETWORK",
    config: { url: REQUEST.url, method: "post", headers: { "X-A": "1" }, data: '{"a":1}' },
  });
  assert.isString(made.stack);
});

test("a page that has made Error its own gets an Error of the browser's", async () => {
  for (const theirs of ["{}", "undefined", "function (text) { this.text = text; }"]) {
    const { win, errors } = await inFrame(`window.own = Error; window.Error = ${theirs};`);
    const made = errors.error(REQUEST, NETWORK);
    assert.ok(made instanceof win.own, theirs);
    assert.strictEqual(made.code, "ERR_NETWORK");
  }
});

test("an error never tells the token", () => {
  for (const failure of [NETWORK, REFUSAL, ANSWERED()]) {
    const made = error(REQUEST, failure);
    assert.notInclude(JSON.stringify([made, { ...made }, made.config]), "secret");
  }
});

test("an error of an answer has the response, its status and its request", () => {
  const made = error(REQUEST, ANSWERED());
  assert.deepEqual([made.status, made.response.status, made.request, made.code], [429, 429, { responseURL: "u", status: 429 }, "ERR_BAD_REQUEST"]);
});

test("response.headers can be asked in any case", () => {
  const headers = withGetters({ "retry-after": "7", "x-empty": "" });
  assert.deepEqual(["retry-after", "Retry-After", "x-empty", "x-none"].map((name) => [headers.get(name), headers.has(name)]),
    [["7", true], ["7", true], ["", true], [undefined, false]]);
  assert.deepEqual(Object.keys(headers), ["retry-after", "x-empty"]);
  for (const name of ["toString", "constructor", "get", "has", undefined, null]) assert.ok(!headers.has(name) && headers.get(name) === undefined);
});

test("toJSON says what handlers use of axios's, and nothing of the response", () => {
  const made = error(REQUEST, ANSWERED());
  const { stack, config, ...rest } = made.toJSON();
  assert.deepEqual(rest, { name: "AxiosError", message: "Request failed with status code 429", code: "ERR_BAD_REQUEST", status: 429 });
  assert.ok(typeof stack == "string" && config === made.config);
  assert.strictEqual(JSON.stringify(made), JSON.stringify(made.toJSON()));
  assert.notInclude(Object.keys(made), "toJSON");
});

test("a refusal has the answer that the server would have given, with the invalid fields", () => {
  const made = error(REQUEST, REFUSAL);
  const { message } = REFUSAL;
  assert.deepEqual([made.code, made.local, made.status, made.request], ["ERR_VALIDATION", true, 422, undefined]);
  assert.deepEqual({ ...made.response }, {
    status: 422, statusText: "Unprocessable Entity", headers: {},
    data: { status: 422, success: false, error: { message, code: 422, fields: { phone: [message], email: ["and this"] } } },
  });
  assert.ok(!made.response.headers.has("a") && made.response.headers.get("a") === undefined);
});

test("only a refusal is local, only what has a code has one, only what has a cause has it", () => {
  assert.notProperty(error(REQUEST, NETWORK), "local");
  assert.notProperty(error(REQUEST, { ...NETWORK, code: "" }), "code");
  assert.notProperty(error(REQUEST, NETWORK), "cause");
  for (const cause of ["no", 0, null, { why: "left" }]) assert.strictEqual(error(REQUEST, { ...NETWORK, name: "CanceledError", cause }).cause, cause);
});

test("a plain error has a message, and nothing more", () => {
  const made = error(REQUEST, { plain: true, message: "SSO login is enabled.", fields: [] });
  assert.ok(made instanceof Error);
  assert.deepEqual([made.message, Object.keys(made)], ["SSO login is enabled.", []]);
});

test("the configuration of a request without headers or body", () => {
  assert.deepEqual(configOf({ url: "u", verb: "get", headers: [], body: undefined }), { url: "u", method: "get", headers: {}, data: undefined });
});

test("fields become an object; of a name the last counts", () => {
  assert.deepEqual(fromFields([{ name: "a", value: "1" }, { name: "b", value: "2" }, { name: "a", value: "3" }]), { a: "3", b: "2" });
});

test("document::request.failed is told the request as the SDK's methods have it", () => {
  assert.deepEqual(infoOf(REQUEST), { endPoint: REQUEST.url, payload: { a: 1 }, method: "post", options: {} });
  assert.deepEqual(infoOf({ url: "u", verb: "get" }), { endPoint: "u", payload: null, method: "get", options: {} });
  assert.deepEqual(infoOf({ url: "u", verb: "post" }), { endPoint: "u", payload: undefined, method: "post", options: {} });
});

test("members of any kind make an error", () => {
  for (const make of Object.values(hostile)) {
    const value = make();
    assert.strictEqual(createError({ message: "m", cause: value }).cause, value);
  }
});
