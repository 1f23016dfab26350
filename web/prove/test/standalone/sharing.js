// A mutation identical to one still in flight isn't sent twice.
import { assert, bad, good, heard, listen, rejection, store, test, until } from "./pages.js";

async function held(count = 1) {
  const shop = await store();
  await shop.api.answer(...Array.from({ length: count }, (_, i) => ({ ...good({ n: i + 1 }), hold: 1 })));
  listen(shop.win, "profile::updated", "profile::update.failed");
  return shop;
}

/**
 * Lets the calls have their answers, and answers these: so many requests there were, and no more. Whatever a call sends
 * it has sent before it settles, and a call that is made behind them has come through before they are answered.
 */
async function arrive({ api, profile }, count, calls) {
  await api.got(count);
  const behind = profile.verifyDeleteRequest({ type: "email", code: "behind" });
  await until(async () => (await api.requests()).some(({ body }) => body.includes("behind")), "a call behind them");
  await api.got(count + 1);
  await api.release();
  const answers = await Promise.all(calls);
  await behind;
  await api.got(count + 1);
  return answers;
}

test("identical changes are sent once", async () => {
  const shop = await held();
  const { api, win, profile } = shop;
  const calls = [profile.update({ a: 1, b: [2] }), profile.update({ a: 1, b: [2] }), profile.update({ a: 1, b: [2] })];
  const [first, second, third] = await arrive(shop, 1, calls);
  assert.ok(first === second && second === third, "one answer");
  assert.strictEqual(heard(win, "profile::updated").length, 1, "events");
  await profile.update({ a: 1, b: [2] });
  await api.got(3); // with the one behind
  assert.strictEqual(heard(win, "profile::updated").length, 2, "events");
});

test("they fail together", async () => {
  const shop = await store();
  const { api, win, profile } = shop;
  listen(win, "profile::update.failed");
  await api.answer({ ...bad(500), hold: 1 });
  const [first, second] = await arrive(shop, 1, [rejection(profile.update({})), rejection(profile.update({}))]);
  assert.ok(first === second, "one error");
  assert.strictEqual(heard(win, "profile::update.failed").length, 1);
});

test("forms and search parameters too", async () => {
  const shop = await held(2);
  const { profile } = shop;
  const form = () => {
    const data = new FormData();
    data.append("a", "1");
    return data;
  };
  const calls = [profile.update(form()), profile.update(form()), profile.update(new URLSearchParams("a=1")), profile.update(new URLSearchParams("a=1"))];
  const [a, b, c, d] = await arrive(shop, 2, calls);
  assert.ok(a === b && c === d && a !== c, "one answer for each kind");
});

test("a contact change by both names is one", async () => {
  const shop = await held();
  const { profile } = shop;
  const calls = [profile.updateContact({ phone: "501" }), profile.updateContacts({ phone: "501", country_code: "SA" })];
  const [first, second] = await arrive(shop, 1, calls);
  assert.ok(first === second, "one answer");
});

test("a double click with a timeout is one", async () => {
  const shop = await held();
  const { profile } = shop;
  const calls = [1, 2].map(() => profile.update({ n: 1 }, { timeout: 25_000 }));
  const [first, second] = await arrive(shop, 1, calls);
  assert.ok(first === second, "one answer");
});

const different = {
  payloads: (profile) => [profile.update({ n: 1 }), profile.update({ n: 2 })],
  methods: (profile) => [profile.update({ n: 1 }), profile.updateSettings({ n: 1 })],
  headers: (profile) => [profile.update({ n: 1 }), profile.update({ n: 1 }, { headers: { "X-Mine": "1" } })],
  signals: (profile) => [profile.update({ n: 1 }), profile.update({ n: 1 }, { signal: new AbortController().signal })],
  timeouts: (profile) => [profile.update({ n: 1 }), profile.update({ n: 1 }, { timeout: 25_000 })],
  files: (profile) => {
    const form = () => {
      const data = new FormData();
      data.append("avatar", new File(["x"], "x.png"));
      return data;
    };
    return [profile.update(form()), profile.update(form())];
  },
  "files in objects": (profile) => [profile.update({ a: new Blob(["x"]) }), profile.update({ a: new Blob(["y"]) })],
};
for (const [what, calls] of Object.entries(different)) {
  test("not shared: different " + what, async () => {
    const shop = await held(2);
    const [first, second] = await arrive(shop, 2, calls(shop.profile));
    assert.ok(first !== second, "two answers");
  });
}

test("questions at once are one request", async () => {
  const shop = await held();
  const { win, profile } = shop;
  listen(win, "profile::info.fetched");
  const [first, ...others] = await arrive(shop, 1, Array.from({ length: 5 }, () => profile.info()));
  for (const other of others) assert.strictEqual(other, first, "one answer");
  assert.strictEqual(heard(win, "profile::info.fetched").length, 1, "events");
});

test("a question after a change is asked anew", async () => {
  const { api, profile } = await store();
  await api.answer({ ...good({ n: "old" }), hold: 1 }, good({}), good({ n: "new" }));
  const before = profile.info();
  await api.got(1);
  await profile.update({ first_name: "x" });
  assert.strictEqual((await profile.info()).data.n, "new");
  await api.got(3);
  await api.release();
  assert.strictEqual((await before).data.n, "old");
});

test("on, off, on: the last word is the customer's", async () => {
  const shop = await held(3);
  const { profile } = shop;
  const calls = [true, false, true].map((value) => profile.updateSettings({ name: "is_notifiable", value }));
  const [first, , last] = await arrive(shop, 3, calls);
  assert.ok(first !== last, "two answers");
});

test("a listener that calls again makes a new request", async () => {
  const { api, profile } = await store();
  let again;
  profile.event.onUpdated(() => (again ??= profile.update({ n: 1 })));
  const first = await profile.update({ n: 1 });
  await until(() => again);
  assert.ok((await again) !== first, "another answer");
  await api.got(2);
});

test("many at once are all answered", async () => {
  const { api, profile } = await store();
  const calls = Array.from({ length: 50 }, (_, n) => profile.update({ n }));
  for (const body of await Promise.all(calls)) assert.ok(body.success, "success");
  await api.got(50);
});
