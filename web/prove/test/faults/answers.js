// A store API that answers what it shouldn't, or nothing.
import { assert, bad, heard, listen, newAPI, page, rejection, store, test, until } from "../standalone/pages.js";
import { giveClock, outcome } from "../standalone/hold.js";
import { withSDK } from "./sdk.js";

// Counts the answers of the API that have begun to come: a body without end has no other mark. Runs before the tag.
const began = `
  window.began = 0;
  {
    const { fetch } = window;
    window.fetch = async (...args) => {
      const response = await fetch(...args);
      if (/endless/.test(response.url)) began++;
      return response;
    };
  }`;

/** What the call rejects with; where its answer has no end, after its timeout, by a clock of the test's. */
async function failing(win, profile, code) {
  if (code != "ECONNABORTED") return rejection(profile.update({ a: 1 }));
  const clock = giveClock(win);
  const call = profile.update({ a: 1 }, { timeout: 700 });
  const seen = outcome(call);
  await until(() => win.began > 0, "the answer begins");
  await clock.pass(699);
  assert.strictEqual(seen.is, undefined, "before the timeout");
  await clock.pass(1);
  return rejection(call);
}

const faults = {
  "/fault/reset": "ERR_NETWORK", // in mid-body
  "/fault/refused": "ERR_NETWORK",
  "/fault/loop": "ERR_NETWORK", // redirects without end
  "/fault/endless": "ECONNABORTED",
};
for (const [path, code] of Object.entries(faults)) {
  test(`the API: ${path}`, async () => {
    const win = await page({ "data-api": path }, { before: began });
    await win.salla.profile.ready;
    listen(win, "profile::updated", "profile::update.failed");
    const error = await failing(win, win.salla.profile, code);
    assert.strictEqual(error.code, code, "code");
    assert.strictEqual(error.response, undefined, "response");
    assert.strictEqual(heard(win, "profile::update.failed").length, 1, "events");
    assert.strictEqual(heard(win, "profile::updated").length, 0, "updated");
  });
}

test("the API hangs: aborted calls free their connections", async () => {
  // On another origin: a browser has six connections to each, and what the test asks the server goes on its own.
  const other = location.origin.replace("127.0.0.1", "localhost");
  const api = newAPI();
  await api.answer(...Array(12).fill({ hold: 1 }));
  const win = await page({ "data-api": api.url.replace(location.origin, other) });
  await win.salla.profile.ready;
  const aborter = new win.AbortController();
  const calls = Array.from({ length: 12 }, (_, n) => rejection(win.salla.profile.update({ n }, { signal: aborter.signal })));
  await until(async () => (await api.held()) >= 6, "as many as a browser has at a time");
  aborter.abort();
  for (const call of calls) assert.strictEqual((await call).code, "ERR_CANCELED", "code");
  await fetch(other + "/fault/plain/x", { mode: "no-cors" }); // or there is no connection for it, ever
  await until(async () => (await api.held()) == 0, "the server is rid of them");
});

