// A page without the SDK: configuration, token and requests of bridge/page/standalone.
import { answer, assert, fresh, hangs, hostile, test, thrown } from "../tools.js";

test("what is configured, as texts", async () => {
  const { config } = await fresh();
  config.learn({ api: "https://api.test/v1//", storeId: 42, token: "t1", language: "ar", currency: "SAR", userId: 7, country: "SA", headers: { "X-A": "1", "X-No": null } });
  assert.deepEqual(config.configNow(), {
    storeId: "42", language: "ar", currency: "SAR", userId: "7", country: "SA", version: "1.2.3", token: "t1", tokenLater: false, headers: [{ name: "X-A", value: "1" }],
  });
  assert.strictEqual(config.config.api, "https://api.test/v1");
});

test("null takes a header back, in whatever case it was named", async () => {
  const { config } = await fresh();
  config.learn({ headers: { "X-Case": "1" } });
  config.learn({ headers: { "x-case": null } });
  assert.deepEqual(config.configNow().headers, []);
});

test("a configuration adds; null takes back, but not the address", async () => {
  const { config } = await fresh();
  config.learn({ api: "https://api.test", currency: "SAR", language: "ar", headers: { "X-A": "1", "X-B": "2" } });
  config.learn({ api: null, currency: null, headers: { "x-a": "3", "X-B": null } });
  const { currency, language, headers } = config.configNow();
  assert.deepEqual([config.config.api, currency, language, headers], ["https://api.test", "", "ar", [{ name: "x-a", value: "3" }]]);
});

test("what is no configuration is refused, and adds nothing", async () => {
  const { config } = await fresh();
  config.learn({ api: "https://api.test" });
  for (const options of [undefined, null, 7, "x", { api: "javascript:alert(1)", currency: "USD" }, { api: "ftp://a.test" }, { api: "http://" }]) {
    assert.ok(thrown(() => config.learn(options)) instanceof TypeError);
  }
  assert.deepEqual([config.config.api, config.configNow().currency], ["https://api.test", ""]);
});

const LATER = [() => "t", async () => "t", Promise.resolve("t"), { then() {} }];
test("a token that is a function or a promise is asked for later", async () => {
  const { config } = await fresh();
  for (const token of LATER) {
    config.learn({ token });
    assert.deepEqual([config.configNow().token, config.configNow().tokenLater, config.identityOfConfig().token], ["", true, ""]);
  }
  for (const [token, text] of [["t", "t"], [7, "7"], [new String("b"), "b"], [0, ""], [false, ""], ["", ""], [null, ""]]) {
    config.learn({ token });
    assert.deepEqual([config.configNow().token, config.configNow().tokenLater], [text, false]);
  }
});

/** What token() or send() are done with. */
const done = (fn, ...args) => new Promise((resolve) => fn(...args, resolve));

test("the token is asked for, and there may be none", async () => {
  const { config, token } = await fresh();
  for (const [given, text] of [...LATER.slice(0, 3).map((one) => [one, "t"]), [() => 7, "7"], [() => undefined, ""], [async () => false, ""], [() => ({}), ""]]) {
    config.learn({ token: given });
    const answer = await done(token.token, undefined, 0);
    assert.deepEqual([answer.ok, answer.token], [true, text]);
  }
});

test("a token function that has none is nobody", async () => {
  const { config, customer, token } = await fresh();
  const tokens = ["t", ""];
  config.learn({ token: () => tokens.shift() });
  const first = await done(token.token, undefined, 0);
  assert.notStrictEqual((await done(token.token, undefined, 0)).customer, first.customer);
  assert.strictEqual(customer.customerNow(), first.customer + 1);
});

test("a token that can't be had has a reason; one that takes long is given up", async () => {
  const { config, token } = await fresh();
  const no = new Error("no");
  for (const fail of [() => { throw no; }, () => Promise.reject(no)]) {
    config.learn({ token: fail });
    assert.deepEqual(await done(token.token, undefined, 0), { problem: "ERR_NETWORK", reason: no });
  }
  config.learn({ token: () => new Promise(() => {}) });
  assert.deepEqual(await done(token.token, undefined, 1), { problem: "ECONNABORTED" });
  assert.deepEqual(await done(token.token, AbortSignal.abort("why"), 0), { problem: "ERR_CANCELED", reason: "why" });
});

const request = (more) => ({ verb: "post", url: "https://api.test/x", query: "", headers: [], body: undefined, signal: undefined, timeout: 0, sender: {}, ...more });

