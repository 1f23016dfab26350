// web/docs/standalone.md, "Requests": without the SDK the module does what axios would.
import { assert, bad, good, heard, listen, newAPI, page, parts, rejection, store, test } from "./pages.js";

test("a Content-Type set by hand is dropped for FormData and without a body", async () => {
  const { api, profile } = await store();
  const form = new FormData();
  form.append("first_name", "x");
  const headers = { "content-TYPE": "application/json" };
  await profile.update(form, { headers });
  await profile.cancelDeleteRequest({ headers });
  await profile.getDeleteRequest({ headers });
  await profile.info({ headers });
  const [multipart, , question, info] = await api.got(4);
  assert.ok(multipart.headers["content-type"].startsWith("multipart/form-data; boundary="), multipart.headers["content-type"]);
  assert.strictEqual(parts(multipart).first_name, "x");
  assert.strictEqual(question.headers["content-type"], undefined);
  assert.strictEqual(info.headers["content-type"], undefined);
});

test("a Content-Type set by hand holds for another body", async () => {
  const { api, profile } = await store();
  await profile.update({ a: 1 }, { headers: { "Content-Type": "application/vnd.salla+json" } });
  const [request] = await api.got(1);
  assert.strictEqual(request.headers["content-type"], "application/vnd.salla+json");
});

test("of a header named twice the last counts", async () => {
  const { api, profile } = await store();
  profile.configure({ headers: { "X-Theme": "1", "x-theme": "2" } });
  await profile.update({});
  await profile.update({}, { headers: { "X-THEME": "3", "X-theme": "4" } });
  const requests = await api.got(2);
  assert.deepEqual(requests.map(({ headers }) => headers["x-theme"]), ["2", "4"]);
});

test("the cookie XSRF-TOKEN is sent on the page's own origin, decoded", async () => {
  const { api, win, profile } = await store();
  win.document.cookie = "NOT-XSRF-TOKEN=no";
  win.document.cookie = "XSRF-TOKEN=a%3Db%2F; path=/";
  try {
    await profile.update({});
    assert.strictEqual((await api.got(1))[0].headers["x-xsrf-token"], "a=b/");
  } finally {
    win.document.cookie = "XSRF-TOKEN=; max-age=0; path=/";
  }
  await profile.update({});
  assert.strictEqual((await api.got(2))[1].headers["x-xsrf-token"], undefined, "without the cookie");
});

test("the cookie XSRF-TOKEN is sent to no other origin", async () => {
  const api = newAPI();
  const other = api.url.replace("127.0.0.1", "localhost");
  const asked = []; // no server of that origin is needed to see what would be sent
  window.asked = (args) => String(args[0]).startsWith(other) && asked.push(args);
  const win = await page(
    { "data-api": other, "data-store-id": "1" },
    {
      before: `
        document.cookie = "XSRF-TOKEN=secret; path=/";
        const { fetch: theirs } = window;
        window.fetch = (...args) => (parent.asked(args) ? Promise.reject(new TypeError("no")) : theirs(...args));`,
    },
  );
  try {
    await win.salla.profile.ready;
    await rejection(win.salla.profile.update({}));
    assert.ok(asked.length > 0, "requests"); // what is refused at once may be asked again, without keepalive
    for (const [, { headers }] of asked) assert.strictEqual(new Headers(headers).get("x-xsrf-token"), null);
  } finally {
    win.document.cookie = "XSRF-TOKEN=; max-age=0; path=/";
    delete window.asked;
  }
});

test("an error has what handlers use of axios's", async () => {
  const { api, profile } = await store({ "data-token": "s3cret" });
  await api.answer({ ...bad(429), headers: { "Retry-After": "7" } });
  const error = await rejection(profile.update({ a: 1 }));
  const { headers } = error.response;
  assert.strictEqual(headers.get("Retry-After"), "7");
  assert.strictEqual(headers.has("retry-after"), true);
  assert.strictEqual(headers.has("X-None"), false);
  assert.strictEqual(headers.has("constructor"), false, "no member of an object's");
  assert.strictEqual(headers.get("constructor"), undefined);
  assert.ok(!headers.get("X-None"), "none");
  const plain = error.toJSON();
  assert.strictEqual(plain.message, "Request failed with status code 429");
  assert.strictEqual(plain.code, "ERR_BAD_REQUEST");
  assert.strictEqual(plain.status, 429);
  assert.strictEqual(plain.config.method, "post");
  assert.ok(!JSON.stringify(plain).includes("s3cret"), "no token");
  assert.ok(!Object.keys(error).includes("toJSON"), "not spread");
});

test("an abort tells its reason", async () => {
  const { api, profile } = await store();
  await api.answer({ hold: 1 });
  const controller = new AbortController();
  const call = rejection(profile.update({}, { signal: controller.signal }));
  await api.got(1);
  controller.abort("the customer said no");
  const error = await call;
  assert.strictEqual(error.name, "CanceledError");
  assert.strictEqual(error.code, "ERR_CANCELED");
  assert.strictEqual(error.cause, "the customer said no");
});

test("text is sent as it is, as a form", async () => {
  const { api, win, profile } = await store();
  listen(win, "profile::updated");
  await profile.update("first_name=%D8%B3%D8%A7%D8%B1%D8%A9&last_name=a+b");
  const [request] = await api.got(1);
  assert.strictEqual(request.body, "first_name=%D8%B3%D8%A7%D8%B1%D8%A9&last_name=a+b");
  assert.ok(request.headers["content-type"].startsWith("application/x-www-form-urlencoded"), request.headers["content-type"]);
  assert.strictEqual(heard(win, "profile::updated").length, 1);
});

test("text with a = is a form for verify, too", async () => {
  const { api, profile } = await store();
  await profile.verify("code=1234&type=email&email=a%40b.c");
  const [request] = await api.got(1);
  assert.strictEqual(request.body, "code=1234&type=email&email=a%40b.c");
});

test("a File in an object changes nothing but itself", async () => {
  const { api, win, profile } = await store();
  await api.answer(good());
  await profile.update({
    avatar: new win.File(["x"], "x.png", { type: "image/png" }),
    birthday: new win.Date(Date.UTC(1990, 0, 31)),
    money: { toJSON: () => "5 SAR" },
    nested: { a: [1, { b: true }], gone: undefined },
    none: null,
  });
  const [request] = await api.got(1);
  assert.deepEqual(parts(request), {
    avatar: "x.png image/png x",
    birthday: "1990-01-31T00:00:00.000Z",
    money: "5 SAR",
    "nested[a][0]": "1",
    "nested[a][1][b]": "true",
    none: "",
  });
});
