// The program dies: a test build (tag trap) does at a step of a call that the page chooses.
import { assert, heard, listen, opening, rejection, test, until } from "../standalone/pages.js";
import { trap } from "../standalone/hold.js";
import { profileRequests, withSDK } from "./sdk.js";

const quiet = "window.warned = []; console.warn = (...args) => /^salla-profile/.test(args[0]) && warned.push(args.join(' ')); console.log = console.error = () => {};" +
  trap;

/** A page whose program can die, without the SDK or with it. */
async function trapped(sdk) {
  const opened = await (sdk ? withSDK({ src: "/trap/salla-profile.js" }, quiet) : opening({ src: "/trap/salla-profile.js" }, { before: quiet }));
  await opened.profile.ready;
  return opened;
}

/** The program dies during a call, and another one follows. */
async function dieAt(after, how, sdk) {
  const { api, win, profile, salla } = await trapped(sdk);
  // The stack of the standard compiler's program is a gigabyte, and its memory four: only TinyGo's end in time.
  if (how != "panic" && !(await profile.ready).compiler.startsWith("tinygo")) return "endless";
  listen(win, "profile::updated", "profile::update.failed");
  let heardThere = 0;
  if (sdk) for (const name of ["updated", "update.failed"]) salla.event.on("profile::" + name, () => heardThere++);
  win.trapHow = how;
  win.trapAfter = after;
  const outcome = await profile.update({ after }).then(() => "resolved", (error) => error.code);
  const left = win.trapAfter;
  win.trapAfter = 0;
  const events = () => heard(win, "profile::updated").length + heard(win, "profile::update.failed").length;
  if (sdk) assert.strictEqual(heardThere, 1, `the SDK's events, step ${after}`);
  if (sdk) await until(() => events() == 1, `events, step ${after}`);
  assert.strictEqual(events(), 1, `events, step ${after}`);
  assert.include(["resolved", "ERR_RUNTIME"], outcome, `step ${after}`);
  assert.isAtMost((await profileRequests(api)).length, 1, `requests, step ${after}`);
  if (!left) assert.strictEqual(win.warned.length, 1, `warnings, step ${after}: ${win.warned}`);
  assert.ok((await profile.update({ next: after })).success, `the next call, step ${after}`);
  for (const frame of document.querySelectorAll("iframe")) frame.remove();
  return left ? "it has fewer steps" : "";
}

async function dieAtEachStep(how, stride, sdk) {
  let steps = 0;
  let end = "";
  for (let after = 1; !end && steps < 500; after += stride, steps++) end = await dieAt(after, how, sdk);
  assert.ok(end == "endless" || steps > 1, `${steps} steps`);
}

for (const [how, stride] of [["panic", 2], ["stack", 12], ["memory", 12]]) {
  test(`dying by ${how} at the steps of a call: one outcome, sent once, the next call works`, () => dieAtEachStep(how, stride, false));
}
test("dying at the steps of a call, with the SDK: one outcome, one event, sent once, one warning", () => dieAtEachStep("panic", 5, true));

for (const sdk of [false, true]) {
  test(`dying with calls under way${sdk ? ", with the SDK" : ""}: all reject, none is sent again, later calls are served`, async () => {
    const { api, win, profile } = await trapped(sdk);
    await api.answer(...[1, 2, 3].map((n) => ({ hold: 1, body: { n } })));
    listen(win, "profile::update.failed");
    const under = [1, 2, 3].map((n) => rejection(profile.update({ n })));
    await until(async () => (await profileRequests(api)).length == 3, "the requests");
    win.trapAfter = 1;
    const dead = rejection(profile.update({ n: 4 }));
    for (const error of await Promise.all([...under, dead])) assert.strictEqual(error.code, "ERR_RUNTIME", "code");
    const failures = () => heard(win, "profile::update.failed").length;
    if (sdk) await until(() => failures() == 4, "events");
    assert.strictEqual(failures(), 4, "events");
    assert.ok((await profile.update({ n: 5 })).success, "a later call");
    await api.release();
    assert.strictEqual((await profileRequests(api)).length, 4, "requests");
    assert.strictEqual(win.warned.length, 1, "warnings");
  });
}

/** The program runs and dies, three times. */
async function dieThrice(win, profile) {
  for (let i = 0; i < 3; i++) {
    assert.ok((await profile.update({ runs: i })).success, "it runs"); // or its start would be what it dies at
    win.trapAfter = 1;
    await rejection(profile.update({ i }));
    win.trapAfter = 0;
  }
}

test("dying again and again: it gives up, and the SDK's own methods serve", async () => {
  const { win, profile, salla } = await trapped(true);
  await dieThrice(win, profile);
  win.made.length = 0;
  assert.ok((await profile.update({ a: 1 })).success, "the answer");
  assert.strictEqual(win.made.join(), "xhr", "made by the SDK");
  assert.strictEqual(salla.api.profile.update, win.salla.api.profile.update, "the same object");
});

test("dying again and again under a theme's wrapper: it stays, and the SDK's own methods serve", async () => {
  const { win, profile, salla } = await trapped(true);
  let wrapped = 0;
  const { update } = salla.api.profile;
  const wrapper = (...args) => {
    wrapped++;
    return update(...args);
  };
  salla.api.profile.update = wrapper;
  profile.configure({ token: "t" });
  assert.strictEqual(salla.api.profile.update, wrapper, "the wrapper");
  await dieThrice(win, profile);
  assert.strictEqual(wrapped, 6, "calls of the wrapper");
  win.made.length = 0;
  assert.ok((await wrapper({ a: 1 })).success, "the answer");
  assert.strictEqual(win.made.join(), "xhr", "made by the SDK");
});

test("dying with calls under way, a data request among them: the SDK shows notices again", async () => {
  const { api, win, profile, salla } = await trapped(true);
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
  const { win, profile } = await trapped(false);
  await dieThrice(win, profile);
  assert.strictEqual((await rejection(profile.update({ a: 1 }))).code, "ERR_RUNTIME", "code");
  assert.strictEqual(win.warned.length, 3, "warnings");
});
