// The module doesn't come, or not whole: without the SDK calls reject, with it the SDK's own methods serve.
import { equal, forgive, good, heard, listen, newAPI, ok, page, pause, rejection, same, test, until } from "../standalone/harness.js";
import { profileRequests, withSDK } from "./sdk.js";

const forbid = `document.head.append(Object.assign(document.createElement("meta"), {
  httpEquiv: "Content-Security-Policy", content: "script-src 'self' 'unsafe-inline'" }));`;

const faults = {
  "404": ["/wasm/404"],
  "500": ["/wasm/500"],
  "cut off": ["/wasm/truncated"],
  corrupt: ["/wasm/corrupt"],
  "HTML with status 200": ["/wasm/html"],
  "connection dropped": ["/wasm/drop"],
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
    const body = await profile.update({ first_name: "A" });
    ok(body.success, "the answer");
    same(win.made, ["xhr"], "how the request was made");
  });
}

test("a wrong MIME type is no fault", async () => {
  const api = newAPI();
  const win = await page({ "data-api": api.url, "data-wasm": "/wasm/mime" });
  await win.salla.profile.ready;
  await win.salla.profile.update({ a: 1 });
  await api.got(1);
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
