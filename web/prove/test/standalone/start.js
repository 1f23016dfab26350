// How the module starts: the tag, configure, calls that come early, and where it can't run.
import { add, assert, heard, listen, newAPI, opening, page, parts, rejection, store, test, turn, until } from "./pages.js";
import { busy, counted, held, heldBack, release, running, starts, watched } from "./hold.js";

test("ready tells what runs", async () => {
  const { win, profile } = await store();
  assert.ok(profile.ready instanceof win.Promise, "a Promise");
  const { mode, version, compiler } = await profile.ready;
  assert.strictEqual(mode, "standalone");
  assert.ok(version && typeof version === "string", "version");
  assert.ok(/go/i.test(compiler), "compiler: " + compiler);
});

test("calls before it runs are sent in order", async () => {
  const { api, win } = await opening({}, {
    // The order on the wire is the browser's; what counts is the order of asking.
    before: `
      ${held}
      const { fetch } = window;
      window.asked = [];
      window.fetch = (url, init) => {
        if (init?.method) asked.push(url.replace(/.*\\/api\\/[^/]*\\//, "") + (init.body ?? ""));
        return fetch(url, init);
      };
    `,
    after: `
      const { profile } = salla;
      window.answers = [1, 2, 3].map((n) => profile.update({ n }));
      salla.api.profile.info();
      salla.profile.api.updateSettings({ name: "x", value: 1 });
    `,
  });
  await heldBack(win);
  assert.deepEqual(win.asked, [], "before it runs");
  release(win);
  await api.got(5);
  assert.deepEqual(win.asked, [
    'profile/update{"n":1}', 'profile/update{"n":2}', 'profile/update{"n":3}', "auth/user", 'profile/settings{"name":"x","value":1}',
  ]);
  for (const body of await Promise.all(win.answers)) assert.ok(body.success, "answered");
});

test("listeners before it runs hear", async () => {
  const { win } = await opening({}, {
    before: held,
    after: `
      salla.profile.event.onUpdated((body) => log.push({ name: "helper", on: "document", detail: body }));
      salla.event.on("profile::updated", (body) => log.push({ name: "on", on: "document", detail: body }));
      document.addEventListener("profile::updated", ({ detail }) => log.push({ name: "dom", on: "document", detail }));
      window.early = salla.profile.update({});
    `,
  });
  await heldBack(win);
  release(win);
  const body = await win.early;
  for (const name of ["helper", "on", "dom"]) {
    assert.strictEqual(heard(win, name).length, 1, name);
    assert.ok(heard(win, name)[0].detail === body, name);
  }
});

test("configure instead of attributes", async () => {
  const api = newAPI();
  const win = await page({}, { after: `window.configured = salla.profile.configure({ api: ${JSON.stringify(api.url)}, storeId: 5, token: "t" })` });
  assert.strictEqual((await win.salla.profile.ready).mode, "standalone");
  await win.salla.profile.update({});
  const [{ headers, path }] = await api.got(1);
  assert.strictEqual(path, "profile/update");
  assert.strictEqual(headers["store-identifier"], "5");
  assert.strictEqual(headers.authorization, "Bearer t");
});

test("attributes without an API, and configure later", async () => {
  const api = newAPI();
  const win = await page({ "data-store-id": "5", "data-language": "ar" });
  win.salla.profile.configure({ api: api.url, currency: "SAR" });
  await win.salla.profile.update({});
  const [{ headers }] = await api.got(1);
  assert.strictEqual(headers["store-identifier"], "5");
  assert.strictEqual(headers["accept-language"], "ar");
  assert.strictEqual(headers.currency, "SAR");
});

test("an empty data-api is none", async () => {
  const api = newAPI();
  const win = await page({ "data-api": "", "data-store-id": "5" }, { after: `window.early = salla.profile.update({ n: 1 })` });
  let thrown;
  try {
    win.salla.profile.configure({ api: "" });
  } catch (error) {
    thrown = error;
  }
  assert.strictEqual(thrown?.name, "TypeError");
  win.salla.profile.configure({ api: api.url });
  await win.early;
  assert.strictEqual((await api.got(1))[0].headers["store-identifier"], "5");
});

test("a page's own salla.api.profile keeps its members", async () => {
  const { api, win } = await opening({}, { before: "window.salla = { api: { profile: { mine: 1 } } };" });
  assert.strictEqual(win.salla.api.profile.mine, 1);
  await win.salla.api.profile.update({});
  await api.got(1);
});

