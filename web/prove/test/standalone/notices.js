// Notices: what salla.notify of the theme's gets, where there is one.
import { assert, bad, good, rejection, store, test } from "./pages.js";

async function noticed(answer, call = (profile) => profile.update({})) {
  const { api, salla, profile } = await store();
  const notices = [];
  salla.notify = { fire: (...args) => notices.push(args) };
  await api.answer(answer);
  const about = await call(profile).catch((error) => error);
  return { notices, about };
}

const cases = {
  "success with a message": [good({ message: "Saved." }), "Saved.", "success"],
  "success as a number": [{ body: { success: 1, data: { message: "Saved." } } }, "Saved.", "success"],
  "no success as a number": [{ body: { success: 0, data: { message: "Not quite." } } }, "Not quite.", "error"],
  "no success with a message": [{ body: { success: false, data: { message: "Not quite." } } }, "Not quite.", "error"],
  "case and msg": [good({ message: "Other." }, { case: "warning", msg: "Look." }), "Look.", "warning"],
  "an error's message": [bad(400, { message: "No." }), "No.", "error"],
};
for (const [name, [answer, message, kind]] of Object.entries(cases)) {
  test("notice of " + name, async () => {
    const { notices } = await noticed(answer);
    assert.strictEqual(notices.length, 1, "notices");
    assert.strictEqual(notices[0][0], message);
    assert.strictEqual(notices[0][1], kind);
    assert.deepEqual(notices[0][2], answer.body);
  });
}

for (const [name, answer] of Object.entries({
  "nothing to say": good({}),
  FORBIDDEN: bad(403, { message: "FORBIDDEN" }),
  "an empty error": { status: 500, body: {} },
  "an empty answer": { status: 500, text: "" },
  "a page": { status: 502, text: "<!doctype html><h1>502</h1>" },
  "a dropped connection": { drop: "before" },
})) {
  test("no notice of " + name, async () => assert.deepEqual((await noticed(answer)).notices, []));
}

test("notice of refused fields", async () => {
  const fields = { first_name: ["Too short.", "Not a name."], email: "No address." };
  const { notices, about } = await noticed(bad(422, { fields }));
  assert.deepEqual(notices.map(([message, kind]) => [message, kind]), [["* Too short.\n* Not a name.\n* No address.", "error"]]);
  assert.ok(notices[0][2] === about, "about the error");
  const one = await noticed(bad(422, { fields: { email: ["No address."] } }));
  assert.strictEqual(one.notices[0][0], "No address.");
});

test("notice of what is refused before sending", async () => {
  const { notices, about } = await noticed(good(), (profile) => profile.updateContacts({ email: "none" }));
  assert.deepEqual(notices.map(([message, kind]) => [message, kind]), [[about.message, "error"]]);
});

test("data requests are quiet", async () => {
  for (const call of [
    (profile) => profile.initiateDeleteRequest("email"), (profile) => profile.verifyDeleteRequest({ type: "email", code: "1" }),
    (profile) => profile.getDeleteRequest(), (profile) => profile.cancelDeleteRequest(),
  ]) {
    assert.deepEqual((await noticed(good({ message: "Done." }), call)).notices, []);
    assert.deepEqual((await noticed(bad(422, { fields: { type: ["No."] } }), call)).notices, []);
  }
});

test("pages without a notifier, or with a broken one", async () => {
  const { api, salla, profile } = await store();
  for (const notify of [undefined, null, {}, { fire: 7 }, { fire() { throw new Error("on purpose"); } }]) {
    salla.notify = notify;
    await api.answer(good({ message: "Saved." }), bad(422, { fields: { a: ["No."] } }));
    assert.ok((await profile.update({ n: 1 })).success, "success");
    assert.strictEqual((await rejection(profile.update({ n: 2 }))).status, 422);
  }
});
