// Bodies and headers that are set by hand, and what handlers use of axios's error.
import { cases, failed, ok, scene, update } from "../page/answers.js";
import { altered, api } from "../page/instance.js";

const typed = (type, payload) =>
  altered(({ defaults }) => (defaults.headers.common["Content-Type"] = type), {
    use: ({ call, salla, form }) => call("update", () => salla.profile.update(payload(form))),
  });
const formData = () => {
  const form = new FormData();
  form.append("first_name", "Sara");
  return form;
};

/** A case of a failure: what `look` finds in its error. */
const looks = (look, answer = { ...failed(429, { message: "Slowly." }), headers: { "Retry-After": "7", "Access-Control-Expose-Headers": "Retry-After" } }) => ({
  api: { "POST profile/update": answer },
  async run(t) {
    const error = await update(t);
    t.note("found", await look(error));
  },
});

/** A function around another one. */
const counted = (inner, count) =>
  function (...args) {
    count();
    return inner.apply(this, args);
  };

/** A case in which somebody has put a function around update. */
const around = (wrap, use = update) => ({
  api,
  async run(t) {
    const target = t.salla.api.profile;
    const inner = target.update;
    target.update = wrap(inner, t);
    await use(t);
    target.update = inner;
  },
});

// An app has wrapped update on what of() says, before ours is there.
const wrappedBefore = (of) => ({
  early: true,
  api,
  async run(t) {
    const target = of(t.salla.api.profile);
    let calls = 0;
    target.update = counted(target.update, () => calls++);
    if (t.parity.run.setup.module) {
      await t.until("attached", () => t.salla.profile.ready);
      await t.salla.profile.ready;
    }
    await update(t);
    await t.call("update", () => t.salla.api.profile.update({ first_name: "Sara" }));
    t.note("wrapped", calls);
  },
});

export default {
  "a content type by hand": cases({
    "multipart for FormData": typed("multipart/form-data", formData),
    "JSON for an object": typed("application/json", () => ({ first_name: "Sara" })),
    "another JSON": typed("application/vnd.salla+json", () => ({ first_name: "Sara" })),
    "a form for an object": typed("application/x-www-form-urlencoded", () => ({ first_name: "Sara", deep: { a: 1 } })),
    "JSON for parameters": typed("application/json", () => new URLSearchParams("a=1")),
    "JSON for a form element": typed("application/json", (form) => form("<input name=first_name value=Sara>")),
    "of the theme": scene(
      api,
      (t) => t.salla.api.setHeader("Content-Type", "text/plain"),
      ["update", formData()],
      ["info"],
      (t) => t.salla.api.setHeader("Content-Type", null),
    ),
  }),
  text: cases({
    "a form as text": scene(api, ["update", "first_name=%D8%B3&last_name=a+b"]),
    "a form as text of another method": scene({ "POST profile/settings": ok({}) }, ["updateSettings", "name=is_notifiable&value=1"]),
  }),
  "what handlers use": cases({
    toJSON: looks(({ toJSON, ...error }) => {
      const plain = toJSON.call(error);
      return [Object.keys(plain).filter((name) => plain[name] !== undefined).sort(), plain.code, plain.status];
    }),
    "headers.get": looks(({ response }) => [response.headers.get("Retry-After"), response.headers.get("retry-after"), response.headers["retry-after"]]),
    "headers.has": looks(({ response }) => [response.headers.has("Retry-After"), response.headers.has("X-None")]),
    "the configuration": looks(({ config }) => [config.url, config.method, config.data, config.timeout]),
    "the answer's configuration": looks(({ response, config }) => response.config === config),
    "what a spread copies": looks((error) => Object.keys({ ...error }).filter((name) => error[name] !== undefined && name != "event").sort()),
    "as JSON": looks((error) => Object.keys(JSON.parse(JSON.stringify(error))).length > 3),
    "as text": looks((error) => [String(error), error.name, error instanceof Error]),
    "the fields": looks(({ response }) => response.data.error.fields, failed(422, { message: "No.", fields: { first_name: ["Too long."] } })),
    "a body that is no JSON": looks(({ response, status }) => [response.data, status], { status: 502, text: "<h1>Bad gateway</h1>" }),
  }),
  wrappers: cases({
    "one around a method": around(
      (inner, { note, salla: { api: { profile: target } } }) =>
        function (...args) {
          note("wrapped", this === target, args.length);
          return inner.apply(this, args);
        },
      async (t) => {
        await t.call("salla.api.profile", () => t.salla.api.profile.update({ first_name: "Sara" }));
        await t.call("salla.profile", () => t.salla.profile.update({ first_name: "Sara" }));
      },
    ),
    "two of them": around((update, t) => [1, 2].reduce((inner, n) => counted(inner, () => t.note("wrapped", n)), update)),
    "one that changes the payload and the answer": around(
      (inner, t) => (payload) => inner.call(t.salla.api.profile, { ...payload, source: "app" }).then((body) => ({ ...body, app: true })),
    ),
  }),
  "a wrapper from before": wrappedBefore((profile) => profile),
  "a wrapper on the prototype, from before": wrappedBefore((profile) => Object.getPrototypeOf(profile)),
};
