// How it is called, and what is beside the methods.
import { cases, ok, failed, invalid, pending, profile, oneByOne } from "../page/answers.js";

const api = { "POST profile/update": ok(profile), "GET auth/user": ok(profile), "POST profile/verify": ok(), "POST profile/settings": ok() };

export default {
  "without this": {
    api,
    async run({ salla, call }) {
      const { update } = salla.profile;
      const { info } = salla.api.profile;
      await call("update", () => update({ first_name: "Sara" }));
      await call("info", () => info());
      await call("call", () => salla.profile.update.call(null, { first_name: "Sara" }));
      await call("apply", () => Reflect.apply(salla.profile.info, 5, []));
    },
  },
  "from a timer and a promise": {
    api,
    async run({ salla, settled, call }) {
      setTimeout(salla.profile.info);
      await settled(30);
      await call("then", () => Promise.resolve({ first_name: "Sara" }).then(salla.profile.update));
    },
  },
  "by its other names": {
    api,
    async run({ salla, call }) {
      await call("salla.api.profile", () => salla.api.profile.update({ a: 1 }));
      await call("salla.profile.api", () => salla.profile.api.update({ a: 2 }));
      await call("Salla", () => Salla.profile.update({ a: 3 }));
      await call("salla.call", () => salla.call("profile.update")({ a: 4 }));
      await call("window.Salla.api", () => window.Salla.api.profile.info());
    },
  },
  "the same function by every name": {
    run({ salla, note }) {
      note(
        "update",
        typeof salla.profile.update,
        salla.profile.update === salla.api.profile.update,
        salla.profile.api === salla.api.profile,
        salla.profile.event === salla.event.profile,
        salla.profile === window.Salla.profile,
      );
    },
  },
  "members that the module leaves alone": {
    bySDK: true,
    async run({ salla, note, call }) {
      const p = salla.profile;
      note("endpoints", p.endpoints);
      note("namespace", p.namespace, salla.api.profile.namespace);
      note("getUrl", p.getUrl("update"), p.getUrl("a/{x}", 5));
      note("webEndpoints", p.webEndpoints, p.endpointsMethods, p.debounce && { time: p.debounce.time, enabled: p.debounce.enabled });
      note("functions", typeof p.request, typeof p.normalRequest, typeof p.syncUserData);
      note("missing", p.nope, "nope" in p);
      await call("request", () => salla.api.profile.request("update", { by: "request" }));
      await call("normalRequest", () => salla.api.profile.normalRequest("verify", { by: "normalRequest" }));
    },
  },
  "a theme's own member": {
    api,
    async run({ salla, call, note }) {
      salla.api.profile.mine = () => "mine";
      note("mine", salla.profile.mine());
      const original = salla.api.profile.update;
      salla.api.profile.update = (payload) => {
        note("wrapped");
        return original.call(salla.api.profile, { ...payload, wrapped: true });
      };
      await call("update", () => salla.profile.update({ first_name: "Sara" }));
    },
  },
  "salla.api.request is left alone": {
    bySDK: true,
    api,
    run: ({ salla, call }) => call("request", () => salla.api.request(salla.url.api("profile/settings"), { a: 1 }, "post")),
  },
  "the keys": {
    run({ salla, note }) {
      const keys = (object) => Object.fromEntries(Object.keys(object).map((key) => [key, true]));
      note("profile", keys(salla.profile));
      note("api.profile", keys(salla.api.profile));
      note("event.profile", keys(salla.event.profile));
    },
  },
  "different calls at once": {
    api: {
      "POST profile/update": { ...ok({ ...profile, message: "Saved." }), hold: 1 },
      "GET auth/user": { ...ok(profile), hold: 1 },
      "POST profile/verify": { ...failed(422, { message: "Wrong." }), hold: 1 },
      "GET profile/fields": { ...ok([1]), hold: 1 },
    },
    async run({ salla, call, release }) {
      const update = call("update", () => salla.profile.update({ first_name: "Sara" }));
      const info = call("info", () => salla.profile.info());
      const verify = call("verify", () => salla.profile.verify({ type: "email", code: "1", email: "a@b.c" }));
      const fields = call("getFields", () => salla.profile.getFields());
      await release("GET profile/fields");
      await fields;
      await release("GET auth/user");
      await info;
      await release("POST profile/verify");
      await verify;
      await release("POST profile/update");
      await update;
    },
  },
  "two updates at once, not alike": {
    api: { "POST profile/update": [{ ...ok({ n: 1 }), hold: 1 }, ok({ n: 2 })] },
    async run({ salla, call, arrived, release }) {
      const first = call("first", () => salla.profile.update({ first_name: "A" }));
      await arrived(1);
      await call("second", () => salla.profile.update({ first_name: "B" }));
      await release("POST profile/update");
      await first;
    },
  },
  "two reads at once": {
    // Some engines send one request for both, and answer the second first: so nothing here tells them apart.
    api: { "GET auth/user": oneByOne(ok(profile)) },
    async run({ salla, call, releaseBoth, arrived }) {
      const first = call("info", () => salla.profile.info());
      await arrived(1);
      const second = call("info", () => salla.profile.info());
      await releaseBoth("GET auth/user", [first, second]);
    },
  },
  "one after the other": cases({
    "the same call twice, one after the other": {
      api: { "POST profile/update": [ok({ n: 1 }), ok({ n: 2 })] },
      async run({ salla, call }) {
        await call("first", () => salla.profile.update({ first_name: "A" }));
        await call("second", () => salla.profile.update({ first_name: "A" }));
      },
    },
    "the same call again after a failure": {
      api: { "POST profile/update": [failed(500, { message: "No." }), ok(profile)] },
      async run({ salla, call }) {
        await call("first", () => salla.profile.update({ first_name: "A" }));
        await call("second", () => salla.profile.update({ first_name: "A" }));
      },
    },
    "two calls that share one payload": {
      api: { ...api, "POST profile/settings": { ...ok(), hold: 1 } },
      async run({ salla, call, release }) {
        const payload = { name: "x", value: 1 };
        const update = call("update", () => salla.profile.update(payload));
        const settings = call("updateSettings", () => salla.profile.updateSettings(payload));
        await update;
        await release("POST profile/settings");
        await settings;
      },
    },
    "thirty calls": {
      api,
      async run({ salla, call }) {
        for (let i = 0; i < 30; i++) await call("update", () => salla.profile.update({ i }));
      },
    },
  }),
  flows: cases({
    "the flow of a phone change": {
      api: {
        "POST profile/contacts/update": ok(
          { verification: { status: "pending", type: "mobile" } },
          { events: { "profile::verification": [{ type: "mobile", phone: "555555555", country_code: "SA" }] } },
        ),
        "POST profile/verify": [
          failed(422, { message: "Wrong.", case: "invalid_code" }),
          ok({ verification: { status: "success", type: "mobile" }, message: "Verified." }),
        ],
        "GET auth/user": ok(profile),
      },
      async run({ salla, call }) {
        await call("updateContacts", () => salla.profile.updateContacts({ phone: "555555555", country_code: "SA" }));
        const payload = { type: "mobile", phone: "555555555", country_code: "SA" };
        await call("verify", () => salla.profile.verify({ code: "0000", ...payload }));
        await call("verify", () => salla.profile.verify({ code: "1234", ...payload }));
        await call("info", () => salla.profile.info());
      },
    },
    "the flow of an e-mail change": {
      api: { "POST profile/contacts/update": pending("email"), "POST profile/verify": ok({ verification: { status: "success", type: "email" } }) },
      async run({ salla, call }) {
        await call("updateContacts", () => salla.profile.updateContacts({ email: "sara@example.com" }));
        await call("verify", () => salla.profile.verify({ type: "email", code: "1234", email: "sara@example.com" }));
      },
    },
    "the flow of a deletion": {
      api: {
        "POST account/data-request": ok(),
        "POST account/data-request/verify": invalid({ code: ["Wrong."] }),
        "GET account/data-request": ok({ status: "pending" }),
      },
      async run({ salla, call }) {
        await call("initiate", () => salla.profile.initiateDeleteRequest("mobile"));
        await call("verify", () => salla.profile.verifyDeleteRequest({ type: "mobile", code: "0000" }));
        await call("get", () => salla.profile.getDeleteRequest());
        await call("cancel", () => salla.profile.cancelDeleteRequest());
      },
    },
  }),
};