test("configure long after the module runs", async () => {
  const api = newAPI();
  const win = await page({}, { before: watched });
  let ready = false;
  win.salla.profile.ready.then(() => (ready = true));
  await running(win);
  assert.ok(!ready, "it waits for a configuration");
  win.salla.profile.configure({ api: api.url, storeId: 5 });
  await win.salla.profile.ready;
  await win.salla.profile.update({});
  await api.got(1);
});

test("calls before configure wait for it", async () => {
  const api = newAPI();
  const win = await page({}, { before: watched + counted, after: `window.early = salla.profile.update({ n: 1 })` });
  let settled = false;
  win.early.then(() => (settled = true), () => (settled = true));
  await running(win);
  assert.ok(!settled, "it waits");
  assert.deepEqual(win.fetched.filter((url) => !/\.wasm/.test(url)), [], "asked before it is configured");
  win.salla.profile.configure({ api: api.url, storeId: 5 });
  await win.early;
  assert.strictEqual((await api.got(1))[0].path, "profile/update");
});

test("a form is sent as it was at the call, however long that waits", async () => {
  const api = newAPI();
  const after = `
    const form = document.createElement("form");
    form.innerHTML = '<input name="first_name" value="Noura">';
    window.early = salla.profile.update(form);
    form.elements.first_name.value = "";`;
  const win = await page({}, { before: watched, after });
  win.salla.profile.configure({ api: api.url, storeId: 5 });
  await win.early;
  assert.deepEqual(parts((await api.got(1))[0]), { first_name: "Noura" });
});

test("attributes and a relative api", async () => {
  const api = newAPI();
  const win = await page({ "data-api": new URL(api.url).pathname + "/", "data-store-id": "1" });
  await win.salla.profile.info();
  assert.strictEqual((await api.got(1))[0].path, "auth/user");
});

test("data-lazy: when the page is idle", async () => {
  const { api, win } = await opening({ "data-lazy": "" }, { before: busy + watched });
  await until(() => win.idlers.length > 0, "the page is asked whether it is idle");
  await turn(win);
  assert.strictEqual(starts(win), 0, "started before");
  win.idle();
  await win.salla.profile.ready;
  assert.strictEqual(starts(win), 1, "started");
  await win.salla.profile.update({});
  await api.got(1);
});

test("data-lazy: at the first call", async () => {
  const { api, win } = await opening({ "data-lazy": "" }, { before: busy + watched + counted });
  await until(() => win.idlers.length > 0, "the page is asked whether it is idle"); // it never says so
  await turn(win);
  assert.strictEqual(starts(win), 0, "started before");
  assert.deepEqual(win.fetched, [], "fetched before");
  await win.salla.profile.update({});
  await api.got(1);
  assert.strictEqual(starts(win), 1, "started");
  assert.ok(await win.salla.profile.ready, "ready");
});

test("an api that is none fails the calls", async () => {
  const win = await page({ "data-api": "javascript:alert(1)", "data-store-id": "1" });
  const error = await rejection(win.salla.profile.update({}));
  assert.ok(error instanceof win.Error, "an Error");
  assert.ok((await rejection(win.salla.profile.ready)) instanceof win.Error, "ready's reason");
});

test("a second tag changes nothing", async () => {
  const { api, win, profile } = await store();
  await add(win, "/dist/salla-profile.js");
  assert.ok(win.salla.profile === profile, "salla.profile");
  listen(win, "profile::updated");
  await profile.update({});
  await api.got(1);
  assert.strictEqual(heard(win, "profile::updated").length, 1);
});

test("a second tag that names no store changes nothing", async () => {
  const { api, win, profile } = await store({ "data-token": "t", "data-currency": "SAR" });
  await add(win, "/dist/salla-profile.js?2");
  await profile.update({});
  const [{ headers }] = await api.got(1);
  assert.deepEqual([headers.authorization, headers.currency], ["Bearer t", "SAR"]);
});

test("what the page has already is kept", async () => {
  const { api, win } = await opening({}, {
    before: `
      window.salla = { mine: 1, profile: { mine: 2 }, event: { mine: 3 }, api: { mine: 4 } };
      window.original = { ...salla };
    `,
  });
  const { salla, original } = win;
  await salla.profile.ready;
  assert.strictEqual(salla.mine, 1);
  assert.strictEqual(salla.profile.mine, 2);
  assert.strictEqual(salla.event.mine, 3);
  assert.strictEqual(salla.api.mine, 4);
  for (const name of ["profile", "event", "api"]) assert.ok(salla[name] === original[name], name);
  await salla.profile.update({});
  await api.got(1);
});
