// A page of which everything throws. And values that Go has made: bridge/page/payloads.js.
import { assert, fresh, hostile, test, turn } from "../tools.js";

test("an object of members lacks those that are undefined", async () => {
  const { payloads: { object, string } } = await fresh();
  const value = {};
  const made = object([{ name: "text", value: string("x\ny\tz") }, { name: "nothing" }, { name: "undefined", value: undefined }, { name: "null", value: null },
    { name: "list", value: [] }, { name: "no", value: false }, { name: "value", value }]);
  assert.deepEqual(made, { text: "x\ny\tz", null: null, list: [], no: false, value: {} });
  assert.strictEqual(made.value, value);
});

test("a member of a copied object is what was passed, and there is none of other kinds", async () => {
  const { payloads: { look, member } } = await fresh();
  const copied = (payload) => look(payload, []).copied;
  assert.deepEqual(member(copied({ a: { b: 1 } }), "a"), { b: 1 });
  for (const payload of [{}, "a=1", new URLSearchParams("a=1"), "text", 7, undefined]) assert.strictEqual(member(copied(payload), "a"), undefined);
});

const NETWORK = (value) => ({ name: "AxiosError", message: "m", code: "ERR_NETWORK", fields: [], response: value, cause: value });
const REQUEST = (value) => ({ url: "u", verb: "post", headers: [], body: undefined, payload: value, signal: value, sender: {} });
const MOBILE = { type: "mobile", phone: "5", countryCode: "SA", email: "", unlisted: false };

/** What Go may ask of the page about a value. */
const uses = {
  look: ({ payloads }, value) => payloads.look(value, ["phone", "a"]),
  "look at a member": ({ payloads }, value) => payloads.look({ a: value }, ["a"]),
  object: ({ payloads }, value) => payloads.object([{ name: "v", value }]),
  options: ({ outcomes, config }, value) => { config.config.api = "https://api.test"; outcomes.context("x", value); outcomes.context("x", { signal: value, timeout: value, headers: value }); },
  token: ({ token }, value) => token.token(value, 0, () => {}),
  info: ({ errors }, value) => errors.infoOf(REQUEST(value)),
  "a plain error": ({ errors }, value) => errors.error(REQUEST(value), { ...NETWORK(), cause: value }),
  pushTags: ({ outcomesAlone }, value) => outcomesAlone.pushTags(value),
  announce: ({ events }, value) => events.announce("updated", value),
  emit: ({ outcomesAlone }, value) => outcomesAlone.emit("a::b", value),
  notify: ({ outcomes }, value) => outcomes.notify("m", "error", value),
  callMethod: ({ outcomes }, value) => void outcomes.callMethod("update", value, value).catch(() => {}),
};

const PATHS = ["salla", "salla.api", "salla.event", "salla.notify", "salla.config", "salla.storage", "salla.url", "salla.profile", "dataLayer"];
const ON_PAGE = {
  context: ({ outcomes, config }) => { config.config.api = "https://api.test"; outcomes.context("x", undefined); },
  storeUser: ({ user }) => user.storeUser({ id: 7, phone: { code: "1" } }),
  pushTags: ({ outcomesAlone }) => outcomesAlone.pushTags([1]),
  announce: ({ events }) => events.announce("updated", {}),
  emit: ({ outcomesAlone }) => outcomesAlone.emit("a::b", {}),
  notify: ({ outcomes }) => outcomes.notify("m", "error", {}),
  savePending: ({ customer }) => { customer.savePending([MOBILE]); customer.savePending([]); },
  loadPending: ({ customer }) => customer.loadPending(),
  pendingVerifications: ({ customer }) => customer.pendingVerifications(),
  muteNotices: ({ sdkNotices }) => sdkNotices.muteNotices(true)(),
};

const attempts = (name, fn) => {
  try {
    fn();
  } catch (error) {
    return `${name}: ${error}`;
  }
};

for (const name of Object.keys(hostile)) {
  test(`a page of which everything throws meets no fault of ours: ${name}`, async () => {
    const units = await fresh();
    const failures = Object.entries(uses).map(([use, fn]) => attempts(use, () => fn(units, hostile[name]())));
    for (const path of PATHS) {
      for (const [use, fn] of Object.entries(ON_PAGE)) {
        const value = hostile[name]();
        window.salla = { api: {}, event: {}, config: {} };
        if (path == "salla") window.salla = value;
        else if (path == "dataLayer") window.dataLayer = value;
        else window.salla[path.slice(6)] = value;
        failures.push(attempts(`${use} on ${path}`, () => fn(units)));
      }
    }
    delete window.salla;
    delete window.dataLayer;
    await turn();
    window.uncaught.length = 0; // what the guard of a development build takes for faults of ours
    // A proxy in place of salla or of a namespace may throw at each step: that the guard has (wasmExec.js).
    assert.deepEqual(failures.filter((failure) => failure && !/Error: (trap$|Cannot perform)/.test(failure)), []);
  });
}
