// Requests that the module makes itself, and what comes of them.
import { answer, assert, file, formOf, hangs, otherWindow, rejection, test } from "../tools.js";
import { alone, outcome } from "./page.js";

const bodies = [[200, '{"a":[1,null]}', { a: [1, null] }], [201, '"text"', "text"], [202, "plain", "plain"], [200, "7", 7], [200, "true", true], [200, "[]", []],
  [299, '{"success":false}', { success: false }]];
test("a call resolves to the body, parsed where it is JSON", async () => {
  const win = await alone();
  for (const [status, body, want] of bodies) {
    answer(status, body, {}, win);
    assert.deepEqual(await win.salla.profile.updateSettings({}), want);
  }
});

test("a call resolves to the response, as axios shows it, where there is no body", async () => {
  const win = await alone();
  for (const [status, body, want] of [[204, null, ""], [200, "", ""], [200, "null", null], [200, "0", 0], [200, "false", false]]) {
    answer(status, body, { headers: { "X-A": "1" }, statusText: "Fine" }, win);
    const { data, headers, config, request, ...rest } = await win.salla.profile.updateSettings({ a: 1 });
    assert.deepEqual([data, rest, headers["x-a"], config.url, config.method, config.data, request.status],
      [want, { status, statusText: "Fine" }, "1", "https://api.test/profile/settings", "post", '{"a":1}', status]);
  }
});

test("what a mock of fetch answers without headers is an answer", async () => {
  for (const headers of [undefined, null, {}, { get: () => null }]) {
    const win = await alone();
    const mock = (status, text) => (win.fetch = async () => ({ status, headers, text: async () => text }));
    mock(422, '{"success":false}');
    const { code, response } = await rejection(win.salla.profile.updateSettings({}));
    assert.deepEqual([code, response.status, response.data], ["ERR_BAD_REQUEST", 422, { success: false }]);
    mock(204, "");
    assert.deepInclude(await win.salla.profile.updateSettings({}), { status: 204, data: "" });
  }
});

const cut = (win) => new win.Response(new win.ReadableStream({
  start(controller) {
    controller.enqueue(new TextEncoder().encode('{"a":'));
    setTimeout(() => controller.error(new Error("cut")), 5);
  },
}));
const stalls = (win) => async (url, { signal }) =>
  new win.Response(new win.ReadableStream({ start: (controller) => signal.addEventListener("abort", () => controller.error(signal.reason)) }));

const NETWORK = ["AxiosError", "Network Error", "ERR_NETWORK"];
const failures = {
  "no server": [(win) => win.salla.profile.configure({ api: "http://127.0.0.1:9" }), ["info"], NETWORK],
  "fetch throws": [(win) => (win.fetch = () => { throw new Error("no"); }), ["info"], NETWORK],
  "fetch rejects with nothing": [(win) => (win.fetch = () => Promise.reject()), ["info"], NETWORK],
  "no fetch": [(win) => (win.fetch = undefined), ["info"], NETWORK],
  "fetch is a number": [(win) => (win.fetch = 7), ["info"], NETWORK],
  "a getter of fetch throws": [(win) => Object.defineProperty(win, "fetch", { configurable: true, get() { throw new Error("no"); } }), ["update", {}], NETWORK],
  "a header that can't be sent": [(win) => (win.fetch = async (_, { headers }) => new win.Headers(headers)), ["update", {}, { headers: { "X-A": "1\n2" } }], NETWORK],
  "the body fails midway": [(win) => (win.fetch = async () => cut(win)), ["info"], NETWORK],
  "the body was read": [(win) => (win.fetch = async () => { const response = new win.Response("{}"); await response.text(); return response; }), ["info"], NETWORK],
  "no response": [(win) => (win.fetch = async () => undefined), ["info"], NETWORK],
  "too late": [(win) => (win.fetch = hangs), ["info", { timeout: 30 }], ["AxiosError", "timeout of 30ms exceeded", "ECONNABORTED"]],
  "too late midway": [(win) => (win.fetch = stalls(win)), ["info", { timeout: 30 }], ["AxiosError", "timeout of 30ms exceeded", "ECONNABORTED"]],
};
for (const [name, [prepare, [method, ...args], want]] of Object.entries(failures)) {
  test(`alone, a request fails: ${name}`, async () => {
    const win = await alone();
    prepare(win);
    const error = await rejection(win.salla.profile[method](...args));
    win.uncaught.length = 0; // that there is no fetch looks like a fault of ours
    assert.ok(error instanceof win.Error);
    assert.deepEqual([error.name, error.message, error.code, error.status, error.response, { ...error.request }], [...want, undefined, undefined, {}]);
  });
}

