// The module doesn't come, or not whole: without the SDK calls reject, with it the SDK's own methods serve.
import { equal, heard, listen, newAPI, ok, page, pause, rejection, same, store, test, until } from "../standalone/harness.js";
import { profileRequests, withSDK } from "./sdk.js";

const forbid = `document.head.append(Object.assign(document.createElement("meta"), {
  httpEquiv: "Content-Security-Policy", content: "script-src ${location.origin} 'unsafe-inline'" }));`;

const faults = {
  "404": ["/wasm/404"],
  "500": ["/wasm/500"],
  "cut off": ["/wasm/truncated"],
  corrupt: ["/wasm/corrupt"],
  "HTML with status 200": ["/wasm/html"],
  empty: ["/wasm/empty"],
  "another program": ["/wasm/program"],
  "of another build": ["/wasm/other"],
  "connection dropped": ["/wasm/drop"],
  "no end of it": ["/wasm/stalled", "const { timeout } = AbortSignal; AbortSignal.timeout = () => timeout.call(AbortSignal, 300);"],
  "data-wasm is no http(s) URL": ["data:application/wasm;base64,AGFzbQEAAAA="],
  "a policy without wasm-unsafe-eval": ["/wasm/good", forbid],
  "no WebAssembly": ["/wasm/good", "delete window.WebAssembly;"],
  "no fetch": ["/wasm/good", "delete window.fetch;"],
};

for (const [name, [wasm, before = ""]] of Object.entries(faults)) {
  test(`without the SDK, ${name}: calls reject, with their event`, async () => {
    const api = newAPI();
    const win = await page(
      { "data-api": api.url, "data-wasm": wasm },
      { before, after: "window.early = salla.profile.update({a: 1}); early.catch(() => {});" },
    );
    listen(win, "profile::update.failed", "profile::updated", "profile::unverified");
    await rejection(win.salla.profile.ready, "ready");
    equal((await rejection(win.early)).code, "ERR_RUNTIME", "the early call");
    const error = await rejection(win.salla.profile.verify({ code: "1" }));
    equal(error.code, "ERR_RUNTIME", "a later call");
    ok(error instanceof win.Error, "an Error");
    equal(heard(win, "profile::unverified").length, 1, "failure events");
    same(await win.salla.profile.getFields(), [], "getFields");
    equal((await api.requests()).length, 0, "requests");
  });

  if (name == "no fetch") continue; // the SDK's analytics themselves reject unhandled then

  test(`with the SDK, ${name}: its own methods serve`, async () => {
    const { api, win, profile } = await withSDK({ "data-wasm": wasm }, before);
    await rejection(profile.ready, "ready");
    await api.answer();
    win.made.length = 0;
    listen(win, "profile::updated", "profile::verification.code.sent");
    const body = await profile.update({ first_name: "A" });
    ok(body.success, "the answer");
    same(win.made, ["xhr"], "how the request was made");
    equal(heard(win, "profile::updated").length, 1, "DOM events");
    ok((await profile.updateContact({ email: "a@b.co" })).success, "by the documented name");
    equal(heard(win, "profile::verification.code.sent").length, 1, "DOM events");
  });
}

test("a wrong MIME type is no fault", async () => {
  const api = newAPI();
  const win = await page({ "data-api": api.url, "data-wasm": "/wasm/mime" });
  await win.salla.profile.ready;
  await win.salla.profile.update({ a: 1 });
  await api.got(1);
});

test("slow, 10 seconds: calls wait; with the SDK its own methods serve meanwhile", async () => {
  const api = newAPI();
  const alone = await page({ "data-api": api.url, "data-wasm": "/wasm/slow?s=10" });
  const early = alone.salla.profile.update({ n: 1 });
  const { api: store, win, profile } = await withSDK({ "data-wasm": "/wasm/slow?s=10" });
  ok((await profile.update({ n: 1 })).success, "the SDK's answer");
  equal((await api.requests()).length, 0, "requests before it runs");
  ok((await early).success, "the answer");
  await api.got(1);
  await profile.ready;
  win.made.length = 0;
  await profile.update({ n: 2 });
  same(win.made, [], "made by XHR when it runs");
  same((await profileRequests(store)).map(({ body }) => body), ['{"n":1}', '{"n":2}'], "requests");
});

