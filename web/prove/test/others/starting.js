// An SDK that starts badly: what was called before it was there is sent all the same, when the contract says, and the console has one line.
import { add, assert, forgive, newAPI, page, sdkURL, test, turn, until } from "./from.js";
import { FILES } from "./ground.js";

const QUIET = "salla.notify.setNotifier(() => {});";
const THROWS = "throw new Error('on purpose');";

// The SDK gets ready, whoever throws then.
const READY = {
  "a listener of twilight::initiated throws": `salla.event.on("twilight::initiated", () => { ${THROWS} }); begin();`,
  "a listener of onReady throws": `salla.onReady(() => { ${THROWS} }); begin();`,
  "a listener of onReady throws, added behind init": `begin(); salla.onReady(() => { ${THROWS} });`,
  "a window's listener of twilight::initiated stops the event": `addEventListener("twilight::initiated", (event) => event.stopImmediatePropagation(), true); begin();`,
};

// It doesn't.
const NEVER = {
  "init is short of settings": `${QUIET} salla.init({ store: { id: 1, api: url }, user: { id: 1, type: "guest", language_code: "en", currency_code: "SAR" } });`,
  "init has nothing": `${QUIET} salla.init(null);`,
  "init has an empty object": `${QUIET} salla.init({});`,
  "init never comes": QUIET,
};

// Before any other script: a clock, a console that notes our lines, and a store that answers at once and notes what it is asked.
const watching = (url) => `
  window.url = ${JSON.stringify(url)};
  window.begin = () => parent.initSDK(window, { url });
  window.lines = [];
  for (const kind of ["log", "info", "warn", "error"]) {
    const own = console[kind];
    console[kind] = (...words) => (/^salla-profile/.test(words[0]) ? lines.push(words.join(" ")) : own.apply(console, words));
  }
  window.asked = [];
  const ownFetch = window.fetch;
  window.fetch = async (...args) => {
    const request = new Request(...args);
    if (/\\.wasm$/.test(request.url)) return ownFetch(request);
    if (!/profile.update|auth.user/.test(request.url)) throw new TypeError("no network");
    const place = asked.push(null) - 1; // in the order of the calls, however long reading takes
    asked[place] = request.method == "GET" ? "info" : (await request.json()).at;
    return new Response('{"success":true,"data":{}}');
  };
  {
    const { open } = XMLHttpRequest.prototype; // the SDK's own: store/settings
    XMLHttpRequest.prototype.open = function (method, address, ...more) {
      return open.call(this, method, url + new URL(address).pathname.replace(/.*(?=[/]store[/])/, ""), ...more);
    };
  }
  parent.giveClock(window);
  parent.opened = window;`;

const EARLY = `
  window.early = [salla.profile.info(), salla.profile.update({ at: "first" }), salla.profile.update({ at: "second" })];
  window.call = (at) => salla.profile.update({ at });`;

const SENT = ["info", "first", "second"];

async function open(file, after = "") {
  const win = await page({ src: "/dist/" + file }, { before: watching(newAPI().url), after: EARLY + after });
  await turn(win);
  assert.isEmpty(win.asked, "asked before there is an SDK");
  return win;
}

/** The SDK comes, and the module serves its methods. */
async function created(win) {
  await add(win, sdkURL);
  await win.salla.profile.ready;
}