for (const when of ["before", "at once", "later", "from another frame"]) {
  test(`alone, a request is given up ${when}`, async () => {
    const win = await alone();
    const requests = when == "before" ? answer(200, "{}", {}, win) : [];
    if (when != "before") win.fetch = hangs;
    const controller = new (when == "from another frame" ? otherWindow() : win).AbortController();
    if (when == "before") controller.abort();
    const promise = rejection(win.salla.profile.update({}, { signal: controller.signal, timeout: 500_000 }));
    if (when == "at once") controller.abort();
    else setTimeout(() => controller.abort(), 5);
    const error = await promise;
    assert.deepEqual([error.name, error.message, error.code, requests.length], ["CanceledError", "canceled", "ERR_CANCELED", 0]);
  });
}

test("alone, what is no signal and no timeout gives nothing up", async () => {
  const win = await alone();
  answer(200, '"good"', {}, win);
  assert.strictEqual(await win.salla.profile.info({ signal: "x", timeout: -1 }), "good");
});

test("alone, the error of an answer has all that the SDK spreads into dataLayer, and no token", async () => {
  const win = await alone({ headers: { "X-Theme": "raed" } });
  answer(422, '{"error":{"message":"Invalid"}}', { headers: { "X-Request-Id": "7" }, statusText: "Unprocessable" }, win);
  const { error } = await outcome(win.salla.profile.update({ a: 1 }, { headers: { "X-A": 1, "X-No": null } }));
  assert.ok(error instanceof win.Error && typeof error.stack == "string");
  assert.notInclude(JSON.stringify({ ...error }), "secret");
  const headers = {
    Accept: "application/json, text/plain, */*", "Content-Type": "application/json", "X-Requested-With": "XMLHttpRequest", "S-SOURCE": "twilight",
    "S-APP-VERSION": "1.2.3", "S-APP-OS": "browser", "cache-control": "no-cache", "Store-Identifier": "1", "X-Theme": "raed", "X-A": "1",
  };
  const config = { url: "https://api.test/profile/update", method: "post", headers, data: '{"a":1}' };
  const request = { responseURL: "", status: 422 };
  assert.deepEqual(JSON.parse(JSON.stringify({ ...error })), {
    name: "AxiosError", isAxiosError: true, code: "ERR_BAD_REQUEST", message: "Request failed with status code 422", status: 422, config, request,
    response: {
      data: { error: { message: "Invalid" } }, status: 422, statusText: "Unprocessable",
      headers: { "content-type": "text/plain;charset=UTF-8", "x-request-id": "7" }, config, request,
    },
  });
});

test("alone, an error has the status and the data of any answer", async () => {
  const win = await alone();
  for (const [status, body, data] of [[500, "<html>", "<html>"], [500, "", ""], [404, null, ""], [304, null, ""], [500, "null", null]]) {
    answer(status, body, {}, win);
    const { error } = await outcome(win.salla.profile.info());
    assert.deepEqual([error.status, error.response.status, error.response.data], [status, status, data]);
  }
});

test("alone, another script's fetch may change what it is given: the next request is as it should be", async () => {
  const win = await alone();
  const seen = [];
  win.fetch = async (url, init) => {
    seen.push([init.headers.Authorization, "X-More" in init.headers, init.body]);
    Object.assign(init.headers, { Authorization: "Bearer other", "X-More": "1" });
    init.body = init.method = "x";
    return new win.Response("{}");
  };
  for (let i = 0; i < 2; i++) await win.salla.profile.update({ a: 1 });
  assert.deepEqual(seen, Array(2).fill(["Bearer secret", false, '{"a":1}']));
});

