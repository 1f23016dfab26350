// Calls at every moment of the life cycle: none is lost, none is sent twice.
import { add, assert, heard, listen, newAPI, page, rejection, store, test, turn, until } from "../standalone/pages.js";
import { held, heldBack, release, running, trap, watched } from "../standalone/hold.js";
import { initSDK, profileRequests, sdkURL, withSDK } from "./sdk.js";

/** Fails where the bodies of the requests aren't these, each once, in any order. */
async function each(api, bodies) {
  assert.deepEqual((await profileRequests(api)).map(({ body }) => body).sort(), bodies.map((body) => JSON.stringify(body)).sort(), "requests");
}

test("orders: before the SDK, at salla::created, after it, at init, when it is ready", async () => {
  const win = await page({}, {
    // Before init the SDK has no store: what is asked stays here.
    before: `
      ${watched}
      window.asked = [];
      {
        const { fetch } = window; // in a block: a script's own const would be everybody's fetch
        window.fetch = async (...args) => {
          const request = new Request(...args); // axios passes one
          if (!/profile\\/update/.test(request.url)) return fetch(request);
          const place = asked.push(null) - 1; // in the order of the calls, however long reading takes
          asked[place] = (await request.json()).at;
          return new Response('{"success":true,"data":{}}');
        };
      }
      window.calls = [];
      window.call = (at) => calls.push(salla.profile.update({ at }));
    `,
    after: `call("before"); addEventListener("salla::created", () => call("created"));`,
  });
  await running(win);
  assert.deepEqual(win.asked, [], "requests without the SDK");
  listen(win, "profile::updated");
  win.call("waiting");
  await add(win, sdkURL);
  win.call("after created");
  initSDK(win, { url: location.origin + "/none" });
  win.call("init");
  await until(() => win.salla.status == "ready", "the SDK is ready");
  win.call("ready");
  for (const call of win.calls) assert.ok((await call).success, "the answer");
  assert.deepEqual([...win.asked].sort(), ["after created", "before", "created", "init", "ready", "waiting"], "requests");
  assert.ok(win.asked.indexOf("before") < win.asked.indexOf("waiting"), "the order of those that waited");
  assert.ok((await win.salla.profile.update({ at: "behind" })).success, "the answer");
  await until(() => heard(win, "profile::updated").length >= 7, "the events");
  assert.strictEqual(heard(win, "profile::updated").length, 7, "events");
});

test("orders: while the module takes the methods over from the SDK", async () => {
  const { api, win, profile, salla } = await withSDK({}, held);
  await heldBack(win);
  let heardThere = 0;
  salla.event.on("profile::updated", () => heardThere++);
  let runs = false;
  profile.ready.then(() => (runs = true));
  const calls = [];
  const call = () => calls.push(salla.profile.update({ n: calls.length }));
  // Before it runs they are the SDK's, and have their answers only when it does.
  await api.answer(...Array.from({ length: 3 }, () => ({ hold: 1, body: { success: true, data: {} } })));
  for (let n = 0; n < 3; n++) call();
  await until(async () => (await profileRequests(api)).length == 3, "the requests");
  assert.strictEqual(win.made.length, 3, "made by the SDK");
  release(win);
  // In each task from now on, whoever takes it.
  while (!runs) {
    call();
    await turn(win, 1);
  }
  const bySDK = win.made.length;
  for (let n = 0; n < 10; n++) {
    call();
    await turn(win, 1);
  }
  await api.release();
  for (const one of calls) assert.ok((await one).success, "the answer");
  await each(api, calls.map((_, n) => ({ n })));
  assert.strictEqual(win.made.length, bySDK, "made by the SDK, once the module runs");
  assert.strictEqual(heardThere, calls.length, "events");
});

test("orders: under way when the SDK is created once more", async () => {
  const { api, win } = await withSDK();
  await win.salla.profile.ready;
  await api.answer(...[1, 2, 3].map((n) => ({ hold: 1, body: { success: true, data: { n } } })));
  listen(win, "profile::updated");
  const calls = [1, 2, 3].map((n) => win.salla.profile.update({ n }));
  await until(async () => (await profileRequests(api)).length == 3, "the requests");
  await add(win, sdkURL);
  initSDK(win, api);
  await api.release();
  for (const call of calls) assert.ok((await call).success, "the answer");
  assert.ok((await win.salla.profile.update({ n: 4 })).success, "the answer"); // behind all that these bring
  await until(() => heard(win, "profile::updated").length >= 4, "the events");
  assert.strictEqual(heard(win, "profile::updated").length, 4, "events");
  await each(api, [{ n: 1 }, { n: 2 }, { n: 3 }, { n: 4 }]);
});

for (const sdk of [false, true]) {
  test(`orders: during a restart, ${sdk ? "with" : "without"} the SDK`, async () => {
    const quiet = watched + trap + "console.warn = () => {};";
    let api = newAPI();
    let win;
    if (sdk) ({ api, win } = await withSDK({ src: "/trap/salla-profile.js" }, quiet));
    else win = await page({ src: "/trap/salla-profile.js", "data-api": api.url }, { before: quiet });
    const { profile } = win.salla;
    await profile.ready;
    await turn(win); // from here on calls are sent at once
    const later = [];
    const call = (at) => later.push(profile.update({ at }));
    win.document.addEventListener("profile::update.failed", () => call("in the failure's event"), { once: true });
    win.trapAfter = 1;
    const dead = rejection(profile.update({ at: "dying" }));
    win.trapAfter = 0;
    call("at once");
    dead.then(() => call("when it has failed"));
    queueMicrotask(() => call("in a microtask"));
    const task = turn(win, 1).then(() => call("in a task"));
    assert.strictEqual((await dead).code, "ERR_RUNTIME", "code");
    await task;
    await running(win, 2);
    call("later");
    for (const one of later) assert.ok((await one).success, "the answer");
    await each(api, ["in the failure's event", "at once", "when it has failed", "in a microtask", "in a task", "later"].map((at) => ({ at })));
  });
}

test("orders: before a module that never runs, with the SDK coming", async () => {
  const win = await page({}, { before: "delete window.WebAssembly;", after: "window.early = salla.profile.update({ early: 1 }).catch((error) => error);" });
  assert.strictEqual((await win.early).code, "ERR_RUNTIME", "code");
  await add(win, sdkURL);
  assert.ok(win.salla.profile.ready, "ready");
  assert.ok(!/fetch/.test(win.salla.api.profile.update), "the SDK's own method");
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
  // The SDK is there, the module gets to work, and one of its first steps is fatal: before, at or after the change.
  for (const step of [1, 2, 3]) {
    const { api, win, profile } = await withSDK({ src: "/trap/salla-profile.js" }, held + trap + "console.warn = () => {};");
    await heldBack(win);
    win.trapAfter = step;
    release(win);
    await profile.ready; // a fresh one has taken over
    assert.strictEqual(win.trapAfter, 0, "it has died");
    assert.ok((await win.salla.profile.update({ n: step })).success, "the answer");
    assert.deepEqual(win.made, [], `made by the SDK, step ${step}`);
    await each(api, [{ n: step }]);
  }
});
