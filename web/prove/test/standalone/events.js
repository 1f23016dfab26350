// web/docs/events.md.
import { assert, bad, forgive, good, heard, listen, store, test, until } from "./pages.js";

const all = {
  updated: "updated", updateFailed: "update.failed", verificationCodeSent: "verification.code.sent",
  updateContactsFailed: "update.contacts.failed", verified: "verified", unverified: "unverified", infoFetched: "info.fetched",
  infoNotFetched: "info.not.fetched", settingsUpdated: "settings.updated", updateSettingsFailed: "update.settings.failed",
  deleted: "deleted", notDeleted: "not.deleted",
};
const capital = (name) => name[0].toUpperCase() + name.slice(1);

test("helpers dispatch, subscribe and unsubscribe", async () => {
  const { win, salla } = await store();
  assert.deepEqual(Object.keys(salla.profile.event).filter((name) => !/^(on|off)[A-Z]/.test(name)).sort(), Object.keys(all).sort(), "all, above, has every event");
  for (const [helper, event] of Object.entries(all)) {
    listen(win, "profile::" + event);
    const details = [];
    const note = (detail) => details.push(detail);
    const detail = { helper };
    salla.profile.event["on" + capital(helper)](note);
    salla.profile.event[helper](detail);
    assert.strictEqual(details.length, 1, helper);
    assert.ok(details[0] === detail, helper);
    for (const on of ["document", "window"]) {
      assert.strictEqual(heard(win, "profile::" + event, on).length, 1, event);
      assert.ok(heard(win, "profile::" + event, on)[0].detail === detail, event);
    }
    salla.profile.event["off" + capital(helper)](note);
    salla.profile.event[helper](detail);
    assert.strictEqual(details.length, 1, "off" + capital(helper));
    assert.strictEqual(heard(win, "profile::" + event).length, 2, event);
  }
});

test("DOM events are CustomEvents on document that bubble", async () => {
  const { win, profile } = await store();
  listen(win, "profile::updated");
  const body = await profile.update({});
  const [{ event }] = heard(win, "profile::updated");
  assert.ok(event instanceof win.CustomEvent && event.bubbles && event.target === win.document, "CustomEvent");
  assert.strictEqual(event.type, "profile::updated");
  assert.ok(event.detail === body, "detail");
});

test("on, once, off", async () => {
  const { salla } = await store();
  const calls = [];
  const on = (...args) => calls.push(["on", ...args]);
  const once = (...args) => calls.push(["once", ...args]);
  const any = () => calls.push(["any"]);
  salla.event.on("profile::updated", on);
  salla.event.once("profile::updated", once);
  salla.event.on("profile::*", any);
  salla.event.emit("profile::updated", 1, 2);
  salla.event.dispatch("profile::updated", 3);
  assert.deepEqual(calls, [["on", 1, 2], ["once", 1, 2], ["any"], ["on", 3], ["any"]]);
  salla.event.off("profile::updated", on);
  salla.event.off("profile::*", any);
  salla.event.emit("profile::updated", 4);
  assert.strictEqual(calls.length, 5);
});

test("once that emits again is called once", async () => {
  const { salla } = await store();
  let calls = 0;
  salla.event.once("profile::updated", () => {
    calls++;
    if (calls < 5) salla.event.emit("profile::updated");
  });
  salla.event.emit("profile::updated");
  assert.strictEqual(calls, 1);
});

test("events of the profile are DOM events too, and those of other names aren't", async () => {
  const { win, salla } = await store();
  listen(win, "cart::updated", "profile::verification", "click");
  salla.event.emit("cart::updated", { n: 1 });
  salla.event.emit("click");
  salla.event.dispatch("profile::verification", { n: 2 });
  assert.deepEqual([...heard(win, "cart::updated"), ...heard(win, "click")], []);
  assert.deepEqual(heard(win, "profile::verification", "window").map(({ detail }) => detail), [{ n: 2 }]);
});

test("emitting an action's name calls it", async () => {
  const { api, win, salla } = await store();
  listen(win, "profile::updated", "profile::update");
  salla.event.emit("profile::update", { n: 1 });
  salla.event.dispatch("profile::update", { n: 2 });
  salla.event.emit("profile::update", [{ n: 3 }]);
  salla.event.emit("profile::updateContact", { phone: "501234567" });
  const requests = await api.got(4);
  assert.deepEqual(requests.map(({ body }) => body).sort(), ['{"n":1}', '{"n":2}', '{"n":3}', '{"phone":"501234567","country_code":"SA"}']);
  await until(() => heard(win, "profile::updated").length === 3);
  assert.strictEqual(heard(win, "profile::update").length, 0);
});

test("an action that fails by an event rejects nowhere", async () => {
  const { api, win, salla } = await store();
  listen(win, "profile::update.failed", "profile::unverified");
  await api.answer(bad(500));
  salla.event.emit("profile::update", { n: 1 });
  salla.event.emit("profile::verify");
  await until(() => heard(win, "profile::update.failed").length === 1 && heard(win, "profile::unverified").length === 1);
  // An unhandled rejection fails the test: the browser tells of it before the next one begins.
});

test("listeners that throw stop nothing", async () => {
  const { win, salla, profile } = await store();
  const heardBy = [];
  const thrower = () => {
    throw new Error("on purpose");
  };
  salla.event.on("profile::updated", thrower);
  salla.event.on("profile::updated", () => heardBy.push("on"));
  profile.event.onUpdated(thrower);
  profile.event.onUpdated(() => heardBy.push("helper"));
  win.document.addEventListener("profile::updated", thrower);
  win.document.addEventListener("profile::updated", () => heardBy.push("document"));
  win.addEventListener("profile::updated", () => heardBy.push("window"));
  const body = await profile.update({});
  assert.ok(body.success, "the call");
  assert.deepEqual(heardBy, ["on", "helper", "document", "window"]);
  forgive(3, "on purpose");
});