test("slow without the SDK: a call that waits can be given up, and is never sent", async () => {
  const api = newAPI();
  const win = await page({ "data-api": api.url, "data-wasm": "/wasm/slow" });
  const { profile } = win.salla;
  listen(win, "profile::update.failed", "profile::unverified", "profile::info.not.fetched", "profile::updated");
  const aborter = new win.AbortController();
  const aborted = new win.AbortController();
  aborted.abort();
  const late = rejection(profile.update({ n: 1 }, { timeout: 50 }));
  const given = rejection(profile.verify("1234", { signal: aborter.signal }));
  equal((await rejection(profile.info({ signal: aborted.signal }))).code, "ERR_CANCELED", "aborted beforehand");
  same(await profile.getFields({ signal: aborted.signal }), [], "getFields, aborted beforehand");
  aborter.abort();
  equal((await given).code, "ERR_CANCELED", "aborted");
  equal((await given).name, "CanceledError", "aborted");
  const error = await late;
  equal(error.code, "ECONNABORTED", "timeout");
  equal(error.message, "timeout of 50 ms exceeded", "timeout");
  for (const name of ["update.failed", "unverified"]) equal(heard(win, "profile::" + name).length, 1, name);
  const kept = profile.update({ n: 2 }, { timeout: Infinity, signal: new win.AbortController().signal });
  await profile.ready;
  ok((await kept).success, "a call with patience");
  equal((await api.got(1))[0].body, '{"n":2}', "the request");
  for (const name of ["update.failed", "unverified", "info.not.fetched", "updated"]) equal(heard(win, "profile::" + name).length, 1, name);
});

test("slow without the SDK: calls wait, and are sent in order", async () => {
  const api = newAPI();
  const win = await page({ "data-api": api.url, "data-wasm": "/wasm/slow" });
  const order = [];
  const { fetch } = win;
  win.fetch = (url, init) => {
    order.push(JSON.parse(init.body).n);
    return fetch(url, init);
  };
  const calls = [1, 2, 3].map((n) => win.salla.profile.update({ n }));
  same(order, [], "requests before it runs");
  await Promise.all(calls);
  same(order, [1, 2, 3], "the order");
});

test("slow with the SDK: its own methods serve until then", async () => {
  const { win, profile } = await withSDK({ "data-wasm": "/wasm/slow" });
  await profile.update({ n: 1 });
  ok(win.made.includes("xhr"), "made by the SDK");
  await profile.ready;
  win.made.length = 0;
  await profile.update({ n: 2 });
  same(win.made, [], "made by XHR when it runs");
});

const again = (attributes = "") =>
  `document.head.append(Object.assign(document.createElement("script"), { src: "/dist/salla-profile.js?again" }));`;

test("included while the first one is loading: one module, one event, one request", async () => {
  const api = newAPI();
  const win = await page({ "data-api": api.url, "data-wasm": "/wasm/slow" }, { after: "window.first = salla.profile.update({ n: 1 });" });
  for (const n of [2, 3]) {
    await new Promise((onload) => win.document.head.append(Object.assign(win.document.createElement("script"), { src: "/dist/salla-profile.js?" + n, onload })));
  }
  listen(win, "profile::updated");
  ok((await win.first).success && (await win.salla.profile.update({ n: 2 })).success, "the answers");
  equal(heard(win, "profile::updated").length, 2, "events");
  await api.got(2);
});

for (const sdk of [false, true]) {
  test(`two versions of the script, ${sdk ? "with" : "without"} the SDK: the first one serves`, async () => {
    const second = `document.head.append(Object.assign(document.createElement("script"), { src: "/other/salla-profile.js", onload() { window.second = true; } }));`;
    const api = newAPI();
    const win = sdk ? (await withSDK({}, "", second)).win : await page({ "data-api": api.url }, { after: second });
    await until(() => win.second, "the second script");
    const first = await (await page({ "data-api": api.url })).salla.profile.ready;
    equal((await win.salla.profile.ready).compiler, first.compiler, "which one runs");
    await pause(200); // the second, were it to start
    listen(win, "profile::updated");
    win.made = [];
    await win.salla.profile.update({ a: 1 });
    equal(heard(win, "profile::updated").length, 1, "events");
    same(win.made, [], "made by the SDK");
    equal(win.performance.getEntriesByType("resource").filter(({ name }) => name.includes("salla-profile.wasm")).length, 1, "modules");
  });
}

