// Many calls at once: they don't mix, are shared where they are the same, and leave nothing.
import { answer, assert, file, formOf, hostile, test } from "../tools.js";
import { alone, leaving, names, outcome, withSDK } from "./page.js";

test("answers may come in any order", async () => {
  const win = await alone();
  const answers = [];
  win.fetch = (url, { body }) => new Promise((resolve) => answers.push(() => resolve(new win.Response(body))));
  const all = [];
  for (let n = 0; n < 20; n++) all.push(win.salla.profile.updateSettings({ n, text: "x".repeat(n) }));
  while (answers.length < all.length) await new Promise((resolve) => setTimeout(resolve));
  for (let i = 7; answers.length; i += 7) answers.splice(i % answers.length, 1)[0]();
  assert.deepEqual((await Promise.all(all)).map(({ n, text }) => (n == text.length ? n : "mixed")), all.map((_, n) => n));
});

test("values that a call brought are there until it is settled, also if listeners call in between", async () => {
  const win = await alone();
  const seen = [];
  const all = [];
  let depth = 0;
  win.fetch = async (url, { body }) => new win.Response(body);
  win.salla.profile.event.onSettingsUpdated((body) => {
    seen.push(body.n);
    if (depth++ >= 5) return;
    for (let i = 0; i < 3; i++) all.push(win.salla.profile.updateSettings({ n: depth * 10 + i }).then(({ n }) => seen.push(n)));
  });
  await win.salla.profile.updateSettings({ n: 0 });
  while (all.length) await all.pop();
  assert.deepEqual([seen.length, seen.filter((n) => typeof n != "number")], [31, []]);
});

const PAYLOADS = [() => ({ a: 1 }), () => formOf([["a", "1"]]), () => formOf([["a", "1"], ["b", new Blob()]]), () => new URLSearchParams("a=1")];
test("with the SDK, a double click is one request, one answer and one event, but for files", async () => {
  const win = await withSDK();
  const requests = answer(200, '{"n":1}', {}, win);
  const values = await Promise.all(PAYLOADS.flatMap((make) => [make(), make()]).map((payload) => win.salla.profile.updateSettings(payload)));
  assert.deepEqual([requests.length, values.length, names(win).filter((name) => name == "event.profile.settingsUpdated").length], [5, 8, 5]);
  assert.strictEqual(values[0], values[1]);
});

test("the same text of another Content-Type is another request", async () => {
  for (const win of [await alone(), await withSDK()]) {
    const requests = answer(200, "{}", {}, win);
    await Promise.all([win.salla.profile.updateSettings({ a: 1 }), win.salla.profile.updateSettings('{"a":1}')]);
    assert.lengthOf(requests, 2);
  }
});

test("with the SDK, in a slow store the last of several calls is made, and all get its answer", async () => {
  const win = await withSDK();
  win.salla.api.isFastRequestsAllowed = () => false;
  const requests = answer(200, '{"n":1}', {}, win);
  const { profile } = win.salla;
  const all = [profile.info(), profile.updateSettings({ n: 1 }), profile.updateSettings({ n: 2 })];
  assert.lengthOf(requests, 0);
  assert.deepEqual(await Promise.all(all), [{ n: 1 }, { n: 1 }, { n: 1 }]);
  const bodies = requests.map(({ body }) => body).filter(Boolean);
  assert.deepEqual(bodies, ['{"n":2}']);
  const announced = names(win).filter((name) => /^event/.test(name));
  assert.sameMembers([...new Set(announced)], ["event.profile.infoFetched", "event.profile.settingsUpdated"]);
});

const METHODS = ["update", "updateContacts", "verify", "verifyDeleteRequest", "initiateDeleteRequest"];
const good = { code: "1", email: "a@b" };
for (const name of Object.keys(hostile)) {
  test(`whatever a theme hands over, a call is settled, and a failure is an error with a code: ${name}`, async () => {
    for (const win of [await alone(), await withSDK()]) {
      answer(200, "{}", {}, win);
      for (const method of METHODS) {
        const make = hostile[name];
        for (const args of [[make()], [good, make()], [good, { signal: make(), headers: make(), timeout: make() }]]) {
          const { error } = await outcome(win.salla.profile[method](...args));
          if (error) assert.ok(error instanceof win.Error && error.code, `${method}: ${error}`);
        }
      }
      win.uncaught.length = 0; // what is thrown looks like a fault of ours
    }
  });
}

