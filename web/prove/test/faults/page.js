// Pages that aren't what one expects: frozen, wrapped by other scripts, without storage.
import { assert, good, heard, listen, page, rejection, store, test, until } from "../standalone/pages.js";
import { withSDK } from "./sdk.js";

for (const how of ["freeze", "seal", "preventExtensions"]) {
  test(`salla.api.profile after Object.${how}: the page never notices`, async () => {
    const { win, profile } = await withSDK({}, `
      window.addEventListener("salla::created", () => Object.${how}(salla.api.profile));`);
    win.made.length = 0;
    assert.ok((await profile.update({ a: 1 })).success, "the answer");
  });

  test(`an empty salla after Object.${how}: no error`, async () => {
    await page({}, { before: `window.salla = Object.${how}({});` });
  });
}

const wraps = {
  fetch: "const f = window.fetch; window.fetch = function (...args) { return f.apply(window, args); };",
  "fetch, as an async function": "const f = window.fetch; window.fetch = async (...args) => await f(...args);",
  "fetch, with a proxy": "window.fetch = new Proxy(window.fetch, {});",
  Promise: "window.Promise = class extends Promise {};",
  CustomEvent: "const C = window.CustomEvent; window.CustomEvent = function (...args) { return new C(...args); };",
  JSON: `const { parse, stringify } = JSON; JSON.parse = (...a) => parse(...a); JSON.stringify = (...a) => stringify(...a);`,
  "Array.prototype": "Array.prototype.extra = () => 1;",
  "Object.prototype": "Object.prototype.extra = 1;",
  "Object.prototype with a getter that throws": "Object.defineProperty(Object.prototype, 'bad', { get() { throw new Error('bad'); }, set() {} });",
};
for (const [name, before] of Object.entries(wraps)) {
  test(`another script wraps ${name}`, async () => {
    const { api, win, profile } = await store({}, { before });
    listen(win, "profile::updated", "profile::update.failed");
    await api.answer(good({ id: 1, phone: { code: "+966", number: "5", country: "SA" } }), { status: 422, body: { error: { message: "no" } } });
    assert.strictEqual((await profile.update({ a: 1 })).data.id, 1, "the answer");
    assert.strictEqual((await rejection(profile.update({ a: 2 }))).response.data.error.message, "no", "the error");
    assert.strictEqual(heard(win, "profile::updated").length, 1, "updated");
    assert.strictEqual(heard(win, "profile::update.failed").length, 1, "update.failed");
  });
}

test("other scripts wrap everything, with the SDK", async () => {
  const { "Object.prototype with a getter that throws": _unbearable, ...bearable } = wraps; // that the SDK doesn't bear
  const { api, win, profile } = await withSDK({}, Object.values(bearable).map((wrap) => `{ ${wrap} }`).join("\n"));
  await profile.ready;
  listen(win, "profile::updated", "profile::update.failed");
  await api.answer(good({ id: 1, phone: { code: "+966", number: "5", country: "SA" } }), { status: 422, body: { error: { message: "no" } } });
  win.made.length = 0;
  assert.strictEqual((await profile.update({ a: 1 })).data.id, 1, "the answer");
  assert.strictEqual((await rejection(profile.update({ a: 2 }))).response.data.error.message, "no", "the error");
  assert.strictEqual(win.made.length, 0, "made by the SDK");
  await until(() => heard(win, "profile::update.failed").length, "the event");
  assert.strictEqual(heard(win, "profile::updated").length, 1, "updated");
  assert.strictEqual(heard(win, "profile::update.failed").length, 1, "update.failed");
});

test("JSON.stringify throws: the call is sent all the same", async () => {
  const { api, profile, win } = await store();
  win.JSON.stringify = () => { throw new win.Error("no"); };
  assert.ok((await profile.update({ a: 1 })).success, "the answer");
  const [{ body }] = await api.got(1);
  assert.strictEqual(body, '{"a":1}');
});

test("fetch throws, answers nonsense, or never: one outcome each", async () => {
  const { profile, win } = await store();
  const own = win.fetch;
  for (const fetch of [() => { throw new win.Error("no"); }, () => 5, () => undefined, () => Promise.reject(1), async () => ({})]) {
    win.fetch = fetch;
    assert.strictEqual((await rejection(profile.update({ a: 1 }), String(fetch))).code, "ERR_NETWORK", String(fetch));
  }
  win.fetch = () => new Promise(() => {});
  assert.strictEqual((await rejection(profile.update({ a: 1 }, { timeout: 20 }))).code, "ECONNABORTED", "never");
  win.fetch = own;
  assert.ok((await profile.update({ a: 1 })).success, "the answer");
});

for (const how of ["full", "forbidden"]) {
  test(`localStorage is ${how}`, async () => {
    const { api, profile } = await store({}, {
      before: how == "full"
        ? "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"
        : "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });",
    });
    await api.answer(good({ id: 1, phone: { code: "+966", number: "5", country: "SA" } }));
    assert.strictEqual((await profile.info()).data.id, 1, "the answer");
  });
}

test("localStorage is full, with the SDK", async () => {
  const { api, win, profile } = await withSDK();
  await profile.ready;
  win.Storage.prototype.setItem = () => { throw new win.DOMException("full", "QuotaExceededError"); };
  await api.answer(good({ id: 1, phone: { code: "+966", number: "5", country: "SA" } }));
  assert.strictEqual((await profile.info()).data.id, 1, "the answer");
});
