// What goes wrong with the SDK, and what its errors say.
import { answer, assert, hangs, test } from "../tools.js";
import { AxiosError, alone, leaving, names, outcome, withSDK } from "./page.js";

for (const [by, refuse] of Object.entries({
  "a mock's adapter": (axios, no) => (axios.defaults.adapter = no("ERR_NETWORK")),
  "an interceptor": (axios, no) => (axios.post = no("ERR_BAD_REQUEST")),
  "an interceptor, without a code": (axios, no) => (axios.post = no(undefined)),
})) {
  test(`on leaving, what is refused by ${by} is an answer, and not asked again`, async () => {
    const win = await withSDK();
    let count = 0;
    refuse(win.salla.api.axios, (code) => async (config) => { count++; throw new AxiosError("no", code, config); });
    const { error } = await leaving(win, () => outcome(win.salla.profile.update({ a: 1 })));
    assert.deepEqual([count, error.message], [1, "no"]);
  });
}

const breaksOff = (win) => async () => new win.Response(new win.ReadableStream({ start: (controller) => controller.error(new win.TypeError("network error")) }));

// What a page does, which call it makes, and the error: name, message, code, status, the name of its cause.
const faults = {
  "an answer": [(win) => answer(422, '{"error":{"message":"Invalid"}}', {}, win), ["update", { a: 1 }],
    ["AxiosError", "Request failed with status code 422", "ERR_BAD_REQUEST", 422, null]],
  "no answer": [(win) => (win.fetch = async () => { throw new TypeError("Failed to fetch"); }), ["update", { a: 1 }],
    ["AxiosError", "Network Error", "ERR_NETWORK", null, "TypeError"]],
  "what fetch refuses": [(win) => (win.fetch = async (_, { headers }) => new win.Headers(headers)), ["update", {}, { headers: { "X-A": "1\n2" } }],
    ["AxiosError", "Network Error", "ERR_NETWORK", null, "TypeError"]],
  "an answer that breaks off": [(win) => (win.fetch = breaksOff(win)), ["info"], ["AxiosError", "Network Error", "ERR_NETWORK", null, "TypeError"]],
  "another script's fetch": [(win) => (win.fetch = async () => { throw new Error("no"); }), ["info"], ["AxiosError", "Network Error", "ERR_NETWORK", null, "Error"]],
  "too late": [(win) => (win.fetch = hangs), ["info", { timeout: 1 }], ["AxiosError", "timeout of 1ms exceeded", "ECONNABORTED", null, null]],
  "too late for the instance": [(win) => { win.fetch = hangs; win.salla.api.axios.defaults.timeout = 2; }, ["info"],
    ["AxiosError", "timeout of 2ms exceeded", "ECONNABORTED", null, null]],
  "too late, and its name is asked for": [
    (win) => { win.fetch = hangs; win.salla.api.axios.defaults.transitional = { clarifyTimeoutError: true }; }, ["info", { timeout: 1 }],
    ["AxiosError", "timeout of 1ms exceeded", "ETIMEDOUT", null, null]],
  "an interceptor's own error": [(win) => (win.salla.api.axios.get = async () => { throw new AxiosError("mine"); }), ["info"], ["AxiosError", "mine", null, null, null]],
  "an interceptor that throws at once": [(win) => (win.salla.api.axios.get = () => { throw new Error("mine"); }), ["info"], ["Error", "mine", null, null, null]],
};
for (const [name, [prepare, [method, ...args], want]] of Object.entries(faults)) {
  test(`with the SDK, an error is axios's: ${name}`, async () => {
    const win = await withSDK();
    prepare(win);
    const { error } = await outcome(win.salla.profile[method](...args));
    assert.deepEqual([error.name, error.message, error.code ?? null, error.status ?? null, error.cause?.name ?? null], want);
  });
}

test("with the SDK, whatever an interceptor throws is what the call rejects with", async () => {
  const win = await withSDK();
  for (const thrown of [undefined, null, 0, "text", new Error("mine"), Object.freeze({ code: "mine" })]) {
    win.salla.api.axios.get = async () => { throw thrown; };
    const made = await outcome(win.salla.profile.info());
    assert.ok("error" in made && made.error === thrown);
  }
});

test("with the SDK, answers and errors tell no token", async () => {
  const win = await withSDK();
  const { profile, api } = win.salla;
  const sent = [];
  const look = ({ config, request, response }) => {
    assert.notInclude(JSON.stringify([config, request, response?.config, response?.request]), "secret");
    return [Object.keys(config.headers), request];
  };
  const config = { headers: { "X-A": "1", AUTHORIZATION: "Bearer secret" } };
  win.fetch = async (url, { headers }) => { sent.push(new Headers(headers).get("authorization")); return new win.Response("{}", { status: 500 }); };
  assert.deepEqual(look((await outcome(profile.update({ a: 1 }, config))).error), [["X-A"], { responseURL: "https://store.test/api/profile/update", status: 500 }]);
  win.fetch = async () => new win.Response(null, { status: 204 }); // resolves to the answer itself
  assert.deepEqual(look(await profile.update({ a: 1 })), [[], { responseURL: "https://store.test/api/profile/update", status: 204 }]);
  win.fetch = async () => { throw new TypeError("Failed to fetch"); };
  assert.deepEqual(look((await outcome(profile.info())).error), [[], { responseURL: "https://store.test/api/auth/user" }]);
  // Another's objects may not be changed.
  const frozen = Object.freeze({ headers: Object.freeze({ Authorization: "Bearer theirs" }) });
  api.axios.post = async () => Object.freeze({ status: 200, data: { n: 1 }, request: Object.freeze({ headers: {} }), config: frozen });
  assert.deepEqual(await profile.update({ a: 1 }), { n: 1 });
  assert.strictEqual(config.headers.AUTHORIZATION, "Bearer secret");
  assert.lengthOf(sent, 1);
  assert.include(sent[0], "Bearer secret");
});

