// Contract, section 5: errors.
import { bad, equal, heard, listen, ok, rejection, same, store, test } from "./harness.js";
import { giveClock, outcome } from "./hold.js";

const members = ["name", "isAxiosError", "message", "code", "config"];

function isShaped(win, error, { name = "AxiosError", message, code }) {
  ok(error instanceof win.Error, "an Error");
  for (const member of members) ok(Object.keys(error).includes(member), `own and enumerable: ${member}`);
  equal(error.name, name);
  equal(error.isAxiosError, true);
  equal(error.message, message);
  equal(error.code, code);
  const { message: spread } = { ...error };
  equal(spread, message, "spread");
  ok(String(error).includes(message), String(error));
  ok(error.stack, "a stack");
  JSON.stringify(error); // a logger does that
}

for (const [status, code] of [[400, "ERR_BAD_REQUEST"], [401, "ERR_BAD_REQUEST"], [404, "ERR_BAD_REQUEST"], [422, "ERR_BAD_REQUEST"],
  [429, "ERR_BAD_REQUEST"], [500, "ERR_BAD_RESPONSE"], [503, "ERR_BAD_RESPONSE"]]) {
  test(`status ${status}`, async () => {
    const { api, win, profile } = await store({ "data-token": "s3cret" });
    const answer = { ...bad(status), headers: { "X-Hint": "hint", "Retry-After": "7" } };
    await api.answer(answer);
    const payload = { first_name: "x" };
    const error = await rejection(profile.update(payload));
    isShaped(win, error, { message: `Request failed with status code ${status}`, code });
    equal(error.status, status);
    equal(error.response.status, status);
    ok(typeof error.response.statusText === "string", "statusText");
    same(error.response.data, answer.body);
    equal(error.response.headers["x-hint"], "hint");
    equal(error.response.headers["retry-after"], "7");
    ok("request" in error, "request");
    const { config } = error;
    equal(config.url, api.url + "/profile/update");
    equal(config.method, "post");
    equal(config.data, JSON.stringify(payload));
    equal(config.headers["Store-Identifier"], "1");
    ok(!JSON.stringify(error).includes("s3cret"), "never the token");
    ok(!Object.keys(config.headers).some((name) => /authorization/i.test(name)), "no Authorization");
  });
}

test("the token stays out of an error whatever the header's case", async () => {
  const { api, profile } = await store({ "data-token": "s3cret" });
  profile.configure({ headers: { authorization: "Bearer s3cret" } });
  await api.answer(bad(500));
  const error = await rejection(profile.update({}, { headers: { AUTHORIZATION: "Bearer s3cret" } }));
  ok(!JSON.stringify({ ...error, ...error.config }).includes("s3cret"), "never the token");
});

test("an answer that isn't JSON", async () => {
  const { api, win, profile } = await store();
  const text = "<!doctype html><h1>502 Bad Gateway</h1>";
  await api.answer({ status: 502, text, headers: { "Content-Type": "text/html" } });
  const error = await rejection(profile.update({}));
  isShaped(win, error, { message: "Request failed with status code 502", code: "ERR_BAD_RESPONSE" });
  equal(error.response.data, text);
});

for (const [what, answer] of Object.entries({ "no connection": { drop: true }, "a network that is gone": null })) {
  test("network: " + what, async () => {
    const { api, win, profile } = await store();
    listen(win, "profile::update.failed");
    if (answer) await api.answer(answer);
    else profile.configure({ api: "http://127.0.0.1:1/" });
    const error = await rejection(profile.update({}));
    isShaped(win, error, { message: "Network Error", code: "ERR_NETWORK" });
    equal(error.response, undefined);
    equal(error.status, undefined);
    ok(heard(win, "profile::update.failed")[0].detail === error, "the event");
  });
}

test("timeout", async () => {
  const { api, win, profile } = await store();
  listen(win, "profile::update.failed");
  await api.answer({ hold: true });
  const clock = giveClock(win);
  const call = profile.update({}, { timeout: 40 });
  const seen = outcome(call);
  await api.got(1);
  await clock.pass(39);
  equal(seen.is, undefined, "before it is over");
  await clock.pass(1);
  const error = await rejection(call);
  isShaped(win, error, { message: "timeout of 40ms exceeded", code: "ECONNABORTED" });
  equal(error.response, undefined);
  equal(heard(win, "profile::update.failed").length, 1);
  await api.release();
  ok((await profile.update({}, { timeout: 20_000 })).success, "one that is in time");
  await clock.pass(20_000);
  equal(heard(win, "profile::update.failed").length, 1, "events, long after");
});

test("timeouts that are none", async () => {
  const { win, profile } = await store();
  const clock = giveClock(win);
  for (const timeout of [0, -1, NaN, Infinity, "soon", null, undefined, {}, [], 2 ** 31, 1e300]) {
    ok((await profile.update({ timeout: String(timeout) }, { timeout })).success, String(timeout));
  }
  ok(clock.asked.every((ms) => ms < 2 ** 31), "a timer for longer fires at once: " + clock.asked);
});

test("aborted on the way", async () => {
  const { api, win, profile } = await store();
  listen(win, "profile::update.failed");
  await api.answer({ hold: true });
  const controller = new AbortController();
  const promise = profile.update({}, { signal: controller.signal });
  await api.got(1);
  controller.abort();
  const error = await rejection(promise);
  isShaped(win, error, { name: "CanceledError", message: "canceled", code: "ERR_CANCELED" });
  equal(heard(win, "profile::update.failed").length, 1);
  ok(heard(win, "profile::update.failed")[0].detail === error, "the event");
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
  equal(heard(win, "profile::updated").length, 2);
  equal(heard(win, "profile::update.failed").length, 0);
});

