// What the SDK's axios is asked, and what goes by it.
import { answer, assert, describe, file, formOf, hostile, rejection, test } from "../tools.js";
import { AxiosError, alone, leaving, names, outcome, withSDK } from "./page.js";

const CALLS = [
  [["info"], "get", "auth/user", undefined],
  [["getDeleteRequest", { timeout: 5000 }], "get", "account/data-request", undefined, { params: { request_type: "delete_account" }, timeout: 5000 }],
  [["delete", { headers: { "X-A": "1" } }], "delete", "profile", undefined, { headers: { "X-A": "1" } }],
  [["update", { a: 1, b: undefined }], "post", "profile/update", '{"a":1}'],
  [["updateContacts", { phone: "٠٥" }], "post", "profile/contacts/update", '{"phone":"05","country_code":"SA"}'],
  [["update", formOf([["a", "1"]])], "post", "profile/update", 'FormData [["a","1"]]'],
  [["update", { file: file(), d: new Date(0) }], "post", "profile/update", 'FormData [["file","file a.png 3"],["d","1970-01-01T00:00:00.000Z"]]'],
  [["update", new URLSearchParams("a=1")], "post", "profile/update", 'URLSearchParams [["a","1"]]'],
  [["update", "a=1"], "post", "profile/update", "a=1"],
  [["updateContacts", "phone=٠٥&country_code=SA"], "post", "profile/contacts/update", 'URLSearchParams [["phone","05"],["country_code","SA"]]'],
  [["verify", "1234"], "post", "profile/verify", '{"code":"1234"}'],
  [["update"], "post", "profile/update", undefined],
  [["cancelDeleteRequest"], "post", "account/data-request/cancel", '{"request_type":"delete_account"}'],
];
for (const [[name, ...args], verb, path, body, more = {}] of CALLS) {
  test(`the SDK's axios is asked for ${name}(${args.map(describe).join(", ")})`, async () => {
    const win = await withSDK();
    win.salla.auth.api.appendIframeAndLogout = async () => {};
    answer(200, "{}", {}, win);
    await win.salla.profile[name](...args);
    const { method, url, data, adapter, headers = {}, ...others } = win.asked[0];
    assert.deepEqual([method, url, describe(data), typeof adapter], [verb, "https://store.test/api/" + path, describe(body), "function"]);
    assert.deepEqual({ headers, ...others }, { headers: {}, ...more });
  });
}

test("the SDK's axios gets the call's own signal", async () => {
  const win = await withSDK();
  answer(200, "{}", {}, win);
  const { signal } = new AbortController();
  await win.salla.profile.update({ a: 1 }, { signal });
  assert.strictEqual(win.asked[0].signal, signal);
});

test("an address with lines goes as the SDK says it", async () => {
  const win = await withSDK();
  answer(200, "{}", {}, win);
  win.salla.url.api = (path) => "https://store.test/\n" + path;
  await win.salla.profile.info();
  assert.strictEqual(win.asked[0].url, "https://store.test/\nauth/user");
});

test("a wrapper of the SDK's request may call it with another this: what is ours goes as its arguments", async () => {
  const win = await withSDK();
  const { api, profile } = win.salla;
  api.request = api.request.bind(api);
  api.axios.defaults.adapter = "xhr";
  await profile.updateContacts({ phone: "\u0660\u0665", country_code: "SA" }, { headers: { "X-A": "1" } });
  await profile.update({ file: file() });
  await profile.info();
  assert.deepEqual(win.asked.map(({ method, data, headers }) => [method, describe(data), headers]), [
    ["post", '{"phone":"05","country_code":"SA"}', { "X-A": "1" }], ["post", 'FormData [["file","file a.png 3"]]', undefined], ["get", undefined, undefined],
  ]);
});

const mock = async (config) => ({ status: 200, data: { mock: config.url }, config, request: {} });
const refuses = async (config) => {
  throw new AxiosError("Request failed with status code 404", "ERR_BAD_REQUEST", config, {}, { status: 404, data: {} });
};
// An instance's adapter; whether ours is used, and the outcome.
const adapters = {
  "the standard ones": [["xhr", "http", "fetch"], true, { n: 1 }],
  fetch: [["fetch"], false, { by: "fetch" }],
  "a function before the standard ones": [[mock, "xhr", "http", "fetch"], false, { by: String([mock, "xhr", "http", "fetch"]) }],
  "those of an axios without fetch": [["xhr", "http"], false, { by: "xhr,http" }],
  "a name": ["xhr", false, { by: "xhr" }],
  "the name fetch": ["fetch", false, { by: "fetch" }],
  none: [undefined, false, { by: "undefined" }],
  "a mock": [mock, false, { mock: "https://store.test/api/profile/update" }],
  "a mock that refuses": [refuses, false, "Request failed with status code 404"],
};
for (const [name, [adapter, isOurs, want]] of Object.entries(adapters)) {
  test(`where the instance's adapter is ${name}, ours is ${isOurs ? "" : "not "}used`, async () => {
    for (const when of [(win, run) => run(), leaving]) {
      const win = await withSDK();
      answer(200, '{"n":1}', {}, win);
      win.salla.api.axios.defaults.adapter = adapter;
      const { value, error } = await when(win, () => outcome(win.salla.profile.update({ a: 1 })));
      assert.deepEqual([!!win.asked[0].adapter, error ? error.message : value], [isOurs, want]);
    }
  });
}

