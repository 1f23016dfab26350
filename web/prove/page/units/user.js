// The record of the customer: bridge/page/standalone/user.js.
import { assert, fresh, test } from "../tools.js";

const DATA = {
  id: 7, first_name: "Nora", last_name: "A", email: "n@a.sa", avatar: "a.png", gender: "female", phone: { code: "+966", number: 555, country: "SA" },
  currency: "SAR", language: "ar", notifications: 2, pending_orders: 1, is_hidden_name: true, is_notifiable: false,
};
const USER = {
  id: 7, type: "user", email: "n@a.sa", mobile: "+966555", country_code: "SA", language_code: "ar", currency_code: "SAR", notifications: 2,
  pending_orders: 1, avatar: "a.png", first_name: "Nora", last_name: "A", is_hidden_name: true, is_notifiable: false,
};
const undated = ({ fetched_at, ...user }) => {
  assert.isAtMost(Math.abs(Date.now() - fetched_at), 600_000);
  return user;
};

test("the record of the customer has the members of the SDK's, and keeps can_comment", async () => {
  const { user } = await fresh();
  localStorage.user = '{"id":7,"can_comment":true,"gone":1}';
  user.storeUser(DATA);
  assert.deepEqual(undated(JSON.parse(localStorage.user)), { ...USER, can_comment: true });
  localStorage.user = "{broken";
  user.storeUser(DATA);
  assert.deepEqual(undated(JSON.parse(localStorage.user)), USER);
});

test("the record of an answer that lacks members lacks them", async () => {
  const { user } = await fresh();
  user.storeUser({ id: 7, phone: { number: 5, code: {} }, pending_orders: 0, is_notifiable: false });
  assert.deepEqual(undated(JSON.parse(localStorage.user)), { id: 7, type: "user", mobile: "5", pending_orders: 0, is_notifiable: false });
});

test("the record goes to the page's own configuration and storage, where it has them", async () => {
  const { user } = await fresh();
  localStorage.user = '{"can_comment":true}';
  const stored = {};
  window.salla = {
    config: { set: (key, value) => (stored["config " + key] = undated(value)) }, storage: { set: (key, value) => (stored["storage " + key] = undated(value)) },
  };
  user.storeUser(DATA);
  const want = { ...USER, notifications: 2, can_comment: true };
  assert.deepEqual(stored, { "config user": want, "storage user": want });
  assert.strictEqual(localStorage.user, '{"can_comment":true}');
});

test("an answer without a phone leaves the record", async () => {
  const { user } = await fresh();
  for (const data of [{ id: 7 }, { id: 7, phone: null }, null, undefined, "OK", "", 7]) user.storeUser(data);
  assert.lengthOf(localStorage, 0);
});

test("without storage, and with data that throws, nothing is thrown", async () => {
  const { user } = await fresh();
  const own = Object.getOwnPropertyDescriptor(window, "localStorage");
  Object.defineProperty(window, "localStorage", { configurable: true, get() { throw new Error("denied"); } });
  try {
    user.storeUser(DATA);
    user.forgetUser();
  } finally {
    Object.defineProperty(window, "localStorage", own);
  }
  window.uncaught.length = 0; // there is no item of no storage
});

test("the record and the token of a customer who is gone go, what waits for a code of theirs, and nothing else", async () => {
  const { user, customer } = await fresh();
  customer.identify("answer", "7");
  let changes = 0;
  await null; // identify tells of the first one, too
  customer.watchCustomer(() => changes++);
  Object.assign(localStorage, { user: "x", token: "x", other: "y" });
  user.forgetUser();
  assert.deepEqual({ ...localStorage }, { other: "y" });
  assert.strictEqual(changes, 1);
});
