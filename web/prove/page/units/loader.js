// The loader's smaller pieces: web/loader/measures.js, url.js, page.js, stallWarning.js, sdkReady.js, external.js.
import { answer, assert, fresh, inFrame, rejection, test, thrown } from "../tools.js";

test("an address is a URL of the page's, without a user and password", async () => {
  const { url: { httpURL } } = await fresh();
  assert.strictEqual(httpURL("api", "https://api.test/v1"), "https://api.test/v1");
  assert.strictEqual(httpURL("api", "/v1"), location.origin + "/v1");
  assert.strictEqual(httpURL("api", "https://user:password@api.test/"), "https://api.test/");
});

test("what is no address is refused, and the option is named", async () => {
  const { url: { httpURL } } = await fresh();
  for (const address of ["javascript:alert(1)", "ftp://a.test", "data:,x", ""]) assert.match(thrown(() => httpURL("data-api", address)).message, /^data-api is not an http/);
  assert.ok(thrown(() => httpURL("data-api", "http://")) instanceof TypeError);
});

test("a page with a user and password in its address is asked without them", async () => {
  const { url: { httpURL } } = await fresh();
  const base = Object.assign(document.createElement("base"), { href: "https://user:password@shop.test/page" });
  document.head.append(base);
  try {
    assert.strictEqual(httpURL("api", "/v1"), "https://shop.test/v1");
  } finally {
    base.remove();
  }
});

test("only missing members are filled in; accessors stay accessors, and a frozen object is left", async () => {
  const { loaderPage: { fill } } = await fresh();
  let count = 0;
  const made = fill({ a: "theirs", __proto__: { b: "inherited" } }, { a: 1, b: 2, c: 3, get d() { return ++count; } });
  assert.deepEqual([made.a, made.b, made.c, made.d, made.d], ["theirs", "inherited", 3, 1, 2]);
  assert.notProperty(fill(Object.freeze({}), { a: 1 }), "a");
});

test("salla is made where there is none, under both its names", async () => {
  const { loaderPage: { find, hasSDK, root } } = await fresh();
  assert.isFalse(hasSDK());
  const made = root();
  assert.ok(window.salla === made && window.Salla === made && root() === made);
  made.api = { getHeaders() {} };
  assert.isTrue(hasSDK());
  assert.strictEqual(find("salla.api.nothing.there"), undefined);
});

/** The measures of a method, by the browser's own performance. */
const measuresOf = (name) => performance.getEntriesByName("salla.profile." + name);

test("a call becomes a measure with what came of it, the latest of each method", async () => {
  const { measures } = await fresh();
  const { info } = console;
  const shown = [];
  console.info = (...args) => shown.push(args.slice(0, 3));
  try {
    const measured = measures.createMeasures(true);
    assert.strictEqual(await measured("update", async () => 7), 7);
    await measured("update", async () => ({ status: 201 }));
    assert.strictEqual(await rejection(measured("verify", () => Promise.reject("no"))), "no");
    await rejection(measured("verify", () => Promise.reject({ status: 422, code: "ERR_BAD_REQUEST" })));
    await rejection(measured("info", () => Promise.reject(new TypeError("no"))));
    const { detail } = measuresOf("update")[0];
    assert.deepEqual([measuresOf("update").length, detail], [1, { status: 201, code: undefined }]);
    assert.deepEqual(measuresOf("verify").map(({ detail }) => detail), [{ status: 422, code: "ERR_BAD_REQUEST" }]);
    assert.deepEqual(measuresOf("info").map(({ detail }) => detail.code), ["TypeError"]);
    assert.deepEqual(shown[1], ["salla.profile.update", 201, "OK"]);
  } finally {
    console.info = info;
    performance.clearMeasures();
  }
});

test("a page without measures gets its outcomes", async () => {
  const { measures } = await fresh();
  const own = performance.measure;
  performance.measure = () => { throw new Error("an old browser"); };
  try {
    const measured = measures.createMeasures(true);
    assert.strictEqual(await measured("update", async () => 7), 7);
    assert.strictEqual(await rejection(measured("update", () => Promise.reject(undefined)).then(() => assert.fail())), undefined);
  } catch (error) {
    assert.fail(String(error));
  } finally {
    performance.measure = own;
  }
});

