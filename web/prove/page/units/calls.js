// The theme's calls, while they wait, and when the program dies: web/loader/calls.js and fallback.js.
import { assert, formOf, fresh, listening, rejection, test, turn } from "../tools.js";

const MODULE = await WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));

/** The loader's calls with a program that a test plays: program.onCall hears each, reasons is why nothing will run any more. */
async function loader({ open = 2 } = {}) {
  const { calls } = await fresh();
  const state = { open, reasons: [], entered: [], started: 0, onCall() {}, onAttach() {}, onStart() {} };
  window.cross = (host) => ({
    importObject: {},
    run: async () => { state.started++; state.onStart(); },
    call(id, method, argument, options) {
      if (!id) return state.onAttach();
      state.entered.push([calls.names[method], argument, options]);
      state.onCall(id, argument, host);
    },
  });
  calls.use({ open: () => state.open, schema: {}, functions: {}, exposure: () => ({ holder: {}, chosen: {} }), stopped: (reason) => state.reasons.push(reason) });
  const call = (name, ...args) => calls.call(name, args, args[name == "update" ? 1 : 0]);
  return { calls, state, call };
}
const settles = ({ calls, state }, value = "answer") => (state.onCall = (id) => calls.settle([id], true, "", value));
const quiet = async (fn) => {
  const { warn } = console;
  const warned = [];
  console.warn = (text) => warned.push(text);
  try {
    await fn();
  } finally {
    console.warn = warn;
  }
  return warned;
};

test("calls wait for the program, and are sent in order", async () => {
  const one = await loader();
  settles(one);
  const all = [one.call("update", { n: 1 }), one.call("info"), one.call("update", { n: 2 })];
  assert.isTrue(one.calls.anyWait());
  await one.calls.start(MODULE);
  assert.deepEqual(await Promise.all(all), ["answer", "answer", "answer"]);
  assert.deepEqual(one.state.entered.map(([name, argument]) => [name, argument]), [["update", { n: 1 }], ["info", undefined], ["update", { n: 2 }]]);
  assert.isFalse(one.calls.anyWait());
});

test("whether calls wait is told on a page without Array.prototype.some", async () => {
  const one = await loader();
  settles(one);
  const call = one.call("info");
  const { some } = Array.prototype;
  delete Array.prototype.some;
  try {
    assert.isTrue(one.calls.anyWait());
  } finally {
    Object.defineProperty(Array.prototype, "some", { value: some, writable: true, configurable: true });
  }
  await one.calls.start(MODULE);
  await call;
});

test("a call is settled once, with the value or the error", async () => {
  const one = await loader();
  await one.calls.start(MODULE);
  one.state.onCall = (id) => {
    one.calls.settle([id], false, "", "error");
    one.calls.settle([id], true, "", "value");
  };
  assert.strictEqual(await rejection(one.call("info")), "error");
});

test("calls that are settled together are announced once, first", async () => {
  const one = await loader();
  const ids = [];
  one.state.onCall = (id) => ids.push(id);
  await one.calls.start(MODULE);
  const order = [];
  for (const name of ["update", "info"]) one.call(name).then((value) => order.push([name, value]));
  window.salla = { profile: { event: { updated: (value) => order.push(["event", value]) } } };
  one.calls.settle(ids, true, "updated", "v");
  await turn();
  assert.deepEqual(order, [["event", "v"], ["update", "v"], ["info", "v"]]);
});

test("a call made before the SDK was created waits until it is ready, later ones go at once", async () => {
  const one = await loader({ open: 0 });
  settles(one);
  await one.calls.start(MODULE);
  const first = one.call("info");
  one.state.open = 1;
  one.calls.attach();
  assert.isEmpty(one.state.entered);
  assert.strictEqual(await one.call("update", {}), "answer");
  assert.isTrue(one.calls.anyWait());
  one.state.open = 2;
  one.calls.attach();
  assert.strictEqual(await first, "answer");
});

test("a payload of a call that waits is as it was at the call", async () => {
  const one = await loader();
  settles(one);
  const object = { a: 1 };
  const form = formOf([["a", "1"]]);
  const all = [one.call("update", object), one.call("update", form)];
  object.a = 2;
  form.append("b", "2");
  await one.calls.start(MODULE);
  await Promise.all(all);
  const [[, first], [, second]] = one.state.entered;
  assert.deepEqual([first, [...second]], [{ a: 1 }, [["a", "1"]]]);
});

