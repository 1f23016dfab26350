// web/docs/forms-and-errors.md: errors.
import { assert, bad, heard, listen, rejection, store, test } from "./pages.js";
import { giveClock, outcome } from "./hold.js";
import { isShaped } from "./shape.js";

for (const [status, code] of [[400, "ERR_BAD_REQUEST"], [401, "ERR_BAD_REQUEST"], [404, "ERR_BAD_REQUEST"], [422, "ERR_BAD_REQUEST"],
  [429, "ERR_BAD_REQUEST"], [500, "ERR_BAD_RESPONSE"], [503, "ERR_BAD_RESPONSE"]]) {
  test(`status ${status}`, async () => {
    const { api, win, profile } = await store({ "data-token": "s3cret" });
    const answer = { ...bad(status), headers: { "X-Hint": "hint", "Retry-After": "7" } };
    await api.answer(answer);
    const payload = { first_name: "x" };
    const error = await rejection(profile.update(payload));
    isShaped(win, error, { message: `Request failed with status code ${status}`, code });
    assert.strictEqual(error.status, status);
    assert.strictEqual(error.response.status, status);
    assert.ok(typeof error.response.statusText === "string", "statusText");
    assert.deepEqual(error.response.data, answer.body);
    assert.strictEqual(error.response.headers["x-hint"], "hint");
    assert.strictEqual(error.response.headers["retry-after"], "7");
    assert.ok("request" in error, "request");
    const { config } = error;
    assert.strictEqual(config.url, api.url + "/profile/update");
    assert.strictEqual(config.method, "post");
    assert.strictEqual(config.data, JSON.stringify(payload));
    assert.strictEqual(config.headers["Store-Identifier"], "1");
    assert.ok(!JSON.stringify(error).includes("s3cret"), "never the token");
    assert.ok(!Object.keys(config.headers).some((name) => /authorization/i.test(name)), "no Authorization");
  });
}

test("the token stays out of an error whatever the header's case", async () => {
  const { api, profile } = await store({ "data-token": "s3cret" });
  profile.configure({ headers: { authorization: "Bearer s3cret" } });
  await api.answer(bad(500));
  const error = await rejection(profile.update({}, { headers: { AUTHORIZATION: "Bearer s3cret" } }));
  assert.ok(!JSON.stringify({ ...error, ...error.config }).includes("s3cret"), "never the token");
});

test("an answer that isn't JSON", async () => {
  const { api, win, profile } = await store();
  const text = "<!doctype html><h1>502 Bad Gateway</h1>";
  await api.answer({ status: 502, text, headers: { "Content-Type": "text/html" } });
  const error = await rejection(profile.update({}));
  isShaped(win, error, { message: "Request failed with status code 502", code: "ERR_BAD_RESPONSE" });
  assert.strictEqual(error.response.data, text);
});

for (const [what, answer] of Object.entries({ "no connection": { drop: "before" }, "a network that is gone": null })) {
  test("network: " + what, async () => {
    const { api, win, profile } = await store();
    listen(win, "profile::update.failed");
    if (answer) await api.answer(answer);
    else profile.configure({ api: "http://127.0.0.1:1/" });
    const error = await rejection(profile.update({}));
    isShaped(win, error, { message: "Network Error", code: "ERR_NETWORK" });
    assert.strictEqual(error.response, undefined);
    assert.strictEqual(error.status, undefined);
    assert.ok(heard(win, "profile::update.failed")[0].detail === error, "the event");
  });
}

test("timeout", async () => {
  const { api, win, profile } = await store();
  listen(win, "profile::update.failed");
  await api.answer({ hold: 1 });
  const clock = giveClock(win);
  const call = profile.update({}, { timeout: 40 });
  const seen = outcome(call);
  await api.got(1);
  await clock.pass(39);
  assert.strictEqual(seen.is, undefined, "before it is over");
  await clock.pass(1);
  const error = await rejection(call);
  isShaped(win, error, { message: "timeout of 40ms exceeded", code: "ECONNABORTED" });
  assert.strictEqual(error.response, undefined);
  assert.strictEqual(heard(win, "profile::update.failed").length, 1);
  await api.release();
  assert.ok((await profile.update({}, { timeout: 20_000 })).success, "one that is in time");
  await clock.pass(20_000);
  assert.strictEqual(heard(win, "profile::update.failed").length, 1, "events, long after");
});

test("timeouts that are none", async () => {
  const { win, profile } = await store();
  const clock = giveClock(win);
  for (const timeout of [0, -1, NaN, Infinity, "soon", null, undefined, {}, [], 2 ** 31, 1e300]) {
    assert.ok((await profile.update({ timeout: String(timeout) }, { timeout })).success, String(timeout));
  }
  assert.ok(clock.asked.every((ms) => ms < 2 ** 31), "a timer for longer fires at once: " + clock.asked);
});

test("aborted on the way", async () => {
  const { api, win, profile } = await store();
  listen(win, "profile::update.failed");
  await api.answer({ hold: 1 });
  const controller = new AbortController();
  const promise = profile.update({}, { signal: controller.signal });
  await api.got(1);
  controller.abort();
  const error = await rejection(promise);
  isShaped(win, error, { name: "CanceledError", message: "canceled", code: "ERR_CANCELED" });
  assert.strictEqual(heard(win, "profile::update.failed").length, 1);
  assert.ok(heard(win, "profile::update.failed")[0].detail === error, "the event");
});

test("aborted before", async () => {
  const { api, win, profile } = await store();
  const controller = new AbortController();
  controller.abort();
  isShaped(win, await rejection(profile.update({}, { signal: controller.signal })), {
    name: "CanceledError", message: "canceled", code: "ERR_CANCELED",
  });
  await api.got(0);
});

test("aborted after", async () => {
  const { win, profile } = await store();
  listen(win, "profile::updated", "profile::update.failed");
  const controller = new AbortController();
  await profile.update({}, { signal: controller.signal, timeout: 10_000 });
  controller.abort();
  await profile.update({ n: 2 }); // what follows the abort comes before this
  assert.strictEqual(heard(win, "profile::updated").length, 2);
  assert.strictEqual(heard(win, "profile::update.failed").length, 0);
});

test("one signal for many calls", async () => {
  const { api, profile } = await store();
  await api.answer({ hold: 1 }, { hold: 1 }, { hold: 1 });
  const controller = new AbortController();
  const calls = [1, 2, 3].map((n) => rejection(profile.update({ n }, { signal: controller.signal })));
  await api.got(3);
  controller.abort();
  for (const error of await Promise.all(calls)) assert.strictEqual(error.code, "ERR_CANCELED");
});

test("aborted while the answer comes", async () => {
  const { api, profile } = await store();
  await api.answer(bad(500));
  const controller = new AbortController();
  const error = await rejection(profile.update({}, { signal: controller.signal }));
  assert.strictEqual(error.status, 500);
  controller.abort();
});
