// The tag as it really comes: under another name, by another script, late, without its attributes, in any charset.
import { assert, newAPI, opening, page, rejection, test, turn, until } from "./pages.js";
import { held, outcome, release, running, watched } from "./hold.js";

// Copies of the script in a folder of their own: what its tag is known by where document.currentScript doesn't say is the file's name.
const renamed = "/alone/renamed.js";
const numbered = "/alone/salla-profile-1.2.3.min.js";

/** Saves on a page, and answers once the store has it. */
async function serves(win, api, id = "7") {
  await win.salla.profile.ready;
  assert.ok((await win.salla.profile.update({ n: 1 })).success, "the answer");
  const [{ headers, path }] = await api.got(1);
  assert.strictEqual(path, "profile/update", "path");
  assert.strictEqual(headers["store-identifier"], id, "the store of the tag");
}

/** A page without the script, and a tag of it that doesn't run: its type is an optimiser's. */
const late = (api) => page({ src: numbered, type: "text/late", "data-api": api.url, "data-store-id": "7" }, { before: watched });

const tag = (win) => win.document.querySelector("script[type]");

test("under another name, alone in its folder", async () => {
  const api = newAPI();
  await serves(await page({ src: renamed, "data-api": api.url, "data-store-id": "7" }), api);
});

test("added by another script, after the page has loaded", async () => {
  const api = newAPI();
  const win = await page({ src: "data:text/javascript," });
  const script = win.document.createElement("script");
  Object.assign(script.dataset, { api: api.url, storeId: "7" });
  await new Promise((onload) => win.document.head.append(Object.assign(script, { src: renamed, onload })));
  await serves(win, api);
});

const optimisers = {
  // In a module document.currentScript is null.
  "imported late": (win) => win.eval("(src) => import(src)")(tag(win).src),
  // By a tag of the optimiser's own, which has none of the attributes.
  "inserted again without its attributes": (win) =>
    new Promise((onload) => win.document.body.append(Object.assign(win.document.createElement("script"), { src: tag(win).src, onload }))),
  "fetched, and run in a task": async (win) => {
    const code = await (await fetch(tag(win).src)).text();
    await new Promise((resolve) => win.setTimeout(() => resolve(win.eval(code))));
  },
};
for (const [name, run] of Object.entries(optimisers)) {
  test("a script optimiser: " + name, async () => {
    const api = newAPI();
    const win = await late(api);
    assert.strictEqual(win.document.readyState, "complete", "the page has loaded");
    assert.ok(!win.salla, "it hasn't run");
    await run(win);
    await serves(win, api);
  });
}

test("an element of the page that is named currentScript is no tag", async () => {
  const api = newAPI();
  const win = await page({ src: numbered, "data-api": api.url, "data-store-id": "7" }, {
    before: `document.write('<img name="currentScript" data-api="http://127.0.0.1:1/evil" data-store-id="8">');`,
  });
  await serves(win, api);
});

for (const charset of ["windows-1256", "shift_jis", "iso-2022-jp", "gb18030"]) {
  test("on a page in " + charset, async () => {
    const api = newAPI();
    const frame = document.createElement("iframe");
    frame.src = `/charset/${charset}?api=${encodeURIComponent(api.url)}`;
    const loaded = new Promise((resolve) => (frame.onload = resolve));
    document.body.append(frame);
    await loaded;
    const win = frame.contentWindow;
    assert.strictEqual(win.document.characterSet.toLowerCase(), charset, "the page's charset");
    await serves(win, api, "1");
    assert.ok(/[\u0600-\u06FF]/.test((await rejection(win.salla.profile.verify({}))).message), "words in Arabic");
  });
}

// ---------------------------------------------------------------- a tag manager takes data-* away

const quiet = "parent.giveClock(window); window.lines = []; console.warn = (...args) => lines.push(args.join(' '));";

test("calls that wait for a store that nobody names: one line after five seconds", async () => {
  const api = newAPI();
  const win = await page({}, { before: quiet + watched, after: "window.early = salla.profile.update({ n: 1 });" });
  const early = outcome(win.early);
  await running(win);
  await until(() => win.clock.waits(5000), "five seconds");
  await win.clock.pass(4999);
  assert.deepEqual(win.lines, [], "lines before");
  await win.clock.pass(1);
  assert.strictEqual(win.lines.length, 1, "lines");
  assert.ok(/^salla-profile: .*configure.*data-api/.test(win.lines[0]), win.lines[0]);
  win.salla.profile.update({ n: 2 });
  await win.clock.pass(60_000);
  assert.strictEqual(win.lines.length, 1, "lines");
  assert.strictEqual(early.is, undefined, "the call waits on");
  win.salla.profile.configure({ api: api.url, storeId: 7 });
  assert.ok((await win.early).success, "the answer");
  await api.got(2);
});

test("a call after the five seconds says so, too", async () => {
  const win = await page({}, { before: quiet + watched });
  await running(win);
  await until(() => win.clock.waits(5000), "five seconds");
  await win.clock.pass(5000);
  assert.deepEqual(win.lines, [], "lines where nobody calls");
  win.salla.profile.info();
  await turn(win);
  assert.strictEqual(win.lines.length, 1, "lines");
});

test("no line where the store is named, however long the module takes", async () => {
  const { win } = await opening({}, { before: quiet + held, after: "window.early = salla.profile.info();" });
  await until(() => win.clock.waits(5000), "five seconds");
  await win.clock.pass(5000);
  release(win);
  await win.early;
  assert.deepEqual(win.lines, [], "lines");
});