test("a call that waits can be given up, with the failure's event", async () => {
  const one = await loader();
  const heard = listening("profile::update.failed");
  const controller = new AbortController();
  const promise = rejection(one.call("update", { a: 1 }, { signal: controller.signal }));
  controller.abort("why");
  const error = await promise;
  assert.deepEqual([error.name, error.code, error.message, error.cause], ["CanceledError", "ERR_CANCELED", "canceled", "why"]);
  assert.deepEqual(error.config, { url: "/profile/update", method: "post", headers: {}, data: { a: 1 } });
  assert.deepEqual(heard(), [["profile::update.failed", error]]);
  const late = await rejection(one.call("info", { timeout: 1 }));
  assert.deepEqual([late.code, late.message], ["ECONNABORTED", "timeout of 1ms exceeded"]);
  assert.strictEqual((await rejection(one.call("update", {}, { signal: AbortSignal.abort() }))).code, "ERR_CANCELED");
  settles(one);
  await one.calls.start(MODULE);
  assert.isEmpty(one.state.entered, "none is sent");
});

test("once a call was sent, it isn't given up here", async () => {
  const one = await loader();
  const controller = new AbortController();
  const promise = one.call("update", {}, { signal: controller.signal });
  let id;
  one.state.onCall = (its) => (id = its);
  await one.calls.start(MODULE);
  controller.abort();
  one.calls.settle([id], true, "", "answer");
  assert.strictEqual(await promise, "answer");
});

test("options and arguments that throw break no call", async () => {
  const one = await loader();
  settles(one);
  const broken = { get timeout() { throw new Error("no"); } };
  const all = [one.call("update", { get a() { throw new Error("no"); } }), one.call("update", {}, broken), one.call("update", {}, null), one.call("info", 7)];
  await one.calls.start(MODULE);
  assert.deepEqual(await Promise.all(all), Array(4).fill("answer"));
});

test("where the program dies, calls that were sent fail, those that wait are sent by a fresh one", async () => {
  const one = await loader();
  await one.calls.start(MODULE);
  const heard = listening("profile::update.failed");
  const warned = await quiet(async () => {
    const hanging = rejection(one.call("update", { n: 1 }));
    one.state.onCall = () => { throw new Error("trap"); };
    const dying = rejection(one.call("update", { n: 2 }));
    settles(one);
    const waiting = one.call("info");
    for (const error of [await hanging, await dying]) {
      assert.deepEqual([error.code, error.message, String(error.cause)], ["ERR_RUNTIME", "salla-profile stopped: Error: trap", "Error: trap"]);
    }
    assert.strictEqual(await waiting, "answer");
  });
  assert.strictEqual(one.state.started, 2);
  assert.lengthOf(heard(), 2);
  assert.deepEqual(warned, ["salla-profile: Error: trap; starting afresh"]);
});

test("a program that dies again and again isn't started any more: calls fail, or are the SDK's own", async () => {
  const one = await loader();
  await one.calls.start(MODULE);
  const warned = await quiet(async () => {
    one.state.onCall = () => { throw new Error("trap"); };
    for (let deaths = 1; deaths <= 3; deaths++) {
      await rejection(one.call("update", {}));
      for (let i = 0; i < 5; i++) await turn();
    }
    const error = await rejection(one.call("update", { n: 4 }));
    assert.deepEqual([error.code, error.message], ["ERR_RUNTIME", "salla-profile can't run: Error: trap"]);
  });
  assert.deepEqual([one.state.started, one.state.reasons.map(String), warned.at(-1)], [3, ["Error: trap"], "salla-profile: Error: trap; giving up"]);
});

test("where nothing will run, what waits and what comes is the SDK's own, bound, as it answers", async () => {
  const one = await loader();
  const waiting = one.call("update", { n: 1 });
  class Api {
    update(payload) { return [this == window.salla.api.profile, payload]; }
    info() { throw new Error("theirs"); }
  }
  window.salla = { api: { getHeaders() {}, profile: new Api() } };
  one.calls.stop(new Error("no WebAssembly"));
  assert.deepEqual(await waiting, [true, { n: 1 }]);
  assert.deepEqual(await one.call("update", { n: 2 }), [true, { n: 2 }]);
  assert.strictEqual((await rejection(one.call("info"))).message, "theirs");
  assert.strictEqual((await rejection(one.call("delete"))).code, "ERR_RUNTIME", "the SDK has none");
});

test("getFields ends with an empty list where nothing will run", async () => {
  const one = await loader();
  one.calls.stop("why");
  assert.deepEqual(await one.call("getFields"), []);
});

test("a program that can't start again is the end", async () => {
  const one = await loader();
  await one.calls.start(MODULE);
  await quiet(async () => {
    one.state.onCall = () => { throw new Error("trap"); };
    one.state.onStart = () => { throw new Error("no start"); };
    await rejection(one.call("update", {}));
    assert.match((await rejection(one.call("info"))).message, /no start/);
  });
  assert.deepEqual(one.state.reasons.map(String), ["Error: no start"]);
});
