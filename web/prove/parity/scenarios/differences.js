// What is different on purpose (web/docs/differences.md). Each has its entry in intended/.
import { cases, ok, oneByOne, profile, scene, update } from "../page/answers.js";

const api = { "POST profile/update": ok(profile), "POST profile/contacts/update": ok(), "POST profile/verify": ok() };

const calls = (name, ...payloads) => scene(api, ...payloads.map((payload) => [name, payload]));

const twice = (answer) => ({
  api: { "POST profile/update": oneByOne(answer) },
  run: (t) => t.releaseBoth("POST profile/update", [update(t), update(t)]),
});

export default {
  "a file in an object": calls("update", {
    first_name: "Sara",
    avatar: new File(["png"], "sara.png", { type: "image/png" }),
    deep: { list: [1, 2] },
  }),
  "two identical updates at once": twice(ok({ ...profile, message: "Saved." })),
  "two identical updates at once that fail": twice({ status: 500, body: { success: false, error: { message: "No." } } }),
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
    "verifyDeleteRequest without a payload": scene({}, ["verifyDeleteRequest"]),
    "a payload that is none": calls("update", 12, true, Symbol("x"), 1n, () => 1),
  }),
};
