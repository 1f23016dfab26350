// The module's file: where it is, and where it isn't. For builds that have one of its own.
import { assert, heard, listen, newAPI, opening, page, rejection, store, test, until } from "./pages.js";

test("data-wasm says where the module is", async () => {
  const { win, api } = await store({ "data-wasm": "/dist/salla-profile.wasm?elsewhere" });
  await win.salla.profile.info();
  await api.got(1);
  assert.ok(win.performance.getEntriesByType("resource").some(({ name }) => name.endsWith("?elsewhere")), "asked there");
});

test("data-lazy: the file is asked for once, and not before", async () => {
  const api = newAPI();
  const win = await page({ "data-api": api.url, "data-store-id": "1", "data-lazy": "", "data-wasm": api.url + "/module" }, {
    before: "window.idlers = []; window.requestIdleCallback = (fn) => idlers.push(fn);", // it is never idle
  });
  await until(() => win.idlers.length > 0, "the page is asked whether it is idle");
  await api.answer({ module: true });
  await fetch(api.url + "/before").then((answer) => answer.arrayBuffer()); // takes the module, were it not asked for
  await api.answer({ module: true });
  await win.salla.profile.update({});
  const requests = await api.got(3);
  assert.strictEqual(requests.map(({ path }) => path).join(), "before,module,profile/update", "requests");
});

for (const [why, wasm] of Object.entries({ "a 404": "/dist/nothing.wasm", "no module": "/dist/manifest.json", "no server": "http://127.0.0.1:1/" })) {
  test("where it can't run, calls reject: " + why, async () => {
    const { api, win } = await opening({ "data-wasm": wasm }, {
      after: `
        parent.listenIn(window);
        window.early = salla.profile.update({ n: 1 }).catch((error) => error);
        window.earlyInfo = salla.profile.info().catch((error) => error);
      `,
    });
    const reason = await rejection(win.salla.profile.ready);
    assert.ok(reason instanceof win.Error || reason instanceof Error, "ready's reason");
    const late = await rejection(win.salla.profile.updateSettings({}));
    for (const [error, event] of [[await win.early, "update.failed"], [await win.earlyInfo, "info.not.fetched"], [late, "update.settings.failed"]]) {
      assert.ok(error instanceof win.Error && error.isAxiosError && error.name === "AxiosError" && error.message, "an AxiosError");
      const entries = heard(win, "profile::" + event);
      assert.strictEqual(entries.length, 1, event);
      assert.ok(entries[0].detail === error, event + "'s detail");
    }
    await api.got(0);
  });
}

window.listenIn = (win) =>
  listen(win, "profile::update.failed", "profile::info.not.fetched", "profile::update.settings.failed");

test("an event where its file is missing", async () => {
  const win = await page({ "data-api": "/nowhere", "data-wasm": "/dist/nothing.wasm" }, {
    before: `
      window.log = [];
      addEventListener("salla-profile::error", (event) => log.push({ name: event.type, on: "window", detail: event.detail }));
      addEventListener("salla-profile::ready", (event) => log.push({ name: event.type, on: "window" }));
    `,
  });
  const reason = await rejection(win.salla.profile.ready);
  await until(() => win.log.length > 0, "the event");
  assert.strictEqual(win.log.length, 1, "events");
  assert.strictEqual(heard(win, "salla-profile::error", "window").length, 1, "salla-profile::error");
  assert.ok(win.log[0].detail === reason, "ready's reason");
});
