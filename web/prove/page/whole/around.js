// What the page is asked to do around a request, with what, and in which order.
import { answer, assert, test, turn } from "../tools.js";
import { alone, names, outcome, withSDK } from "./page.js";

test("with the SDK, success: its reactions, its record of the customer, the event, the promise", async () => {
  const win = await withSDK();
  answer(200, '{"data":{"id":7}}', {}, win);
  const value = await win.salla.profile.update({ a: 1 });
  assert.deepEqual(win.noted, [["api.handleAfterResponseActions", value], ["api.profile.syncUserData", { id: 7 }], ["event.profile.updated", value]]);
  assert.deepEqual(value, { data: { id: 7 } });
});

test("with the SDK, failure: document::request.failed, its reaction, the event, the promise", async () => {
  const win = await withSDK();
  answer(500, "{}", {}, win);
  const { error } = await outcome(win.salla.profile.update({ a: 1 }));
  assert.deepEqual(win.noted, [
    ["event.document.requestFailed", { endPoint: "https://store.test/api/profile/update", method: "post", payload: { a: 1 }, options: {} }, error],
    ["api.handleErrorResponse", error], ["event.profile.updateFailed", error],
  ]);
});

test("with the SDK, document::request.failed where nothing was passed", async () => {
  const win = await withSDK();
  answer(500, "{}", {}, win);
  for (const name of ["info", "updateSettings", "getDeleteRequest"]) await outcome(win.salla.profile[name]());
  assert.deepEqual(win.noted.filter(([name]) => name == "event.document.requestFailed").map(([, info]) => JSON.parse(JSON.stringify(info))), [
    { endPoint: "https://store.test/api/auth/user", method: "get", payload: null, options: {} },
    { endPoint: "https://store.test/api/profile/settings", method: "post", options: {} },
    { endPoint: "https://store.test/api/account/data-request", method: "get", payload: { params: { request_type: "delete_account" } }, options: {} },
  ]);
});

test("with the SDK, everything throws: outcomes are as they are", async () => {
  const win = await withSDK();
  const { salla } = win;
  const called = [];
  for (const target of [salla.api, salla.event.profile, salla.event.document, salla.notify, salla.logger]) {
    for (const name in target) {
      if (/getHeaders|isFast|^request$|withoutNotifier/.test(name) || typeof target[name] != "function") continue;
      target[name] = () => { called.push(name); throw new Error("broken " + name); };
    }
  }
  salla.api.profile.syncUserData = () => { called.push("syncUserData"); throw new Error("broken"); };
  answer(200, '{"data":1}', {}, win);
  assert.deepEqual(await salla.profile.update({}), { data: 1 });
  answer(500, "{}", {}, win);
  assert.strictEqual((await outcome(salla.profile.update({}))).error.status, 500);
  assert.deepEqual(called, ["handleAfterResponseActions", "syncUserData", "updated", "requestFailed", "updateFailed"]);
});

test("with the SDK, getFields resolves to an empty list where it fails, and logs it", async () => {
  const win = await withSDK();
  answer(500, "{}", {}, win);
  assert.deepEqual([...(await win.salla.profile.getFields())], []);
  assert.deepEqual(win.noted.at(-1), ["logger.warn", "[profile.getFields] failed"]);
});

test("with the SDK, a store with SSO login isn't asked", async () => {
  const win = await withSDK();
  win.settings["store.features"] = ["sso-login"];
  const requests = answer(200, "{}", {}, win);
  const { error } = await outcome(win.salla.profile.update({}));
  const message = "SSO login is enabled. You cannot update your profile.";
  assert.deepEqual(win.noted.map(([name, text, kind]) => [name, text, kind]), [["notify.fire", message, "error"]]);
  assert.ok(error instanceof win.Error);
  assert.deepEqual([error.message, Object.keys(error), requests.length], [message, [], 0]);
});

