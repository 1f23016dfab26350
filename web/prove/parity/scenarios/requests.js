// The store's configuration, and what the theme adds to a request.
import { cases, both, failed, info, ok, profile, scene, update } from "../page/answers.js";

const api = { "POST profile/update": ok(profile), "GET auth/user": ok(profile), "POST profile/fields": ok(profile) };

/** A step: from now on a header goes with every request. */
const header = (name, value) => (t) => t.salla.api.setHeader(name, value);

export default {
  "a store that logs in by SSO": {
    config: { store: { features: ["sso-login"] } },
    ...scene(api, update, ["updateCustomFields", { fields: {} }], info, ["updateContacts", { email: "sara@example.com" }]),
  },
  "SSO, and then not": {
    config: { store: { features: ["sso-login", "other"] } },
    ...scene(api, update, (t) => t.salla.config.set("store.features", ["other"]), update),
  },
  "preview mode": {
    config: { theme: { mode: "preview" } },
    ...scene(
      { ...api, "POST profile/verify": failed(422, { message: "No." }) },
      update,
      ["getDeleteRequest"],
      ["verify", { type: "email", code: "1", email: "a@b.c" }],
    ),
  },
  "swoole for a path": { config: { swoole: ["PROFILE/update", "cart"] }, ...scene(api, both) },
  "swoole that is no list": { api, config: { swoole: "profile" }, run: update },
  "swoole that is a broken pattern": { api, config: { swoole: ["("] }, run: update },
  "an anonymous id": {
    api,
    async run(t) {
      const broken = () => {
        throw new Error("analytics");
      };
      for (const id of [() => "anonymous-1", () => null, broken]) {
        t.salla.analytics.getAnonymousId = id;
        await update(t);
      }
    },
  },
  "without analytics": scene(api, (t) => delete t.salla.analytics, update),
  "headers of the theme": cases({
    "a header of the theme": scene(
      api,
      header("X-Theme", "raed"),
      (t) => t.salla.api.setHeaders({ "s-theme-id": 12, currency: "USD" }),
      update,
      header("x-theme", "luna"), // the same header, written another way
      update,
    ),
    "a header that is changed right after the call": {
      api,
      async run(t) {
        const done = update(t);
        t.salla.api.setHeader("X-Late", "1");
        await done;
      },
    },
    "headers without a value": scene(
      api,
      ...Object.entries({
        "X-Null": null, "X-Undefined": undefined, "X-False": false, "X-True": true, "X-Zero": 0, "X-Empty": "", "X-List": ["a", "b"],
      }).map(([name, value]) => header(name, value)),
      update,
    ),
    "a header with spaces around": scene(api, header("X-Spaced", "  a b "), update),
    "an Accept of the theme": scene(api, header("accept", "application/vnd.salla+json"), update),
  }),
  "headers that can't be sent": cases({
    "a header with line ends": scene(api, header("X-Lines", "a\r\nb"), update, header("X-Lines", null)),
    "a header that can't be sent": scene(api, header("X-Arabic", "سارة"), update, header("X-Arabic", null)),
    "a header whose name can't be sent": scene(api, header("X Theme", "raed"), update, header("X Theme", null)),
  }),
  "a content type of the theme": scene(api, header("Content-Type", "text/plain"), update, (t) =>
    t.call("params", () => t.salla.profile.update(new URLSearchParams("a=1"))),
  ),
  "a guest": { api, storage: { token: null, user: null }, config: { user: { id: null, type: "guest" } }, run: update },
  "log out and in": cases({
    "the customer logs out": scene(api, header("Authorization", null), update),
    "another token": scene(api, (t) => t.salla.auth.event.tokenFetched("e30.e30.x"), update),
  }),
  "another language and currency": { api, config: { user: { language_code: "ar", currency_code: "USD", country_code: "AE" } }, run: update },
  "a scope": { api, config: { store: { scope: { id: 77, type: "branch" } } }, run: update },
  "headers from init": { api, config: { headers: { "X-Init": "1" } }, run: update },
  "an api without a slash, later another one": {
    api,
    async run(t) {
      for (const end of ["", "///", "/v2"]) {
        t.salla.config.set("store.api", t.parity.run.api + end);
        await update(t);
      }
    },
  },
};
