// The customer's token, and headers that can't be sent.
import { assert, bad, listen, newAPI, page, rejection, store, test } from "../standalone/pages.js";
import { withSDK } from "./sdk.js";

const consoles = `
  window.dataLayer = [];
  window.said = [];
  for (const level of ["log", "warn", "error", "info", "debug"]) console[level] = (...args) => said.push(...args);`;

/** All that may be read of a value: of errors what isn't enumerable, too. */
function everything(value, depth = 0) {
  if (typeof value != "object" || value === null || depth > 6) return String(value);
  const names = value instanceof Error || Object.prototype.toString.call(value) == "[object Error]"
    ? Object.getOwnPropertyNames(value)
    : Object.keys(value);
  return names.map((name) => name + ": " + everything(value[name], depth + 1)).join("\n");
}

test("the token is in no error, event, dataLayer or console, without the SDK", async () => {
  const { api, win, profile } = await store({ "data-token": "secret-token" }, { before: consoles });
  listen(win, "profile::update.failed", "profile::unverified");
  const heardThere = [];
  win.salla.event.on("document::request.failed", (...args) => heardThere.push(args));
  const errors = [];
  await api.answer(bad(422), bad(500), { drop: "before" });
  for (let i = 0; i < 3; i++) errors.push(await rejection(profile.update({ i })));
  await api.answer();
  errors.push(await rejection(profile.update({ i: 4 }, { headers: { "X-Bad": "أ" } })));
  errors.push(await rejection(profile.verify({})));
  assert.strictEqual(errors.map(({ code }) => code).join(), "ERR_BAD_REQUEST,ERR_BAD_RESPONSE,ERR_NETWORK,ERR_NETWORK,ERR_VALIDATION", "codes");
  assert.strictEqual(heardThere.length, 5, "document::request.failed");
  const shown = everything({ errors, heardThere, layer: win.dataLayer, said: win.said, events: win.log.map(({ detail }) => detail) });
  assert.ok(!shown.includes("secret-token"), shown);
});

test("the token is in no error, event, dataLayer or console, with the SDK", async () => {
  const { api, win, profile, salla } = await withSDK({}, consoles);
  await profile.ready;
  salla.api.setHeader("Authorization", "Bearer secret-token");
  listen(win, "profile::update.failed");
  const heardThere = [];
  salla.event.onAny((name, ...args) => heardThere.push(name, args));
  const errors = [];
  await api.answer(bad(422), bad(500));
  for (let i = 0; i < 2; i++) errors.push(await rejection(profile.update({ i })));
  assert.strictEqual((await api.requests()).filter(({ headers }) => headers.authorization == "Bearer secret-token").length, 2, "sent");
  salla.api.setHeader("Authorization", "Bearer secret-token أ");
  errors.push(await rejection(profile.update({ i: 2 })));
  assert.ok(win.dataLayer.length > 0 && heardThere.length > 0, "the SDK has told of them");
  const shown = everything({ errors, heardThere, layer: win.dataLayer, said: win.said, events: win.log.map(({ detail }) => detail) });
  assert.ok(!shown.includes("secret-token"), shown);
});

for (const status of [301, 302, 303, 307, 308]) {
  test(`the API: ${status} to another origin: the token isn't sent there`, async () => {
    const api = newAPI();
    const win = await page({ "data-api": `/fault/elsewhere/${status}${new URL(api.url).pathname}`, "data-token": "secret-token", "data-store-id": "1" });
    await win.salla.profile.ready;
    await win.salla.profile.update({ a: 1 }).catch(() => {});
    await win.salla.profile.info().catch(() => {});
    const seen = await api.requests();
    assert.ok(!JSON.stringify(seen).includes("secret-token"), JSON.stringify(seen));
    // What a browser does send there is what the SDK's own request would have been, less the token.
    assert.ok(seen.length > 0, "the redirect was followed");
  });

  test(`the API: ${status} within its origin is followed`, async () => {
    const api = newAPI();
    const win = await page({ "data-api": `/fault/moved/${status}${new URL(api.url).pathname}`, "data-token": "t" });
    await win.salla.profile.ready;
    assert.ok((await win.salla.profile.update({ a: 1 })).success, "the answer");
    const [{ method, body, headers }] = await api.got(1);
    // As the browser has it for any request: only 307 and 308 keep a POST.
    assert.strictEqual(method + body, status > 303 ? 'POST{"a":1}' : "GET", "the request");
    assert.strictEqual(headers.authorization, "Bearer t", "the token");
  });
}

test("a header that can't be sent: the error's cause names it, and not its value", async () => {
  const { api, win, profile } = await store();
  const unsendable = { "X-Arabic": "مرحبا", "X-Line": "a\nb", "X-Zero": "a\0b", "bad name": "x", "X-Tab\tName": "x", "": "x" };
  for (const [name, value] of Object.entries(unsendable)) {
    const error = await rejection(profile.update({ name }, { headers: { "X-Good": "1", [name]: value } }), name);
    assert.strictEqual(error.code, "ERR_NETWORK", name);
    assert.ok(error.cause instanceof win.TypeError, "cause of " + name);
    assert.strictEqual(error.cause.message, `The header ${name} can't be sent`, name);
  }
  profile.configure({ token: "secret أ" });
  const error = await rejection(profile.update({ a: 1 }));
  assert.strictEqual(error.cause.message, "The header Authorization can't be sent", "the token");
  await api.got(0);
  profile.configure({ token: "t" });
  assert.ok((await profile.update({ a: 1 }, { headers: { "X-Latin": "é", "X-Around": " a\n" } })).success, "what can be sent");
  const [{ headers }] = await api.got(1);
  assert.strictEqual(headers["x-around"], "a", "white space around a value");
});

test("a network error has no cause where the headers are good", async () => {
  const { api, profile } = await store();
  await api.answer({ drop: "before" });
  const error = await rejection(profile.update({ a: 1 }));
  assert.strictEqual(error.code, "ERR_NETWORK", "code");
  assert.ok(!("cause" in error), "cause");
});