test("one signal for many calls", async () => {
  const { api, profile } = await store();
  await api.answer({ hold: true }, { hold: true }, { hold: true });
  const controller = new AbortController();
  const calls = [1, 2, 3].map((n) => rejection(profile.update({ n }, { signal: controller.signal })));
  await api.got(3);
  controller.abort();
  for (const error of await Promise.all(calls)) equal(error.code, "ERR_CANCELED");
});

test("aborted while the answer comes", async () => {
  const { api, profile } = await store();
  await api.answer(bad(500));
  const controller = new AbortController();
  const error = await rejection(profile.update({}, { signal: controller.signal }));
  equal(error.status, 500);
  controller.abort();
});

// Refused before sending.
const refusals = {
  "verify without a code": [(profile) => profile.verify({}), "code", "unverified"],
  "verify with an empty code": [(profile) => profile.verify({ code: "  " }), "code", "unverified"],
  "verify with nothing": [(profile) => profile.verify(), "code", "unverified"],
  "verify with no text": [(profile) => profile.verify(""), "code", "unverified"],
  "a contact change without a contact": [(profile) => profile.updateContacts({ country_code: "SA" }), "phone", "update.contacts.failed"],
  "a contact change with nothing": [(profile) => profile.updateContacts(), "phone", "update.contacts.failed"],
  "a phone without a digit": [(profile) => profile.updateContacts({ phone: "+() -" }), "phone", "update.contacts.failed"],
  "an e-mail without @": [(profile) => profile.updateContacts({ email: "noura.example.com" }), "email", "update.contacts.failed"],
  "an e-mail without @ beside a phone": [(profile) => profile.updateContacts({ phone: "501234567", email: "x" }), "email", "update.contacts.failed"],
};
for (const [lang, letters] of [["en", /^[\x20-\x7e]+$/], ["ar", /[\u0600-\u06ff]/]]) {
  test("refused before sending, in " + lang, async () => {
    const { api, win, profile } = await store({ "data-language": lang });
    const failed = [];
    win.salla.event.on("document::request.failed", (info, error) => failed.push(error));
    for (const [name, [call, field, event]] of Object.entries(refusals)) {
      win.log.length = failed.length = 0;
      listenOnce(win, "profile::" + event);
      const error = await rejection(call(profile), name);
      ok(letters.test(error.message), `${name}: ${error.message}`);
      isShaped(win, error, { message: error.message, code: "ERR_VALIDATION" });
      equal(error.local, true, name);
      equal(error.response.status, 422, name);
      same(error.response.data.error.fields, { [field]: [error.message] }, name);
      equal(error.response.data.success, false, name);
      equal(error.response.data.error.message, error.message, name);
      ok(heard(win, "profile::" + event).length === 1 && heard(win, "profile::" + event)[0].detail === error, name + ": its event");
      ok(failed.length === 1 && failed[0] === error, name + ": document::request.failed");
    }
    await api.got(0);
  });
}

const cycle = {};
cycle.me = cycle;
// For the theme's author: what is wrong with the payload.
const unsendable = {
  "a number": [5, /pass a plain object, FormData/],
  "a list": [[], /pass a plain object, FormData/],
  "a cycle": [cycle, /cycl|circular/i],
  "a BigInt": [{ n: 10n }, /BigInt/],
};
for (const [what, [payload, words]] of Object.entries(unsendable)) {
  test("refused before sending: " + what, async () => {
    const { api, win, profile } = await store({ "data-language": "ar" });
    const notices = [];
    win.salla.notify = { fire: (...args) => notices.push(args) };
    listen(win, "profile::update.failed");
    const error = await rejection(profile.update(payload));
    isShaped(win, error, { message: error.message, code: "ERR_VALIDATION" });
    ok(words.test(error.message), error.message);
    equal(error.local, true);
    same(error.response.data.error.fields, { payload: [error.message] });
    equal(heard(win, "profile::update.failed").length, 1, "its event");
    same(notices, [], "notices");
    await api.got(0);
  });
}

test("the language is the page's where none is said", async () => {
  for (const [lang, letters] of [["ar-SA", /[\u0600-\u06ff]/], ["en", /^[\x20-\x7e]+$/], ["", /^[\x20-\x7e]+$/]]) {
    const { profile } = await store({}, { lang });
    const error = await rejection(profile.verify({}));
    ok(letters.test(error.message), `${lang}: ${error.message}`);
  }
});

const listened = new WeakMap();
function listenOnce(win, name) {
  if (!listened.has(win)) listened.set(win, new Set());
  if (!listened.get(win).has(name)) listen(win, name);
  listened.get(win).add(name);
}

test("what isn't refused is the store's to judge", async () => {
  const { api, profile } = await store();
  await profile.updateContacts({ phone: "1" });
  await profile.updateContacts({ phone: 501234567 });
  await profile.updateContacts({ email: "a@" });
  await profile.update({});
  await profile.verify({ code: "abc" });
  await profile.updateSettings();
  await api.got(6);
});

test("SSO stores refuse changes", async () => {
  const { api, win, profile } = await store();
  listen(win, "profile::update.failed");
  profile.configure({ features: ["sso-login"] });
  for (const name of ["update", "updateCustomFields"]) {
    const error = await rejection(profile[name]({}));
    ok(error instanceof win.Error, "an Error");
    equal(error.message, "SSO login is enabled. You cannot update your profile.");
  }
  await profile.updateSettings({ name: "x", value: 1 });
  await api.got(1);
  equal(heard(win, "profile::update.failed").length, 0);
});
