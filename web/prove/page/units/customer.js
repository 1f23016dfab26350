// Who the customer is, and what waits for a code of theirs: bridge/page/customer.js.
import { assert, forgiveInternal, fresh, listening, test, turn } from "../tools.js";

const jwt = (sub) => `h.${btoa(JSON.stringify({ sub })).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "")}.s`;
const MOBILE = { type: "mobile", phone: "5", countryCode: "SA", email: "", unlisted: false, turn: 1 };
const EMAIL = { type: "email", phone: "", countryCode: "", email: "a@b", unlisted: false, turn: 2 };
const SHOWN = [{ type: "mobile", phone: "5", country_code: "SA" }, { type: "email", email: "a@b" }];

/** The customer of a page with this configuration. */
async function customerOf(options = {}) {
  const { customer, config } = await fresh();
  config.learn({ api: "https://api.test", ...options });
  return { ...customer, learn: config.learn };
}

for (const by of ["page", "answer", "token"]) {
  test(`another id that the ${by} tells is another customer`, async () => {
    const { customerNow, identify } = await customerOf();
    const first = customerNow();
    identify(by, "1");
    assert.strictEqual(customerNow(), first, "known now, and no other");
    identify(by, "1");
    identify(by, "");
    assert.strictEqual(customerNow(), first);
    identify(by, "2");
    assert.notStrictEqual(customerNow(), first);
  });
}

test("what tells is compared with what it told before, not with another", async () => {
  const { customerNow, identify } = await customerOf();
  const first = customerNow();
  identify("page", "1");
  identify("answer", "2");
  identify("token", "3");
  assert.strictEqual(customerNow(), first);
});

test("a new customer is known by nothing that told of the one before", async () => {
  const { customerNow, identify } = await customerOf();
  identify("page", "1");
  identify("answer", "1");
  identify("page", "2");
  const second = customerNow();
  identify("answer", "7");
  assert.strictEqual(customerNow(), second);
});

test("a new token alone is no new customer, another sub is", async () => {
  const { customerNow, learn } = await customerOf({ token: "opaque" });
  const first = customerNow();
  learn({ token: "refreshed" });
  assert.strictEqual(customerNow(), first);
  learn({ token: jwt("7") });
  assert.strictEqual(customerNow(), first);
  learn({ token: jwt("7") + "2" });
  assert.strictEqual(customerNow(), first);
  learn({ token: jwt("8") });
  assert.notStrictEqual(customerNow(), first);
});

test("a token that is no JWT tells nothing", async () => {
  const { customerNow, identifyByToken } = await customerOf();
  const first = customerNow();
  for (const token of ["", "a", "a.b", "a..c", "a.!!.c", `a.${btoa("null")}.c`, `a.${btoa("[]")}.c`]) identifyByToken(token);
  assert.strictEqual(customerNow(), first);
  forgiveInternal(); // null has no sub
});

test("there is nobody any more: another customer, where somebody was known", async () => {
  const { customerNow, forgetCustomer, identify } = await customerOf();
  const first = customerNow();
  forgetCustomer();
  assert.strictEqual(customerNow(), first, "nobody was known");
  identify("page", "1");
  forgetCustomer();
  assert.notStrictEqual(customerNow(), first);
});

test("configure({token: null}) is nobody", async () => {
  const { customerNow, learn } = await customerOf({ token: "t" });
  const first = customerNow();
  learn({ token: null });
  assert.notStrictEqual(customerNow(), first);
});

test("configure's user id is the page's word", async () => {
  const { customerNow, learn } = await customerOf({ userId: 7 });
  const first = customerNow();
  learn({ userId: "7" });
  assert.strictEqual(customerNow(), first);
  learn({ userId: 8 });
  assert.notStrictEqual(customerNow(), first);
});

test("a guest in the SDK's configuration is nobody", async () => {
  const settings = { "user.id": 7, "user.type": "user" };
  window.salla = { api: { getHeaders: () => ({ Authorization: "Bearer t" }) }, config: { get: (key) => settings[key] } };
  const { customerNow } = await customerOf();
  const first = customerNow();
  settings["user.type"] = "guest";
  const guest = customerNow();
  assert.notStrictEqual(guest, first);
  assert.strictEqual(customerNow(), guest);
});

test("the SDK's configuration set by hand, and its token, count when they are next read", async () => {
  const settings = { "user.id": 7 };
  let token = jwt("7");
  window.salla = { api: { getHeaders: () => ({ Authorization: "Bearer " + token }) }, config: { get: (key) => settings[key] } };
  const { customerNow, pendingVerifications, savePending, watchCustomer } = await customerOf();
  customerNow();
  savePending([MOBILE]);
  watchCustomer(() => savePending([]));
  settings["user.id"] = 8;
  assert.isEmpty(pendingVerifications());
  const second = customerNow();
  token = jwt("8");
  assert.notStrictEqual(customerNow(), second);
});

test("whoever watches hears of another customer, and of one that is known now", async () => {
  const { forgetCustomer, identify, watchCustomer } = await customerOf();
  let heard = 0;
  watchCustomer(() => heard++);
  identify("page", "1");
  assert.strictEqual(heard, 0, "not inside");
  await turn();
  assert.strictEqual(heard, 1);
  identify("page", "1");
  await turn();
  assert.strictEqual(heard, 1);
  forgetCustomer();
  assert.strictEqual(heard, 2);
});

