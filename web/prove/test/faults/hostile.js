// Payloads that nobody should pass. Each call settles, the module lives, and nothing of the page is changed.
import timeout from "p-timeout";
import { assert, HANGS, rejection, store, test } from "../standalone/pages.js";

// Repeatable: a failure can be looked at again.
function random(seed) {
  return () => {
    seed = (seed * 1664525 + 1013904223) >>> 0;
    return seed / 2 ** 32;
  };
}

/** A value of any kind, nested up to depth. */
function anything(win, next, depth = 3) {
  const pick = (list) => list[Math.floor(next() * list.length)];
  const inner = () => (depth ? anything(win, next, depth - 1) : next());
  const key = () => pick(["phone", "email", "code", "type", "__proto__", "constructor", "toJSON", "length", "a b", "\n", "\0", "\ud800", "أ", "", "0", Symbol("s")]);
  const makers = [
    () => undefined, () => null, () => true, () => next() * 1e9, () => NaN, () => -Infinity, () => 10n ** 30n,
    () => Symbol("x"), () => "", () => "\ud800\n\0\udfff", () => "٠١٢٣", () => "a@b", () => String(next()),
    () => () => inner(), () => class {}, () => /x/g, () => new Date(NaN), () => new Date(), () => new Error("x"),
    () => [inner(), inner()], () => new Array(5), () => Object.assign([], { 1e4: 1 }),
    () => new Map([[1, inner()]]), () => new Set([1]), () => new WeakMap(), () => Promise.reject(inner()).catch(() => {}) && Promise.resolve(1),
    () => new Uint8Array(3), () => new ArrayBuffer(3), () => {
      const view = new Uint8Array(8);
      structuredClone(view.buffer, { transfer: [view.buffer] });
      return view;
    },
    () => ({ [key()]: inner(), [key()]: inner() }),
    () => JSON.parse('{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}}'),
    () => Object.defineProperty({}, key(), { get() { throw inner(); }, enumerable: true }),
    () => new Proxy({}, { get() { throw new Error("get"); } }), () => new Proxy({}, { ownKeys() { throw new Error("keys"); } }),
    () => new Proxy(() => {}, {}), () => Proxy.revocable({}, {}).proxy, () => {
      const { proxy, revoke } = Proxy.revocable({}, {});
      revoke();
      return proxy;
    },
    () => { const cycle = { a: inner() }; cycle.cycle = cycle; return cycle; },
    () => { let deep = {}; for (let i = 0; i < 3000; i++) deep = { deep }; return deep; },
    () => Object.create(null), () => Object.create({ inherited: 1 }), () => ({ toJSON: () => inner() }), () => ({ toString() { throw 1; }, valueOf: null }),
    () => ({ [Symbol.toStringTag]: pick(["FormData", "HTMLFormElement", "URLSearchParams", "File", "Object"]) }),
    () => ({ get [Symbol.toStringTag]() { throw new Error("tag"); } }),
    () => new win.FormData(), () => { const form = new win.FormData(); form.append(String(next()), new win.File(["x"], "x")); form.append("phone", "٠"); return form; },
    () => new win.URLSearchParams("a=1&a=2&__proto__=3"), () => new FormData(), () => new win.Blob(["x"]), () => ({ file: new win.File(["x"], "x.png"), list: [inner()] }),
    () => {
      const form = win.document.createElement("form");
      form.innerText = "";
      for (const name of ["a", "a", "append", "entries", "nodeType", "b[c]"]) win.Element.prototype.append.call(form, Object.assign(win.document.createElement("input"), { name, value: String(next()) }));
      return form;
    },
    () => win, () => win.document, () => win.document.body, () => win.salla, () => win.salla.profile, () => win.localStorage, () => win.history,
  ];
  return pick(makers)();
}

// In four parts: one that fails is found sooner.
for (const part of [1, 2, 3, 4]) test(`20,000 random payloads, options and methods: part ${part}`, async () => {
  const { win, profile } = await store();
  win.hostile = true; // what its payloads throw in our code is theirs
  win.fetch = async () => new win.Response('{"success":true,"data":{}}');
  const next = random(20261121 * part);
  const names = ["update", "updateCustomFields", "updateContacts", "verify", "updateSettings", "initiateDeleteRequest", "verifyDeleteRequest", "info", "getFields", "getDeleteRequest", "cancelDeleteRequest"];
  const before = Object.getOwnPropertyNames(win.Object.prototype).join();
  let settled = 0;
  const open = new Set();
  const events = { count: 0 };
  for (const name of ["updated", "update.failed", "verified", "unverified"]) win.document.addEventListener("profile::" + name, () => events.count++);
  for (let i = 0; i < 5_000; i += 50) {
    const calls = [];
    for (let j = 0; j < 50; j++) {
      const name = names[Math.floor(next() * names.length)];
      const args = [anything(win, next), next() < 0.3 ? anything(win, next) : undefined];
      const call = profile[name](...args);
      open.add(args);
      assert.ok(call instanceof win.Promise, `${name} answers a promise`);
      calls.push(call.then(() => { settled++; open.delete(args); }, (error) => {
        settled++;
        open.delete(args);
        assert.ok(error instanceof win.Error && error.code != "ERR_RUNTIME", `${name}: ${error?.code} ${error?.message}`);
      }));
    }
    await timeout(Promise.all(calls), {
      milliseconds: HANGS / 2,
      fallback: () => assert.fail(`not settled, of ${i + 50}: ` + [...open].map((args) => args.map((x) => Object.prototype.toString.call(x) + typeof x))),
    });
  }
  assert.strictEqual(settled, 5_000, "settled");
  assert.strictEqual(Object.getOwnPropertyNames(win.Object.prototype).join(), before, "Object.prototype");
  assert.strictEqual(({}).polluted, undefined, "polluted");
  assert.ok((await profile.update({ a: 1 })).success, "the next call");
});

test("10 MB of text, a huge array, a payload of another frame", async () => {
  const { win, profile } = await store();
  let size = 0;
  win.fetch = async (_, init) => {
    size = init.body.length;
    return new win.Response("{}");
  };
  await profile.update({ text: "x".repeat(10 << 20) });
  assert.ok(size > 10 << 20, "size of the body");
  await profile.update({ list: new Array(1e6).fill(1) });
  await profile.verify("٤".repeat(1e6));
  await profile.update({ of: "this frame" });
  assert.strictEqual((await rejection(profile.update(true))).code, "ERR_VALIDATION", "a boolean");
});

test("header values that can't be sent are refused by the browser, and nothing is lost", async () => {
  const { profile, win } = await store();
  win.hostile = true; // what its payloads throw in our code is theirs
  for (const headers of [{ "x-a": "a\nb" }, { "x-a": "a\0b" }, { "a b": "1" }, { "x-a": "أ" }, { "": "1" }, 5, "x", [1]]) {
    await profile.update({ headers: String(Object.keys(headers)) }, { headers }).catch((error) => assert.ok(error.code, "code"));
  }
  assert.ok((await profile.update({ a: 1 })).success, "the next call");
});
