// The module can't run, or not yet: without the SDK calls reject or wait, with it the SDK's own methods serve. What can go
// wrong with a file of its own is in file.js.
import { add, assert, heard, listen, newAPI, opening, page, rejection, store, test, turn, until } from "../standalone/pages.js";
import { busy, counted, held, heldBack, outcome, release, running, starts, watched } from "../standalone/hold.js";
import { broken } from "./broken.js";
import { initSDK, profileRequests, sdkURL, withSDK } from "./sdk.js";

broken("a policy without wasm-unsafe-eval", {}, {
  before: `document.head.append(Object.assign(document.createElement("meta"), {
    httpEquiv: "Content-Security-Policy", content: "script-src ${location.origin} 'unsafe-inline'" }));`,
});
broken("no WebAssembly", {}, { before: "delete window.WebAssembly;" });
// (The SDK's analytics themselves reject unhandled then.)
test("without the SDK, no fetch: calls reject, with their event", async () => {
  const { api, win } = await opening({}, {
    before: "delete window.fetch;",
    after: "window.early = salla.profile.update({a: 1}); early.catch(() => {});",
  });
  listen(win, "profile::unverified");
  const runs = await win.salla.profile.ready.then(() => true, () => false); // a file of its own can't be fetched
  const code = runs ? "ERR_NETWORK" : "ERR_RUNTIME";
  assert.strictEqual((await rejection(win.early)).code, code, "the early call");
  assert.strictEqual((await rejection(win.salla.profile.verify({ code: "1" }))).code, code, "a later call");
  assert.strictEqual(heard(win, "profile::unverified").length, 1, "failure events");
  assert.deepEqual(await win.salla.profile.getFields(), [], "getFields");
  assert.strictEqual((await api.requests()).length, 0, "requests");
});

test("slow without the SDK: a call that waits can be given up, and is never sent", async () => {
  const { api, win } = await opening({}, { before: held });
  const { profile } = win.salla;
  listen(win, "profile::update.failed", "profile::unverified", "profile::info.not.fetched", "profile::updated");
  const aborter = new win.AbortController();
  const aborted = new win.AbortController();
  aborted.abort();
  const late = rejection(profile.update({ n: 1 }, { timeout: 50 }));
  const given = rejection(profile.verify("1234", { signal: aborter.signal }));
  assert.strictEqual((await rejection(profile.info({ signal: aborted.signal }))).code, "ERR_CANCELED", "aborted beforehand");
  assert.deepEqual(await profile.getFields({ signal: aborted.signal }), [], "getFields, aborted beforehand");
  aborter.abort();
  assert.strictEqual((await given).code, "ERR_CANCELED", "aborted");
  assert.strictEqual((await given).name, "CanceledError", "aborted");
  assert.deepEqual((await given).config, { url: api.url + "/profile/verify", method: "post", headers: {}, data: "1234" }, "its config");
  const error = await late;
  assert.strictEqual(error.code, "ECONNABORTED", "timeout");
  assert.strictEqual(error.message, "timeout of 50ms exceeded", "timeout");
  for (const name of ["update.failed", "unverified"]) assert.strictEqual(heard(win, "profile::" + name).length, 1, name);
  const kept = profile.update({ n: 2 }, { timeout: Infinity, signal: new win.AbortController().signal });
  release(win);
  await profile.ready;
  assert.ok((await kept).success, "a call with patience");
  assert.strictEqual((await api.got(1))[0].body, '{"n":2}', "the request");
  for (const name of ["update.failed", "unverified", "info.not.fetched", "updated"]) assert.strictEqual(heard(win, "profile::" + name).length, 1, name);
});

test("slow without the SDK: calls wait, and are sent in order", async () => {
  const { win } = await opening({}, { before: held });
  const order = [];
  const { fetch } = win;
  win.fetch = (url, init) => {
    order.push(JSON.parse(init.body).n);
    return fetch(url, init);
  };
  const calls = [1, 2, 3].map((n) => win.salla.profile.update({ n }));
  await heldBack(win);
  await turn(win);
  assert.deepEqual(order, [], "requests before it runs");
  release(win);
  await Promise.all(calls);
  assert.deepEqual(order, [1, 2, 3], "the order");
});

test("slow with the SDK: its own methods serve until then", async () => {
  const { win, profile } = await withSDK({}, held);
  await heldBack(win);
  await profile.update({ n: 1 });
  assert.deepEqual(win.made, ["xhr"], "made by the SDK");
  release(win);
  await profile.ready;
  win.made.length = 0;
  await profile.update({ n: 2 });
  assert.deepEqual(win.made, [], "made by XHR when it runs");
});

test("included while the first one is loading: one module, one event, one request", async () => {
  const { api, win } = await opening({}, { before: held, after: "window.first = salla.profile.update({ n: 1 });" });
  for (const n of [2, 3]) await add(win, "/dist/salla-profile.js?" + n);
  await heldBack(win);
  await turn(win);
  assert.strictEqual(starts(win), 1, "modules");
  listen(win, "profile::updated");
  release(win);
  assert.ok((await win.first).success && (await win.salla.profile.update({ n: 2 })).success, "the answers");
  assert.strictEqual(heard(win, "profile::updated").length, 2, "events");
  await api.got(2);
});

