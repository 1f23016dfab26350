// What a page sees whose module can't run, whatever the reason: without the SDK calls reject, with it the SDK's own
// methods serve.
import { assert, heard, listen, newAPI, page, rejection, test } from "../standalone/pages.js";
import { withSDK } from "./sdk.js";

/**
 * The two tests of a fault. attributes: of the tag; before: runs before it; meanwhile: what the test does once the page
 * is there; sdk: whether the SDK bears it itself.
 */
export function broken(name, attributes, { before = "", meanwhile = async () => {}, sdk = true } = {}) {
  test(`without the SDK, ${name}: calls reject, with their event`, async () => {
    const api = newAPI();
    const win = await page(
      { "data-api": api.url, ...attributes },
      { before, after: "window.early = salla.profile.update({a: 1}); early.catch(() => {});" },
    );
    listen(win, "profile::update.failed", "profile::updated", "profile::unverified");
    await meanwhile(win);
    await rejection(win.salla.profile.ready, "ready");
    assert.strictEqual((await rejection(win.early)).code, "ERR_RUNTIME", "the early call");
    const error = await rejection(win.salla.profile.verify({ code: "1" }));
    assert.strictEqual(error.code, "ERR_RUNTIME", "a later call");
    assert.ok(error instanceof win.Error, "an Error");
    assert.deepEqual(error.config, { url: api.url + "/profile/verify", method: "post", headers: {}, data: { code: "1" } }, "its config");
    assert.strictEqual((await rejection(win.salla.profile.info({ timeout: 1 }))).config.data, undefined, "options are no data");
    assert.strictEqual(heard(win, "profile::unverified").length, 1, "failure events");
    assert.deepEqual(await win.salla.profile.getFields(), [], "getFields");
    assert.strictEqual((await api.requests()).length, 0, "requests");
  });

  if (!sdk) return;

  test(`with the SDK, ${name}: its own methods serve`, async () => {
    const { api, win, profile } = await withSDK(attributes, before);
    await meanwhile(win);
    await rejection(profile.ready, "ready");
    await api.answer();
    win.made.length = 0;
    listen(win, "profile::updated", "profile::verification.code.sent");
    const body = await profile.update({ first_name: "A" });
    assert.ok(body.success, "the answer");
    assert.deepEqual(win.made, ["xhr"], "how the request was made");
    assert.strictEqual(heard(win, "profile::updated").length, 1, "DOM events");
    assert.ok((await profile.updateContact({ email: "a@b.co" })).success, "by the documented name");
    assert.strictEqual(heard(win, "profile::verification.code.sent").length, 1, "DOM events");
  });
}
