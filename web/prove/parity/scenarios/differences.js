// What is different on purpose (README, "What differs from the SDK"). Each has its entry in intended/.
import { cases, ok, profile, oneByOne } from "../page/answers.js";

const api = { "POST profile/update": ok(profile), "POST profile/contacts/update": ok(), "POST profile/verify": ok() };

const calls = (name, ...payloads) => ({
  api,
  async run({ salla, call }) {
    for (const payload of payloads) await call(name, () => salla.profile[name](payload));
  },
});

export default {
  "a file in an object": {
    api,
    run: ({ salla, call }) =>
      call("update", () =>
        salla.profile.update({ first_name: "Sara", avatar: new File(["png"], "sara.png", { type: "image/png" }), deep: { list: [1, 2] } }),
      ),
  },
  "two identical updates at once": {
    api: { "POST profile/update": oneByOne(ok({ ...profile, message: "Saved." })) },
    async run({ salla, call, releaseBoth }) {
      const both = [0, 1].map(() => call("update", () => salla.profile.update({ first_name: "Sara" })));
      await releaseBoth("POST profile/update", both);
    },
  },
  "two identical updates at once that fail": {
    api: { "POST profile/update": oneByOne({ status: 500, body: { success: false, error: { message: "No." } } }) },
    async run({ salla, call, releaseBoth }) {
      const both = [0, 1].map(() => call("update", () => salla.profile.update({ first_name: "Sara" })));
      await releaseBoth("POST profile/update", both);
    },
  },
  digits: cases({
    "Arabic digits in a phone": calls("updateContacts", { phone: "٠٥٥٥", country_code: "SA" }),
    "a mark and blanks around an e-mail": calls("updateContacts", { email: "\u200f sara@example.com " }),
    "Persian digits in a code": calls("verify", { type: "email", code: "۱۲۳۴", email: "a@b.c" }),
  }),
  "a phone without a country": calls("updateContacts", { phone: "555555555" }),
  refused: cases({
    "verify without a code": calls("verify", { type: "mobile", phone: "555555555", country_code: "SA" }),
    "a contact change without a contact": calls("updateContacts", { name: "x" }),
    "a phone without a digit": calls("updateContacts", { phone: "phone", country_code: "SA" }),
    "an e-mail without @": calls("updateContacts", { email: "sara" }),
    "verifyDeleteRequest without a payload": { run: ({ salla, call }) => call("verifyDeleteRequest", () => salla.profile.verifyDeleteRequest()) },
    "a payload that is none": {
      api,
      async run({ salla, call }) {
        for (const payload of [12, true, [1], new Date(0), () => 1, new Blob(["x"]), new Map()]) {
          await call("update", () => salla.profile.update(payload));
        }
      },
    },
  }),
};