test("with the SDK, a data request is quiet", async () => {
  const win = await withSDK();
  answer(200, "{}", {}, win);
  await win.salla.profile.cancelDeleteRequest();
  await turn();
  assert.deepEqual(names(win), ["mute", "api.handleAfterResponseActions", "unmute"]);
});

for (const ends of ["well", "badly"]) {
  test(`with the SDK, a deleted customer is logged out, which ends ${ends}`, async () => {
    const win = await withSDK();
    let out;
    win.salla.auth.api.appendIframeAndLogout = () => {
      win.noted.push(["logout"]);
      const promise = new Promise((resolve) => win.setTimeout(resolve)).then(() => (ends == "well" ? undefined : Promise.reject(new Error("no"))));
      out = outcome(promise);
      return promise;
    };
    answer(200, "{}", {}, win);
    await win.salla.profile.delete();
    win.noted.push(["resolved"]);
    await out;
    await turn(win);
    const before = ["api.handleAfterResponseActions", "storage.clearAll", "cookie.clearAll", "logout", "resolved"];
    assert.deepEqual([names(win), win.left], [[...before, ...(ends == "well" ? ["event.profile.deleted", "url.get"] : [])], ends == "well" || undefined]);
  });
}

/** Notes what a page without the SDK is told. */
function noting(win) {
  const log = [];
  const { salla } = win;
  win.dataLayer = [];
  const emit = salla.event.emit;
  salla.event.emit = (...args) => { log.push(["emit", ...args]); return emit(...args); };
  for (const name of ["updated", "updateFailed", "deleted"]) salla.event.profile[name] = (...args) => { log.push([name, ...args]); };
  salla.notify = { fire: (...args) => { log.push(["fire", ...args]); } };
  return log;
}
const isOutcome = ([name, event]) => name != "emit" || !/^profile::/.test(event); // a dispatcher that is replaced isn't heard of

test("alone, success: tags, events, the notice, the event", async () => {
  const win = await alone();
  const log = noting(win);
  answer(200, '{"success":true,"googleTags":[1],"events":{"a::b":{"x":1},"c":null},"data":{"message":"Saved"}}', {}, win);
  const body = await win.salla.profile.update({});
  assert.deepEqual([...win.dataLayer], [[1]]);
  assert.deepEqual(log.filter(isOutcome), [["emit", "a::b", { x: 1 }], ["emit", "c", null], ["fire", "Saved", "success", body], ["updated", body]]);
});

test("alone, failure: document::request.failed, the notice, the event", async () => {
  const win = await alone();
  const log = noting(win);
  answer(422, '{"error":{"fields":{"b":["one","two"],"a":"three"}}}', {}, win);
  const { error } = await outcome(win.salla.profile.update({ a: 1 }));
  assert.deepEqual(log.filter(isOutcome), [
    ["emit", "document::request.failed", { endPoint: "https://api.test/profile/update", method: "post", payload: { a: 1 }, options: {} }, error],
    ["fire", "* one\n* two\n* three", "error", error], ["updateFailed", error],
  ]);
});

test("alone, where nothing of salla's is there any more", async () => {
  const win = await alone();
  const { update } = win.salla.profile;
  win.salla = undefined;
  answer(422, '{"error":{"message":"x","events":{"a":1},"fields":{"a":"b"}},"googleTags":1}', {}, win);
  assert.strictEqual((await outcome(update({}))).error.status, 422);
  answer(200, '{"success":true,"data":{"message":"x","phone":{}},"googleTags":1,"events":{"a":1}}', {}, win);
  assert.isTrue((await update({})).success);
  win.uncaught.length = 0; // the guard in a development build: nobody is there to emit
});

test("alone, a deleted customer's record goes", async () => {
  const win = await alone();
  const log = noting(win);
  Object.assign(win.localStorage, { user: "x", token: "x", other: "y" });
  answer(200, "{}", {}, win);
  await win.salla.profile.delete();
  assert.deepEqual(log.filter(isOutcome), [["deleted", {}]]);
  assert.deepEqual({ ...win.localStorage }, { other: "y" });
});
