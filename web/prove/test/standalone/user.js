// The stored user: what the SDK would keep, under its key.
import { assert, bad, good, rejection, store, test } from "./pages.js";

const data = {
  id: 7, first_name: "نورة", last_name: "القحطاني", email: "noura@example.com", avatar: "https://example.com/a.png", gender: "female",
  phone: { code: "+966", number: 501234567, country: "SA" }, currency: "SAR", language: "ar", notifications: 2, pending_orders: 1,
  is_hidden_name: false, is_notifiable: true,
};
const kept = {
  id: 7, type: "user", first_name: "نورة", last_name: "القحطاني", email: "noura@example.com", avatar: "https://example.com/a.png",
  mobile: "+966501234567", country_code: "SA", currency_code: "SAR", language_code: "ar", notifications: 2, pending_orders: 1,
  is_hidden_name: false, is_notifiable: true,
};
const stored = () => JSON.parse(localStorage.getItem("user"));

for (const [name, args] of Object.entries({ info: [], update: [{}], updateCustomFields: [{ id: 1, fields: {} }] })) {
  test(name + " stores the user", async () => {
    const { api, profile } = await store();
    await api.answer(good(data));
    const before = Date.now();
    await profile[name](...args);
    const { fetched_at, can_comment, ...user } = stored();
    assert.deepEqual(user, kept);
    assert.ok(fetched_at >= before && fetched_at <= Date.now(), "fetched_at");
  });
}

test("can_comment is kept from before", async () => {
  const { api, profile } = await store();
  localStorage.setItem("user", JSON.stringify({ id: 1, can_comment: true, other: 1 }));
  await api.answer(good(data));
  await profile.info();
  assert.strictEqual(stored().can_comment, true);
  assert.ok(!("other" in stored()), "nothing else");
});

test("no user without a phone, nor by other methods, nor on failure", async () => {
  const { api, profile } = await store();
  await api.answer(good({ ...data, phone: undefined }), good(data), good(data), good(data), bad(422));
  await profile.info();
  await profile.updateContacts({ phone: "501234567" });
  await profile.verify("1234");
  await profile.updateSettings({ name: "x", value: 1 });
  await rejection(profile.update({}));
  assert.strictEqual(localStorage.getItem("user"), null);
});

test("delete forgets the user, and only on success", async () => {
  const { api, profile } = await store();
  localStorage.setItem("user", "{}");
  localStorage.setItem("token", '"t"');
  localStorage.setItem("mine", "1");
  await api.answer(bad(500), good());
  await rejection(profile.delete());
  assert.strictEqual(localStorage.getItem("user"), "{}");
  await profile.delete();
  assert.strictEqual(localStorage.getItem("user"), null);
  assert.strictEqual(localStorage.getItem("token"), null);
  assert.strictEqual(localStorage.getItem("mine"), "1");
});

test("the theme's own config and storage are used", async () => {
  const { api, win, salla, profile } = await store();
  const config = {};
  const storage = {};
  salla.config = { set: (key, value) => (config[key] = value), get: (key) => config[key] };
  salla.storage = { set: (key, value) => (storage[key] = value), get: (key) => storage[key] };
  await api.answer(good(data));
  await profile.info();
  assert.strictEqual(config.user?.id, 7);
  assert.strictEqual(storage.user?.id, 7);
  assert.ok(win.log.length === 0, "no events were listened for");
});

test("a full or forbidden localStorage does no harm", async () => {
  const { api, win, profile } = await store();
  win.Storage.prototype.setItem = () => {
    throw new Error("QuotaExceededError");
  };
  await api.answer(good(data));
  assert.strictEqual((await profile.info()).data.id, 7);
});
