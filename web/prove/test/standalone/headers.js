// What goes with each request, by the tag's attributes, by configure and by the options.
import { assert, heard, listen, rejection, store, test, until } from "./pages.js";
import { giveClock } from "./hold.js";

const own = ["x-requested-with", "s-source", "s-app-os", "cache-control", "store-identifier", "currency", "accept-language",
  "s-user-id", "s-country", "authorization"];
const pick = (headers) => Object.fromEntries(own.filter((name) => name in headers).map((name) => [name, headers[name]]));
const always = { "x-requested-with": "XMLHttpRequest", "s-source": "twilight", "s-app-os": "browser", "cache-control": "no-cache" };

test("headers of a tag with everything", async () => {
  const { api, profile } = await store({
    "data-store-id": "77", "data-token": "t0ken", "data-language": "ar", "data-currency": "SAR", "data-user-id": "9", "data-country": "SA",
  });
  const { version } = await profile.ready;
  await profile.update({});
  const [{ headers }] = await api.got(1);
  assert.deepEqual(pick(headers), {
    ...always, "store-identifier": "77", currency: "SAR", "accept-language": "ar", "s-user-id": "9", "s-country": "SA",
    authorization: "Bearer t0ken",
  });
  assert.strictEqual(headers["s-app-version"], version);
});

test("headers of a tag with nothing", async () => {
  const { api, profile } = await store();
  await profile.info();
  const [{ headers }] = await api.got(1);
  const { "accept-language": browsers, ...others } = pick(headers);
  assert.deepEqual(others, { ...always, "store-identifier": "1" });
  assert.ok(browsers, "the browser's own Accept-Language");
});

test("configure changes and adds, and the next request has it", async () => {
  const { api, profile } = await store({ "data-language": "ar", "data-token": "first" });
  profile.configure({ language: "en", token: "second", currency: "USD", userId: 5, country: "KW", storeId: 8, headers: { "X-Mine": "a" } });
  await profile.update({ n: 1 });
  profile.configure({ headers: { "X-Mine": "b", "X-Other": 2, "X-Null": null, "X-Undefined": undefined } });
  await profile.update({ n: 2 });
  profile.configure({ headers: { "X-Mine": null, "S-SOURCE": "mine" } });
  await profile.update({ n: 3 });
  profile.configure({ token: null, currency: null, api: null });
  await profile.update({ n: 4 });
  const [first, second, third, fourth] = await api.got(4);
  assert.deepEqual(pick(first.headers), {
    ...always, "store-identifier": "8", currency: "USD", "accept-language": "en", "s-user-id": "5", "s-country": "KW",
    authorization: "Bearer second",
  });
  assert.strictEqual(first.headers["x-mine"], "a");
  assert.strictEqual(second.headers["x-mine"], "b");
  assert.strictEqual(second.headers["x-other"], "2");
  assert.ok(!("x-null" in second.headers) && !("x-undefined" in second.headers), "no header of null");
  assert.ok(!("x-mine" in third.headers), "null takes a header back");
  assert.strictEqual(third.headers["s-source"], "mine");
  assert.ok(!("authorization" in fourth.headers), "a customer who has signed out");
  assert.ok(!("currency" in fourth.headers), "null takes back");
});

test("configure moves to another API", async () => {
  const { profile, api } = await store();
  const other = (await store()).api;
  profile.configure({ api: other.url + "///" });
  await profile.update({});
  assert.strictEqual((await other.got(1))[0].path, "profile/update");
  await api.got(0);
});

test("configure refuses what is no configuration", async () => {
  const { api, win, profile } = await store();
  for (const wrong of [undefined, null, 7, "x", { api: "javascript:alert(1)" }, { api: "ftp://example.com" }, { api: "http://" }]) {
    let error;
    try {
      await profile.configure(wrong);
    } catch (reason) {
      error = reason;
    }
    assert.ok(error instanceof win.TypeError, "a TypeError for " + JSON.stringify(wrong));
  }
  await profile.update({});
  await api.got(1);
});

