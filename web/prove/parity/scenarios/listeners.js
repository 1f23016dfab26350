// Who hears of it, and in which order.
import { cases, failed, ok, profile, scene, update } from "../page/answers.js";

const api = {
  "POST profile/update": ok({ ...profile, message: "Saved." }),
  "POST profile/contacts/update": ok({ verification: { status: "pending", type: "mobile" } }),
  "POST profile/verify": failed(422, { message: "Wrong." }),
  "GET auth/user": ok(profile),
};

/** A step: from now on a listener throws. */
const throwing = (name) => (t) => {
  t.salla.event.on(name, () => {
    throw new Error("listener");
  });
};

export default {
  "every helper": {
    api: {
      ...api,
      "POST profile/settings": [ok(), failed(400, { message: "No." })],
      "DELETE profile": failed(400, { message: "No." }),
      "POST profile/update": [ok(profile), failed(400, { message: "No." })],
      "POST profile/contacts/update": [ok(), failed(400, { message: "No." })],
      "POST profile/verify": [ok(), failed(400, { message: "No." })],
      "GET auth/user": [ok(profile), failed(400, { message: "No." })],
    },
    async run({ call, salla, note }) {
      const names = ["Updated", "UpdateFailed", "VerificationCodeSent", "UpdateContactsFailed", "Verified", "Unverified", "InfoFetched"];
      for (const name of [...names, "InfoNotFetched", "SettingsUpdated", "UpdateSettingsFailed", "Deleted", "NotDeleted"]) {
        salla.profile.event["on" + name]((...args) => note("profile.event.on" + name, ...args));
        salla.event.profile["on" + name]((...args) => note("event.profile.on" + name, args.length));
      }
      for (let i = 0; i < 2; i++) {
        await call("update", () => salla.profile.update({ i }));
        await call("updateContacts", () => salla.profile.updateContacts({ email: i + "@b.c" }));
        await call("verify", () => salla.profile.verify({ type: "email", code: "1" + i, email: "a@b.c" }));
        await call("updateSettings", () => salla.profile.updateSettings({ i }));
        await call("info", () => salla.profile.info());
      }
      await call("delete", () => salla.profile.delete());
    },
  },
  "on, off and once": {
    api,
    async run(t) {
      const { salla, note } = t;
      const on = () => note("on");
      const helper = () => note("helper");
      salla.event.on("profile::updated", on);
      salla.event.once("profile::updated", () => note("once"));
      salla.profile.event.onUpdated(helper);
      salla.event.on("profile::*", () => note("wildcard"));
      await update(t);
      salla.event.off("profile::updated", on);
      salla.profile.event.offUpdated?.(helper); // an older SDK has none
      await update(t);
    },
  },
  "what a listener finds": {
    api,
    async run(t) {
      t.salla.event.on("profile::updated", (body) => {
        t.note("this", body.data.first_name, t.salla.config.get("user.first_name"), JSON.parse(localStorage.user).first_name);
      });
      await update(t);
    },
  },
  "a listener that changes the body": {
    api,
    async run({ salla, call }) {
      salla.event.on("profile::updated", (body) => {
        body.data.first_name = "changed";
      });
      await call("update", () => salla.profile.update({ first_name: "Sara" }));
    },
  },
  "a listener that calls a method": {
    api,
    async run(t) {
      t.salla.event.once("profile::updated", () => t.profile("info"));
      await update(t);
      await t.settled();
    },
  },
  "a server's event whose listener calls a method": {
    api: { ...api, "POST profile/contacts/update": ok({}, { events: { "profile::verification": { type: "mobile" } } }) },
    async run(t) {
      t.salla.event.on("profile::verification", (payload) =>
        t.profile("verify", { code: "1234", phone: "5", country_code: "SA", ...payload }),
      );
      await t.profile("updateContacts", { phone: "5", country_code: "SA" });
      await t.settled();
    },
  },
  "a helper's listener that throws": {
    api,
    async run(t) {
      t.salla.profile.event.onUpdated(() => {
        throw new Error("listener");
      });
      t.salla.profile.event.onUpdated(() => t.note("the next one"));
      await update(t);
    },
  },
  "a listener that throws": scene(
    api,
    throwing("profile::updated"), (t) => t.salla.event.on("profile::updated", () => t.note("the next one")),
    update,
  ),
  "a failure's listener that throws": scene({ "POST profile/update": failed(400, { message: "No." }) }, throwing("profile::update.failed"), update),
  "a document listener that throws": scene({ "POST profile/update": failed(400, { message: "No." }) }, throwing("document::request.failed"), update),
  "a server's event whose listener throws": scene(
    { "POST profile/update": ok({ ...profile, message: "Saved." }, { events: { "x::y": 1, "x::z": 2 } }) },
    throwing("x::y"),
    update,
  ),
  "a listener that answers a rejected promise": {
    api,
    async run(t) {
      t.salla.event.on("profile::updated", () => Promise.reject(new Error("later")));
      await update(t);
      await t.settled(30);
    },
  },
  "a listener that answers a slow promise": {
    api,
    async run(t) {
      let answer, answered;
      t.salla.event.on("profile::updated", () => (answered = new Promise((resolve) => (answer = resolve)).then(() => t.note("slow"))));
      await update(t);
      answer();
      await answered;
    },
  },
  "a rejection that nobody catches": {
    api: { "POST profile/update": failed(400, { message: "No." }) },
    async run({ salla, settled }) {
      salla.profile.update({ first_name: "Sara" });
      await settled(30);
    },
  },
  "dataLayer and the mobile bridge": cases({
    "dataLayer that the theme replaced": {
      api,
      async run(t) {
        window.dataLayer = [];
        await update(t);
        t.note("dataLayer", window.dataLayer);
      },
    },
    "the mobile bridge": {
      api,
      async run(t) {
        window.flutter_inappwebview = { callHandler: (...args) => t.note("flutter", ...args) };
        await update(t);
        delete window.flutter_inappwebview;
        window.Android = { customEventWithData: (...args) => t.note("android", ...args) };
        await t.profile("updateContacts", { email: "a@b.c" });
      },
    },
    analytics: {
      api,
      async run(t) {
        const { analytics } = t.salla;
        for (const name of ["track", "log", "identify"]) {
          if (typeof analytics?.[name] == "function") analytics[name] = (...args) => t.note("analytics." + name, ...args);
        }
        await update(t);
        await t.settled(30);
      },
    },
  }),
  "no dataLayer": {
    api: { "POST profile/update": ok(profile, { googleTags: { event: "saved" } }) },
    async run(t) {
      delete window.dataLayer;
      await update(t);
      t.note("dataLayer", window.dataLayer);
    },
  },
};
