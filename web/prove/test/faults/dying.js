// The program dies: a test build (tag trap) does at a step of a call that the page chooses.
import { assert, heard, listen, newAPI, page, rejection, test, until } from "../standalone/pages.js";
import { profileRequests, withSDK } from "./sdk.js";

const quiet = "window.warned = []; console.warn = (...args) => /^salla-profile/.test(args[0]) && warned.push(args.join(' ')); console.log = console.error = () => {};" +
  // What bridge/js/trap_on.go calls at each crossing.
  "window.trap = () => (window.trapAfter > 0 && --trapAfter == 0 ? { [window.trapHow || 'panic']: true } : undefined);";

async function trapped(attributes = {}) {
  const api = newAPI();
  const win = await page(
    { src: "/trap/salla-profile.js", "data-api": api.url, ...attributes },
    { before: quiet },
  );
  await win.salla.profile.ready;
  return { api, win, profile: win.salla.profile };
}

// The stack of the standard compiler's program is a gigabyte, and its memory four: only TinyGo's end in time.
for (const [how, stride] of [["panic", 2], ["stack", 12], ["memory", 12]]) {
  test(`dying by ${how} at the steps of a call: one outcome, sent once, the next call works`, async () => {
    let steps = 0;
    for (let after = 1; steps < 500; after += stride) {
      const { api, win, profile } = await trapped();
      if (how != "panic" && !(await profile.ready).compiler.startsWith("tinygo")) return;
      listen(win, "profile::updated", "profile::update.failed");
      win.trapHow = how;
      win.trapAfter = after;
      const outcome = await profile.update({ after }).then(() => "resolved", (error) => error.code);
      const left = win.trapAfter;
      win.trapAfter = 0;
      assert.strictEqual(heard(win, "profile::updated").length + heard(win, "profile::update.failed").length, 1, `events, step ${after}`);
      assert.ok(["resolved", "ERR_RUNTIME"].includes(outcome), `step ${after}: ${outcome}`);
      assert.ok((await api.requests()).length <= 1, `requests, step ${after}`);
      if (!left) assert.strictEqual(win.warned.length, 1, `warnings, step ${after}: ${win.warned}`);
      assert.ok((await profile.update({ next: after })).success, `the next call, step ${after}`);
      for (const frame of document.querySelectorAll("iframe")) frame.remove();
      if (left) break; // the call has fewer steps
      steps++;
    }
    assert.ok(steps > 0, `${steps} steps`);
  });
}

test("dying with calls under way: all reject, none is sent again, later calls are served", async () => {
  const { api, win, profile } = await trapped();
  await api.answer(...[1, 2, 3].map((n) => ({ hold: 1, body: { n } })));
  listen(win, "profile::update.failed");
  const under = [1, 2, 3].map((n) => rejection(profile.update({ n })));
  await api.got(3);
  win.trapAfter = 1;
  const dead = rejection(profile.update({ n: 4 }));
  for (const error of await Promise.all([...under, dead])) assert.strictEqual(error.code, "ERR_RUNTIME", "code");
  assert.strictEqual(heard(win, "profile::update.failed").length, 4, "events");
  assert.ok((await profile.update({ n: 5 })).success, "a later call");
  await api.release();
  assert.strictEqual((await api.requests()).length, 4, "requests");
});

test("dying at the steps of a call, with the SDK: one outcome, one event, sent once, one warning", async () => {
  let steps = 0;
  for (let after = 1; steps < 500; after += 5) {
    const { api, win, profile, salla } = await withSDK({ src: "/trap/salla-profile.js" }, quiet);
    await profile.ready;
    listen(win, "profile::updated", "profile::update.failed");
    let heardThere = 0;
    for (const name of ["updated", "update.failed"]) salla.event.on("profile::" + name, () => heardThere++);
    win.trapAfter = after;
    const outcome = await profile.update({ after }).then(() => "resolved", (error) => error.code);
    const left = win.trapAfter;
    win.trapAfter = 0;
    assert.ok(["resolved", "ERR_RUNTIME"].includes(outcome), `step ${after}: ${outcome}`);
    assert.strictEqual(heardThere, 1, `the SDK's events, step ${after}`);
    await until(() => heard(win, "profile::updated").length + heard(win, "profile::update.failed").length == 1, `events, step ${after}`);
    assert.ok((await profileRequests(api)).length <= 1, `requests, step ${after}`);
    if (!left) assert.strictEqual(win.warned.length, 1, `warnings, step ${after}: ${win.warned}`);
    assert.ok((await profile.update({ next: after })).success, `the next call, step ${after}`);
    for (const frame of document.querySelectorAll("iframe")) frame.remove();
    if (left) break; // the call has fewer steps
    steps++;
  }
  assert.ok(steps > 0, `${steps} steps`);
});

