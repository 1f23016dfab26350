// What the module sends of a configuration, what it exposes, and what waits.
import { answer, assert, page, rejection, test } from "../tools.js";
import { alone, withSDK } from "./page.js";

test("alone, a request has all that configure says; of a header named twice the last counts", async () => {
  const win = await alone({
    api: "https://api.test/v1", storeId: "42", token: "t1", language: "ar", currency: "SAR", userId: 7, country: "SA", headers: { "X-A": "b", "X-No": null },
  });
  const requests = answer(200, "{}", {}, win);
  await win.salla.profile.getDeleteRequest({ headers: { CURRENCY: "AED" } });
  const [{ url, method, headers, body, signal }] = requests;
  assert.deepEqual([url, method, body, signal], ["https://api.test/v1/account/data-request?request_type=delete_account", "GET", undefined, undefined]);
  assert.deepEqual(headers, {
    Accept: "application/json, text/plain, */*", "X-Requested-With": "XMLHttpRequest", "S-SOURCE": "twilight", "S-APP-VERSION": "1.2.3", "S-APP-OS": "browser",
    "cache-control": "no-cache", "Store-Identifier": "42", CURRENCY: "AED", "accept-language": "ar", "s-user-id": "7", "s-country": "SA", Authorization: "Bearer t1", "X-A": "b",
  });
});

const tokens = [
  ["t1", "Bearer t1"], [7, "Bearer 7"], [undefined, "Bearer secret"], [null, undefined], ["", undefined], [false, undefined], [0, undefined], [new String("boxed"), "Bearer boxed"],
  [() => "t2", "Bearer t2"], [async () => "t3", "Bearer t3"], [Promise.resolve("t4"), "Bearer t4"], [{ then: (resolve) => setTimeout(resolve, 1, "t5") }, "Bearer t5"],
  [() => undefined, undefined], [async () => false, undefined], [() => ({}), undefined], [() => 8, "Bearer 8"],
];
test("alone, a token is a text, a promise of one, or a function that returns either", async () => {
  for (const [token, want] of tokens) {
    const win = await alone({ token });
    const requests = answer(200, "{}", {}, win);
    await win.salla.profile.info();
    assert.strictEqual(requests[0].headers.Authorization, want, String(token));
  }
});

test("alone, a token function is asked at each request, and for none that isn't sent", async () => {
  let count = 0;
  const win = await alone({ token: () => "t" + ++count });
  const requests = answer(200, "{}", {}, win);
  await win.salla.profile.info();
  await win.salla.profile.update({});
  await rejection(win.salla.profile.verify());
  assert.deepEqual([count, requests.map(({ headers }) => headers.Authorization)], [2, ["Bearer t1", "Bearer t2"]]);
});

test("alone, a token that can't be had is no network", async () => {
  const no = new Error("no token");
  for (const make of [() => () => { throw no; }, () => () => Promise.reject(no), () => Promise.reject(no)]) {
    const win = await alone();
    win.salla.profile.configure({ token: make() });
    const told = [];
    for (const name of ["document::request.failed", "profile::info.not.fetched"]) win.salla.event.on(name, () => told.push(name));
    const requests = answer(200, "{}", {}, win);
    const error = await rejection(win.salla.profile.info());
    assert.deepEqual([error.name, error.message, error.code, error.cause, error.config.url, requests.length],
      ["AxiosError", "Network Error", "ERR_NETWORK", no, "https://api.test/auth/user", 0]);
    assert.deepEqual(told, ["document::request.failed", "profile::info.not.fetched"]);
  }
});

test("alone, what waits is shown, and its code goes with it", async () => {
  const win = await alone();
  const { profile } = win.salla;
  answer(200, '{"data":{"verification":{"status":"pending","type":"mobile"}}}', {}, win);
  await profile.updateContacts({ phone: "٠٥" });
  assert.deepEqual(profile.pendingVerification, { type: "mobile", phone: "05", country_code: "SA" });
  const requests = answer(200, "{}", {}, win);
  await profile.verify("١٢");
  assert.deepEqual([JSON.parse(requests[0].body), profile.pendingVerification], [{ code: "12", type: "mobile", phone: "05", country_code: "SA" }, null]);
});

test("what waited on the page before is shown, and its code goes with it", async () => {
  const first = await alone();
  answer(200, '{"data":{"verification":{"status":"pending","type":"email"}}}', {}, first);
  await first.salla.profile.updateContacts({ email: "a@b" });
  const win = await page({ src: "/dist/salla-profile.js", "data-api": "https://api.test", "data-store-id": "1", "data-token": "secret" }, { kept: true });
  const { profile } = win.salla;
  await profile.ready;
  assert.deepEqual(profile.pendingVerification, { type: "email", email: "a@b" });
  const requests = answer(200, "{}", {}, win);
  await profile.verify("1");
  assert.deepEqual([JSON.parse(requests[0].body), profile.pendingVerification], [{ code: "1", type: "email", email: "a@b" }, null]);
});

const MODES = { "with the SDK": withSDK, alone };
for (const [mode, open] of Object.entries(MODES)) {
  test(`${mode}, the methods are on the object, and ready says what runs`, async () => {
    const win = await open();
    const { profile, api } = win.salla;
    for (const name of ["info", "getFields", "update", "updateCustomFields", "updateContacts", "updateContact", "verify", "updateSettings", "initiateDeleteRequest",
      "verifyDeleteRequest", "getDeleteRequest", "cancelDeleteRequest", "delete", "resendVerification", "cancelVerification"]) assert.isFunction(api.profile[name], name);
    assert.deepEqual(await profile.ready, { mode: mode == "alone" ? "standalone" : "sdk", version: "1.2.3", compiler: "test" });
  });
}

test("with the SDK, a second SDK gets the methods, too", async () => {
  const win = await withSDK();
  const first = win.salla.api.profile.update;
  window.giveSDK(win);
  win.dispatchEvent(new win.Event("salla::created"));
  assert.strictEqual(win.salla.api.profile.update, first);
  answer(200, '{"n":1}', {}, win);
  assert.deepEqual(await win.salla.profile.update({}), { n: 1 });
});

test("an object that can't be changed is told, and nothing is thrown", async () => {
  const win = await page({ src: "/dist/salla-profile.js" }, { before: "parent.giveSDK(window); Object.freeze(salla.api.profile);" });
  await new Promise((resolve) => win.addEventListener("salla-profile::error", resolve, { once: true }));
  assert.notProperty(win.salla.api.profile, "update");
});