// With the SDK its own steps follow: its listeners hear, and its notifier.
const answers = {
  "reset in mid-body": ["/fault/reset", "ERR_NETWORK"],
  refused: ["/fault/refused", "ERR_NETWORK"],
  "redirects without end": ["/fault/loop", "ERR_NETWORK"],
  "a body without end": ["/fault/endless", "ECONNABORTED"],
  "401": [bad(401), "ERR_BAD_REQUEST"],
  "413": [bad(413), "ERR_BAD_REQUEST"],
  "429": [{ ...bad(429), headers: { "Retry-After": "7" } }, "ERR_BAD_REQUEST"],
  "503, as HTML": [{ status: 503, headers: { "Content-Type": "text/html" }, text: "<h1>no</h1>" }, "ERR_BAD_RESPONSE"],
};
for (const [name, [answer, code]] of Object.entries(answers)) {
  test(`the API, with the SDK: ${name}`, async () => {
    const { api, win, profile, salla } = await withSDK({}, began);
    await profile.ready;
    if (typeof answer == "string") salla.config.set("store.api", location.origin + answer);
    else await api.answer(answer);
    const heardThere = [];
    salla.event.on("profile::update.failed", (error) => heardThere.push(error));
    salla.event.on("document::request.failed", (_, error) => heardThere.push(error));
    listen(win, "profile::update.failed", "profile::updated");
    const error = await failing(win, profile, code);
    assert.strictEqual(error.code, code, "code");
    if (name == "429") assert.strictEqual(error.response.headers["retry-after"], "7", "retry-after");
    assert.strictEqual(heardThere.length, 2, "the SDK's events");
    assert.ok(heardThere.every((one) => one === error), "their error");
    await until(() => heard(win, "profile::update.failed").length, "the event");
    assert.strictEqual(heard(win, "profile::updated").length, 0, "updated");
    salla.config.set("store.api", api.url);
    assert.ok((await profile.update({ a: 2 })).success, "the next call");
    await until(() => heard(win, "profile::updated").length, "its event, behind all of the first one's");
    assert.strictEqual(heard(win, "profile::update.failed").length, 1, "events");
    assert.strictEqual(heard(win, "profile::updated").length, 1, "updated");
  });
}

test("the API: another origin without CORS", async () => {
  const other = location.origin.replace("127.0.0.1", "localhost");
  const win = await page({ "data-api": other + "/fault/plain" });
  await win.salla.profile.ready;
  assert.strictEqual((await rejection(win.salla.profile.info())).code, "ERR_NETWORK", "code");
});

test("the API: 50 MB", async () => {
  const win = await page({ "data-api": "/fault/large" });
  await win.salla.profile.ready;
  const body = await win.salla.profile.info();
  assert.strictEqual(body.data.note.length, 50 << 20, "length");
});

test("the API: invalid UTF-8", async () => {
  const win = await page({ "data-api": "/fault/utf8" });
  await win.salla.profile.ready;
  assert.strictEqual((await win.salla.profile.info()).data.first_name, "\ufffd", "the name");
});

for (const status of [300, 304, 401, 403, 404, 413, 429, 500, 503]) {
  test(`the API: ${status}, as JSON and as HTML`, async () => {
    const { api, win, profile } = await store();
    listen(win, "profile::updated", "profile::update.failed");
    await api.answer(bad(status, {}, {}), { status, headers: { "Content-Type": "text/html", "Retry-After": "7" }, text: "<h1>no</h1>" });
    for (const html of [false, true]) {
      const error = await rejection(profile.update({ html }));
      assert.strictEqual(error.status, status, "status");
      assert.strictEqual(error.message, `Request failed with status code ${status}`, "message");
      if (html && status != 304) {
        assert.strictEqual(error.response.data, "<h1>no</h1>", "data");
        assert.strictEqual(error.response.headers["retry-after"], "7", "retry-after");
      }
    }
    assert.strictEqual(heard(win, "profile::update.failed").length, 2, "events");
    assert.ok((await profile.update({ a: 1 })).success, "the next call");
  });
}

test("10,000 calls at once: each settles once, with its event", async () => {
  const { win, profile } = await store();
  let requests = 0;
  const answer = (n) => (n % 5 ? [200, { data: { n } }] : [422, { error: { message: "no" } }]);
  win.fetch = async (_, init) => {
    const [status, body] = answer(JSON.parse(init.body).n);
    requests++;
    return new win.Response(JSON.stringify(body), { status });
  };
  const counts = { updated: 0, failed: 0, resolved: 0, rejected: 0 };
  win.document.addEventListener("profile::updated", () => counts.updated++);
  win.document.addEventListener("profile::update.failed", () => counts.failed++);
  const calls = Array.from({ length: 10_000 }, (_, n) =>
    profile.update({ n }).then(() => counts.resolved++, () => counts.rejected++),
  );
  await Promise.all(calls);
  await profile.update({ n: 1 }); // behind all of theirs
  assert.strictEqual(JSON.stringify({ ...counts, requests }), '{"updated":8001,"failed":2000,"resolved":8000,"rejected":2000,"requests":10001}', "counts");
});
