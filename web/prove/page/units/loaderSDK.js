// Where the methods are put on a page with the SDK: web/loader/sdk.js.
import { assert, fresh, test } from "../tools.js";

const ours = { update: () => "ours", verify: () => "ours", updateContact: () => "ours" };
/** What Go does with an exposure. */
const expose = ({ holder, chosen }) => Object.assign(holder, chosen);

/** A page whose SDK has its methods on a class, as Salla's has; or on the object. */
function page(own = false) {
  class Api {
    update() { return "theirs"; }
    async verify() { return "theirs"; }
    other() { return "theirs"; }
  }
  const api = own ? { update() { return "theirs"; } } : new Api();
  window.salla = { api: { getHeaders() {}, profile: api } };
  return { api, Api };
}

test("where there is no SDK, all methods are for the object there, which may be none", async () => {
  const { sdk } = await fresh();
  assert.deepEqual(sdk.exposureOf(ours), { holder: undefined, chosen: ours });
  window.salla = { api: { profile: {} } };
  assert.deepEqual(sdk.exposureOf(ours), { holder: window.salla.api.profile, chosen: ours });
});

test("methods of a class are replaced on its prototype, and others stay", async () => {
  const { sdk } = await fresh();
  const { api, Api } = page();
  const { holder, chosen } = sdk.exposureOf(ours);
  assert.strictEqual(holder, Api.prototype);
  assert.deepEqual(chosen, ours);
  expose({ holder, chosen });
  assert.deepEqual([api.update(), api.updateContact(), api.other()], ["ours", "ours", "theirs"]);
});

test("what somebody has wrapped stays, on the object or on its prototype", async () => {
  const { sdk } = await fresh();
  const { api, Api } = page();
  const own = Api.prototype.update;
  Api.prototype.update = function (...args) { return own.apply(this, args) + ", wrapped"; };
  api.verify = () => "wrapped";
  expose(sdk.exposureOf(ours));
  assert.deepEqual([api.update(), api.verify(), api.updateContact()], ["theirs, wrapped", "wrapped", "ours"]);
});

test("what wraps ours stays, however often the page changes", async () => {
  const { sdk } = await fresh();
  const { api, Api } = page();
  expose(sdk.exposureOf(ours));
  const before = Api.prototype.update;
  Api.prototype.update = () => before() + ", wrapped";
  expose(sdk.exposureOf(ours));
  assert.strictEqual(api.update(), "ours, wrapped");
});

test("on an object without a class, what it has of its own is somebody's", async () => {
  const { sdk } = await fresh();
  const { api } = page(true);
  const { holder, chosen } = sdk.exposureOf(ours);
  assert.strictEqual(holder, api);
  assert.hasAllKeys(chosen, ["verify", "updateContact"]);
});

test("a second SDK is exposed on its own", async () => {
  const { sdk } = await fresh();
  const first = page();
  expose(sdk.exposureOf(ours));
  const second = page();
  const { holder } = expose(sdk.exposureOf(ours)) && sdk.exposureOf(ours);
  assert.strictEqual(holder, second.Api.prototype);
  assert.strictEqual(first.api.update(), "ours");
});

test("withdrawn methods are the SDK's again, but for wrappers", async () => {
  const { sdk } = await fresh();
  const { api, Api } = page();
  sdk.withdraw(ours); // nothing was exposed
  expose(sdk.exposureOf(ours));
  const wrapper = () => "wrapped";
  Api.prototype.verify = wrapper;
  sdk.withdraw(ours);
  assert.deepEqual([api.update(), api.verify], ["theirs", wrapper]);
});

test("withdrawn from an object without a class, they are gone", async () => {
  const { sdk } = await fresh();
  const { api } = page(true);
  expose(sdk.exposureOf(ours));
  sdk.withdraw(ours);
  assert.deepEqual(Object.keys(api), ["update"]);
});

test("an SDK's own method is bound, before and after ours have replaced it", async () => {
  const { sdk } = await fresh();
  assert.strictEqual(sdk.original("update"), undefined);
  const { api, Api } = page();
  Api.prototype.update = function update() { return this == api && "theirs"; };
  Object.defineProperty(Api.prototype.update, "toString", { value: () => "" });
  assert.strictEqual(sdk.original("update")(), "theirs");
  delete Api.prototype.update;
  assert.strictEqual(sdk.original("update"), undefined);
  expose(sdk.exposureOf(ours));
  assert.strictEqual(await sdk.original("verify")(), "theirs");
});