/** An element's event, which comes in the order of the page's tasks. */
const hop = (win) => new Promise((resolve) => {
  const details = win.document.createElement("details");
  details.ontoggle = resolve;
  details.open = true;
});

// What fetch does, the calls on leaving, which requests have keepalive, and the outcomes.
const text = (n) => ({ n, text: "x".repeat(20_000) });
const leavings = {
  saves: [null, [["update", { a: 1 }], ["info"], ["update", "a=1"], ["update", new URLSearchParams("a=1")]], [true, false, true, true], ["ok", "ok", "ok", "ok"]],
  "a file": [null, [["update", { file: new Blob(["x"]) }]], [false], ["ok"]],
  "large ones": [null, [["update", text(1)], ["update", text(2)]], [true, false], ["ok", "ok"]],
  "refused by the browser": [(win, { keepalive }) => { if (keepalive) throw new win.TypeError("Failed to fetch"); }, [["update", { a: 1 }]], [true, false], ["ok"]],
  "refused twice": [(win) => { throw new win.TypeError("Failed to fetch"); }, [["update", { a: 1 }]], [true, false], ["ERR_NETWORK"]],
  "the network, later": [async (win) => { await hop(win); await hop(win); throw new win.TypeError("Failed to fetch"); }, [["update", { a: 1 }]], [true], ["ERR_NETWORK"]],
  "an answer": [(win) => new win.Response("{}", { status: 500 }), [["update", { a: 1 }]], [true], ["ERR_BAD_RESPONSE"]],
  "given up": [(win, { signal }) => { throw signal.reason; }, [["update", { a: 1 }, { signal: AbortSignal.abort() }]], [], ["ERR_CANCELED"]],
};
for (const [name, [fetch, calls, keepalives, outcomes]] of Object.entries(leavings)) {
  for (const mode of ["with the SDK", "alone"]) {
    test(`what is sent on leaving outlives the page as far as the browser allows, ${mode}: ${name}`, async () => {
      const win = mode == "alone" ? await alone() : await withSDK();
      for (let i = 0; i < 2; i++) { // what is over doesn't count any more
        const sent = [];
        win.fetch = async (url, init) => {
          sent.push(!!init.keepalive);
          return (fetch && (await fetch(win, init))) || new win.Response("{}");
        };
        const all = leaving(win, () => calls.map(([method, ...args]) => outcome(win.salla.profile[method](...args))));
        const codes = (await Promise.all(all)).map(({ error }) => (error ? error.code : "ok"));
        assert.deepEqual([sent, codes], [keepalives, outcomes]);
      }
    });
  }
}

for (const mode of ["with the SDK", "alone"]) {
  test(`on a page that stays, outside an event, nothing has keepalive, ${mode}`, async () => {
    const win = mode == "alone" ? await alone() : await withSDK();
    const requests = answer(200, "{}", {}, win);
    await new Promise((resolve) => win.setTimeout(resolve));
    await win.salla.profile.update({ a: 1 });
    assert.isFalse(requests[0].keepalive);
  });
}

// An app's own request in place of the SDK's; the outcome, and what is announced.
const UPDATED = ["event.profile.settingsUpdated"];
const FAILED = ["event.profile.updateSettingsFailed"];
const others = {
  "a promise": [() => async () => ({ n: 1 }), { n: 1 }, UPDATED],
  "a value": [() => () => ({ n: 1 }), { n: 1 }, UPDATED],
  nothing: [() => () => undefined, undefined, UPDATED],
  "a rejection": [() => async () => { throw new Error("no"); }, "no", FAILED],
  "a throw": [() => () => { throw new Error("no"); }, "no", FAILED],
  "no function": [() => undefined, TypeError, FAILED],
  "a wrapper": [(own) => function (...args) { return own.apply(this, args).then((body) => ({ ...body, wrapped: true })); }, { n: 2, wrapped: true },
    ["api.handleAfterResponseActions", ...UPDATED]],
};
for (const [name, [make, want, announced]] of Object.entries(others)) {
  test(`another request in place of the SDK's: ${name}`, async () => {
    const win = await withSDK();
    const { api, profile } = win.salla;
    answer(200, '{"n":2}', {}, win);
    api.request = make(api.request);
    await outcome(profile.updateSettings({ a: 1 }));
    win.noted.length = 0; // twice: the first is answered
    const { value, error } = await outcome(profile.updateSettings({ a: 1 }));
    if (want == TypeError) assert.strictEqual(error.name, "TypeError");
    else assert.deepEqual(error ? error.message : value, want);
    assert.deepEqual(names(win), announced);
    win.uncaught.length = 0; // that it is no function looks like a fault of ours
  });
}

test("a call is given up by a theme's own signal, whatever that calls its listeners with", async () => {
  const win = await alone();
  win.fetch = () => new Promise(() => {});
  for (const event of [1n, Symbol("abort"), { valueOf() { throw new Error("no"); } }, hostile.proxy()]) {
    const signal = { aborted: false, addEventListener: (_, fn) => setTimeout(fn, 0, event), removeEventListener() {} };
    assert.strictEqual((await rejection(win.salla.profile.update({}, { signal }))).code, "ERR_CANCELED");
  }
});
