// Every method, answered and refused.
import { cases, ok, failed, invalid, pending, profile } from "../page/answers.js";

const refusal = invalid({ first_name: ["The first name is too long."] });

/** A method whose request is answered with `answer`, and refused. */
const method = (name, request, answer, play) => ({
  [name + " succeeds"]: { api: { [request]: answer }, run: ({ call, salla }) => call(name, () => play(salla.profile)) },
  [name + " fails"]: {
    api: { [request]: failed(403, { message: "Not allowed now." }) },
    run: ({ call, salla }) => call(name, () => play(salla.profile)),
  },
});

export default {
  "info and getFields": cases({
    ...method("info", "GET auth/user", ok(profile), (p) => p.info()),
    ...method("getFields", "GET profile/fields", ok([{ id: 1, label: "Birthday", type: "date" }]), (p) => p.getFields()),
  }),
  "update and updateCustomFields": cases({
    ...method("update", "POST profile/update", ok({ ...profile, message: "Your profile was saved." }), (p) =>
      p.update({ first_name: "Sara", last_name: "Saleh", birthday: "1990-01-31", gender: "female" }),
    ),
    ...method("updateCustomFields", "POST profile/fields", ok({ ...profile, message: "Saved." }), (p) =>
      p.updateCustomFields({ id: 7, fields: { 12: "blue", 13: ["a", "b"] } }),
    ),
  }),
  "updateContacts and verify": cases({
    ...method("updateContacts with a phone", "POST profile/contacts/update", pending("mobile"), (p) =>
      p.updateContacts({ phone: "555555555", country_code: "SA" }),
    ),
    ...method("updateContacts with an e-mail", "POST profile/contacts/update", pending("email"), (p) =>
      p.updateContacts({ email: "sara@example.com" }),
    ),
    ...method("verify", "POST profile/verify", ok({ verification: { status: "success", type: "mobile" } }), (p) =>
      p.verify({ type: "mobile", code: "1234", phone: "555555555", country_code: "SA" }),
    ),
  }),
  updateSettings: cases(
    method("updateSettings", "POST profile/settings", ok({ message: "Settings saved." }), (p) =>
      p.updateSettings({ name: "is_notifiable", value: true }),
    ),
  ),
  "the data requests": cases({
    ...method("initiateDeleteRequest", "POST account/data-request", ok({ message: "Code sent." }), (p) => p.initiateDeleteRequest("mobile")),
    ...method("verifyDeleteRequest", "POST account/data-request/verify", ok({ message: "Verified." }), (p) =>
      p.verifyDeleteRequest({ type: "mobile", code: "1234" }),
    ),
    ...method("getDeleteRequest", "GET account/data-request", ok({ status: "pending", requested_at: "2026-01-01" }), (p) => p.getDeleteRequest()),
    ...method("cancelDeleteRequest", "POST account/data-request/cancel", ok({ message: "Cancelled." }), (p) => p.cancelDeleteRequest()),
  }),
  "delete succeeds, and logs the customer out": {
    api: { "DELETE profile": ok({ message: "Deleted." }) },
    async run({ call, salla, settled, left }) {
      salla.storage.set("cart", { id: "123" });
      salla.storage.set("kept", 1);
      await call("delete", () => salla.profile.delete());
      await new Promise((resolve) => salla.event.once("profile::deleted", resolve));
      await left();
      await settled(60);
      parity.log(
        "cookies",
        document.cookie.split("; ").map((cookie) => cookie.split("=")[0]),
      );
      parity.log("stored", "cart", localStorage.getItem("cart"), localStorage.getItem("kept"));
    },
  },
  "delete fails": {
    api: { "DELETE profile": failed(403, { message: "Not allowed now." }) },
    run: ({ call, salla }) => call("delete", () => salla.profile.delete()),
  },
  "what the server refuses": cases({
    "update with field messages": {
      api: { "POST profile/update": refusal },
      run: ({ call, salla }) => call("update", () => salla.profile.update({ first_name: "S".repeat(300) })),
    },
    "updateCustomFields with field messages": {
      api: { "POST profile/fields": refusal },
      run: ({ call, salla }) => call("updateCustomFields", () => salla.profile.updateCustomFields({ fields: { 1: "" } })),
    },
    "verify with a wrong code": {
      api: { "POST profile/verify": failed(422, { message: "The code is wrong.", case: "invalid_code", fields: { code: ["The code is wrong."] } }) },
      run: ({ call, salla }) => call("verify", () => salla.profile.verify({ type: "email", code: "0000", email: "sara@example.com" })),
    },
    "verify with too many tries": {
      api: { "POST profile/verify": failed(429, { message: "Wait.", case: "resend_counter" }) },
      run: ({ call, salla }) => call("verify", () => salla.profile.verify({ type: "email", code: "0000", email: "sara@example.com" })),
    },
  }),
  "odd calls": cases({
    "getFields warns where it fails": {
      api: { "GET profile/fields": failed(500, { message: "Broken." }) },
      async run({ call, salla, note }) {
        salla.logger.warn = (...args) => note("logger.warn", ...args);
        await call("getFields", () => salla.profile.getFields());
      },
    },
    "getFields without data": {
      api: { "GET profile/fields": { body: { status: 200, success: true } } },
      run: ({ call, salla }) => call("getFields", () => salla.profile.getFields()),
    },
    "initiateDeleteRequest without a type": {
      run: ({ call, salla }) => call("initiateDeleteRequest", () => salla.profile.initiateDeleteRequest()),
    },
  }),
};
