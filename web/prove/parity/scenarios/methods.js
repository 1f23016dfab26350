// Every method, answered and refused.
import { cases, failed, invalid, ok, pending, profile, scene } from "../page/answers.js";

const sara = { first_name: "Sara", last_name: "Saleh", birthday: "1990-01-31", gender: "female" };
const phone = { phone: "555555555", country_code: "SA" };
const refusal = invalid({ first_name: ["The first name is too long."] });

/** A method whose request is answered with `answer`, and refused. */
const method = (name, request, answer, ...args) => ({
  [name + " succeeds"]: scene({ [request]: answer }, [name.split(" ")[0], ...args]),
  [name + " fails"]: scene({ [request]: failed(403, { message: "Not allowed now." }) }, [name.split(" ")[0], ...args]),
});

export default {
  "info and getFields": cases({
    ...method("info", "GET auth/user", ok(profile)),
    ...method("getFields", "GET profile/fields", ok([{ id: 1, label: "Birthday", type: "date" }])),
  }),
  "update and updateCustomFields": cases({
    ...method("update", "POST profile/update", ok({ ...profile, message: "Your profile was saved." }), sara),
    ...method("updateCustomFields", "POST profile/fields", ok({ ...profile, message: "Saved." }), { id: 7, fields: { 12: "blue", 13: ["a", "b"] } }),
  }),
  "updateContacts and verify": cases({
    ...method("updateContacts with a phone", "POST profile/contacts/update", pending("mobile"), phone),
    ...method("updateContacts with an e-mail", "POST profile/contacts/update", pending("email"), { email: "sara@example.com" }),
    ...method("verify", "POST profile/verify", ok({ verification: { status: "success", type: "mobile" } }), { type: "mobile", code: "1234", ...phone }),
  }),
  updateSettings: cases(
    method("updateSettings", "POST profile/settings", ok({ message: "Settings saved." }), { name: "is_notifiable", value: true }),
  ),
  "the data requests": cases({
    ...method("initiateDeleteRequest", "POST account/data-request", ok({ message: "Code sent." }), "mobile"),
    ...method("verifyDeleteRequest", "POST account/data-request/verify", ok({ message: "Verified." }), { type: "mobile", code: "1234" }),
    ...method("getDeleteRequest", "GET account/data-request", ok({ status: "pending", requested_at: "2026-01-01" })),
    ...method("cancelDeleteRequest", "POST account/data-request/cancel", ok({ message: "Cancelled." })),
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
  "delete fails": scene({ "DELETE profile": failed(403, { message: "Not allowed now." }) }, ["delete"]),
  "what the server refuses": cases({
    "update with field messages": scene({ "POST profile/update": refusal }, ["update", { first_name: "S".repeat(300) }]),
    "updateCustomFields with field messages": scene({ "POST profile/fields": refusal }, ["updateCustomFields", { fields: { 1: "" } }]),
    "verify with a wrong code": scene(
      { "POST profile/verify": failed(422, { message: "The code is wrong.", case: "invalid_code", fields: { code: ["The code is wrong."] } }) },
      ["verify", { type: "email", code: "0000", email: "sara@example.com" }],
    ),
    "verify with too many tries": scene(
      { "POST profile/verify": failed(429, { message: "Wait.", case: "resend_counter" }) },
      ["verify", { type: "email", code: "0000", email: "sara@example.com" }],
    ),
  }),
  "odd calls": cases({
    "getFields warns where it fails": {
      api: { "GET profile/fields": failed(500, { message: "Broken." }) },
      async run({ call, salla, note }) {
        salla.logger.warn = (...args) => note("logger.warn", ...args);
        await call("getFields", () => salla.profile.getFields());
      },
    },
    "getFields without data": scene({ "GET profile/fields": { body: { status: 200, success: true } } }, ["getFields"]),
    "initiateDeleteRequest without a type": scene({}, ["initiateDeleteRequest"]),
  }),
};
