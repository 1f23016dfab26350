// A store API that answers what it shouldn't, or nothing.
import { bad, equal, good, heard, listen, newAPI, ok, page, pause, rejection, store, test } from "../standalone/harness.js";

const faults = {
  "/fault/reset": "ERR_NETWORK", // in mid-body
  "/fault/refused": "ERR_NETWORK",
  "/fault/loop": "ERR_NETWORK", // redirects without end
  "/fault/endless": "ECONNABORTED",
};
for (const [path, code] of Object.entries(faults)) {
  test(`the API: ${path}`, async () => {
    const win = await page({ "data-api": path });
    await win.salla.profile.ready;
    listen(win, "profile::updated", "profile::update.failed");
    const error = await rejection(win.salla.profile.update({ a: 1 }, { timeout: 700 }));
    equal(error.code, code, "code");
    equal(error.response, undefined, "response");
    equal(heard(win, "profile::update.failed").length, 1, "events");
    equal(heard(win, "profile::updated").length, 0, "updated");
  });
}

test("the API: another origin without CORS", async () => {
  const other = location.origin.replace("127.0.0.1", "localhost");
  const win = await page({ "data-api": other + "/fault/plain" });
  await win.salla.profile.ready;
  equal((await rejection(win.salla.profile.info())).code, "ERR_NETWORK", "code");
});

test("the API: 50 MB", async () => {
  const win = await page({ "data-api": "/fault/large" });
  await win.salla.profile.ready;
  const body = await win.salla.profile.info();
  equal(body.data.note.length, 50 << 20, "length");
});

test("the API: invalid UTF-8", async () => {
  const win = await page({ "data-api": "/fault/utf8" });
  await win.salla.profile.ready;
  equal((await win.salla.profile.info()).data.first_name, "\ufffd", "the name");
});

for (const status of [300, 304, 401, 403, 404, 413, 429, 500, 503]) {
  test(`the API: ${status}, as JSON and as HTML`, async () => {
    const { api, win, profile } = await store();
    listen(win, "profile::updated", "profile::update.failed");
    await api.answer(bad(status, {}, {}), { status, headers: { "Content-Type": "text/html", "Retry-After": "7" }, text: "<h1>no</h1>" });
    for (const html of [false, true]) {
      const error = await rejection(profile.update({ html }));
      equal(error.status, status, "status");
      equal(error.message, `Request failed with status code ${status}`, "message");
      if (html && status != 304) {
        equal(error.response.data, "<h1>no</h1>", "data");
        equal(error.response.headers["retry-after"], "7", "retry-after");
      }
    }
    equal(heard(win, "profile::update.failed").length, 2, "events");
    ok((await profile.update({ a: 1 })).success, "the next call");
  });
}

test("the token goes to the configured API alone, and nowhere else", async () => {
  const seen = [];
  const { api, win, profile } = await store({ "data-token": "secret-token" }, {
    before: `window.dataLayer = []; for (const level of ["log", "warn", "error", "info", "debug"]) console[level] = (...args) => log.push(args);`,
  });
  listen(win, "profile::update.failed", "document::request.failed");
  await api.answer(bad(422), { drop: true });
  for (let i = 0; i < 2; i++) seen.push(await rejection(profile.update({ i })));
  for (const error of seen) ok(!JSON.stringify({ ...error }).includes("secret-token"), "in an error");
  ok(!JSON.stringify(win.dataLayer).includes("secret-token"), "in dataLayer");
  const heardThings = JSON.stringify(win.log.map(({ detail }) => ({ ...detail })));
  ok(!heardThings.includes("secret-token"), "in an event");
  ok(!JSON.stringify(win.log.filter(Array.isArray)).includes("secret-token"), "in the console");
});

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
  equal(JSON.stringify({ ...counts, requests }), '{"updated":8000,"failed":2000,"resolved":8000,"rejected":2000,"requests":10000}', "counts");
  await pause();
});
