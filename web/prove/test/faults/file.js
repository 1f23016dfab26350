// The module's file doesn't come, or not whole, or late. For builds that have one of its own.
import { assert, newAPI, opening, page, test, until } from "../standalone/pages.js";
import { outcome } from "../standalone/hold.js";
import { broken } from "./broken.js";
import { profileRequests, withSDK } from "./sdk.js";

const files = {
  "404": "/wasm/404",
  "500": "/wasm/500",
  "cut off": "/wasm/truncated",
  corrupt: "/wasm/corrupt",
  "HTML with status 200": "/wasm/html",
  empty: "/wasm/empty",
  "another program": "/wasm/program",
  "of another build": "/wasm/other",
  "connection dropped": "/wasm/drop",
  "data-wasm is no http(s) URL": "data:application/wasm;base64,AGFzbQEAAAA=",
};
for (const [name, wasm] of Object.entries(files)) broken(name, { "data-wasm": wasm });

// Its signal is by a clock of the test's: the minute that the loader gives it is over when the test says so.
broken("no end of it", { "data-wasm": "/wasm/stalled" }, {
  before: "parent.giveClock(window, true);",
  async meanwhile(win) {
    const ready = outcome(win.salla.profile.ready);
    await until(() => win.clock.waits(60_000), "a limit of a minute");
    await win.clock.pass(59_999);
    assert.strictEqual(ready.is, undefined, "before the minute is over");
    await win.clock.pass(1);
  },
});

for (const [name, wasm] of Object.entries({ "a wrong MIME type": "/wasm/mime", "a MIME type with a parameter": "/wasm/parameter" })) {
  test(`${name} is no fault`, async () => {
    const { api, win } = await opening({ "data-wasm": wasm });
    await win.salla.profile.ready;
    await win.salla.profile.update({ a: 1 });
    await api.got(1);
  });
}

test("its file is slow: calls wait; with the SDK its own methods serve meanwhile", async () => {
  const [alone, beside] = [newAPI(), newAPI()]; // of the two files
  for (const file of [alone, beside]) await file.answer({ module: true, hold: 1 });
  const api = newAPI();
  const first = await page({ "data-api": api.url, "data-wasm": alone.url });
  const early = first.salla.profile.update({ n: 1 });
  const { api: store, win, profile } = await withSDK({ "data-wasm": beside.url });
  const ready = outcome(profile.ready);
  assert.ok((await profile.update({ n: 1 })).success, "the SDK's answer");
  assert.deepEqual(win.made, ["xhr"], "made by the SDK");
  for (const file of [alone, beside]) await file.got(1);
  assert.strictEqual((await api.requests()).length, 0, "requests before it runs");
  assert.strictEqual(ready.is, undefined, "ready");
  for (const file of [alone, beside]) await file.release();
  assert.ok((await early).success, "the answer");
  await api.got(1);
  await profile.ready;
  win.made.length = 0;
  await profile.update({ n: 2 });
  assert.deepEqual(win.made, [], "made by XHR when it runs");
  assert.deepEqual((await profileRequests(store)).map(({ body }) => body), ['{"n":1}', '{"n":2}'], "requests");
});
