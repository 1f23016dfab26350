// Contact changes and their codes: the pending verification, digits, the default country.
import { assert, bad, good, parts, rejection, store, test } from "./pages.js";
import { pending } from "./modes.js";

test("pendingVerification from the change to the code", async () => {
  const { api, salla, profile } = await store();
  assert.strictEqual(profile.pendingVerification, null);
  let seenByListener;
  salla.event.on("profile::verification", () => (seenByListener = profile.pendingVerification));
  await api.answer({ body: { ...pending("mobile").body, events: { "profile::verification": { type: "mobile" } } } }, bad(422), good());
  await profile.updateContacts({ phone: "501234567", country_code: "KW" });
  const expected = { type: "mobile", phone: "501234567", country_code: "KW" };
  assert.deepEqual(profile.pendingVerification, expected);
  assert.deepEqual(seenByListener, expected, "in a listener of the server's event");
  assert.deepEqual(salla.api.profile.pendingVerification, expected);

  await rejection(profile.verify("0000"));
  assert.deepEqual(profile.pendingVerification, expected, "after a wrong code");
  await profile.verify("1234");
  assert.strictEqual(profile.pendingVerification, null);
  const requests = await api.got(3);
  assert.deepEqual(JSON.parse(requests[1].body), { ...expected, code: "0000" });
  assert.deepEqual(JSON.parse(requests[2].body), { ...expected, code: "1234" });
});

test("pendingVerification of an e-mail", async () => {
  const { api, profile } = await store();
  await api.answer(pending("email"));
  await profile.updateContacts({ email: "noura@example.com" });
  assert.deepEqual(profile.pendingVerification, { type: "email", email: "noura@example.com" });
  await profile.verify({ code: 1234 });
  assert.deepEqual(JSON.parse((await api.got(2))[1].body), { type: "email", email: "noura@example.com", code: 1234 });
});

test("pendingVerification of a form", async () => {
  const { api, profile } = await store();
  await api.answer(pending("mobile"));
  const form = new FormData();
  form.append("phone", "٠٥٠ ١٢٣");
  await profile.updateContacts(form);
  assert.deepEqual(profile.pendingVerification, { type: "mobile", phone: "050 123", country_code: "SA" });
});

test("a change that needs no code leaves nothing pending", async () => {
  const { api, profile } = await store();
  await api.answer(good({ verification: { status: "success", type: "mobile" } }), good(), bad(422));
  for (const phone of ["1", "2"]) await profile.updateContacts({ phone });
  await rejection(profile.updateContacts({ phone: "3" }));
  assert.strictEqual(profile.pendingVerification, null);
});

test("a change that fails takes no one's place", async () => {
  const { api, profile } = await store();
  await api.answer(pending("mobile"), pending("email"), bad(422));
  await profile.updateContacts({ phone: "501234567" });
  await profile.updateContacts({ email: "a@b" });
  assert.deepEqual(profile.pendingVerification, { type: "email", email: "a@b" });
  await rejection(profile.updateContacts({ phone: "50765" }));
  assert.deepEqual(profile.pendingVerification, { type: "email", email: "a@b" }, "after one that failed");
});

test("a type that the server leaves out", async () => {
  const { api, profile } = await store();
  await api.answer(pending(), pending());
  await profile.updateContacts({ phone: "501234567" });
  assert.strictEqual(profile.pendingVerification.type, "mobile");
  await profile.updateContacts({ email: "a@b" });
  assert.strictEqual(profile.pendingVerification.type, "email");
});

test("verify keeps the members it is given", async () => {
  const { api, profile } = await store();
  await api.answer(pending("mobile"));
  await profile.updateContacts({ phone: "501234567", country_code: "SA" });
  await profile.verify({ code: "1234", phone: "599", extra: 1 });
  const params = new URLSearchParams("code=1&phone=2");
  await api.answer(pending("mobile"));
  await profile.updateContacts({ phone: "501234567", country_code: "SA" });
  await profile.verify(params);
  const requests = await api.got(4);
  assert.deepEqual(JSON.parse(requests[1].body), { code: "1234", phone: "599", type: "mobile", country_code: "SA", extra: 1 });
  assert.deepEqual(Object.fromEntries(new URLSearchParams(requests[3].body)), { code: "1", phone: "2", type: "mobile", country_code: "SA" });
});

test("verify of another change is left alone", async () => {
  const { api, profile } = await store();
  await api.answer(pending("mobile"));
  await profile.updateContacts({ phone: "501234567", country_code: "SA" });
  await api.answer(bad(422), bad(422));
  await rejection(profile.verify({ code: "1234", type: "email" }));
  await rejection(profile.verify({ code: "1234", email: "a@b" }));
  const requests = await api.got(3);
  assert.deepEqual(JSON.parse(requests[1].body), { code: "1234", type: "email" });
  assert.deepEqual(JSON.parse(requests[2].body), { code: "1234", email: "a@b" });
});

