// web/docs/forms-and-errors.md: what is refused before sending, and what is not.
import { assert, heard, listen, rejection, store, test } from "./pages.js";
import { isShaped } from "./shape.js";

const refusals = {
  "verify without a code": [(profile) => profile.verify({}), "code", "unverified"],
  "verify with an empty code": [(profile) => profile.verify({ code: "  " }), "code", "unverified"],
  "verify with nothing": [(profile) => profile.verify(), "code", "unverified"],
  "verify with no text": [(profile) => profile.verify(""), "code", "unverified"],
  "a contact change without a contact": [(profile) => profile.updateContacts({ country_code: "SA" }), ["phone", "email"], "update.contacts.failed"],
  "a contact change with nothing": [(profile) => profile.updateContacts(), ["phone", "email"], "update.contacts.failed"],
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
      assert.ok(letters.test(error.message), `${name}: ${error.message}`);
      isShaped(win, error, { message: error.message, code: "ERR_VALIDATION" });
      assert.strictEqual(error.local, true, name);
      assert.strictEqual(error.response.status, 422, name);
      assert.deepEqual(error.response.data.error.fields, Object.fromEntries([field].flat().map((field) => [field, [error.message]])), name);
      assert.strictEqual(error.response.data.success, false, name);
      assert.strictEqual(error.response.data.error.message, error.message, name);
      assert.ok(heard(win, "profile::" + event).length === 1 && heard(win, "profile::" + event)[0].detail === error, name + ": its event");
      assert.ok(failed.length === 1 && failed[0] === error, name + ": document::request.failed");
    }
    await api.got(0);
  });
}

const cycle = {};
cycle.me = cycle;
// For the theme's author: what is wrong with the payload.
const unsendable = {
  "a number": [5, /pass an object, FormData/],
  "a boolean": [true, /pass an object, FormData/],
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
    assert.ok(words.test(error.message), error.message);
    assert.strictEqual(error.local, true);
    assert.deepEqual(error.response.data.error.fields, { payload: [error.message] });
    assert.strictEqual(heard(win, "profile::update.failed").length, 1, "its event");
    assert.deepEqual(notices, [], "notices");
    await api.got(0);
  });
}

test("the language is the page's where none is said", async () => {
  for (const [lang, letters] of [["ar-SA", /[\u0600-\u06ff]/], ["en", /^[\x20-\x7e]+$/], ["", /^[\x20-\x7e]+$/]]) {
    const { profile } = await store({}, { lang });
    const error = await rejection(profile.verify({}));
    assert.ok(letters.test(error.message), `${lang}: ${error.message}`);
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
  await profile.updateContacts({ email: 5 });
  await profile.update({});
  await profile.verify({ code: "abc" });
  await profile.updateSettings();
  await api.got(7);
});

test("SSO stores refuse changes", async () => {
  const { api, win, profile } = await store();
  listen(win, "profile::update.failed");
  profile.configure({ features: ["sso-login"] });
  for (const name of ["update", "updateCustomFields"]) {
    const error = await rejection(profile[name]({}));
    assert.ok(error instanceof win.Error, "an Error");
    assert.strictEqual(error.message, "SSO login is enabled. You cannot update your profile.");
  }
  await profile.updateSettings({ name: "x", value: 1 });
  await api.got(1);
  assert.strictEqual(heard(win, "profile::update.failed").length, 0);
});
