// Which requests have keepalive: bridge/page/keepalive.js.
import { assert, inFrame, rejection, test } from "../tools.js";

const json = (size) => ({ type: "application/json", encoded: "x".repeat(size) });
const SMALL = json(10);

// Chromium has fetchLater; a page without stands for Firefox and WebKit.
const LATER = "window.fetchLater = window.fetchLater || (() => {});";
const OTHERS = "delete window.fetchLater; delete Window.prototype.fetchLater;";

/** Runs code inside an event of this name, and returns its result. window.event is that of the listener's own window. */
const during = (win, name, run) => win.eval(`(name, run) => {
  let result;
  addEventListener(name, () => (result = run()), { once: true });
  dispatchEvent(new Event(name));
  return result;
}`)(name, run);

/** Requests that are held: sent has their keepalive. */
function held(create, body, isBound) {
  const sent = [];
  const ends = [];
  const request = (keepalive) => (sent.push(keepalive), new Promise((resolve) => ends.push(resolve)));
  const begin = (its = body, bound = isBound) => create(its)(bound, request);
  const end = async (...promises) => {
    for (const resolve of ends.splice(0)) resolve();
    await Promise.all(promises);
  };
  return { sent, begin, end };
}

test("outside an event, where there is fetchLater, nothing has keepalive", async () => {
  const { win, keepalive } = await inFrame(LATER);
  const sent = [];
  await new Promise((resolve) => win.setTimeout(resolve));
  await keepalive.createKeepalive(SMALL)(false, async (keepalive) => sent.push(keepalive));
  assert.deepEqual(sent, [false]);
});

test("inside any event a save has it, where there is fetchLater", async () => {
  const { win, keepalive } = await inFrame(LATER);
  const sent = [];
  await during(win, "click", () => keepalive.createKeepalive(SMALL))(false, async (keepalive) => sent.push(keepalive));
  assert.deepEqual(sent, [true]);
});

test("a page that has made Promise its own: a save has it all the same", async () => {
  const { win, keepalive } = await inFrame(LATER);
  win.Promise = undefined;
  const sent = [];
  await during(win, "click", () => keepalive.createKeepalive(SMALL))(false, async (keepalive) => sent.push(keepalive));
  assert.deepEqual(sent, [true]);
});

test("where there is no fetchLater a save always has it", async () => {
  const { keepalive } = await inFrame(OTHERS);
  const sent = [];
  await keepalive.createKeepalive(SMALL)(false, async (keepalive) => sent.push(keepalive));
  assert.deepEqual(sent, [true]);
});

// Whether a body on leaving has keepalive.
const bodies = {
  "a small one": [SMALL, true],
  "none": [undefined, false],
  "a file": [{ type: "", encoded: new FormData() }, false],
  "half of what the browser allows": [json(32 << 10), true],
  "more than half": [json((32 << 10) + 1), false],
  "a form, by the key that tells it apart": [{ type: "", key: '[["a","1"]]', encoded: new FormData() }, true],
  "a form with many fields, of which multipart is larger": [{ type: "", key: "x".repeat(2 << 10), encoded: new FormData() }, true],
  "a form with more fields": [{ type: "", key: "x".repeat((2 << 10) + 1), encoded: new FormData() }, false],
};
for (const [name, [body, has]] of Object.entries(bodies)) {
  test(`a body on leaving has keepalive ${has ? "" : "not "}where it is ${name}`, async () => {
    const { win, keepalive } = await inFrame();
    for (let i = 0; i < 2; i++) { // what is over doesn't count any more
      const sent = [];
      await during(win, "pagehide", () => keepalive.createKeepalive(body))(false, async (keepalive) => sent.push(keepalive));
      assert.deepEqual(sent, [has]);
    }
  });
}

test("bytes are counted together, and only while they are under way", async () => {
  const { win, keepalive } = await inFrame();
  const { sent, begin, end } = held((body) => during(win, "pagehide", () => keepalive.createKeepalive(body)), json(15_000), false);
  await end(begin(), begin(), begin());
  assert.deepEqual(sent, [true, true, false]);
  await end(begin());
  assert.deepEqual(sent.slice(3), [true]);
});

test("bytes count, not characters", async () => {
  const { win, keepalive } = await inFrame();
  const sent = [];
  const arabic = { type: "application/json", encoded: "\u0661".repeat(20_000) };
  await during(win, "pagehide", () => keepalive.createKeepalive(arabic))(false, async (keepalive) => sent.push(keepalive));
  assert.deepEqual(sent, [false]);
});

