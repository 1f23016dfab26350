// A mutation identical to one still in flight isn't sent twice.
import { bad, equal, good, heard, listen, ok, pause, rejection, store, test, until } from "./harness.js";

async function held(count = 1) {
  const shop = await store();
  await shop.api.answer(...Array.from({ length: count }, (_, i) => ({ ...good({ n: i + 1 }), hold: true })));
  listen(shop.win, "profile::updated", "profile::update.failed");
  return shop;
}

/** Lets the requests get there, were they sent, and answers them. */
async function arrive(api, count) {
  await api.got(count);
  await pause(30);
  await api.got(count);
  await api.release();
}

test("identical changes are sent once", async () => {
  const { api, win, profile } = await held();
  const calls = [profile.update({ a: 1, b: [2] }), profile.update({ a: 1, b: [2] }), profile.update({ a: 1, b: [2] })];
  await arrive(api, 1);
  const [first, second, third] = await Promise.all(calls);
  ok(first === second && second === third, "one answer");
  equal(heard(win, "profile::updated").length, 1, "events");
  await profile.update({ a: 1, b: [2] });
  await api.got(2);
  equal(heard(win, "profile::updated").length, 2, "events");
});

test("they fail together", async () => {
  const { api, win, profile } = await store();
  listen(win, "profile::update.failed");
  await api.answer({ ...bad(500), hold: true });
  const calls = [rejection(profile.update({})), rejection(profile.update({}))];
  await arrive(api, 1);
  const [first, second] = await Promise.all(calls);
  ok(first === second, "one error");
  equal(heard(win, "profile::update.failed").length, 1);
});

test("forms and search parameters too", async () => {
  const { api, profile } = await held(2);
  const form = () => {
    const data = new FormData();
    data.append("a", "1");
    return data;
  };
  const calls = [profile.update(form()), profile.update(form()), profile.update(new URLSearchParams("a=1")), profile.update(new URLSearchParams("a=1"))];
  await arrive(api, 2);
  const [a, b, c, d] = await Promise.all(calls);
  ok(a === b && c === d && a !== c, "one answer for each kind");
});

test("a contact change by both names is one", async () => {
  const { api, profile } = await held();
  const calls = [profile.updateContact({ phone: "501" }), profile.updateContacts({ phone: "501", country_code: "SA" })];
  await arrive(api, 1);
  const [first, second] = await Promise.all(calls);
  ok(first === second, "one answer");
});

test("a double click with a timeout is one", async () => {
  const { api, profile } = await held();
  const calls = [1, 2].map(() => profile.update({ n: 1 }, { timeout: 25_000 }));
  await arrive(api, 1);
  const [first, second] = await Promise.all(calls);
  ok(first === second, "one answer");
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
    const { api, profile } = await held(2);
    const both = calls(profile);
    await arrive(api, 2);
    const [first, second] = await Promise.all(both);
    ok(first !== second, "two answers");
  });
}

test("not shared: queries", async () => {
  const { api, profile } = await store();
  const [first, second] = await Promise.all([profile.info(), profile.info()]);
  ok(first !== second, "two answers");
  await api.got(2);
});

test("a listener that calls again makes a new request", async () => {
  const { api, profile } = await store();
  let again;
  profile.event.onUpdated(() => (again ??= profile.update({ n: 1 })));
  const first = await profile.update({ n: 1 });
  await until(() => again);
  ok((await again) !== first, "another answer");
  await api.got(2);
});

test("many at once are all answered", async () => {
  const { api, profile } = await store();
  const calls = Array.from({ length: 50 }, (_, n) => profile.update({ n }));
  for (const body of await Promise.all(calls)) ok(body.success, "success");
  await api.got(50);
});