for (const [what, breaks] of [["handleAfterResponseActions", (salla, no) => (salla.api.handleAfterResponseActions = no)],
  ["requestFailed", (salla, no) => (salla.event.document.requestFailed = no)], ["handleErrorResponse", (salla, no) => (salla.api.handleErrorResponse = no)]]) {
  test(`with the SDK, what a listener of ${what} throws changes no outcome`, async () => {
    const win = await withSDK();
    const { salla } = win;
    breaks(salla, () => { throw new Error("broken"); });
    const handle = salla.api.handleErrorResponse;
    salla.api.handleErrorResponse = function (error) { handle(error); this.handleAfterResponseActions(error.response.data); };
    const heard = [];
    salla.event.profile.infoFetched = (body) => heard.push(["info", body]);
    salla.event.profile.updateFailed = (error) => heard.push(["updateFailed", error.status]);
    salla.event.profile.infoNotFetched = salla.event.profile.updated = () => heard.push("wrong");
    answer(200, '{"n":1}', {}, win);
    assert.deepEqual(await salla.profile.info(), { n: 1 });
    answer(500, "{}", {}, win);
    assert.strictEqual((await outcome(salla.profile.update({}))).error.status, 500);
    assert.deepEqual(heard, [["info", { n: 1 }], ["updateFailed", 500]]);
  });
}

test("with the SDK, a listener that calls again asks anew: by then the answer is here", async () => {
  for (const status of [200, 500]) {
    const win = await withSDK();
    let count = 0, again;
    win.fetch = async () => new win.Response(JSON.stringify({ n: ++count }), { status: count == 1 ? status : 200 });
    const call = () => { again = again || win.salla.profile.info(); };
    if (status == 200) win.salla.api.handleAfterResponseActions = call;
    else win.salla.event.document.requestFailed = call;
    const { value, error } = await outcome(win.salla.profile.info());
    assert.deepEqual([value || error.response.data, await again, count], [{ n: 1 }, { n: 2 }, 2]);
  }
});

test("with the SDK, the verification is pending when its listeners hear of the answer, and over when they hear of verify's", async () => {
  const win = await withSDK();
  const { profile, api } = win.salla;
  const seen = [];
  api.handleAfterResponseActions = () => seen.push(profile.pendingVerification);
  api.handleErrorResponse = function (error) { this.handleAfterResponseActions(error.response.data); };
  answer(200, '{"data":{"verification":{"status":"pending","type":"mobile"}}}', {}, win);
  await profile.updateContacts({ phone: "5" });
  answer(422, '{"data":{"verification":{"status":"pending","type":"email"}}}', {}, win); // a failure changes nothing
  await outcome(profile.verify("1"));
  answer(200, "{}", {}, win);
  await profile.verify("1");
  const pending = { type: "mobile", phone: "5", country_code: "SA" };
  assert.deepEqual(seen, [pending, pending, null]);
});

test("with the SDK, a failure may have after-actions", async () => {
  const win = await withSDK();
  win.salla.api.handleErrorResponse = function (error) { this.handleAfterResponseActions(error.response.data); };
  answer(422, '{"error":{"message":"Invalid"}}', {}, win);
  const { error } = await outcome(win.salla.profile.verify("1"));
  assert.strictEqual(error.status, 422);
  assert.includeMembers(names(win), ["event.document.requestFailed", "api.handleAfterResponseActions"]);
});

for (const sdk of [false, true]) {
  test(`why a request was aborted is the theme's to say, and to hear again, ${sdk ? "with the SDK" : "alone"}`, async () => {
    const win = sdk ? await withSDK() : await alone();
    win.fetch = hangs;
    for (const reason of [undefined, "no", 0, { why: "left" }, null]) {
      for (const when of ["before", "at once", "later"]) {
        const controller = new AbortController();
        if (when == "before") controller.abort(reason);
        const promise = outcome(win.salla.profile.update({ a: 1 }, { signal: controller.signal }));
        if (when == "later") await new Promise((resolve) => setTimeout(resolve));
        controller.abort(reason);
        const { error } = await promise;
        assert.deepEqual([error.name, error.code, error.message], ["CanceledError", "ERR_CANCELED", "canceled"], when);
        assert.strictEqual(error.cause, controller.signal.reason);
      }
    }
    const { error } = await outcome(win.salla.profile.info({ signal: AbortSignal.timeout(1) }));
    assert.deepEqual([error.name, error.cause.name], ["CanceledError", "TimeoutError"]);
  });
}