for (const sdk of [false, true]) {
  test(`two versions of the script, ${sdk ? "with" : "without"} the SDK: the first one serves`, async () => {
    const api = newAPI();
    const win = sdk ? (await withSDK({}, watched)).win : await page({ "data-api": api.url }, { before: watched });
    await add(win, "/other/salla-profile.js");
    await turn(win); // the second would start in a task
    const first = await (await page({ "data-api": api.url })).salla.profile.ready;
    assert.strictEqual((await win.salla.profile.ready).compiler, first.compiler, "which one runs");
    assert.strictEqual(starts(win), 1, "modules");
    listen(win, "profile::updated");
    win.made = [];
    await win.salla.profile.update({ a: 1 });
    await win.salla.profile.update({ a: 2 }); // behind all that the first one brings
    assert.strictEqual(heard(win, "profile::updated").length, 2, "events");
    assert.deepEqual(win.made, [], "made by the SDK");
    assert.strictEqual(starts(win), 1, "modules");
  });
}

test("the SDK never comes: nothing happens, and calls wait", async () => {
  const win = await page({}, { before: watched + counted, after: "window.early = salla.profile.update({ a: 1 });" });
  const [early, ready] = [outcome(win.early), outcome(win.salla.profile.ready)];
  await running(win);
  const fetched = win.fetched.length; // its file, where it has one
  assert.strictEqual((await rejection(win.salla.profile.update({ a: 2 }, { timeout: 20 }))).code, "ECONNABORTED", "a call with a timeout");
  assert.strictEqual(early.is, undefined, "the call that waits");
  assert.strictEqual(ready.is, undefined, "ready");
  assert.ok(fetched <= 1 && win.fetched.length == fetched, "fetched: " + win.fetched);
});

test("salla::created with no SDK behind it: no error", async () => {
  const { api, win, profile } = await store();
  win.dispatchEvent(new win.Event("salla::created"));
  win.dispatchEvent(new win.Event("twilight::initiated"));
  assert.ok((await profile.update({ a: 1 })).success, "the answer");
  await api.got(1);
  const bare = await page({}, { after: `dispatchEvent(new Event("salla::created")); salla.api = {}; dispatchEvent(new Event("salla::created"));` });
  assert.ok(bare.salla.profile.update, "the methods");
});

test("included twice: one module, one event", async () => {
  const { api, win } = await opening({}, { before: watched });
  await add(win, "/dist/salla-profile.js?again");
  await win.salla.profile.ready;
  await turn(win); // the second would start in a task
  assert.strictEqual(starts(win), 1, "modules");
  listen(win, "profile::updated");
  await win.salla.profile.update({ a: 1 });
  await win.salla.profile.update({ a: 2 });
  assert.strictEqual(heard(win, "profile::updated").length, 2, "events");
  await api.got(2);
});

test("included twice with the SDK: one module, one event", async () => {
  const { api, win, profile } = await withSDK({}, watched);
  await add(win, "/dist/salla-profile.js?again");
  await profile.ready;
  await turn(win);
  assert.strictEqual(starts(win), 1, "modules");
  listen(win, "profile::updated");
  await profile.update({ a: 1 });
  await profile.update({ a: 2 });
  assert.strictEqual(heard(win, "profile::updated").length, 2, "events");
  assert.strictEqual((await profileRequests(api)).length, 2, "requests");
});

for (const first of ["the module", "the SDK"]) {
  test(`called before the SDK is there, ${first} runs first: sent when both do`, async () => {
    const api = newAPI();
    const win = await page({}, { before: first == "the SDK" ? held : watched, after: "window.early = salla.profile.update({ early: true });" });
    const early = outcome(win.early);
    if (first == "the SDK") await heldBack(win);
    else await running(win);
    await add(win, sdkURL);
    assert.strictEqual(early.is, undefined, "before the SDK has a store");
    initSDK(win, api);
    if (first == "the SDK") {
      await until(() => win.salla.status == "ready", "the SDK is ready");
      assert.strictEqual(early.is, undefined, "before the module runs");
      release(win);
    }
    assert.ok((await win.early).success, "the answer");
    assert.deepEqual((await profileRequests(api)).map(({ body }) => body), ['{"early":true}'], "requests");
  });
}

test("data-api that isn't http(s): ready rejects, nothing is sent", async () => {
  for (const url of ["javascript:alert(1)", "data:text/plain,1", "file:///etc", "blob:x"]) {
    const win = await page({ "data-api": url });
    await rejection(win.salla.profile.ready, url);
    assert.strictEqual((await rejection(win.salla.profile.update({}), url)).code, "ERR_RUNTIME", url);
  }
});

test("data-lazy: nothing is fetched before the page has loaded, or a call is made", async () => {
  const api = newAPI();
  const before = busy + counted + watched;
  const win = await page({ "data-api": api.url, "data-lazy": "" }, { before, after: "window.call = salla.profile.update({ a: 1 });" });
  assert.ok((await win.call).success, "the answer");
  assert.strictEqual(starts(win), 1, "modules, by a call");
  const idle = await page({ "data-api": api.url, "data-lazy": "" }, { before });
  await until(() => idle.idlers.length > 0, "the page is asked whether it is idle");
  await turn(idle);
  assert.deepEqual(idle.fetched, [], "fetched before it is");
  assert.strictEqual(starts(idle), 0, "modules before it is");
  assert.deepEqual(idle.idlers.map(({ at }) => at), ["complete"], "it is asked when it has loaded");
  idle.idle();
  await idle.salla.profile.ready;
  assert.strictEqual(starts(idle), 1, "modules");
});
