// What waits for a code: web/docs/verification.md.
import { add, assert, bad, good, rejection, until } from "./pages.js";
import { initSDK, sdkURL } from "../faults/sdk.js";
import { formOf, inBoth, pending } from "./modes.js";

// null; and what the SDK's proxy makes of it.
const nothing = (profile, what) => assert.ok(profile.pendingVerification == null, `${what}: ${JSON.stringify(profile.pendingVerification)}`);

const phone = { phone: "501234567", country_code: "SA" };
const mobile = { type: "mobile", ...phone };
const email = { type: "email", email: "a@b.sa" };

inBoth("a verification is opened by the answer to update, as the theme's profile form sends it", async ({ api, win, profile, sent }) => {
  await api.answer(pending("mobile"));
  await profile.update(formOf(win, { first_name: "N", phone: "٥٠١٢٣", country_code: "AE", email: "a@b.sa" }));
  const contact = { type: "mobile", phone: "50123", country_code: "AE" };
  assert.deepEqual(profile.pendingVerification, contact);
  await profile.verify("4321");
  assert.deepEqual((await sent())[1], { code: "4321", ...contact });
  nothing(profile, "verified");
});

inBoth("a verification is opened by the server's event, whose payload is its word on the contact", async ({ api, profile }) => {
  const contact = { type: "mobile", phone: "599", country_code: "KW" };
  for (const event of [contact, [contact, { type: "email" }]]) {
    await api.answer(good({}, { events: { "profile::verification": event } }), good());
    await profile.updateContacts(phone);
    assert.deepEqual(profile.pendingVerification, contact);
    await profile.verify("1");
    nothing(profile, "verified");
  }
});

inBoth("a verification isn't opened by an event that is about a deletion", async ({ api, profile }) => {
  const event = { type: "email", email: "a@b.sa", request_type: "delete_account" };
  await api.answer(good({}, { events: { "profile::verification": event } }), good({}, { events: { "profile::verification": [event] } }));
  await profile.initiateDeleteRequest("email");
  nothing(profile, "a data request's");
  await profile.update({ first_name: "N" });
  nothing(profile, "another's");
});

inBoth("verifications: one for each type, the newer shown, and the other one again", async ({ api, profile, sent }) => {
  await api.answer(pending("mobile"), pending("email"));
  await profile.updateContacts(phone);
  await profile.update({ email: "a@b.sa" });
  assert.deepEqual(profile.pendingVerification, email);
  await api.answer(bad(422));
  await rejection(profile.verify("0"));
  assert.deepEqual(profile.pendingVerification, email, "after a wrong code");
  await profile.verify({ code: "1" });
  assert.deepEqual(profile.pendingVerification, mobile);
  await profile.verify("2");
  nothing(profile, "both verified");
  assert.deepEqual((await sent()).slice(2), [{ code: "0", ...email }, { code: "1", ...email }, { code: "2", ...mobile }]);
});

inBoth("verify takes the contact of the type that it names, by the store's word or the documentation's", async ({ api, profile, sent }) => {
  for (const type of ["mobile", "phone"]) {
    await api.answer(pending("mobile"), pending("email"));
    await profile.updateContacts(phone);
    await profile.updateContacts({ email: "a@b.sa" });
    await profile.verify({ code: "1", type });
    assert.deepEqual(profile.pendingVerification, email);
    await profile.verify({ code: 2, type: "email" });
    nothing(profile, "both verified");
  }
  const bodies = await sent();
  for (const at of [2, 6]) assert.deepEqual(bodies.slice(at, at + 2), [{ code: "1", ...mobile }, { code: 2, ...email }]);
});

inBoth("a verification is closed by a change of the same contact that needs no code", async ({ api, profile }) => {
  await api.answer(pending("email"), good(), good({ verification: { status: "success", type: "email" } }));
  await profile.updateContacts({ email: "a@b.sa" });
  await profile.updateContacts(phone);
  assert.deepEqual(profile.pendingVerification, email, "of another one");
  await profile.updateContacts({ email: "old@b.sa" });
  nothing(profile, "the customer has thought again");
});

inBoth("a late answer to an older code leaves the newer verification", async ({ api, profile, sent }) => {
  await api.answer(pending("mobile"), { ...good(), hold: 1 }, pending("mobile"));
  await profile.updateContacts(phone);
  const late = profile.verify("1");
  await until(async () => (await sent()).length == 2, "the code has arrived");
  await profile.updateContacts({ ...phone, phone: "502" });
  await api.release();
  await late;
  assert.deepEqual(profile.pendingVerification, { ...mobile, phone: "502" });
});

inBoth("verifications outlive a reload, of the same customer", async ({ api, profile, reload }) => {
  await api.answer(pending("mobile"), pending("email"));
  await profile.updateContacts(phone);
  await profile.updateContacts({ email: "a@b.sa" });

  const other = await reload({ customer: 2 });
  nothing(other.profile, "another customer");
  await other.profile.verify({ code: "1", type: "email" });
  assert.deepEqual((await other.sent())[0], { code: "1", type: "email" });

  const again = await reload();
  assert.deepEqual(again.profile.pendingVerification, email);
  await again.profile.verify("1");
  assert.deepEqual(again.profile.pendingVerification, mobile);

  const third = await reload();
  assert.deepEqual(third.profile.pendingVerification, mobile);
  await third.profile.verify("2");
  assert.deepEqual((await third.sent())[0], { code: "2", ...mobile });
  nothing((await reload()).profile, "both verified");
});

inBoth("another customer on the same page has nothing that waits", async ({ api, win, profile, sent, sdk }) => {
  await api.answer(pending("email"));
  await profile.updateContacts({ email: "a@b.sa" });
  if (sdk) win.salla.config.set("user.id", 2);
  else await profile.configure({ userId: "2" });
  await profile.verify("1");
  assert.deepEqual((await sent())[1], { code: "1" });
  nothing(profile, "another customer");
});

inBoth("a page whose session can't be stored keeps verifications as long as it lives", async ({ api, win, profile, sent }) => {
  win.Object.defineProperty(win, "sessionStorage", {
    get() {
      throw new win.DOMException("denied", "SecurityError");
    },
  });
  await api.answer(pending("email"));
  await profile.updateContacts({ email: "a@b.sa" });
  assert.deepEqual(profile.pendingVerification, email);
  await profile.verify("1");
  assert.deepEqual((await sent())[1], { code: "1", ...email });
  nothing(profile, "verified");
});

inBoth("a verification outlives a second SDK", async ({ api, win, profile, sdk }) => {
  await api.answer(pending("email"));
  await profile.updateContacts({ email: "a@b.sa" });
  if (!sdk) return; // it comes, or it doesn't
  await add(win, sdkURL);
  initSDK(win, api);
  await win.salla.profile.ready;
  assert.deepEqual(win.salla.profile.pendingVerification, email);
});