test("an async listener that rejects stops nothing", async () => {
  const { win, profile } = await store();
  profile.event.onUpdated(async () => {
    throw new Error("on purpose");
  });
  await profile.update({});
  await profile.update({ n: 2 });
  await until(() => win.uncaught.length === 2);
  forgive(2, "on purpose");
});

test("a listener that isn't a function is refused, and a name that is no text", async () => {
  const { salla } = await store();
  const name = "profile::updated";
  const wrongs = [[name], [name, null], [name, {}], [name, "x"], [undefined, () => {}], [[name], () => {}], [/u/, () => {}]];
  for (const wrong of wrongs) {
    let error;
    try {
      salla.event.on(...wrong);
    } catch (reason) {
      error = reason;
    }
    assert.ok(error, "refused");
  }
});

test("listeners may subscribe, unsubscribe and call while they are called", async () => {
  const { api, salla, profile } = await store();
  const calls = [];
  const second = () => calls.push("second");
  salla.event.on("profile::updated", () => {
    calls.push("first");
    salla.event.off("profile::updated", second);
    salla.event.on("profile::updated", second);
  });
  salla.event.on("profile::updated", second);
  let nested;
  profile.event.onUpdated(() => (nested ??= profile.updateSettings({ name: "x", value: 1 })));
  await profile.update({});
  await nested;
  assert.ok(calls.includes("first"), "first");
  assert.ok(calls.filter((name) => name === "second").length <= 1, "second, at most once");
  await api.got(2);
});

test("on success: server's events, notice, event, promise", async () => {
  const { api, win, salla, profile } = await store();
  listen(win, "profile::verification", "profile::verification.code.sent");
  salla.event.on("cart::updated", (detail) => win.log.push({ name: "cart::updated", on: "document", detail }));
  salla.notify = { fire: (message) => win.log.push({ name: "notice " + message, on: "document" }) };
  await api.answer(good({ message: "Sent." }, { events: { "profile::verification": { type: "mobile" }, "cart::updated": [1] } }));
  await profile.updateContacts({ phone: "501234567" }).then(() => win.log.push({ name: "promise", on: "document" }));
  assert.deepEqual(win.log.filter(({ on }) => on === "document").map(({ name }) => name), [
    "profile::verification", "cart::updated", "notice Sent.", "profile::verification.code.sent", "promise",
  ]);
  assert.deepEqual(heard(win, "profile::verification")[0].detail, { type: "mobile" });
  assert.deepEqual(heard(win, "cart::updated")[0].detail, [1]);
});

test("on failure: document::request.failed, notice, event, promise", async () => {
  const { api, win, salla, profile } = await store();
  listen(win, "document::request.failed", "profile::update.failed");
  const failed = [];
  salla.event.on("document::request.failed", (...args) => failed.push(args));
  salla.notify = { fire: (message) => win.log.push({ name: "notice " + message, on: "document" }) };
  await api.answer(bad(500));
  const payload = { n: 1 };
  const error = await profile.update(payload).catch((error) => {
    win.log.push({ name: "promise", on: "document" });
    return error;
  });
  assert.deepEqual(win.log.filter(({ on }) => on === "document").map(({ name }) => name), [
    "document::request.failed", "notice It didn't work.", "profile::update.failed", "promise",
  ]);
  assert.strictEqual(failed.length, 1);
  const [info, about] = failed[0];
  assert.deepEqual(info, { endPoint: api.url + "/profile/update", payload, method: "post", options: {} });
  assert.ok(about === error, "the error");
});

for (const [where, place] of Object.entries({
  "at the top": (events) => good({}, { events }),
  "in data": (events) => good({ events }),
  "as text": (events) => good({}, { events: JSON.stringify(events) }),
  "of an error": (events) => bad(422, { events }),
})) {
  test("server-sent events " + where, async () => {
    const { api, win, profile } = await store();
    listen(win, "profile::verification");
    const others = [];
    win.salla.event.on("a::b", (detail) => others.push(detail));
    await api.answer(place({ "profile::verification": { type: "email" }, "a::b": "text" }));
    await profile.update({}).catch(() => {});
    assert.deepEqual(heard(win, "profile::verification").map(({ detail }) => detail), [{ type: "email" }]);
    assert.deepEqual(others, ["text"]);
  });
}

test("server-sent events that are none do no harm", async () => {
  const { api, profile } = await store();
  for (const events of ["{broken", 7, true, [], null, "", {}]) {
    await api.answer(good({}, { events }));
    assert.ok((await profile.update({ n: JSON.stringify(events) })).success, JSON.stringify(events));
  }
});

test("google tags go to the data layer", async () => {
  const { api, win, profile } = await store();
  win.dataLayer = [];
  await api.answer(good({ googleTags: { event: "a" } }), good({}, { googleTags: { event: "b" } }), good());
  for (const n of [1, 2, 3]) await profile.update({ n });
  assert.deepEqual(win.dataLayer, [{ event: "a" }, { event: "b" }]);
});

for (const event of ["{ profile: {} }", "{ profile: { mine() {} } }", "{ profile: null }"]) {
  test("what is missing of salla.event is there: " + event, async () => {
    const { win, profile } = await store({}, { before: `window.salla = { event: ${event} };` });
    listen(win, "profile::updated");
    await profile.update({});
    assert.strictEqual(heard(win, "profile::updated").length, 1, "DOM events");
  });
}