test("the SDK never comes: nothing happens, and calls wait", async () => {
  const win = await page({}, { after: "window.early = salla.profile.update({ a: 1 });" });
  await pause(300);
  const settled = await Promise.race([win.early, win.salla.profile.ready, pause(1).then(() => "nothing")]);
  equal(settled, "nothing", "settled");
  equal((await rejection(win.salla.profile.update({ a: 2 }, { timeout: 20 }))).code, "ECONNABORTED", "a call with a timeout");
});

test("salla::created with no SDK behind it: no error", async () => {
  const { api, win, profile } = await store();
  win.dispatchEvent(new win.Event("salla::created"));
  win.dispatchEvent(new win.Event("twilight::initiated"));
  ok((await profile.update({ a: 1 })).success, "the answer");
  await api.got(1);
  const bare = await page({}, { after: `dispatchEvent(new Event("salla::created")); salla.api = {}; dispatchEvent(new Event("salla::created"));` });
  ok(bare.salla.profile.update, "the methods");
});

test("included twice: one module, one event", async () => {
  const api = newAPI();
  const win = await page({ "data-api": api.url }, { after: again() });
  await win.salla.profile.ready;
  await until(() => win.document.querySelectorAll("script[src*=again]").length == 1);
  await pause(100);
  listen(win, "profile::updated");
  await win.salla.profile.update({ a: 1 });
  equal(heard(win, "profile::updated").length, 1, "events");
  await api.got(1);
});

test("included twice with the SDK: one module, one event", async () => {
  const { api, win, profile } = await withSDK({}, "", again());
  await profile.ready;
  await pause(100);
  listen(win, "profile::updated");
  await profile.update({ a: 1 });
  equal(heard(win, "profile::updated").length, 1, "events");
  equal((await profileRequests(api)).length, 1, "requests");
});

test("called before the SDK is there: sent when it is", async () => {
  const before = newAPI();
  const late = await page({}, {
    after: `
      window.early = salla.profile.update({ early: true });
      const sdk = document.createElement("script");
      sdk.src = "/npm/@salla.sa/twilight/dist/@salla.sa/twilight.min.js";
      sdk.onload = () => {
        salla.notify.setNotifier(() => {});
        salla.init({
          store: { id: 1, name: "s", username: "s", url: "${location.origin}", api: "${before.url}", features: [], settings: {} },
          user: { id: 1, type: "guest", language_code: "en", currency_code: "SAR", country_code: "SA" },
        });
      };
      setTimeout(() => document.head.append(sdk), 50);`,
  });
  const body = await late.early;
  ok(body.success, "the answer");
  same((await profileRequests(before)).map(({ body }) => body), ['{"early":true}'], "requests");
});

test("data-api that isn't http(s): ready rejects, nothing is sent", async () => {
  for (const url of ["javascript:alert(1)", "data:text/plain,1", "file:///etc", "blob:x"]) {
    const win = await page({ "data-api": url });
    await rejection(win.salla.profile.ready, url);
    equal((await rejection(win.salla.profile.update({}), url)).code, "ERR_RUNTIME", url);
  }
});

test("data-lazy: nothing is fetched before the page has loaded, or a call is made", async () => {
  const api = newAPI();
  const fetched = `window.fetched = []; const f = window.fetch; window.fetch = (u, i) => (fetched.push(String(u)), f(u, i));`;
  const win = await page({ "data-api": api.url, "data-lazy": "" }, {
    before: fetched, after: "window.atOnce = fetched.length; window.call = salla.profile.update({a: 1});",
  });
  equal(win.atOnce, 0, "fetched before the call");
  ok((await win.call).success, "the answer");
  const idle = await page({ "data-api": api.url, "data-lazy": "" }, { before: fetched, after: "window.atOnce = fetched.length" });
  equal(idle.atOnce, 0, "fetched before load");
  await idle.salla.profile.ready;
});
