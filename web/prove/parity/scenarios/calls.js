// How it is called, and what is beside the methods.
import { cases, failed, info, invalid, ok, oneByOne, pending, profile, scene, secondWhileFirst, update } from "../page/answers.js";

const api = { "POST profile/update": ok(profile), "GET auth/user": ok(profile), "POST profile/verify": ok(), "POST profile/settings": ok() };

const first = (t) => t.call("first", () => t.salla.profile.update({ first_name: "A" }));
const second = (first_name) => (t) => t.call("second", () => t.salla.profile.update({ first_name }));
const mobile = { type: "mobile", phone: "555555555", country_code: "SA" };

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
    async run(t) {
      const calls = [
        ["POST profile/update", update(t)],
        ["GET auth/user", info(t)],
        ["POST profile/verify", t.profile("verify", { type: "email", code: "1", email: "a@b.c" })],
        ["GET profile/fields", t.profile("getFields")],
      ];
      for (const at of [3, 1, 2, 0]) {
        await t.release(calls[at][0]);
        await calls[at][1];
      }
    },
  },
  "two updates at once, not alike": secondWhileFirst(first, second("B")),
  "two reads at once": {
    // Some engines send one request for both, and answer the second first: so nothing here tells them apart.
    api: { "GET auth/user": oneByOne(ok(profile)) },
    async run(t) {
      const first = info(t);
      await t.arrived(1);
      await t.releaseBoth("GET auth/user", [first, info(t)]);
    },
  },
  "one after the other": cases({
    "the same call twice, one after the other": scene({ "POST profile/update": [ok({ n: 1 }), ok({ n: 2 })] }, first, second("A")),
    "the same call again after a failure": scene({ "POST profile/update": [failed(500, { message: "No." }), ok(profile)] }, first, second("A")),
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
    "thirty calls": scene(api, ...Array.from({ length: 30 }, (_, i) => ["update", { i }])),
  }),
  flows: cases({
    "the flow of a phone change": scene(
      {
        "POST profile/contacts/update": pending("mobile", { events: { "profile::verification": [mobile] } }),
        "POST profile/verify": [
          failed(422, { message: "Wrong.", case: "invalid_code" }),
          ok({ verification: { status: "success", type: "mobile" }, message: "Verified." }),
        ],
        "GET auth/user": ok(profile),
      },
      ["updateContacts", { phone: "555555555", country_code: "SA" }],
      ["verify", { code: "0000", ...mobile }],
      ["verify", { code: "1234", ...mobile }],
      info,
    ),
    "the flow of an e-mail change": scene(
      { "POST profile/contacts/update": pending("email"), "POST profile/verify": ok({ verification: { status: "success", type: "email" } }) },
      ["updateContacts", { email: "sara@example.com" }],
      ["verify", { type: "email", code: "1234", email: "sara@example.com" }],
    ),
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
