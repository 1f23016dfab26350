// A page with the SDK: bridge/page/sdk; and how calls begin and end, bridge/page/outcomes.js.
import { answer, assert, fresh, hostile, rejection, test, turn } from "../tools.js";

/** An SDK that notes what it is asked. */
function sdk(more = {}) {
  const noted = [];
  const note = (name) => (...args) => { noted.push([name, ...args]); };
  window.salla = {
    api: { getHeaders: () => ({ currency: "SAR", Authorization: "Bearer secret" }), isFastRequestsAllowed: () => true, handleErrorResponse: note("handle"), profile: {} },
    url: { api: (path) => "https://store.test/api/" + path }, lang: { getLocale: () => "ar" }, config: { get: (key) => more[key] },
    event: { profile: {}, document: { requestFailed: note("requestFailed") }, emit: note("emit") }, notify: { fire: note("fire") }, logger: { warn: note("warn") },
  };
  return noted;
}

test("what holds at a call with the SDK", async () => {
  sdk({ "store.features": ["mada"] });
  const { sdkContext } = await fresh();
  const { sender, ...context } = sdkContext.contextOfSDK("auth/user", sdkContext.identityOfSDK());
  assert.deepEqual(context, { sdk: true, url: "https://store.test/api/auth/user", xsrf: "", language: "ar", sso: false, slow: false, leaving: document.hidden });
  assert.deepEqual(sender.who[0], { currency: "SAR", Authorization: "Bearer secret" });
});

const changes = [
  [() => {}, {}, { "store.features": ["sso-login"] }, { sso: true }], [() => {}, {}, { "store.features": "sso-login" }, { sso: true }],
  [() => {}, {}, { "store.features": ["sso-login-2"] }, {}], [() => {}, {}, { "store.features": undefined }, {}],
  [(salla) => (salla.api.isFastRequestsAllowed = () => false), {}, {}, { slow: true }], [(salla) => (salla.api.isFastRequestsAllowed = () => 0), {}, {}, { slow: true }],
  [(salla) => (salla.api.isFastRequestsAllowed = () => 1), {}, {}, {}], [(salla) => (salla.lang = undefined), {}, {}, { language: "" }],
  [(salla) => (salla.api.getHeaders = () => { throw 1; }), {}, {}, {}], [(salla) => (salla.url = undefined), {}, {}, { url: "" }],
];
test("it changes with the SDK's configuration, and where something of the SDK is missing or throws", async () => {
  const { sdkContext } = await fresh();
  for (const [change, , settings, want] of changes) {
    sdk(settings);
    change(window.salla);
    const { sender, leaving, xsrf, ...context } = sdkContext.contextOfSDK("x", sdkContext.identityOfSDK());
    assert.deepEqual(context, { sdk: true, url: "https://store.test/api/x", language: "ar", sso: false, slow: false, ...want }, String(change));
  }
});

test("where the SDK doesn't say where to ask, the configuration does", async () => {
  sdk();
  window.salla.url = undefined;
  const { config, outcomes } = await fresh();
  config.learn({ api: "https://api.test" });
  assert.strictEqual(outcomes.context("x").url, "https://api.test/x");
});

test("a call joins another of the same sender and body while that is on its way, and isn't held back", async () => {
  sdk();
  const { sdkContext, outcomes } = await fresh();
  const sender = () => sdkContext.contextOfSDK("x", sdkContext.identityOfSDK()).sender;
  const joins = (other, more = {}, key = "k") => outcomes.joinable({ ...other, ...more }, "k", sender(), key);
  const first = sender();
  assert.isTrue(joins(first));
  assert.isTrue(joins(first, { isSent: true, since: 0 }));
  assert.isFalse(joins(first, { answered: true, isSent: true }));
  assert.isFalse(joins(first, { since: Date.now() - 1001 }), "held back for more than a second");
  assert.isFalse(joins(first, {}, "another"));
  window.salla.api.getHeaders = () => ({ Authorization: "Bearer 2" });
  assert.isFalse(joins(first));
  sdk();
  window.salla.api.axios = { interceptors: { request: { handlers: [1, 2] }, response: { handlers: [] } } };
  assert.isFalse(joins(first), "another interceptor");
});

test("a method is called as it stands on salla.profile now, and what one throws rejects", async () => {
  const { outcomes } = await fresh();
  window.salla = { profile: { update: (...args) => args, broken: () => { throw new Error("no"); } } };
  assert.deepEqual(await outcomes.callMethod("update", 1, 2), [1, 2]);
  assert.strictEqual((await rejection(outcomes.callMethod("broken"))).message, "no");
});

