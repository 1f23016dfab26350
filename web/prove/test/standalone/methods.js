// README, "Methods": what each method asks and announces.
import { assert, bad, good, heard, listen, rejection, store, test } from "./pages.js";

const fields = { first_name: "Noura" };
const contact = { phone: "501234567", country_code: "SA" };
const code = { code: "1234", type: "mobile", phone: "501234567", country_code: "SA" };
const setting = { name: "is_notifiable", value: true };
const request = { request_type: "delete_account" };

// name: [arguments, verb, path, body, success event, failure event]
export const methods = {
  info: [[], "GET", "auth/user", null, "info.fetched", "info.not.fetched"],
  update: [[fields], "POST", "profile/update", fields, "updated", "update.failed"],
  updateCustomFields: [[{ id: 1, fields }], "POST", "profile/fields", { id: 1, fields }, "updated", "update.failed"],
  updateContacts: [[contact], "POST", "profile/contacts/update", contact, "verification.code.sent", "update.contacts.failed"],
  updateContact: [[contact], "POST", "profile/contacts/update", contact, "verification.code.sent", "update.contacts.failed"],
  verify: [[code], "POST", "profile/verify", code, "verified", "unverified"],
  updateSettings: [[setting], "POST", "profile/settings", setting, "settings.updated", "update.settings.failed"],
  initiateDeleteRequest: [["email"], "POST", "account/data-request", { ...request, type: "email" }],
  verifyDeleteRequest: [[{ type: "email", code: "1234" }], "POST", "account/data-request/verify", { ...request, type: "email", code: "1234" }],
  getDeleteRequest: [[], "GET", "account/data-request?request_type=delete_account", null],
  cancelDeleteRequest: [[], "POST", "account/data-request/cancel", request],
  delete: [[], "DELETE", "profile", null, "deleted", "not.deleted"],
};

/** The helper's name of an event: "info.not.fetched" is infoNotFetched. */
export const helper = (event) => event.replace(/\.(.)/g, (_, letter) => letter.toUpperCase());

/** Listens for an event in every way there is. */
function listenEverywhere(win, event) {
  const name = "profile::" + event;
  const Helper = helper(event).replace(/^./, (letter) => letter.toUpperCase());
  listen(win, name);
  const note = (on) => (detail) => win.log.push({ name, on, detail });
  win.salla.event.on(name, note("salla.event.on"));
  win.salla.profile.event["on" + Helper](note("salla.profile.event"));
  win.salla.event.profile["on" + Helper](note("salla.event.profile"));
}

const places = ["document", "window", "salla.event.on", "salla.profile.event", "salla.event.profile"];

function announced(win, event, detail) {
  const all = win.log.filter(({ name }) => name.startsWith("profile::"));
  assert.strictEqual(all.length, event ? places.length : 0, "announcements");
  for (const on of event ? places : []) {
    const [entry] = heard(win, "profile::" + event, on);
    assert.ok(entry && entry.detail === detail, `${event} on ${on} with its detail`);
  }
}

for (const [name, [args, verb, path, body, success, failure]] of Object.entries(methods)) {
  test(`${name}: success`, async () => {
    const { api, win, profile } = await store();
    for (const event of [success, failure]) if (event) listenEverywhere(win, event);
    const answer = good({ id: 7 });
    await api.answer(answer);
    const promise = profile[name](...args);
    assert.ok(promise instanceof win.Promise, "a Promise");
    const resolved = await promise;
    assert.deepEqual(resolved, answer.body);
    announced(win, success, resolved);

    const [request] = await api.got(1);
    assert.strictEqual(request.method, verb);
    assert.strictEqual(request.path, path);
    assert.deepEqual(request.body ? JSON.parse(request.body) : null, body);
    assert.strictEqual(request.headers["content-type"], body ? "application/json" : undefined);
    assert.strictEqual(request.headers.accept, "application/json, text/plain, */*");
  });

  test(`${name}: failure`, async () => {
    const { api, win, profile } = await store();
    for (const event of [success, failure]) if (event) listenEverywhere(win, event);
    const answer = bad(422, { fields: { first_name: ["No."] } });
    await api.answer(answer);
    const error = await rejection(profile[name](...args));
    assert.ok(error instanceof win.Error, "an Error");
    assert.deepEqual(error.response.data, answer.body);
    announced(win, failure, error);
    await api.got(1);
  });
}

