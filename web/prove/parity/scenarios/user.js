// The stored user.
import { cases, ok, profile, scene, update } from "../page/answers.js";

const methods = {
  info: ["GET auth/user", (p) => p.info()],
  update: ["POST profile/update", (p) => p.update({ first_name: "Sara" })],
  updateCustomFields: ["POST profile/fields", (p) => p.updateCustomFields({ fields: {} })],
  updateContacts: ["POST profile/contacts/update", (p) => p.updateContacts({ email: "a@b.c" })],
  verify: ["POST profile/verify", (p) => p.verify({ type: "email", code: "1", email: "a@b.c" })],
  updateSettings: ["POST profile/settings", (p) => p.updateSettings({ name: "a", value: 1 })],
};

const stored = (name, data, more = {}) => {
  const [request, play] = methods[name];
  return { ...more, api: { [request]: ok(data) }, run: ({ salla, call }) => call(name, () => play(salla.profile)) };
};

export default {
  "who stores it": cases({
    "info stores it": stored("info", profile),
    "update stores it": stored("update", profile),
    "updateCustomFields stores it": stored("updateCustomFields", profile),
    "updateContacts doesn't": stored("updateContacts", profile),
    "verify doesn't": stored("verify", profile),
    "updateSettings doesn't": stored("updateSettings", profile),
  }),
  "what is stored": cases({
    "without a phone it isn't stored": stored("update", { ...profile, phone: null }),
    "with a phone that is text": stored("update", { ...profile, phone: "+966555555555" }),
    "with an empty phone": stored("update", { ...profile, phone: {} }),
    "with parts of a phone": stored("info", { ...profile, phone: { number: "5" } }),
    "members that are missing": stored("info", { id: 9, phone: { code: "+1", number: 2, country: "US" } }),
    "data of another kind": stored("info", [1, 2]),
  }),
  "no data": cases({
    "without data": scene({ "GET auth/user": { body: { status: 200, success: true } } }, ["info"]),
    "data null": scene({ "GET auth/user": { body: { status: 200, success: true, data: null } } }, ["info"]),
  }),
  "can_comment is kept": stored("info", profile, { config: { user: { can_comment: true } } }),
  "the language and currency of the answer are used from then on": scene(
    { "GET auth/user": ok({ ...profile, language: "ar", currency: "USD" }), "POST profile/update": ok(profile) },
    ["info"],
    update,
  ),
  "storage that is full": {
    api: { "POST profile/update": ok(profile) },
    async run({ salla, call }) {
      const set = Storage.prototype.setItem;
      Storage.prototype.setItem = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
      await call("update", () => salla.profile.update({ first_name: "Sara" }));
      Storage.prototype.setItem = set;
    },
  },
};
