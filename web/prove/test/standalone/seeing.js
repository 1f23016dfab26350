// What an author sees of the calls: the Performance panel, the console, the events of the module itself.
import { assert, bad, good, heard, page, rejection, store, test, until } from "./pages.js";

const observe = `
  window.measures = [];
  new PerformanceObserver((list) => measures.push(...list.getEntries())).observe({ type: "measure" });
  window.logged = [];
  for (const level of ["debug", "log", "info", "warn", "error"]) console[level] = (...words) => logged.push(words);
  document.addEventListener("salla-profile::ready", (event) => log.push({ name: event.type, on: "document", detail: event.detail }));
`;

test("a measure for each call, with how it ended", async () => {
  const { win, api, profile } = await store({}, { before: observe });
  await api.answer({ ...good(), status: 201, body: { status: 201, success: true, data: {} } }, bad(422), { drop: "before" });
  await profile.update({ first_name: "نورة" });
  await rejection(profile.updateSettings({ name: "x", value: 1 }));
  await rejection(profile.info());
  await rejection(profile.verify(""));
  await until(() => win.measures.length >= 4, "measures");
  assert.deepEqual(win.measures.map(({ name, detail }) => ({ name, ...JSON.parse(JSON.stringify(detail)) })), [ // undefined is as good as none
    { name: "salla.profile.update", status: 201 },
    { name: "salla.profile.updateSettings", status: 422, code: "ERR_BAD_REQUEST" },
    { name: "salla.profile.info", code: "ERR_NETWORK" },
    { name: "salla.profile.verify", status: 422, code: "ERR_VALIDATION" },
  ]);
  for (const { startTime, duration } of win.measures) assert.ok(startTime > 0 && duration >= 0, "time");
  assert.strictEqual(win.logged.length, 0, "lines in the console");
});

test("the timeline keeps one measure of a method", async () => {
  const { win, profile } = await store({}, { before: observe });
  win.performance.measure("mine");
  for (let i = 0; i < 20; i++) await profile.info();
  await Promise.all(Array.from({ length: 20 }, () => profile.getFields()));
  await until(() => win.measures.length >= 41, "measures");
  assert.strictEqual(win.performance.getEntriesByName("salla.profile.info").length, 1, "info");
  assert.strictEqual(win.performance.getEntriesByName("salla.profile.getFields").length, 1, "getFields");
  assert.strictEqual(win.performance.getEntriesByType("measure").length, 3, "the page's own stays");
});

test("a browser without such measures", async () => {
  const { win, api, profile } = await store({ "data-debug": "" }, {
    before: `performance.measure = () => { throw new SyntaxError("no such mark"); };`,
  });
  await api.answer(good({ first_name: "N" }), bad(500));
  assert.strictEqual((await profile.update({})).data.first_name, "N");
  assert.strictEqual((await rejection(profile.update({}))).status, 500);
  await api.got(2);
  assert.strictEqual(win.uncaught.length, 0, "uncaught");
});

test("data-debug logs each call, and nobody's data", async () => {
  const secrets = { first_name: "Haifa-7", phone: "0501234567", token: "token-7", message: "Message-7" };
  const { win, api, profile } = await store({ "data-debug": "", "data-token": secrets.token }, { before: observe });
  await api.answer(good(secrets), bad(422, { message: secrets.message, fields: { phone: [secrets.phone] } }), { drop: "before" });
  await profile.update(secrets);
  await rejection(profile.updateContacts({ phone: secrets.phone }));
  await rejection(profile.info());
  await rejection(profile.verify({ code: "", phone: secrets.phone }));
  const lines = win.logged.map((words) => words.join(" ").replace(/ \d+ ms$/, " N ms"));
  assert.deepEqual(lines, [
    "salla.profile.update 200 OK N ms",
    "salla.profile.updateContacts 422 ERR_BAD_REQUEST N ms",
    "salla.profile.info  ERR_NETWORK N ms",
    "salla.profile.verify 422 ERR_VALIDATION N ms",
  ]);
});

test("an event when the module runs", async () => {
  const { win, profile } = await store({}, { before: observe });
  assert.strictEqual(win.log.length, 1, "events");
  assert.ok(win.log[0].detail === (await profile.ready), "what ready resolves to");
  await win.salla.profile.configure({ language: "ar" });
  await profile.info();
  assert.strictEqual(heard(win, "salla-profile::ready").length, 1, "events");
});

test("an event where it can't run", async () => {
  const win = await page({ "data-api": "/nowhere" }, {
    before: `
      delete window.WebAssembly;
      window.log = [];
      addEventListener("salla-profile::error", (event) => log.push({ name: event.type, on: "window", detail: event.detail }));
      addEventListener("salla-profile::ready", (event) => log.push({ name: event.type, on: "window" }));
    `,
  });
  const reason = await rejection(win.salla.profile.ready);
  await until(() => win.log.length > 0, "the event");
  assert.strictEqual(win.log.length, 1, "events");
  assert.strictEqual(heard(win, "salla-profile::error", "window").length, 1, "salla-profile::error");
  assert.ok(win.log[0].detail === reason, "ready's reason");
});