test("a notice is the page's, with what it is about", async () => {
  const noted = sdk();
  const { outcomes } = await fresh();
  outcomes.notify("m", "error", { a: 1 });
  assert.deepEqual(outcomes.emptyList("getFields"), []);
  assert.deepEqual(noted, [["fire", "m", "error", { a: 1 }], ["warn", "[profile.getFields] failed"]]);
  for (const make of Object.values(hostile)) {
    window.salla = { notify: make() };
    outcomes.notify("m", "error");
  }
  window.uncaught.length = 0; // what throws looks like a fault of ours
});

test("every silence ends: its own, or all where nobody is left to end them", async () => {
  sdk();
  const { sdkNotices } = await fresh();
  let muted = 0;
  window.salla.api.withoutNotifier = (run) => (muted++, run().then(() => muted--));
  const first = sdkNotices.muteNotices(true);
  sdkNotices.muteNotices(true);
  assert.strictEqual(muted, 2);
  first();
  first();
  await turn();
  assert.strictEqual(muted, 1);
  sdkNotices.unmuteAll();
  await turn();
  assert.strictEqual(muted, 0);
  delete window.salla.api.withoutNotifier;
  sdkNotices.muteNotices(true)(); // an older SDK has none
});

const refusal = (more = {}) => ({
  name: "AxiosError", message: "m", code: "ERR_VALIDATION", local: true, status: 422, fields: [{ name: "phone", value: "m" }, { name: "email", value: "m" }, { name: "code", value: "c" }], ...more,
});
const REQUEST = { url: "u", verb: "post", headers: [], payload: { a: 1 } };
test("a refusal is the SDK's failure: its event, and a notice that shows each message once", async () => {
  const noted = sdk();
  const { sdkOutcomes } = await fresh();
  const error = sdkOutcomes.refuse(REQUEST, refusal());
  assert.deepEqual(noted[0], ["requestFailed", { endPoint: "u", payload: { a: 1 }, method: "post", options: {} }, error]);
  const [name, shown] = noted[1];
  assert.strictEqual(name, "handle");
  assert.deepEqual(shown.response.data.error.fields, { phone: ["m"], code: ["c"] });
  assert.deepEqual(error.response.data.error.fields, { phone: ["m"], email: ["m"], code: ["c"] });
  assert.ok(shown instanceof Error && shown.message == "m");
});

test("a silent refusal has no notice, a quiet one is muted", async () => {
  const noted = sdk();
  const { sdkOutcomes } = await fresh();
  sdkOutcomes.refuse(REQUEST, refusal({ silent: true }));
  assert.deepEqual(noted.map(([name]) => name), ["requestFailed"]);
  window.salla.api.withoutNotifier = (run) => { noted.push(["mute"]); run().then(() => noted.push(["unmute"])); };
  noted.length = 0;
  sdkOutcomes.refuse({ ...REQUEST, quiet: true }, refusal());
  await turn();
  assert.deepEqual(noted.map(([name]) => name), ["mute", "requestFailed", "handle", "unmute"]);
});

test("the record of the customer is the SDK's to keep", async () => {
  sdk();
  const { sdkOutcomes } = await fresh();
  const seen = [];
  window.salla.api.profile.syncUserData = (data) => seen.push(data);
  sdkOutcomes.syncUser({ id: 7 });
  delete window.salla.api.profile.syncUserData;
  sdkOutcomes.syncUser({ id: 7 });
  assert.deepEqual(seen, [{ id: 7 }]);
});

test("a session that can't be ended is done, and not ok", async () => {
  sdk();
  const { sdkOutcomes } = await fresh();
  const results = [];
  for (const logout of [undefined, () => { throw new Error("no"); }, () => Promise.reject(new Error("no")), async () => {}]) {
    window.salla.auth = { api: { appendIframeAndLogout: logout } };
    window.salla.url.get = () => "javascript:void 0";
    await sdkOutcomes.endSession((answer) => results.push(answer));
  }
  assert.deepEqual(results, [{ ok: false }, { ok: false }, { ok: false }, { ok: true }]);
});

test("a request of the SDK's is done once, also where its request is nobody's", async () => {
  sdk();
  const { sdkAsk } = await fresh();
  answer();
  window.salla.api.request = async () => ({ data: { n: 1 } });
  const request = { ...REQUEST, sender: {}, body: undefined };
  const answers = [];
  const done = await new Promise((resolve) => sdkAsk.ask(request, (one) => answers.push(one), resolve));
  assert.deepEqual([done.ok, done.data, answers.length, answers[0].ok, request.sender.answered], [true, { n: 1 }, 1, true, true]);
  window.salla.api.request = undefined;
  const failed = await new Promise((resolve) => sdkAsk.ask({ ...request, sender: {} }, (one) => answers.push(one), resolve));
  assert.deepEqual([failed.ok, failed.body.name, answers.length], [undefined, "TypeError", 2]);
});