test("getFields: success", async () => {
  const { api, profile } = await store();
  await api.answer(good([{ id: 1 }]));
  assert.deepEqual(await profile.getFields(), [{ id: 1 }]);
  const [request] = await api.got(1);
  assert.strictEqual(request.method + " " + request.path, "GET profile/fields");
});

test("getFields: failure resolves to an empty list", async () => {
  const { api, win, profile } = await store();
  await api.answer(bad(500), { drop: "before" });
  const fields = await profile.getFields();
  assert.ok(fields instanceof win.Array && fields.length === 0, "[]");
  assert.deepEqual(await profile.getFields(), []);
});

test("the names of the objects are one thing each", async () => {
  const { win, salla, profile } = await store();
  assert.ok(win.Salla === salla, "Salla");
  assert.ok(salla.api.profile === profile || salla.api.profile.update === profile.update, "salla.api.profile");
  assert.ok(profile.api.update === profile.update, "salla.profile.api");
  assert.ok(profile.event === salla.event.profile, "salla.profile.event");
  assert.ok(profile.updateContact === profile.updateContacts, "updateContact");
  const functions = Object.keys(profile).filter((name) => typeof profile[name] === "function");
  assert.deepEqual(functions.sort(), [...Object.keys(methods), "getFields", "configure", "resendVerification", "cancelVerification"].sort(), "methods, above, has all but getFields");
  for (const event of ["updated", "verified", "unverified", "deleted", "verification"]) {
    assert.ok(!functions.includes(event), `no method ${event}`);
  }
});

test("methods work without their object", async () => {
  const { api, profile } = await store();
  const { update, info } = profile;
  await update({ first_name: "x" });
  await info();
  await api.got(2);
});

test("methods that take no payload take the options first", async () => {
  const { api, profile } = await store();
  for (const name of ["info", "getFields", "getDeleteRequest", "cancelDeleteRequest", "delete"]) {
    await profile[name]({ headers: { "X-Mine": name } });
  }
  for (const name of ["update", "updateCustomFields", "updateSettings"]) await profile[name]({}, { headers: { "X-Mine": name } });
  await profile.updateContacts({ phone: "501234567" }, { headers: { "X-Mine": "updateContacts" } });
  await profile.verify("1234", { headers: { "X-Mine": "verify" } });
  await profile.initiateDeleteRequest("email", { headers: { "X-Mine": "initiateDeleteRequest" } });
  await profile.verifyDeleteRequest({ type: "email", code: "1" }, { headers: { "X-Mine": "verifyDeleteRequest" } });
  const requests = await api.got(12);
  assert.deepEqual(requests.map(({ headers }) => headers["x-mine"]), [
    "info", "getFields", "getDeleteRequest", "cancelDeleteRequest", "delete", "update", "updateCustomFields",
    "updateSettings", "updateContacts", "verify", "initiateDeleteRequest", "verifyDeleteRequest",
  ]);
});

test("any 2xx resolves, whatever its body", async () => {
  const { api, win, profile } = await store();
  await api.answer({ status: 201, body: { data: 1 } }, { status: 202, text: "plain text" }, { text: "{broken" }, { text: "" }, { status: 204 });
  assert.deepEqual(await profile.update({}), { data: 1 });
  assert.strictEqual(await profile.update({}), "plain text");
  assert.strictEqual(await profile.update({}), "{broken");
  for (const status of [200, 204]) {
    // What the SDK makes of an empty body: an object like a response.
    const empty = await profile.update({});
    assert.strictEqual(empty.status, status);
    assert.strictEqual(empty.data, "");
  }
  assert.ok(win.log.length === 0, "nothing was listened for");
});