test("what waits is shown, the newer first, as a list of one's own", async () => {
  const { pendingVerifications, savePending } = await customerOf();
  assert.deepEqual(pendingVerifications(), []);
  savePending([MOBILE, EMAIL]);
  assert.deepEqual(pendingVerifications(), SHOWN);
  pendingVerifications()[0].type = "mine";
  pendingVerifications().pop();
  assert.deepEqual(pendingVerifications(), SHOWN);
  savePending([]);
  assert.deepEqual(pendingVerifications(), []);
});

test("what isn't listed is kept, and not shown", async () => {
  const { pendingVerifications, savePending } = await customerOf({ userId: 1 });
  savePending([MOBILE, { ...EMAIL, unlisted: true }]);
  assert.deepEqual(pendingVerifications(), SHOWN.slice(0, 1));
  const { loadPending } = await customerOf({ userId: 1 });
  assert.deepEqual(loadPending().list, [MOBILE, { ...EMAIL, unlisted: true }]);
});

test("the DOM hears of each change of the list, and of nothing else", async () => {
  const { savePending } = await customerOf();
  const heard = listening("salla-profile::pending");
  savePending([MOBILE]);
  savePending([{ ...MOBILE, turn: 9 }]);
  savePending([MOBILE, { ...EMAIL, unlisted: true }]);
  savePending([EMAIL, MOBILE]);
  savePending([]);
  savePending([]);
  assert.deepEqual(heard().map(([, detail]) => detail), [SHOWN.slice(0, 1), SHOWN.slice().reverse(), []]);
  assert.lengthOf(heard(window), 3);
});

// The configuration of two pages: whether what waits on the first comes back on the second.
const reloads = {
  "the same customer by the page": [{ userId: 1 }, { userId: 1 }, true],
  "another customer by the page": [{ userId: 1 }, { userId: 2 }, false],
  "the same by the page, under another token": [{ userId: 1, token: "a" }, { userId: 1, token: "b" }, true],
  "another by the page, under the same token": [{ userId: 1, token: "a" }, { userId: 2, token: "a" }, false],
  "the same sub, in another token": [{ token: jwt("1") }, { token: jwt("1") + "2" }, true],
  "another sub": [{ token: jwt("1") }, { token: jwt("2") }, false],
  "nothing is known but the token, which is the same": [{ token: "a" }, { token: "a" }, true],
  "nothing is known but the token, which is another": [{ token: "a" }, { token: "b" }, false],
  "known by different things, under the same token": [{ userId: 1, token: "a" }, { token: "a" }, true],
  "known by different things, under another token": [{ userId: 1, token: "a" }, { token: "b" }, false],
  "nothing is known at all": [{}, {}, false],
  "the page knows nobody any more": [{ userId: 1, token: "a" }, {}, false],
  "one of two is another": [{ userId: 1, token: jwt("1") }, { userId: 1, token: jwt("2") }, false],
};
for (const [name, [before, after, isBack]] of Object.entries(reloads)) {
  test(`what waits comes back on a new page ${isBack ? "" : "not "}where ${name}`, async () => {
    const first = await customerOf(before);
    first.customerNow();
    first.savePending([MOBILE, EMAIL]);
    const second = await customerOf(after);
    assert.deepEqual(second.loadPending(), { customer: second.customerNow(), list: isBack ? [MOBILE, EMAIL] : [] });
  });
}

test("what told before a reload is compared with what it tells after", async () => {
  const first = await customerOf({ token: "a" });
  first.identify("answer", "1");
  first.customerNow();
  first.savePending([MOBILE]);
  const { loadPending, identify, customerNow } = await customerOf({ token: "a" });
  const { customer, list } = loadPending();
  assert.lengthOf(list, 1);
  identify("answer", "1");
  assert.strictEqual(customerNow(), customer);
  identify("answer", "2");
  assert.notStrictEqual(customerNow(), customer);
});

test("what is over doesn't come back", async () => {
  const { savePending } = await customerOf({ userId: 1 });
  savePending([MOBILE]);
  savePending([]);
  assert.isEmpty((await customerOf({ userId: 1 })).loadPending().list);
  assert.lengthOf(sessionStorage, 0);
});

test("what somebody else has put into the storage is nothing", async () => {
  for (const text of ["{broken", "null", "7", "{}", '{"known":{"page":"1"}}', '{"known":{"page":"1"},"list":7}', '{"known":{"page":"1"},"list":[null]}',
    '{"known":{"page":"1"},"list":[{"type":"fax"},{}]}', '{"list":[{"type":"mobile"}]}']) {
    sessionStorage.setItem("salla-profile", text);
    assert.isEmpty((await customerOf({ userId: 1 })).loadPending().list, text);
    forgiveInternal(); // nothing has no list
  }
});

test("a page without storage shows what waits", async () => {
  const own = Object.getOwnPropertyDescriptor(window, "sessionStorage");
  Object.defineProperty(window, "sessionStorage", { configurable: true, get() { throw new Error("denied"); } });
  try {
    const { loadPending, pendingVerifications, savePending } = await customerOf({ userId: 1 });
    savePending([MOBILE]);
    assert.deepEqual(pendingVerifications(), SHOWN.slice(0, 1));
    assert.isEmpty(loadPending().list);
  } finally {
    Object.defineProperty(window, "sessionStorage", own);
  }
  forgiveInternal(); // nor has no storage an item
});