test("dying with calls under way, with the SDK: all reject, none is sent again, later calls are served", async () => {
  const { api, win, profile } = await withSDK({ src: "/trap/salla-profile.js" }, quiet);
  await profile.ready;
  await api.answer(...[1, 2, 3].map((n) => ({ hold: 1, body: { n } })));
  listen(win, "profile::update.failed");
  const under = [1, 2, 3].map((n) => rejection(profile.update({ n })));
  await until(async () => (await profileRequests(api)).length == 3, "the requests");
  win.trapAfter = 1;
  const dead = rejection(profile.update({ n: 4 }));
  for (const error of await Promise.all([...under, dead])) assert.strictEqual(error.code, "ERR_RUNTIME", "code");
  await until(() => heard(win, "profile::update.failed").length == 4, "events");
  assert.ok((await profile.update({ n: 5 })).success, "a later call");
  await api.release();
  assert.strictEqual((await profileRequests(api)).length, 4, "requests");
  assert.strictEqual(win.warned.length, 1, "warnings");
});

test("dying again and again: it gives up, and the SDK's own methods serve", async () => {
  const { win, profile, salla } = await withSDK({ src: "/trap/salla-profile.js" }, quiet);
  await profile.ready;
  for (let i = 0; i < 3; i++) {
    assert.ok((await profile.update({ runs: i })).success, "it runs"); // or its start would be what it dies at
    win.trapAfter = 1;
    await rejection(profile.update({ i }));
    win.trapAfter = 0;
  }
  win.made.length = 0;
  assert.ok((await profile.update({ a: 1 })).success, "the answer");
  assert.strictEqual(win.made.join(), "xhr", "made by the SDK");
  assert.strictEqual(salla.api.profile.update, win.salla.api.profile.update, "the same object");
});

test("dying again and again under a theme's wrapper: it stays, and the SDK's own methods serve", async () => {
  const { win, profile, salla } = await withSDK({ src: "/trap/salla-profile.js" }, quiet);
  await profile.ready;
  let wrapped = 0;
  const { update } = salla.api.profile;
  const wrapper = (...args) => {
    wrapped++;
    return update(...args);
  };
  salla.api.profile.update = wrapper;
  profile.configure({ token: "t" });
  assert.strictEqual(salla.api.profile.update, wrapper, "the wrapper");
  for (let i = 0; i < 3; i++) {
    assert.ok((await profile.update({ runs: i })).success, "it runs");
    win.trapAfter = 1;
    await rejection(profile.update({ i }));
    win.trapAfter = 0;
  }
  assert.strictEqual(wrapped, 6, "calls of the wrapper");
  win.made.length = 0;
  assert.ok((await wrapper({ a: 1 })).success, "the answer");
  assert.strictEqual(win.made.join(), "xhr", "made by the SDK");
});

test("dying with calls under way, a data request among them: the SDK shows notices again", async () => {
  const { api, win, profile, salla } = await withSDK({ src: "/trap/salla-profile.js" }, quiet);
  await profile.ready;
  const notices = [];
  salla.notify.setNotifier((message) => notices.push(message));
  await api.answer({ hold: 1 });
  const request = rejection(profile.getDeleteRequest());
  await until(async () => (await profileRequests(api)).length == 1, "the request");
  win.trapAfter = 1;
  await rejection(profile.update({ a: 1 }));
  win.trapAfter = 0;
  assert.strictEqual((await request).code, "ERR_RUNTIME", "code");
  await api.release();
  notices.length = 0;
  await api.answer({ status: 422, body: { status: 422, success: false, error: { code: 422, message: "shown" } } });
  await rejection(profile.update({ a: 2 }));
  assert.strictEqual(notices.join(), "shown", "notices");
});

test("dying again and again without the SDK: calls reject", async () => {
  const { win, profile } = await trapped();
  for (let i = 0; i < 3; i++) {
    assert.ok((await profile.update({ runs: i })).success, "it runs"); // or its start would be what it dies at
    win.trapAfter = 1;
    await rejection(profile.update({ i }));
    win.trapAfter = 0;
  }
  assert.strictEqual((await rejection(profile.update({ a: 1 }))).code, "ERR_RUNTIME", "code");
  assert.strictEqual(win.warned.length, 3, "warnings");
});
