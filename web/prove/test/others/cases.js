// Other scripts on the page, each as somebody has met it: in both modes and on both files, where it applies.
import { add, assert, good, newAPI, page, rejection, sdkURL, test, turn } from "./from.js";
import { FILES, aloneGround, ground, outcomeOf } from "./ground.js";

const MODES = [
  ["with the SDK", (options) => ground({ file: FILES[0], ...options })],
  ["with the SDK, on the storefront file", (options) => ground({ file: FILES[1], ...options })],
  ["without the SDK", aloneGround],
];

/** Runs fn inside a click of the page: in a function of its own, since an event is its realm's. */
const inClick = (win, fn) => {
  const button = win.document.createElement("button");
  let result;
  win.clicked = () => (result = fn());
  button.setAttribute("onclick", "clicked()");
  button.click();
  return result;
};

// ---------------------------------------------------------------- a save in a click

const OBSERVERS = {
  missing: "delete window.PerformanceObserver;",
  "a stub": "window.PerformanceObserver = class { observe() {} disconnect() {} };",
  "one that throws": "window.PerformanceObserver = class { observe() { throw new Error('no'); } };",
  "without takeRecords": "delete PerformanceObserver.prototype.takeRecords;",
};

for (const [where, make] of MODES) {
  for (const [what, first] of Object.entries(OBSERVERS)) {
    test(`PerformanceObserver is ${what}: a save in a click resolves, and is sent once, ${where}`, async () => {
      const { api, win, salla } = await make({ first });
      await salla.profile.ready;
      const { is } = await outcomeOf(() => inClick(win, () => salla.profile.update({ n: 1 })));
      assert.strictEqual(is, "resolved");
      assert.strictEqual((await api.requests()).filter(({ path }) => path == "profile/update").length, 1);
    });
  }
}

// ---------------------------------------------------------------- tags

const vendor = (url) => `document.write('<script src="/others/nothing.js" data-api="${url}" data-store-id="9"></scr' + 'ipt>');`;

test("another vendor's tag, without the SDK: what is saved goes to our tag's store", async () => {
  const theirs = newAPI();
  const { api, salla } = await aloneGround({ first: vendor(theirs.url) });
  await salla.profile.update({ n: 1 });
  await api.got(1);
  assert.isEmpty(await theirs.requests());
});

for (const file of FILES) {
  test(`another vendor's tag, and ours comes later without attributes: nothing goes there, ${file}`, async () => {
    const theirs = newAPI();
    const win = await page({ src: "/others/nothing.js" }, { before: vendor(theirs.url) });
    await add(win, "/dist/" + file);
    const call = win.salla.profile.update({ n: 1 });
    await turn(win);
    assert.isEmpty(await theirs.requests());
    if (file == FILES[1]) return;
    const api = newAPI();
    win.salla.profile.configure({ api: api.url });
    await call;
    await api.got(1);
    assert.isEmpty(await theirs.requests());
  });
}

// ---------------------------------------------------------------- listeners that are taken off

const OFF = {
  "offAny()": (event) => event.offAny(),
  "removeAllListeners()": (event) => event.removeAllListeners(),
  "removeAllListeners of profile::*": (event) => event.removeAllListeners("profile::*"),
  "offAny, one by one": (event) => event.listenersAny().slice().forEach((fn) => event.offAny(fn)),
};

for (const [where, make] of MODES) {
  for (const [what, off] of Object.entries(OFF)) {
    if (where == "without the SDK" && what != "offAny()") continue; // its emitter has no more
    test(`salla.event.${what}: the DOM hears of each outcome once, ${where}`, async () => {
      const { win, salla } = await make({});
      await salla.profile.ready;
      let times = 0;
      win.document.addEventListener("profile::updated", () => times++);
      for (const n of [1, 2]) {
        off(salla.event);
        await turn(win);
        await salla.profile.update({ n });
        assert.strictEqual(times, n);
      }
    });
  }

  test(`a listener of an outcome emits others: each is heard once, ${where}`, async () => {
    const { win, salla } = await make({});
    await salla.profile.ready;
    const log = [];
    for (const name of ["profile::updated", "profile::verified"]) win.document.addEventListener(name, () => log.push("DOM " + name));
    salla.event.on("profile::updated", () => {
      log.push("on");
      salla.event.emit("cart::seen", 1);
      salla.event.emit("profile::verified", 2);
    });
    await salla.profile.update({ n: 1 });
    await turn(win);
    assert.deepEqual(log.sort(), ["DOM profile::updated", "DOM profile::verified", "on"]);
  });
}

