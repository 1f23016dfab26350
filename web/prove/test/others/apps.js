// An app wraps the methods, or intercepts the requests: as with the SDK alone.
import { assert, test } from "./from.js";
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
