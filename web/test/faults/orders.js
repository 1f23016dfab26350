// Calls at every moment of the life cycle: none is lost, none is sent twice.
import { equal, heard, listen, newAPI, ok, page, pause, rejection, same, store, test, until } from "../standalone/harness.js";
import { profileRequests, sdkURL, withSDK } from "./sdk.js";

/** Fails where the bodies of the requests aren't these, each once, in any order. */
async function each(api, bodies) {
  same((await profileRequests(api)).map(({ body }) => body).sort(), bodies.map((body) => JSON.stringify(body)).sort(), "requests");
}

test("orders: before the SDK, at salla::created, after it, at init, when it is ready", async () => {
  const win = await page({}, {
    // Before init the SDK has no store: what is asked stays here.
    before: `
      window.asked = [];
      const { fetch } = window;
      const { instantiate } = WebAssembly;
      WebAssembly.instantiate = (...args) => (window.instance = instantiate(...args));
      window.fetch = async (url, init) => {
        if (!/profile\\/update/.test(url)) return fetch(url, init);
        asked.push(JSON.parse(init.body).at);
        return new Response('{"success":true,"data":{}}');
      };
      window.calls = [];
      window.call = (at) => calls.push(salla.profile.update({ at }));
    `,
    after: `call("before"); addEventListener("salla::created", () => call("created"));`,
  });
  await until(() => win.instance, "the compiled module");
  await win.instance;
  await pause(200); // it runs
  listen(win, "profile::updated");
  win.call("waiting");
  await new Promise((onload) => win.document.head.append(Object.assign(win.document.createElement("script"), { src: sdkURL, onload })));
  win.call("after created");
  win.salla.notify.setNotifier(() => {});
  win.salla.init({
    store: { id: 1, name: "s", username: "s", url: location.origin, api: location.origin + "/none", features: [], settings: {} },
    user: { id: 1, type: "guest", language_code: "en", currency_code: "SAR", country_code: "SA" },
  });
  win.call("init");
  await until(() => win.salla.status == "ready", "the SDK is ready");
  win.call("ready");
  for (const call of win.calls) ok((await call).success, "the answer");
  same([...win.asked].sort(), ["after created", "before", "created", "init", "ready", "waiting"], "requests");
  ok(win.asked.indexOf("before") < win.asked.indexOf("waiting"), "the order of those that waited");
  await until(() => heard(win, "profile::updated").length >= 6, "the events");
  equal(heard(win, "profile::updated").length, 6, "events");
});

test("orders: while the module takes the methods over from the SDK", async () => {
  const { api, win, profile, salla } = await withSDK({ "data-wasm": "/wasm/slow" });
  let heardThere = 0;
  salla.event.on("profile::updated", () => heardThere++);
  let runs = false;
  profile.ready.then(() => (runs = true));
  const calls = [];
  win.made.length = 0;
  for (let after = 0; after < 20; after += runs) {
    calls.push(salla.profile.update({ n: calls.length }));
    await pause(10);
  }
  for (const call of calls) ok((await call).success, "the answer");
  await each(api, calls.map((_, n) => ({ n })));
  ok(win.made.length > 0 && win.made.length < calls.length, `${win.made.length} of ${calls.length} by the SDK`);
  equal(heardThere, calls.length, "events");
});

test("orders: under way when the SDK is created once more", async () => {
  const { api, win } = await withSDK();
  await win.salla.profile.ready;
  await api.answer(...[1, 2, 3].map((n) => ({ hold: true, body: { success: true, data: { n } } })));
  listen(win, "profile::updated");
  const calls = [1, 2, 3].map((n) => win.salla.profile.update({ n }));
  await until(async () => (await profileRequests(api)).length == 3, "the requests");
  await new Promise((onload) => win.document.head.append(Object.assign(win.document.createElement("script"), { src: sdkURL, onload })));
  await api.release();
  for (const call of calls) ok((await call).success, "the answer");
  await until(() => heard(win, "profile::updated").length >= 3, "the events");
  await pause(20);
  equal(heard(win, "profile::updated").length, 3, "events");
  await each(api, [{ n: 1 }, { n: 2 }, { n: 3 }]);
});

for (const sdk of [false, true]) {
  test(`orders: during a restart, ${sdk ? "with" : "without"} the SDK`, async () => {
    const quiet = "console.warn = () => {};";
    let api = newAPI();
    let win;
    if (sdk) ({ api, win } = await withSDK({ src: "/trap/salla-profile.js" }, quiet));
    else win = await page({ src: "/trap/salla-profile.js", "data-api": api.url }, { before: quiet });
    const { profile } = win.salla;
    await profile.ready;
    await pause(); // from here on calls are sent at once
    const later = [];
    const call = (at) => later.push(profile.update({ at }));
    win.document.addEventListener("profile::update.failed", () => call("in the failure's event"), { once: true });
    win.trapAfter = 1;
    const dead = rejection(profile.update({ at: "dying" }));
    win.trapAfter = 0;
    call("at once");
    dead.then(() => call("when it has failed"));
    queueMicrotask(() => call("in a microtask"));
    setTimeout(() => call("in a task"));
    equal((await dead).code, "ERR_RUNTIME", "code");
    await pause(50);
    call("later");
    for (const one of later) ok((await one).success, "the answer");
    await each(api, ["in the failure's event", "at once", "when it has failed", "in a microtask", "in a task", "later"].map((at) => ({ at })));
  });
}

test("orders: before a module that never runs, with the SDK coming", async () => {
  const win = await page({ "data-wasm": "/wasm/404" }, { after: "window.early = salla.profile.update({ early: 1 }).catch((error) => error);" });
  equal((await win.early).code, "ERR_RUNTIME", "code");
  await new Promise((onload) => win.document.head.append(Object.assign(win.document.createElement("script"), { src: sdkURL, onload })));
  ok(win.salla.profile.ready, "ready");
  ok(!/fetch/.test(win.salla.api.profile.update), "the SDK's own method");
});

test("orders: calls from the listeners of calls", async () => {
  const { api, win, profile } = await store();
  let settled = 0;
  let last;
  const done = new Promise((resolve) => (last = resolve));
  win.document.addEventListener("profile::updated", ({ detail }) => {
    const n = detail.data.n + 1;
    if (n > 30) return last();
    profile.update({ n }).then(() => settled++);
  });
  await api.answer(...Array.from({ length: 31 }, (_, n) => ({ body: { success: true, data: { n } } })));
  await profile.update({ n: 0 });
  await done;
  await until(() => settled == 30, "all settle");
  await api.got(31);
});

test("orders: a program that dies while it takes the methods over", async () => {
  // The page's first SDK is created; the module gets to work, and its first steps are fatal.
  const { api, win, profile } = await withSDK({ src: "/trap/salla-profile.js" }, "console.warn = () => {};", "window.trapAfter = 2;");
  await profile.ready.catch(() => {});
  await pause(100);
  win.trapAfter = 0;
  ok((await win.salla.profile.update({ n: 1 })).success, "the answer");
  await each(api, [{ n: 1 }]);
});
