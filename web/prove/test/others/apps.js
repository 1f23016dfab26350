// An app wraps the methods, or intercepts the requests: as with the SDK alone.
import { outcome } from "../standalone/hold.js";
import { assert, profileRequests, test, until } from "./from.js";
import { FILES, aloneGround, ground, played, same } from "./ground.js";

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
  "all that the prototype of salla.api.profile has": `{
    const holder = Object.getPrototypeOf(salla.api.profile);
    wrap(holder, Object.getOwnPropertyNames(holder).filter((name) => name != "constructor" && typeof holder[name] == "function"));
  }`,
  "the prototype of salla.api.profile, by methods that read as the SDK's": `{
    const holder = Object.getPrototypeOf(salla.api.profile);
    const { update, info } = holder;
    Object.assign(holder, {
      update(data) { wrapped.push("update"); return update.call(this, data); },
      async info() { wrapped.push("info"); return info.apply(this); },
    });
  }`,
  "salla.api.profile, by a class between it and its own": `{
    const { wrapped } = window;
    Object.setPrototypeOf(salla.api.profile, {
      __proto__: Object.getPrototypeOf(salla.api.profile),
      update(data) { wrapped.push("update"); return super.update(data); },
    });
  }`,
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

test("an interceptor gives every GET a body: it leaves as with the SDK alone", async () => {
  const between = `salla.api.axios.interceptors.request.use((config) => { if (/get/i.test(config.method)) config.data = {}; return config; });`;
  const alone = await played(await ground({ between }));
  for (const file of FILES) same(await played(await ground({ between, file })), alone, file);
});

// An interceptor that opens a dialog: it holds a save, the first after the page says so, until the page lets go of it.
const holding = (rest) => `(given) => {
  const pass = () => { ${rest} };
  if (!window.holds || !/profile.update/.test((given.config || given).url)) return pass(); // the SDK asks things of its own
  holds = false;
  return new Promise((resolve) => (window.letGo = resolve)).then(pass);
}`;
const HOLDERS = {
  "an answer": `salla.api.axios.interceptors.response.use(${holding("return given;")});`,
  "a failure": `salla.api.axios.interceptors.response.use(undefined, ${holding("throw given;")});`,
  "a request": `salla.api.axios.interceptors.request.use(${holding("return given;")});`,
};
// The page's clock is the test's: the module takes Date.now at its start.
const CLOCK = "{ const { now } = Date; const begun = now(); window.later = 0; Date.now = () => begun + later; }";

for (const [what, between] of Object.entries(HOLDERS)) {
  for (const file of FILES) {
    test(`an interceptor holds ${what}: the same save once more is sent, and each is told of its own, ${file}`, async () => {
      const { api, win, salla } = await ground({ first: CLOCK, between, file });
      await salla.profile.ready;
      if (what == "a failure") await api.answer({ status: 500, body: {} });
      const told = [];
      for (const name of ["profile::updated", "profile::update.failed"]) win.document.addEventListener(name, () => told.push(name));
      const save = () => salla.profile.update({ n: 1 }).then(() => "saved", () => "failed");
      win.holds = true;
      const first = outcome(save());
      await until(() => Boolean(win.letGo), "the interceptor holds it"); // a condition that is a promise would be waited for
      win.later = 1000; // what is held before it is sent is joined for a second
      assert.strictEqual(await save(), "saved");
      assert.deepEqual(told, ["profile::updated"]);
      assert.isUndefined(first.is);
      win.letGo();
      await until(() => Boolean(first.is), "the first is told of");
      const is = what == "a failure" ? ["failed", "profile::update.failed"] : ["saved", "profile::updated"];
      assert.deepEqual([first.is.value, ...told], [is[0], "profile::updated", is[1]]);
      assert.strictEqual((await api.requests()).filter(({ path }) => path == "profile/update").length, 2);
    });
  }
}

for (const file of FILES) {
  test(`an interceptor holds a request, and another call of it comes within the second: one is sent, for both, ${file}`, async () => {
    const { api, win, salla } = await ground({ first: CLOCK, between: HOLDERS["a request"], file });
    await salla.profile.ready;
    win.holds = true;
    const first = salla.profile.update({ n: 1 });
    await until(() => Boolean(win.letGo), "the interceptor holds it");
    win.later = 999;
    const second = salla.profile.update({ n: 1 });
    win.letGo();
    assert.strictEqual(await second, await first);
    assert.strictEqual((await api.requests()).filter(({ path }) => path == "profile/update").length, 1);
  });

  test(`interceptors hold six answers for ever: other calls and the connections are free, ${file}`, async () => {
    const { api, win, salla } = await ground({ between: HOLDERS["an answer"], file });
    await salla.profile.ready;
    const held = [];
    for (let n = 0; n < 6; n++) {
      win.holds = true;
      held.push(outcome(salla.profile.update({ n })));
      await until(() => !win.holds, "the interceptor holds it");
    }
    assert.ok((await salla.profile.info()).success);
    assert.ok((await salla.profile.update({ n: 0 })).success);
    assert.ok((await salla.profile.updateContacts({ email: "nora@example.sa" })).success);
    assert.isTrue(held.every(({ is }) => is === undefined));
    assert.strictEqual((await profileRequests(api)).length, 9);
  });
}
