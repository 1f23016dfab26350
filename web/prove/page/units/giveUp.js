// What gives a request up: bridge/page/giveUp.js.
import { assert, fresh, inFrame, rejection, test, turn } from "../tools.js";

const { giveUp } = await fresh();
const { bounded, CANCELED, LATE } = giveUp;
const never = () => new Promise(() => {});

/** A signal that counts its listeners. */
function counted(signal = new AbortController().signal) {
  const own = { add: signal.addEventListener, remove: signal.removeEventListener };
  let count = 0;
  signal.addEventListener = (...args) => (count++, own.add.apply(signal, args));
  signal.removeEventListener = (...args) => (count--, own.remove.apply(signal, args));
  return { signal, count: () => count };
}

/** A CancelToken as axios has it. */
function createCancelToken() {
  const listeners = new Set();
  return {
    reason: undefined,
    subscribe: (fn) => listeners.add(fn),
    unsubscribe: (fn) => listeners.delete(fn),
    cancel(message) { this.reason = { message }; for (const fn of listeners) fn(this.reason); },
    count: () => listeners.size,
  };
}

test("where nothing can give it up, no signal is made", async () => {
  assert.deepEqual(await bounded([undefined, null], 0, async (...signals) => signals), []);
});

test("the outcome is that of the request", async () => {
  const { signal } = new AbortController();
  assert.strictEqual(await bounded([signal], 1000, async () => 7), 7);
  assert.strictEqual(await rejection(bounded([signal], 1000, async () => { throw "no"; })), "no");
});

test("a signal that was aborted before: nothing has begun", async () => {
  let begun = false;
  for (const source of [AbortSignal.abort(), { aborted: true }, Object.assign(createCancelToken(), { reason: {} })]) {
    assert.strictEqual(await rejection(bounded([source], 0, async () => (begun = true))), CANCELED);
  }
  assert.notOk(begun);
});

for (const source of ["a signal", "a CancelToken"]) {
  test(`${source} gives the request up at once, also one that hears nothing`, async () => {
    const controller = new AbortController();
    const token = createCancelToken();
    let inner;
    const promise = bounded([source == "a signal" ? controller.signal : token], 0, (signal) => ((inner = signal), never()));
    await turn();
    controller.abort("no");
    token.cancel("no");
    assert.strictEqual(await rejection(promise), CANCELED);
    assert.ok(inner.aborted);
  });
}

test("both count: the call's signal and an interceptor's CancelToken", async () => {
  const controller = new AbortController();
  const token = createCancelToken();
  const first = bounded([controller.signal, token], 0, never);
  const second = bounded([new AbortController().signal, token], 0, never);
  controller.abort();
  assert.strictEqual(await rejection(first), CANCELED);
  token.cancel();
  assert.strictEqual(await rejection(second), CANCELED);
});

test("a time limit gives it up", async () => {
  let inner;
  assert.strictEqual(await rejection(bounded([], 1, (signal) => ((inner = signal), never()))), LATE);
  assert.ok(inner.aborted);
});

test("a limit that is longer than a timer takes doesn't fire at once", async () => {
  const { win, giveUp } = await inFrame(`window.delays = []; const own = window.setTimeout; window.setTimeout = (fn, ms, ...rest) => (ms > 1000 ? delays.push(ms) : own(fn, ms, ...rest));`);
  assert.strictEqual(await giveUp.bounded([], 1e12, async () => 7), 7);
  assert.deepEqual([...win.delays], [2 ** 31 - 1]);
});

test("a limit that comes too late changes nothing", async () => {
  const { win, giveUp } = await inFrame(`
    const { setTimeout, clearTimeout } = window;
    window.setTimeout = (fn, ms, ...args) => (ms == 20 ? ((window.late = () => fn(...args)), -1) : setTimeout(fn, ms, ...args));
    window.clearTimeout = (id) => id == -1 || clearTimeout(id);`);
  const controller = new win.AbortController();
  const promise = giveUp.bounded([controller.signal], 20, async () => "good");
  assert.strictEqual(await promise, "good");
  win.late();
  controller.abort();
  assert.strictEqual(await promise, "good");
});

test("no listener is kept, however it ends", async () => {
  for (const end of [async () => 7, async () => { throw "no"; }, () => { throw "at once"; }]) {
    const { signal, count } = counted();
    const token = createCancelToken();
    await bounded([signal, token], 1000, end).catch(() => {});
    assert.deepEqual([count(), token.count()], [0, 0]);
  }
  const controller = new AbortController();
  const { count } = counted(controller.signal);
  const token = createCancelToken();
  const promise = bounded([controller.signal, token], 0, never);
  assert.deepEqual([count(), token.count()], [1, 1]);
  controller.abort();
  await rejection(promise);
  assert.deepEqual([count(), token.count()], [0, 0]);
});

test("another frame's signal gives up, too", async () => {
  const { win } = await inFrame();
  const controller = new win.AbortController();
  const promise = bounded([controller.signal], 0, never);
  controller.abort();
  assert.strictEqual(await rejection(promise), CANCELED);
});

test("a theme's own signal may call its listeners with anything", async () => {
  for (const event of [1n, Symbol("abort"), { valueOf() { throw new Error("no"); } }, undefined]) {
    const signal = { aborted: false, addEventListener: (_, fn) => setTimeout(fn, 0, event), removeEventListener() {} };
    assert.strictEqual(await rejection(bounded([signal], 0, never)), CANCELED);
  }
});
