// Connections are let go: a store that doesn't answer doesn't hang the page.
import { assert, newAPI, test, until } from "./from.js";
import { FILES, aloneGround, ground } from "./ground.js";

const elsewhere = (url) => url.replace("127.0.0.1", "localhost");

/** A page whose store has an origin of its own and holds what it is asked. */
async function holding(make, file, { at = elsewhere, first = "" } = {}) {
  const { win, salla } = await make({ file, first });
  await salla.profile.ready;
  const api = newAPI();
  await api.answer(...Array(12).fill({ hold: 1 }));
  if (salla.config?.set) salla.config.set("store.api", at(api.url));
  else salla.profile.configure({ api: at(api.url) });
  return { api, win, profile: salla.profile };
}

/** Runs fn inside a click of the page: in a function of its own, since an event is its realm's. */
const inClick = (win, fn) => {
  const button = win.document.createElement("button");
  win.clicked = fn;
  button.setAttribute("onclick", "clicked()");
  button.click();
};

const PLACES = { "in a click": inClick, "outside of an event": (win, fn) => win.setTimeout(fn) };
const PAGES = [["with the SDK", ground, FILES[0]], ["with the SDK, on the storefront file", ground, FILES[1]], ["without the SDK", aloneGround, FILES[0]]];

// What gives a save up: its options, how it comes about, and the code of the error.
const LIMITS = {
  "a signal": (win) => {
    const aborter = new win.AbortController();
    return [{ signal: aborter.signal }, () => aborter.abort(), "ERR_CANCELED"];
  },
  "a timeout": (win) => [{ timeout: 1000 }, () => win.clock.pass(1000), "ECONNABORTED"],
};

async function sixSaves({ api, win, profile }, run, [options, giveUp, expected]) {
  const codes = [];
  run(win, () => {
    for (let n = 0; n < 6; n++) profile.update({ n }, options).catch(({ code }) => codes.push(code));
  });
  await until(async () => (await api.held()) == 6, "all are under way");
  await giveUp();
  await until(() => codes.length == 6, "all are given up");
  await win.fetch(elsewhere(location.origin) + "/others/nothing.js", { mode: "no-cors" });
  assert.deepEqual(codes, Array(6).fill(expected));
  await until(async () => (await api.held()) == 0, "the server is rid of them");
}

for (const [where, make, file] of PAGES) {
  for (const [place, run] of Object.entries(PLACES)) {
    for (const [limit, limitOf] of Object.entries(LIMITS)) {
      test(`six saves that ${limit} gives up, ${place}, ${where}: the page's own request is answered`, async () => {
        const held = await holding(make, file, { first: "parent.giveClock(window);" });
        await sixSaves(held, run, limitOf(held.win));
      });
    }
  }

  test(`three saves that hang, and one in pagehide, ${where}: all arrive, and the last has keepalive`, async () => {
    const { api, win, profile } = await holding(make, file, { at: (url) => url });
    const { fetch } = win;
    const kept = [];
    win.fetch = (url, init) => {
      if (/profile/.test(url)) kept.push(init.keepalive);
      return Reflect.apply(fetch, win, [url, init]);
    };
    inClick(win, () => {
      for (let n = 0; n < 4; n++) profile.update({ n }).catch(() => {});
    });
    await until(async () => (await api.held()) == 4, "those that hang");
    win.eval("addEventListener('pagehide', () => salla.profile.update({ last: 1 }).catch(() => {}))");
    win.eval("dispatchEvent(new Event('pagehide'))"); // that such a request outlives its page is leaving_test.go's
    const requests = await api.got(5);
    assert.deepEqual(requests.at(-1).body, '{"last":1}');
    assert.deepEqual(kept.slice(0, 4), [true, true, true, false], "no more than three");
    assert.strictEqual(kept[4], true, "in pagehide");
    await api.release(); // they would outlive the frame, and their connections
  });
}