/** A frame whose timers are in the test's hand: pass(ms) runs those of so many milliseconds; warned has the console's warnings. */
async function timed() {
  const parts = await inFrame(`
    window.timers = []; window.warned = [];
    const own = window.setTimeout;
    window.setTimeout = (fn, ms, ...args) => (ms >= 1000 ? timers.push({ ms, fn: () => fn(...args) }) : own(fn, ms, ...args));
    console.warn = (text) => warned.push(text);`);
  const { win, calls } = parts;
  const pass = (ms) => {
    for (const timer of win.timers.splice(0)) (timer.ms == ms ? timer.fn : () => win.timers.push(timer))();
  };
  let open = 0;
  let attached = 0;
  calls.use({ open: () => open, schema: {}, functions: {}, exposure: () => (attached++, {}), stopped() {} });
  return { ...parts, pass, open: (value) => (open = value), attached: () => attached };
}

test("calls that nobody can serve are worth one line, five seconds after the page has loaded", async () => {
  const { win, calls, stallWarning, pass } = await timed();
  const complain = stallWarning.watch(() => false);
  calls.call("update", [{}]).catch(() => {});
  complain();
  assert.isEmpty(win.warned);
  pass(5000);
  assert.lengthOf(win.warned, 1);
  assert.match(win.warned[0], /^salla-profile: calls wait for the SDK, or for salla.profile.configure/);
  complain();
  assert.lengthOf(win.warned, 1);
});

test("a call that comes later is worth it, too; where the page is open or nobody calls, nothing is", async () => {
  const late = await timed();
  const complain = late.stallWarning.watch(() => false);
  late.pass(5000);
  complain();
  assert.isEmpty(late.win.warned);
  late.calls.call("update", [{}]).catch(() => {});
  complain();
  assert.lengthOf(late.win.warned, 1);
  const open = await timed();
  open.stallWarning.watch(() => true);
  open.calls.call("update", [{}]).catch(() => {});
  open.pass(5000);
  assert.isEmpty(open.win.warned);
});

test("the storefronts' file names the other in that line", async () => {
  const { mode } = await fresh({ twilight: true });
  assert.match(mode.WAITS_FOR, /salla-profile\.js runs without it/);
});

test("ten seconds after the SDK was created, what waits for it is sent, and one line says so", async () => {
  const { win, calls, sdkReady, pass, attached } = await timed();
  sdkReady.watchSDK();
  assert.isEmpty(win.timers, "there is no SDK yet");
  win.salla = { api: { getHeaders() {} } };
  sdkReady.watchSDK();
  sdkReady.watchSDK();
  calls.call("update", [{}]).catch(() => {});
  assert.isFalse(sdkReady.isReady());
  pass(10_000);
  assert.deepEqual([attached(), sdkReady.isReady(), win.warned.length], [1, true, 1]);
});

test("an SDK that is ready is waited for no more, also where a second sets it back", async () => {
  const { win, sdkReady, pass, attached } = await timed();
  win.salla = { api: { getHeaders() {} }, status: "ready" };
  sdkReady.watchSDK();
  assert.isTrue(sdkReady.isReady());
  win.salla.status = "base";
  assert.isTrue(sdkReady.isReady());
  pass(10_000);
  assert.isEmpty(win.warned);
  assert.strictEqual(attached(), 0);
});

test("a module of its own is fetched beside the script or where data-wasm says, with its integrity", async () => {
  const { external } = await fresh();
  window.INTEGRITY = "sha256-x";
  const module = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);
  for (const type of ["application/wasm", "application/octet-stream"]) {
    const requests = answer(200, module, { headers: { "Content-Type": type } });
    assert.ok((await external.load({ base: "https://cdn.test/a/salla-profile.js" })) instanceof WebAssembly.Module);
    await external.load({ wasm: "/x.wasm", base: "https://cdn.test/a/b.js" });
    assert.deepEqual(requests.map(({ url, integrity }) => [url, integrity]), [["https://cdn.test/a/salla-profile.wasm", "sha256-x"], [location.origin + "/x.wasm", "sha256-x"]]);
  }
  answer(404);
  assert.match((await rejection(external.load({ base: "https://cdn.test/a.js" }))).message, /salla-profile\.wasm: 404$/);
  delete window.INTEGRITY;
});