test("alone, another script's fetch may answer with something like a Response", async () => {
  const win = await alone();
  const headers = new win.Headers();
  for (const [status, want] of [[200, 1], ["200", 1], [200.5, 1], [299, 1], [-1, -1]]) {
    win.fetch = async () => ({ status, headers, text: async () => '{"a":1}' });
    const { value, error } = await outcome(win.salla.profile.update({}));
    assert.strictEqual(value ? value.a : error.status, want, String(status));
  }
  for (const status of [undefined, null, NaN, {}]) {
    win.fetch = async () => ({ status, headers, text: async () => '{"a":1}' });
    const { error } = await outcome(win.salla.profile.update({}));
    assert.ok(error instanceof win.Error || error === undefined, String(status));
  }
});

test("alone, a refusal has the error of a server's 422, in the page's language", async () => {
  const win = await alone();
  const requests = answer(200, "{}", {}, win);
  for (const [lang, message] of [["en", "Enter the verification code."], ["ar", "أدخل رمز التحقق."]]) {
    win.document.documentElement.lang = lang;
    const { error } = await outcome(win.salla.profile.verify());
    const { name, isAxiosError, code, local, status, response, config } = { ...error };
    assert.deepEqual([error.message, name, isAxiosError, code, local, status, requests.length], [message, "AxiosError", true, "ERR_VALIDATION", true, 422, 0]);
    assert.deepEqual({ ...response }, {
      statusText: "Unprocessable Entity", status: 422, headers: {},
      data: { status: 422, success: false, error: { message, code: 422, fields: { code: [message] } } },
    });
    assert.deepEqual([config.url, config.method, "Authorization" in config.headers], ["https://api.test/profile/verify", "post", false]);
  }
});

const form = () => formOf([["a", "1"]]);
const CALLS = [["update", form], ["update", () => undefined], ["info"], ["update", () => ({ a: 1 })], ["update", () => "a=1"]];
const TYPES = [{}, { "Content-Type": "multipart/form-data" }, { "Content-type": "text/y", "CONTENT-TYPE": "text/z" }];
// By what configure says: of each call the Content-Type with each of TYPES. Multipart has the browser's boundary.
const types = [
  [{}, [["", "", ""], ["", "", ""], ["", "", ""], ["application/json", "", "text/z"], ["application/x-www-form-urlencoded", "multipart/form-data", "text/z"]]],
  [{ "content-type": "text/x" }, [["", "", ""], ["", "", ""], ["", "", ""], ["text/x", "", "text/z"], ["text/x", "multipart/form-data", "text/z"]]],
];
test("alone, a type that was set by hand goes with a body that has one; of a header named twice the last counts", async () => {
  for (const [headers, want] of types) {
    const win = await alone({ headers });
    for (const [i, [name, payload]] of CALLS.entries()) {
      for (const [j, headers] of TYPES.entries()) {
        const requests = answer(200, "{}", {}, win);
        await win.salla.profile[name](...(payload ? [payload(), { headers }] : [{ headers }]));
        const [, type = ""] = Object.entries(requests[0].headers).find(([name]) => /content-type/i.test(name)) || [];
        assert.strictEqual(type, want[i][j], `${name} ${payload} ${JSON.stringify(headers)}`);
      }
    }
  }
});

test("alone, what is sent is what the payload holds at the call, whatever becomes of it later", async () => {
  const win = await alone();
  const requests = answer(200, "{}", {}, win);
  const object = { a: 1 };
  const avatar = formOf([["avatar", file()]]);
  const all = [win.salla.profile.update(object), win.salla.profile.updateSettings(avatar), win.salla.profile.info({}), win.salla.profile.delete()];
  object.a = 2;
  avatar.append("b", "2");
  await Promise.all(all);
  assert.sameDeepMembers(requests.map(({ url, method, body, headers }) => [url.slice(16), method, body instanceof win.FormData ? [...body].length : body, headers["Content-Type"]]), [
    ["/profile/update", "POST", '{"a":1}', "application/json"], ["/profile/settings", "POST", 1, undefined], ["/auth/user", "GET", undefined, undefined],
    ["/profile", "DELETE", undefined, undefined],
  ]);
});