/** Nothing is sent until so many milliseconds have passed, and then all that waited, in order, with one line. */
async function sentAfter(win, ms, before = []) {
  await win.clock.pass(ms - 1);
  assert.deepEqual(win.asked, before, "asked before that");
  assert.isEmpty(win.lines, "lines before that");
  await win.clock.pass(1);
  await Promise.all(win.early);
  assert.deepEqual(win.asked, [...before, ...SENT], "in order, and once");
  assert.strictEqual(win.lines.length, 1, win.lines.join());
  assert.match(win.lines[0], /^salla-profile: the SDK isn't ready/);
}

/** From now on no call waits, and nothing is said. */
async function goesAtOnce(win) {
  const { length } = win.lines;
  await win.call("later");
  assert.strictEqual(win.asked.at(-1), "later");
  await win.clock.pass(60_000);
  assert.strictEqual(win.lines.length, length, win.lines.join());
}

for (const file of FILES) {
  for (const [name, code] of Object.entries(READY)) {
    test(`${name}: calls of before are sent, and nothing is said, ${file}`, async () => {
      const win = await open(file);
      await created(win);
      win.eval(code);
      await Promise.all(win.early);
      assert.deepEqual(win.asked, SENT);
      assert.strictEqual(win.salla.status, "ready");
      await goesAtOnce(win);
      assert.isEmpty(win.lines);
    });
  }

  for (const [name, code] of Object.entries(NEVER)) {
    test(`${name}: calls of before are sent ten seconds after the SDK was created, with one line, ${file}`, async () => {
      const win = await open(file);
      await created(win);
      win.eval(code);
      await win.call("at once");
      assert.deepEqual(win.asked, ["at once"], "what is called once the SDK is created waits for nothing");
      await sentAfter(win, 10_000, ["at once"]);
      await goesAtOnce(win);
    });
  }

  test(`init comes late: calls of before are sent then, and nothing is said, ${file}`, async () => {
    const win = await open(file);
    await created(win);
    await win.clock.pass(9_999);
    assert.isEmpty(win.asked);
    win.begin();
    await Promise.all(win.early);
    assert.deepEqual(win.asked, SENT);
    await goesAtOnce(win);
    assert.isEmpty(win.lines);
  });

  test(`init comes after the ten seconds: nothing is sent or said twice, ${file}`, async () => {
    const win = await open(file);
    await created(win);
    await sentAfter(win, 10_000);
    win.begin();
    await until(() => win.salla.status == "ready", "the SDK is ready");
    await goesAtOnce(win);
    assert.deepEqual(win.asked, [...SENT, "later"]);
  });

  test(`the ten seconds begin with the load of a page that takes its time, ${file}`, async () => {
    const api = newAPI();
    await api.answer({ hold: 1 });
    const image = `document.write('<img src="${api.url}/image">');`;
    const loading = page({ src: "/dist/" + file }, {
      before: watching(api.url) + image,
      after: EARLY + `document.write('<script src="${sdkURL}"></scr' + 'ipt>');`,
    });
    await until(() => window.opened?.document.querySelector("img") && window.opened.salla?.api?.getHeaders, "the SDK is created");
    const win = window.opened;
    await win.salla.profile.ready; // a module that takes a minute to load is given up
    await win.clock.pass(60_000);
    assert.isEmpty(win.asked);
    assert.isEmpty(win.lines);
    await api.release();
    await loading;
    await sentAfter(win, 10_000);
  });

  test(`the ten seconds begin with the first SDK on the page, ${file}`, async () => {
    const win = await open(file);
    await created(win);
    await win.clock.pass(6_000);
    await created(win);
    await sentAfter(win, 4_000);
  });

  test(`a second SDK that isn't ready: calls go at once, ${file}`, async () => {
    const win = await open(file);
    await created(win);
    win.begin();
    await Promise.all(win.early);
    await created(win);
    assert.strictEqual(win.salla.status, "loading");
    await goesAtOnce(win);
    assert.isEmpty(win.lines);
  });
}

test("a window's listener of twilight::initiated throws: calls of before are sent, and nothing is said", async () => {
  const win = await open(FILES[0]);
  await created(win);
  win.eval(`addEventListener("twilight::initiated", () => { ${THROWS} }); begin();`);
  await Promise.all(win.early);
  await until(() => win.salla.status == "ready", "the SDK is ready");
  await goesAtOnce(win);
  assert.isEmpty(win.lines);
  forgive(1, "on purpose");
});