test("verify without anything pending sends what it has", async () => {
  const { api, profile } = await store();
  await profile.verify("1234");
  await profile.verify({ code: "1234", type: "email", email: "a@b" });
  assert.deepEqual((await api.got(2)).map(({ body }) => JSON.parse(body)), [{ code: "1234" }, { code: "1234", type: "email", email: "a@b" }]);
});

test("Arabic and Persian digits are sent as ASCII digits", async () => {
  const { api, profile } = await store();
  await profile.updateContacts({ phone: "٠٥٠١٢٣٤٥٦٧٨٩", country_code: "SA" });
  await profile.updateContacts({ phone: "+۹۶۶ ۵۰۱۲۳۴۵۶۷۸", country_code: "SA" });
  await profile.verify("۱۲٣٤");
  await profile.verify({ code: "٠٠٩٩" });
  const form = new FormData();
  form.append("phone", "٥٠١");
  form.append("note", "٥");
  await profile.updateContacts(form);
  await profile.updateContacts(new URLSearchParams({ phone: "٥٠٢" }));
  await profile.verifyDeleteRequest({ type: "email", code: "١٢٣٤" });
  const requests = await api.got(7);
  const body = (n) => JSON.parse(requests[n].body);
  assert.strictEqual(body(0).phone, "050123456789");
  assert.strictEqual(body(1).phone, "+966 5012345678");
  assert.strictEqual(body(2).code, "1234");
  assert.strictEqual(body(3).code, "0099");
  assert.deepEqual(parts(requests[4]), { phone: "501", note: "٥", country_code: "SA" });
  assert.strictEqual(new URLSearchParams(requests[5].body).get("phone"), "502");
  assert.strictEqual(body(6).code, "1234");
});

test("other members keep their digits", async () => {
  const { api, profile } = await store();
  await profile.update({ phone: "٥٠١", first_name: "٥" });
  await profile.updateSettings({ name: "٥", value: "٥" });
  const [first, second] = (await api.got(2)).map(({ body }) => JSON.parse(body));
  assert.strictEqual(first.first_name, "٥");
  assert.deepEqual(second, { name: "٥", value: "٥" });
});

test("a phone without a country is sent with SA", async () => {
  const { api, profile } = await store({ "data-country": "KW" });
  await profile.updateContacts({ phone: "501234567" });
  await profile.updateContacts({ phone: "501234567", country_code: "" });
  await profile.updateContacts({ phone: "501234567", country_code: "AE" });
  await profile.updateContacts({ email: "a@b" });
  await profile.updateContacts(new URLSearchParams({ phone: "1" }));
  const requests = await api.got(5);
  assert.deepEqual(requests.slice(0, 3).map(({ body }) => JSON.parse(body).country_code), ["SA", "SA", "AE"]);
  assert.deepEqual(JSON.parse(requests[3].body), { email: "a@b" });
  assert.strictEqual(new URLSearchParams(requests[4].body).get("country_code"), "SA");
});

test("never another country: a phone of another one is sent without SA", async () => {
  const { api, profile } = await store();
  const payloads = [
    { phone: "+971 50 111 2233" },
    { phone: "00971501112233" },
    { phone: "+٩٧١ 50" },
    { phone: "501112233", country_code: { iso2: "ae" } },
    { phone: "501112233", countryCode: "AE" },
    { phone: "+966 50 111 2233" },
    { phone: "00966501112233" },
  ];
  for (const payload of payloads) await profile.updateContacts(payload);
  await profile.updateContacts(new URLSearchParams({ phone: "+97150" }));
  const requests = await api.got(payloads.length + 1);
  assert.deepEqual(requests.slice(0, -1).map(({ body }) => JSON.parse(body).country_code ?? ""), ["", "", "", { iso2: "ae" }, "", "SA", "SA"]);
  assert.strictEqual(new URLSearchParams(requests.at(-1).body).get("country_code"), null);
});

test("verify takes a number, and the documentation's word for a phone", async () => {
  const { api, profile } = await store();
  const contact = { phone: "501234567", country_code: "SA", type: "mobile" };
  for (const code of [1234, { code: "1234", type: "phone" }]) {
    await api.answer(pending("mobile"));
    await profile.updateContacts({ phone: "501234567", country_code: "SA" });
    await profile.verify(code);
    assert.strictEqual(profile.pendingVerification, null, "closed");
  }
  const requests = await api.got(4);
  for (const n of [1, 3]) assert.deepEqual(JSON.parse(requests[n].body), { code: "1234", ...contact });
});

test("a phone that is a number", async () => {
  const { api, profile } = await store();
  await api.answer(pending("mobile"));
  await profile.updateContacts({ phone: 966501234567, country_code: "SA" });
  assert.deepEqual(JSON.parse((await api.got(1))[0].body), { phone: 966501234567, country_code: "SA" });
  assert.strictEqual(profile.pendingVerification.phone, "966501234567");
});
