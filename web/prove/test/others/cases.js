// Other scripts on the page, each as somebody has met it: in both modes and on both files, where it applies.
import { add, assert, good, newAPI, page, rejection, test, turn, until } from "./from.js";
import { FILES, aloneGround, ground, outcomeOf, played, same } from "./ground.js";

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
  for (const how of ["a tag without attributes", "a script optimiser that runs it from no tag"]) {
    test(`another vendor's tag, and ours comes by ${how}: nothing goes there, ${file}`, async () => {
      const theirs = newAPI();
      const win = await page({ src: "/others/nothing.js" }, { before: vendor(theirs.url) });
      if (how == "a tag without attributes") await add(win, "/dist/" + file);
      else {
        const text = await (await fetch("/dist/" + file)).text();
        win.setTimeout(() => win.eval(text));
        await until(() => win.salla?.profile?.ready, "it runs");
      }
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
}

// ---------------------------------------------------------------- listeners that are taken off

const OFF = {
  "offAny()": (event) => event.offAny(),
  "removeAllListeners()": (event) => event.removeAllListeners(),
  "removeAllListeners of profile::*": (event) => event.removeAllListeners("profile::*"),
  "removeAllListeners, one by one": (event) => event.listenersAny().slice().forEach((fn) => event.offAny(fn)),
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

// ---------------------------------------------------------------- wrappers

// Of a holder's methods, each notes its name.
const WRAP = `window.wrapped = []; window.wrap = (holder, names) => {
  for (const name of names) {
    const own = holder[name];
    holder[name] = function (...args) { wrapped.push(name); return own.apply(this, args); };
  }
};`;
const NAMES = `["update", "updateContacts", "info"]`;
const ON = {
  "the prototype of salla.api.profile": `wrap(Object.getPrototypeOf(salla.api.profile), ${NAMES})`,
  "salla.api.profile": `wrap(salla.api.profile, ${NAMES})`,
  "salla.api, its request": `wrap(salla.api, ["request"])`,
};
// When: before ours at salla::created, or with ours first; or when all runs.
const WHEN = {
  "at salla::created": (code) => ({ first: `${WRAP} addEventListener("salla::created", () => ${code});` }),
  "at salla::created, ours behind all": (code) => ({ first: `${WRAP} addEventListener("salla::created", () => ${code});`, last: true }),
  "after init": (code) => ({ first: WRAP, between: code }),
};

for (const [on, code] of Object.entries(ON)) {
  for (const [when, options] of Object.entries(WHEN)) {
    test(`an app wraps ${on}, ${when}: its wrapper is called as with the SDK alone`, async () => {
      const alone = await ground(options(code));
      const theirs = await played(alone);
      for (const file of FILES) {
        const ours = await ground({ ...options(code), file });
        same(await played(ours), theirs, file);
        assert.deepEqual(ours.win.wrapped, alone.win.wrapped, file);
      }
    });
  }

  test(`an app wraps ${on}, when all runs: its wrapper is called as with the SDK alone`, async () => {
    const wrapped = async (file) => {
      const one = await ground({ file, first: WRAP });
      if (file) await one.salla.profile.ready;
      one.win.eval(code);
      return [await played(one), one.win.wrapped];
    };
    const alone = await wrapped();
    for (const file of FILES) same(await wrapped(file), alone, file);
  });
}

test("an app wraps the methods without the SDK: its wrapper is called, also by an action's name", async () => {
  const { win, salla, api } = await aloneGround({ first: WRAP });
  await salla.profile.ready;
  win.eval(`wrap(salla.profile, ${NAMES})`);
  await salla.profile.update({ n: 1 });
  salla.event.emit("profile::update", { n: 2 });
  await api.got(2);
  assert.deepEqual(win.wrapped, ["update", "update"]);
});

// ---------------------------------------------------------------- interceptors

test("an interceptor gives every GET a body: it leaves as with the SDK alone", async () => {
  const between = `salla.api.axios.interceptors.request.use((config) => { if (/get/i.test(config.method)) config.data = {}; return config; });`;
  const alone = await played(await ground({ between }));
  for (const file of FILES) same(await played(await ground({ between, file })), alone, file);
});

const NEVER = {
  response: `salla.api.axios.interceptors.response.use((answer) => (/profile.update/.test(answer.config.url) && !window.held ? (window.held = new Promise(() => {})) : answer));`,
  failure: `salla.api.axios.interceptors.response.use(undefined, (error) => (window.held ? Promise.reject(error) : (window.held = new Promise(() => {}))));`,
};
for (const [what, between] of Object.entries(NEVER)) {
  for (const file of FILES) {
    test(`an interceptor of a ${what} never settles: the same save once more is sent, ${file}`, async () => {
      const { api, win, salla } = await ground({ between, file });
      await salla.profile.ready;
      if (what == "failure") await api.answer({ status: 500, body: {} });
      salla.profile.update({ n: 1 }).catch(() => {});
      await until(() => win.held, "the interceptor holds the first");
      assert.ok((await salla.profile.update({ n: 1 })).success);
      assert.strictEqual((await api.requests()).filter(({ path }) => path == "profile/update").length, 2);
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
  test(`the store's address has a user and a password: it is asked without them, ${where}`, async () => {
    const { api, salla } = await make({});
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