test("a request goes by the fetch of now, with headers that are a plain object", async () => {
  const { send } = await fresh();
  const requests = answer(200, '{"data":1}');
  const sender = {};
  const { status, body, ok } = await done(send.send, request({ verb: "get", query: "a=1", headers: [{ name: "X-A", value: "1" }], sender }));
  assert.deepEqual([status, body, ok, sender], [200, { data: 1 }, true, { isSent: true, answered: true }]);
  const [{ url, method, headers, keepalive }] = requests;
  assert.deepEqual([url, method, headers, keepalive, Object.getPrototypeOf(headers) == Object.prototype], ["https://api.test/x?a=1", "GET", { "X-A": "1" }, false, true]);
  await done(send.send, request({ url: "https://api.test/x?b=2", query: "a=1" }));
  assert.strictEqual(requests[1].url, "https://api.test/x?b=2&a=1");
});

test("a body is encoded as a Content-Type set by hand says", async () => {
  const { payloads, send } = await fresh();
  const { value } = payloads.encode(payloads.look({ a: 1, b: { c: [2] } }, []).copied, []);
  const sent = async (type, body = value) => {
    const requests = answer();
    await done(send.send, request({ headers: type ? [{ name: "content-TYPE", value: type }] : [], body }));
    const [{ body: made, headers }] = requests;
    return [made instanceof FormData || made instanceof URLSearchParams ? [...made] : made, Object.values(headers)];
  };
  assert.deepEqual(await sent("application/json"), ['{"a":1,"b":{"c":[2]}}', ["application/json"]]);
  assert.deepEqual(await sent("multipart/form-data"), [[["a", "1"], ["b[c][0]", "2"]], []]);
  assert.deepEqual(await sent("application/x-www-form-urlencoded"), ["a=1&b%5Bc%5D%5B0%5D=2", ["application/x-www-form-urlencoded"]]);
  assert.deepEqual(await sent("text/plain"), ['{"a":1,"b":{"c":[2]}}', ["text/plain"]]);
});

test("why there is no answer is told", async () => {
  const { send } = await fresh();
  const failure = new TypeError("no");
  for (const [fetch, more, want] of [
    [async () => { throw failure; }, {}, { problem: "ERR_NETWORK", reason: undefined }], [hangs, { timeout: 1 }, { problem: "ECONNABORTED" }],
    [hangs, { signal: AbortSignal.abort("why") }, { problem: "ERR_CANCELED", reason: "why" }],
  ]) {
    window.fetch = fetch;
    const sender = {};
    assert.deepEqual(await done(send.send, request({ ...more, sender })), want);
    assert.isTrue(sender.answered);
  }
  window.fetch = async (_, { headers }) => new Headers(headers); // refuses what the browser's does
  const { problem, reason } = await done(send.send, request({ headers: [{ name: "bad name", value: "secret" }] }));
  assert.deepEqual([problem, reason.message], ["ERR_NETWORK", "The header bad name can't be sent"]);
});

test("what holds at a call without the SDK", async () => {
  const { config, contextAlone } = await fresh();
  config.learn({ api: "https://api.test/v1", language: "ar", features: ["mada", "sso-login"] });
  const { sender, ...context } = contextAlone.contextAlone("profile/update");
  assert.deepEqual(context, { sdk: false, url: "https://api.test/v1/profile/update", xsrf: "", language: "ar", sso: true, slow: false, leaving: document.hidden });
  assert.notOk(sender.isSent || sender.answered);
  config.learn({ language: "", features: "mada" });
  document.documentElement.lang = "ar-SA";
  const { language, sso } = contextAlone.contextAlone("x");
  assert.deepEqual([language, sso], ["ar-SA", false]);
});

test("a page whose salla is no SDK is one without it", async () => {
  const { config, outcomes } = await fresh();
  config.learn({ api: "https://api.test" });
  for (const salla of [{}, { api: {} }, { api: { profile: {} }, config: { get: 7 } }, 7, null, { api: { getHeaders() { throw 1; } } }]) {
    window.salla = salla;
    assert.strictEqual(outcomes.context("x", undefined).url, "https://api.test/x");
  }
});

test("a failure is emitted as document::request.failed, and is the error", async () => {
  const { outcomesAlone } = await fresh();
  const told = [];
  window.salla = { event: { emit: (...args) => told.push(args) } };
  const made = outcomesAlone.fail({ url: "u", verb: "post", headers: [], payload: { a: 1 } }, { name: "AxiosError", message: "m", code: "ERR_NETWORK", fields: [] });
  assert.deepEqual(told, [["document::request.failed", { endPoint: "u", payload: { a: 1 }, method: "post", options: {} }, made]]);
});

test("tags are for the dataLayer, where there is one; whatever it is", async () => {
  const { outcomesAlone: { emit, pushTags } } = await fresh();
  pushTags([1]);
  window.dataLayer = [];
  pushTags([1]);
  assert.deepEqual(window.dataLayer, [[1]]);
  for (const make of Object.values(hostile)) {
    window.dataLayer = make();
    pushTags(1);
    window.salla = { event: make() };
    emit("a::b", 1);
    window.salla = make();
    emit("a::b", 1);
  }
  delete window.dataLayer;
  window.uncaught.length = 0; // what throws looks like a fault of ours
});
