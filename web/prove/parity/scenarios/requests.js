// The store's configuration, and what the theme adds to a request.
import { cases, ok, failed, profile } from "../page/answers.js";

const api = { "POST profile/update": ok(profile), "GET auth/user": ok(profile), "POST profile/fields": ok(profile) };
const update = ({ call, salla }) => call("update", () => salla.profile.update({ first_name: "Sara" }));

export default {
  "a store that logs in by SSO": {
    api,
    config: { store: { features: ["sso-login"] } },
    async run({ call, salla }) {
      await call("update", () => salla.profile.update({ first_name: "Sara" }));
      await call("updateCustomFields", () => salla.profile.updateCustomFields({ fields: {} }));
      await call("info", () => salla.profile.info());
      await call("updateContacts", () => salla.profile.updateContacts({ email: "sara@example.com" }));
    },
  },
  "SSO, and then not": {
    api,
    config: { store: { features: ["sso-login", "other"] } },
    async run({ call, salla }) {
      await call("update", () => salla.profile.update({ first_name: "Sara" }));
      salla.config.set("store.features", ["other"]);
      await call("update", () => salla.profile.update({ first_name: "Sara" }));
    },
  },
  "preview mode": {
    api: { ...api, "POST profile/verify": failed(422, { message: "No." }) },
    config: { theme: { mode: "preview" } },
    async run(t) {
      await update(t);
      await t.call("getDeleteRequest", () => t.salla.profile.getDeleteRequest());
      await t.call("verify", () => t.salla.profile.verify({ type: "email", code: "1", email: "a@b.c" }));
    },
  },
  "swoole for a path": {
    api,
    config: { swoole: ["PROFILE/update", "cart"] },
    async run(t) {
      await update(t);
      await t.call("info", () => t.salla.profile.info());
    },
  },
  "swoole that is no list": { api, config: { swoole: "profile" }, run: update },
  "swoole that is a broken pattern": { api, config: { swoole: ["("] }, run: update },
  "an anonymous id": {
    api,
    async run(t) {
      t.salla.analytics.getAnonymousId = () => "anonymous-1";
      await update(t);
      t.salla.analytics.getAnonymousId = () => null;
      await update(t);
      t.salla.analytics.getAnonymousId = () => {
        throw new Error("analytics");
      };
      await update(t);
    },
  },
  "without analytics": {
    api,
    async run(t) {
      delete t.salla.analytics;
      await update(t);
    },
  },
  "headers of the theme": cases({
    "a header of the theme": {
      api,
      async run(t) {
        t.salla.api.setHeader("X-Theme", "raed");
        t.salla.api.setHeaders({ "s-theme-id": 12, currency: "USD" });
        await update(t);
        t.salla.api.setHeader("x-theme", "luna"); // the same header, written another way
        await update(t);
      },
    },
    "a header that is changed right after the call": {
      api,
      async run({ call, salla }) {
        const done = call("update", () => salla.profile.update({ first_name: "Sara" }));
        salla.api.setHeader("X-Late", "1");
        await done;
      },
    },
    "headers without a value": {
      api,
      async run(t) {
        t.salla.api.setHeader("X-Null", null);
        t.salla.api.setHeader("X-Undefined", undefined);
        t.salla.api.setHeader("X-False", false);
        t.salla.api.setHeader("X-True", true);
        t.salla.api.setHeader("X-Zero", 0);
        t.salla.api.setHeader("X-Empty", "");
        t.salla.api.setHeader("X-List", ["a", "b"]);
        await update(t);
      },
    },
    "a header with spaces around": {
      api,
      async run(t) {
        t.salla.api.setHeader("X-Spaced", "  a b ");
        await update(t);
      },
    },
    "an Accept of the theme": {
      api,
      async run(t) {
        t.salla.api.setHeader("accept", "application/vnd.salla+json");
        await update(t);
      },
    },
  }),
  "headers that can't be sent": cases({
    "a header with line ends": {
      api,
      async run(t) {
        t.salla.api.setHeader("X-Lines", "a\r\nb");
        await update(t);
        t.salla.api.setHeader("X-Lines", null);
      },
    },
    "a header that can't be sent": {
      api,
      async run(t) {
        t.salla.api.setHeader("X-Arabic", "سارة");
        await update(t);
        t.salla.api.setHeader("X-Arabic", null);
      },
    },
    "a header whose name can't be sent": {
      api,
      async run(t) {
        t.salla.api.setHeader("X Theme", "raed");
        await update(t);
        t.salla.api.setHeader("X Theme", null);
      },
    },
  }),
  "a content type of the theme": {
    api,
    async run(t) {
      t.salla.api.setHeader("Content-Type", "text/plain");
      await update(t);
      await t.call("params", () => t.salla.profile.update(new URLSearchParams("a=1")));
    },
  },
  "a guest": {
    api,
    storage: { token: null, user: null },
    config: { user: { id: null, type: "guest" } },
    run: update,
  },
  "log out and in": cases({
    "the customer logs out": {
      api,
      async run(t) {
        t.salla.api.setHeader("Authorization", null);
        await update(t);
      },
    },
    "another token": {
      api,
      async run(t) {
        t.salla.auth.event.tokenFetched("e30.e30.x");
        await update(t);
      },
    },
  }),
  "another language and currency": {
    api,
    config: { user: { language_code: "ar", currency_code: "USD", country_code: "AE" } },
    run: update,
  },
  "a scope": { api, config: { store: { scope: { id: 77, type: "branch" } } }, run: update },
  "headers from init": { api, config: { headers: { "X-Init": "1" } }, run: update },
  "an api without a slash, later another one": {
    api,
    async run(t) {
      t.salla.config.set("store.api", t.parity.run.api);
      await update(t);
      t.salla.config.set("store.api", t.parity.run.api + "///");
      await update(t);
      t.salla.config.set("store.api", t.parity.run.api + "/v2");
      await update(t);
    },
  },
};