test("a token function is asked at each request, and may answer a promise", async () => {
  const { api, profile } = await store();
  let asked = 0;
  profile.configure({ token: () => "token-" + ++asked });
  assert.strictEqual(asked, 0);
  await profile.update({});
  await profile.info();
  profile.configure({ token: async () => "token-" + ++asked });
  await profile.update({});
  profile.configure({ token: Promise.resolve("promised") });
  await profile.update({});
  profile.configure({ token: () => null });
  await profile.update({});
  const requests = await api.got(5);
  assert.deepEqual(requests.map(({ headers }) => headers.authorization ?? ""), ["Bearer token-1", "Bearer token-2", "Bearer token-3", "Bearer promised", ""]);
});

test("a call waits for its token, and fails where there is none to be had", async () => {
  const { api, win, profile } = await store();
  listen(win, "profile::update.failed");
  let give;
  profile.configure({ token: () => new Promise((resolve) => (give = resolve)) });
  const call = profile.update({});
  await until(() => give, "the token is asked");
  await api.got(0);
  give("late");
  await call;
  assert.strictEqual((await api.got(1))[0].headers.authorization, "Bearer late");
  const reason = new Error("signed out");
  for (const token of [() => Promise.reject(reason), () => { throw reason; }]) {
    profile.configure({ token });
    const error = await rejection(profile.update({}));
    assert.strictEqual(error.code, "ERR_NETWORK");
    assert.strictEqual(error.cause, reason, "cause");
  }
  await api.got(1);
  assert.strictEqual(heard(win, "profile::update.failed").length, 2, "events");
});

test("the options' headers win, whatever their case", async () => {
  const { api, profile } = await store({ "data-token": "t", "data-language": "ar" });
  await profile.update({}, { headers: { "Accept-Language": "fr", AUTHORIZATION: "Basic x", "X-Mine": "1", "X-Null": null } });
  await profile.update({});
  const [first, second] = await api.got(2);
  assert.strictEqual(first.headers["accept-language"], "fr");
  assert.strictEqual(first.headers.authorization, "Basic x");
  assert.strictEqual(first.headers["x-mine"], "1");
  assert.ok(!("x-null" in first.headers), "no header of null");
  assert.strictEqual(second.headers["accept-language"], "ar");
  assert.ok(!("x-mine" in second.headers), "only for that call");
});

test("a header that can't be sent fails the call, not the page", async () => {
  const { api, win, profile } = await store();
  for (const headers of [{ "X-Mine": "a\nb" }, { "bad name": "x" }, { "X-Arabic": "مرحبا" }, { "": "x" }]) {
    const error = await profile.update({}, { headers }).catch((error) => error);
    assert.ok(error instanceof win.Error && error.isAxiosError, "an AxiosError");
  }
  await profile.update({});
  await api.got(1);
});

test("values that hold separators stay where they are", async () => {
  const { api, profile } = await store({ "data-user-id": "9" });
  profile.configure({ userId: "a\tb c", currency: "S,A;R" });
  await profile.update({ "first\nname": "a\0b\nc\td" });
  const [{ headers, body }] = await api.got(1);
  assert.strictEqual(headers["s-user-id"], "a\tb c");
  assert.strictEqual(headers.currency, "S,A;R");
  assert.deepEqual(JSON.parse(body), { "first\nname": "a\0b\nc\td" });
});

test("a call that waits for its token can be given up", async () => {
  const { api, win, profile } = await store();
  listen(win, "profile::update.failed");
  profile.configure({ token: () => new Promise(() => {}) });
  const controller = new win.AbortController();
  const aborted = profile.update({ n: 1 }, { signal: controller.signal });
  const clock = giveClock(win);
  const late = rejection(profile.update({ n: 2 }, { timeout: 40 }));
  controller.abort("another page");
  const error = await rejection(aborted);
  assert.deepEqual([error.code, error.cause], ["ERR_CANCELED", "another page"]);
  assert.deepEqual((await rejection(profile.update({ n: 3 }, { signal: win.AbortSignal.abort() }))).code, "ERR_CANCELED", "before it was called");
  await until(() => clock.waits(40), "the timer");
  await clock.pass(40);
  const { code, message } = await late;
  assert.deepEqual([code, message], ["ECONNABORTED", "timeout of 40ms exceeded"]);
  await api.got(0);
  assert.strictEqual(heard(win, "profile::update.failed").length, 3, "events");
});