test("no more than three are under way at once, and two more in an event of leaving", async () => {
  const { win, keepalive } = await inFrame(OTHERS);
  const outside = held((body) => keepalive.createKeepalive(body), SMALL, false);
  const all = [1, 2, 3, 4].map(() => outside.begin());
  assert.deepEqual(outside.sent, [true, true, true, false]);
  const inside = held((body) => during(win, "pagehide", () => keepalive.createKeepalive(body)), SMALL, false);
  const more = [1, 2, 3].map(() => inside.begin());
  assert.deepEqual(inside.sent, [true, true, false]);
  await outside.end(...all);
  await inside.end(...more);
  const again = outside.begin();
  assert.isTrue(outside.sent[4]);
  await outside.end(again);
});

for (const [name, isBound, before] of [
  ["that anything may give up", true, OTHERS],
  ["on a page that a service worker controls", false, OTHERS + "Object.defineProperty(navigator, 'serviceWorker', { value: { controller: {} } });"],
]) {
  test(`a request ${name} has keepalive only in an event of leaving`, async () => {
    const { win, keepalive } = await inFrame(before);
    const sent = [];
    const note = async (keepalive) => sent.push(keepalive);
    await keepalive.createKeepalive(SMALL)(isBound, note);
    await during(win, "click", () => keepalive.createKeepalive(SMALL))(isBound, note);
    for (const leaving of ["beforeunload", "pagehide", "unload"]) await during(win, leaving, () => keepalive.createKeepalive(SMALL))(isBound, note);
    assert.deepEqual(sent, [false, false, true, true, true]);
  });
}

test("visibilitychange to hidden is an event of leaving, and to visible none", async () => {
  const { win, keepalive } = await inFrame();
  const look = () => during(win, "visibilitychange", keepalive.isLeaving);
  assert.isFalse(look());
  Object.defineProperty(win.document, "hidden", { value: true });
  assert.isTrue(look());
  assert.isFalse(during(win, "click", keepalive.isLeaving));
  assert.isFalse(keepalive.isLeaving());
});

test("a page that puts another thing in place of window.event is asked by the browser's own", async () => {
  const { win, keepalive } = await inFrame();
  Object.defineProperty(win, "event", { value: { type: "pagehide" } });
  assert.isFalse(keepalive.isLeaving());
  assert.isTrue(during(win, "pagehide", keepalive.isLeaving));
});

test("what the browser refuses is asked once more, without", async () => {
  const { win, keepalive } = await inFrame();
  const sent = [];
  const request = async (keepalive) => {
    sent.push(keepalive);
    if (keepalive) throw new win.TypeError("quota");
    return "good";
  };
  for (let i = 0; i < 2; i++) assert.strictEqual(await during(win, "pagehide", () => keepalive.createKeepalive(SMALL))(false, request), "good");
  assert.deepEqual(sent, [true, false, true, false]);
});

test("what is refused twice has failed", async () => {
  const { win, keepalive } = await inFrame();
  const sent = [];
  const failure = new win.TypeError("both");
  const request = async (keepalive) => {
    sent.push(keepalive);
    throw failure;
  };
  assert.strictEqual(await rejection(during(win, "pagehide", () => keepalive.createKeepalive(SMALL))(false, request)), failure);
  assert.deepEqual(sent, [true, false]);
});

/** An element's event, which comes in the order of the page's tasks: the second in a row is behind one that was queued meanwhile. */
const hop = (win) => new Promise((resolve) => {
  const details = win.document.createElement("details");
  details.ontoggle = resolve;
  details.open = true;
});

test("what the network has failed isn't sent twice, nor what another script or a signal has", async () => {
  const { win, keepalive } = await inFrame();
  const failures = [
    async () => { await hop(win); await hop(win); throw new win.TypeError("network"); },
    async () => { throw new win.Error("another script's"); },
    async () => { throw new win.DOMException("", "AbortError"); },
    () => { throw new win.Error("at once"); },
  ];
  for (const fail of failures) {
    const sent = [];
    const request = (keepalive) => (sent.push(keepalive), fail());
    await rejection(Promise.resolve().then(() => during(win, "pagehide", () => keepalive.createKeepalive(SMALL))(false, request)));
    assert.deepEqual(sent, [true], String(fail));
  }
  const { sent, begin, end } = held((body) => during(win, "pagehide", () => keepalive.createKeepalive(body)), SMALL, false);
  await end(...[1, 2, 3, 4, 5].map(() => begin()));
  assert.deepEqual(sent, [true, true, true, true, true], "those that have failed don't count any more");
});

test("where nobody can tell a refusal from a failure, nothing is sent twice", async () => {
  const { win, keepalive } = await inFrame(LATER + "window.PerformanceObserver = class {};");
  const sent = [];
  const request = async (keepalive) => {
    sent.push(keepalive);
    throw new win.TypeError("which?");
  };
  await rejection(during(win, "pagehide", () => keepalive.createKeepalive(SMALL))(false, request));
  assert.deepEqual(sent, [true]);
});