for (const [value, message] of [
  [() => hostile.circular(), /circular|cyclic/i], [() => ({ n: 10n }), /BigInt/], [() => true, /./], [() => 7, /./],
]) {
  for (const mode of ["with the SDK", "alone"]) {
    test(`what can't be sent is the author's business, and no notice for the customer, ${mode}: ${value}`, async () => {
      const win = mode == "alone" ? await alone() : await withSDK();
      const told = [];
      for (const name of ["document::request.failed", "profile::update.failed"]) win.salla.event.on(name, (...args) => told.push([name, ...args]));
      win.salla.notify = { fire: (...args) => told.push(["notice", ...args]) };
      win.salla.event.document = { requestFailed: (...args) => told.push(["document::request.failed", ...args]) };
      win.salla.api.handleErrorResponse = () => told.push(["notice"]);
      win.document.addEventListener("profile::update.failed", ({ detail }) => told.push(["DOM", detail]));
      const requests = answer(200, "{}", {}, win);
      const { error } = await outcome(win.salla.profile.update(value()));
      const { code, local, response: { status, data } } = error;
      assert.deepEqual([requests.length, code, local, status, data.error.code], [0, "ERR_VALIDATION", true, 422, 422]);
      assert.match(error.message, message);
      assert.strictEqual(data.error.message, error.message);
      assert.deepEqual(Object.values(data.error.fields), [[error.message]]);
      const kinds = told.map(([name]) => name);
      assert.includeMembers(kinds, ["document::request.failed", "DOM"]);
      assert.notInclude(kinds, "notice");
      for (const entry of told) assert.include(entry, error);
    });
  }
}

// What fetches end in.
const fetches = (win) => [
  async () => new win.Response('{"data":{"phone":{"code":"1"},"message":"m"},"success":true,"events":{"a":1}}'),
  async () => new win.Response('{"error":{"fields":{"a":["b"]}}}', { status: 422 }),
  async () => new win.Response(null, { status: 204 }),
  async () => { throw new Error("no"); },
  () => { throw new Error("no"); },
  () => "no promise",
  () => ({ then(resolve) { const response = new win.Response("{}"); resolve(response); resolve(response); } }),
  () => ({ get then() { throw new Error("no"); } }),
  async () => ({ text: () => "no promise" }),
  async () => new win.Response(new win.ReadableStream({ start: (controller) => controller.error(new Error("cut")) })),
  (url, { signal }) => new Promise((_, reject) => signal && signal.addEventListener("abort", () => reject(signal.reason))),
];
const ENDING = 10; // fetches before the last end by themselves

test("whatever comes of them, and on leaving too, all calls are settled, and the program goes on", async () => {
  for (const win of [await alone(), await withSDK()]) {
    const all = [];
    const call = (method, ...args) => all.push(outcome(win.salla.profile[method](...args)));
    const ways = fetches(win);
    win.fetch = (url, init) => ways[+new Headers(init.headers).get("x-fetch")](url, init);
    const begin = () => {
      for (let i = 0; i < ENDING; i++) {
        for (const method of ["info", "update", "updateContacts", "verify", "verifyDeleteRequest", "getDeleteRequest"]) {
          const args = /^(info|get)/.test(method) ? [] : [{ ...good, n: i, file: i % 5 ? undefined : file() }];
          call(method, ...args, { headers: { "X-Fetch": i } });
          call(method, ...args, { headers: { "X-Fetch": i, "X-A": "1" } });
        }
      }
      const controller = new win.AbortController();
      for (const method of ["update", "verify"]) {
        call(method, good, { signal: controller.signal, timeout: 100_000, headers: { "X-Fetch": ENDING } });
        call(method, { ...good, b: 1 }, { timeout: 1, headers: { "X-Fetch": ENDING } });
      }
      controller.abort();
    };
    begin();
    leaving(win, begin);
    await Promise.all(all);
    win.uncaught.length = 0; // what isn't a Response looks like a fault of ours
    win.fetch = async () => new win.Response('"good"');
    assert.strictEqual(await win.salla.profile.updateSettings({}), "good");
  }
});
