// What people pass, and who they are: on a page with the SDK and on one without.
import { add, assert, good, newAPI, page, parts, rejection, sdkURL, test, until } from "./from.js";
import { FILES, aloneGround, ground } from "./ground.js";

const MODES = [
  ["with the SDK", () => ground({ file: FILES[0] })],
  ["with the SDK, on the storefront file", () => ground({ file: FILES[1] })],
  ["without the SDK", () => aloneGround()],
];

const savesOf = async (api) => (await api.requests()).filter(({ method, path }) => method == "POST" && /^profile/.test(path));

/** Runs a test on a page of each mode whose module runs. */
function onEach(name, run) {
  for (const [where, make] of MODES) {
    test(`${name}, ${where}`, async () => {
      const made = await make();
      await made.salla.profile.ready;
      await run(made.salla.profile, made);
    });
  }
}

const pending = (type) => good({ verification: { status: "pending", type } });

onEach("a visible and a hidden input of one name: both are sent, and the last is the customer's", async (profile, { api, win }) => {
  const twice = (name, first, last) => {
    const form = new win.FormData();
    form.append(name, first);
    form.append(name, last);
    return form;
  };
  await profile.update(twice("birthday", "١٤١٤-١٠-٠٦", "1994-03-18"));
  await profile.updateContacts(twice("phone", "0501112233", "+971501112233"));
  const [birthday, phone] = (await savesOf(api)).map(parts);
  assert.deepEqual(birthday, { birthday: "١٤١٤-١٠-٠٦|1994-03-18" });
  assert.deepEqual(phone, { phone: "0501112233|+971501112233" }, "no country but the customer's");
});

onEach("a model with private data and toJSON: what that says counts", async (profile, { api, win }) => {
  const Model = win.eval(`(class { #phone = "+971501112233"; toJSON() { return { phone: this.#phone }; } })`);
  await profile.updateContacts(new Model());
  assert.deepEqual(JSON.parse((await savesOf(api))[0].body), { phone: "+971501112233" });
});

onEach("a phone of the shape that info answers is sent as it is", async (profile, { api }) => {
  await api.answer(good({ id: 1, phone: { code: "+966", number: "501112233", country: "SA" } }));
  const { data } = await profile.info();
  await profile.updateContacts({ phone: data.phone });
  assert.deepEqual(JSON.parse((await savesOf(api))[0].body).phone, { code: "+966", number: "501112233", country: "SA" });
});

onEach("a file behind a proxy is refused, in words for the author", async (profile, { api, win }) => {
  const file = new win.Proxy(new win.File(["x"], "me.png"), {});
  const error = await rejection(profile.update({ avatar: file }));
  assert.strictEqual(error.code, "ERR_VALIDATION");
  assert.match(error.message, /proxy/);
  assert.isEmpty(await savesOf(api));
});

onEach("an element's dataset is an object", async (profile, { api, win }) => {
  const button = win.document.createElement("button");
  Object.assign(button.dataset, { name: "sms", value: "1" });
  await profile.updateSettings(button.dataset);
  assert.deepEqual(JSON.parse((await savesOf(api))[0].body), { name: "sms", value: "1" });
});

// Each payload as the theme has it, and what it does to it right after the call.
const CHANGED = {
  "an object": ["({ first_name: 'A', tags: ['b'] })", (made) => { made.first_name = ""; made.tags.length = 0; }, '{"first_name":"A","tags":["b"]}'],
  "URLSearchParams": ["new URLSearchParams('first_name=A')", (made) => made.delete("first_name"), "first_name=A"],
};
for (const [what, [code, change, body]] of Object.entries(CHANGED)) {
  test(`${what} that the theme changes at once is sent as it was at the call, without the SDK`, async () => {
    const api = newAPI();
    const win = await page({ "data-api": api.url, "data-store-id": "1" }, {
      after: `const made = ${code}; window.early = salla.profile.update(made); parent.changed["${what}"](made);`,
    });
    await win.early;
    assert.strictEqual((await savesOf(api))[0].body, body);
  });

  for (const file of FILES) {
    test(`${what} that the theme changes at once is sent as it was at the call, before the SDK is there, ${file}`, async () => {
      const api = newAPI();
      const win = await page({ src: "/dist/" + file });
      const made = win.eval(code);
      const early = win.salla.profile.update(made);
      change(made);
      await add(win, sdkURL);
      window.initSDK(win, api);
      await early;
      assert.strictEqual((await savesOf(api))[0].body, body);
    });
  }
}
window.changed = Object.fromEntries(Object.entries(CHANGED).map(([what, [, change]]) => [what, change]));

onEach("a phone and an e-mail in one change, one of which the answer names: the other can be verified too", async (profile, { api }) => {
  await api.answer(pending("mobile"));
  await profile.update({ phone: "0501112233", email: "nora@example.sa" });
  assert.deepEqual(profile.pendingVerifications.map(({ type }) => type), ["mobile"]);
  await profile.verify("1234");
  assert.isEmpty(profile.pendingVerifications);
  await profile.verify({ code: "5678", type: "email" });
  const sent = (await savesOf(api)).map(({ body }) => JSON.parse(body));
  assert.deepInclude(sent[1], { code: "1234", type: "mobile", phone: "0501112233" });
  assert.deepInclude(sent[2], { code: "5678", type: "email", email: "nora@example.sa" });
});

onEach("another customer's answer: what waited for the first isn't shown", async (profile, { api }) => {
  await api.answer(good({ id: 1 }), pending("mobile"), good({ id: 2 }));
  await profile.info();
  await profile.updateContacts({ phone: "0501112233" });
  assert.strictEqual(profile.pendingVerification?.phone, "0501112233");
  await profile.info();
  await until(() => !profile.pendingVerification, "nothing is shown");
  assert.isEmpty(profile.pendingVerifications);
});

test("a notice that begins with U+FEFF is shown whole, without the SDK", async () => {
  const { api, salla } = await aloneGround();
  const shown = [];
  salla.notify = { fire: (message) => shown.push(message) };
  await api.answer({ body: { success: true, case: "success", msg: "\ufeffSaved", data: {} } });
  await salla.profile.update({ n: 1 });
  assert.deepEqual(shown, ["\ufeffSaved"]);
});