// ---------------------------------------------------------------- the file itself

// The standard build's module is a file beside its script, which has to know where that came from.
if (!new URLSearchParams(location.search).has("file")) {
  for (const file of FILES) {
    test(`pasted into the page, behind a function without a semicolon, ${file}`, async () => {
      const text = await (await fetch("/dist/" + file)).text();
      const win = await page({ src: "/others/nothing.js" }, { before: "window.f = function () { window.called = true }" + text });
      const api = newAPI();
      if (file == FILES[0]) win.salla.profile.configure({ api: api.url });
      else {
        await add(win, sdkURL);
        window.initSDK(win, api);
      }
      assert.ok((await win.salla.profile.update({ n: 1 })).success);
      assert.ok(await win.salla.profile.ready);
      assert.isUndefined(win.called);
    });
  }
}

// ---------------------------------------------------------------- what a page without the SDK sends

test("multipart/form-data set by hand, without the SDK: an object is sent so", async () => {
  const { api, salla } = await aloneGround();
  await salla.profile.update({ tags: ["a"], name: { first: "N" } }, { headers: { "Content-Type": "multipart/form-data" } });
  const [{ headers, body }] = await api.got(1);
  assert.match(headers["content-type"], /^multipart\/form-data; boundary=/);
  assert.deepEqual(body.map(({ name, text }) => [name, text]), [["tags[]", "a"], ["name[first]", "N"]]);
});

test("configure's headers in any case, without the SDK: the last counts", async () => {
  const { api, salla } = await aloneGround();
  for (const headers of [{ "accept-language": "fr" }, { "Accept-Language": "en" }, { "accept-language": "de" }]) salla.profile.configure({ headers });
  await salla.profile.info();
  const [{ headers }] = await api.got(1);
  assert.strictEqual(headers["accept-language"], "de");
});

for (const [where, make] of MODES) {
  test(`of a call's headers of one name, in whatever case, the last counts, ${where}`, async () => {
    const { api, salla } = await make({});
    await salla.profile.ready;
    await salla.profile.update({ n: 1 }, { headers: { "X-A": "1", "x-a": "2" } });
    const [{ headers }] = (await api.requests()).filter(({ path }) => path == "profile/update");
    assert.strictEqual(headers["x-a"], "2");
  });

  test(`the store's address has a user and a password: it is asked without them, ${where}`, async () => {
    const { api, salla } = await make({});
    await salla.profile.ready; // until then the SDK's own serve
    const address = api.url.replace("//", "//user:password@");
    if (salla.config?.set) salla.config.set("store.api", address);
    else salla.profile.configure({ api: address });
    assert.ok((await salla.profile.update({ n: 1 })).success);
    assert.strictEqual((await api.requests()).filter(({ path }) => path == "profile/update").length, 1);
  });

  test(`somebody logs out: what waited for a code is nobody's, ${where}`, async () => {
    const { api, salla } = await make({});
    await salla.profile.ready;
    await api.answer(good({ verification: { status: "pending", type: "mobile" } }));
    await salla.profile.updateContacts({ phone: "0501112233" });
    assert.strictEqual(salla.profile.pendingVerification?.phone, "0501112233");
    salla.event.emit("auth::logged.out");
    assert.notOk(salla.profile.pendingVerification);
    assert.isEmpty(salla.profile.pendingVerifications);
    assert.strictEqual((await rejection(salla.profile.resendVerification())).code, "ERR_VALIDATION");
  });
}
