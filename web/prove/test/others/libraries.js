// Libraries as they are, on one page with the real SDK: what comes of each call, each request and each event is as with the SDK alone.
import { add, assert, test } from "./from.js";
import { FILES, aloneGround, ground, played, same } from "./ground.js";

// Of each: the libraries, and what a page has of them (ground.js). of: what makes the payloads of data. adds: headers that a library adds to
// what goes through fetch, as ours does. isBroken: what the SDK needs comes behind it.
const PAGES = {
  "@sentry/browser 5": { libraries: ["sentry5"], between: `sentry5.init({ dsn: "https://1@localhost/1", tracesSampleRate: 1 });`, adds: ["sentry-trace"] },
  "@sentry/browser 11": {
    libraries: ["sentry"],
    between: `sentry.init({ dsn: "https://1@localhost/1", integrations: [sentry.browserTracingIntegration()], tracesSampleRate: 1, tracePropagationTargets: [/.*/] });`,
    adds: ["sentry-trace", "baggage", "traceparent"],
  },
  "whatwg-fetch": { first: "window.fetch = undefined;", libraries: ["whatwg-fetch"], isBroken: true },
  "whatwg-fetch, in place of the browser's": {
    first: "window.fetch = window.Headers = window.Request = window.Response = undefined;",
    libraries: ["whatwg-fetch"],
    isBroken: true,
  },
  unfetch: { libraries: ["unfetch"], between: "window.fetch = unfetch.default;" },
  "fetch-intercept": {
    libraries: ["fetch-intercept"],
    between: `window["fetch-intercept"].default.register({ request: (url, config) => [url, { ...config, headers: { ...config.headers, "X-App": "1" } }] });`,
    adds: ["x-app"],
  },
  "fetch-mock, as a spy": { libraries: ["fetch-mock"], between: `window["fetch-mock"].default.mockGlobal().spy();` },
  // Without a service worker it replaces fetch and XMLHttpRequest, whose Accept it doubles.
  "MSW, in the page": {
    first: "delete Navigator.prototype.serviceWorker;",
    libraries: ["msw"],
    between: `window.handled = []; msw.setupWorker(msw.http.all("*", ({ request }) => { handled.push(request.url); return msw.passthrough(); })).start({ quiet: true });`,
    adds: ["accept"],
  },
  "axios-retry": { libraries: ["axios-retry"], between: `window["axios-retry"].default(salla.api.axios, { retries: 1, retryDelay: () => 0 });` },
  "axios-mock-adapter, that passes through": {
    libraries: ["axios-mock-adapter"],
    between: `new window["axios-mock-adapter"].default(salla.api.axios, { onNoMatch: "passthrough" });`,
  },
  "axios-cache-interceptor": { libraries: ["axios-cache-interceptor"], between: `window["axios-cache-interceptor"].setupCache(salla.api.axios);` },
  "zone.js": { libraries: ["zone.js"] },
  "zone.js, before the SDK": { first: `document.write('<script src="/lib/zone.js.js"></scr' + 'ipt>');` },
  htmx: { libraries: ["htmx.org"] },
  Turbo: { libraries: ["turbo"] },
  // The address of a frame whose document is written into it is nobody's to replace.
  swup: { libraries: ["swup"], between: "history.replaceState = () => {}; new swup.default({ containers: [] });" },
  "Prototype.js": { libraries: ["prototype"] },
  // Until 1.6 lists had a toJSON of their own.
  "Prototype.js, an old one": { libraries: ["prototype"], between: `Array.prototype.toJSON = function () { return "[" + this.map(Object.toJSON).join(", ") + "]"; };` },
  "Vue's reactive": { libraries: ["vue"], of: "(data) => vue.reactive(data)" },
  "Alpine's reactive": { libraries: ["alpinejs"], between: "alpinejs.default.start();", of: "(data) => alpinejs.default.reactive(data)" },
  "Backbone's model": { libraries: ["backbone"], of: "(data) => new backbone.default.Model(data)" },
  "valtio's proxy": { libraries: ["valtio"], of: "(data) => valtio.proxy(data)" },
  "MobX's observable": { libraries: ["mobx"], of: "(data) => mobx.observable(data)" },
  "jQuery's serialize": { libraries: ["jquery"], of: "(data) => jquery.default(formOf(data)).serialize()" },
  "jQuery's $.each, whose this is boxed": {
    libraries: ["jquery"],
    of: "(data) => { const made = {}; jquery.default.each(data, function (name) { made[name] = this; }); return made; }",
  },
  "intl-tel-input with hiddenInput": {
    libraries: ["intl-tel-input"],
    of: `(data) => {
      const form = formOf(data);
      if (!data.phone) return form;
      window["intl-tel-input"].default(form.phone, { initialCountry: "sa", hiddenInput: () => ({ phone: "phone", country: "country_code" }) });
      form.onsubmit = () => false; // a theme's that sends by itself; without it Firefox sends a form whose event a script makes
      form.dispatchEvent(new Event("submit", { cancelable: true }));
      return form;
    }`,
    arrives: { name: "phone", text: "+966501112233" },
  },
  "flatpickr with altInput": {
    libraries: ["flatpickr"],
    of: `(data) => {
      const form = formOf({ ...data, birthday: "1994-03-18" });
      flatpickr.default(form.birthday, { altInput: true, altFormat: "F j, Y" });
      return form;
    }`,
    arrives: { name: "birthday", text: "1994-03-18" },
  },
  "pickadate with hiddenSuffix": {
    libraries: ["pickadate"],
    of: `(data) => {
      const form = formOf({ ...data, birthday: "" });
      pickadate(form.birthday).pickadate({ formatSubmit: "yyyy-mm-dd", hiddenSuffix: "" }).pickadate("picker").set("select", "1994-03-18", { format: "yyyy-mm-dd" });
      return form;
    }`,
    arrives: { name: "birthday", text: "1994-03-18" },
  },
  "@salla.sa/applepay": { libraries: ["applepay"], needsSDK: true },
  "@salla.sa/embedded-sdk": { libraries: ["embedded-sdk"] },
  "@salla.sa/base, before the SDK": { first: `document.write('<script src="/lib/base.js"></scr' + 'ipt>');`, needsSDK: true },
};

const FORM_OF = `(data) => {
  const form = document.body.appendChild(document.createElement("form"));
  for (const name of Object.keys(data)) form.appendChild(Object.assign(document.createElement("input"), { name, value: data[name] }));
  return form;
}`;

/** A save, a failure, a change of contacts and a question, with payloads as the page makes them. */
const playOf = (of = "(data) => data") => (profile, win) => {
  win.formOf = win.eval(FORM_OF);
  const make = win.eval(of);
  const made = (data) => make(win.JSON.parse(JSON.stringify(data)));
  return [
    () => profile.update(made({ first_name: "A", tags: ["b"] })),
    () => profile.update({ first_name: "no" }),
    () => profile.updateContacts(made({ phone: "0501112233", country_code: "SA" })),
    () => profile.info(),
  ];
};

const EVENTS = ["profile::updated", "document::request.failed", "profile::update.failed", "profile::verification.code.sent", "profile::info.fetched"];

const without = (names = [], result) => {
  for (const { headers } of result.requests) for (const name of names) delete headers[name];
  return result;
};

const bodies = ({ requests }) => requests.map(({ method, path, body }) => ({ method, path, body }));

for (const [name, { of, adds, arrives, needsSDK, isBroken, ...options }] of Object.entries(PAGES)) {
  const play = { play: playOf(of) };

  test(`${name}: as with the SDK alone`, async () => {
    const alone = without(adds, await played(await ground(options), play));
    assert.deepEqual(alone.outcomes.map(({ is }) => is), ["resolved", "rejected", "resolved", "resolved"], "the SDK's");
    for (const file of FILES) {
      const page = await ground({ ...options, file });
      const ours = without(adds, await played(page, play));
      same(ours, alone, file);
      if (page.win.handled) assert.isAtLeast(page.win.handled.filter((url) => /(profile|auth)\//.test(url)).length, 4, "requests that the library has seen");
      if (arrives) assert.deepInclude([...ours.requests[0].body, ...ours.requests[2].body].filter(({ name }) => name == arrives.name).at(-1), arrives);
    }
  }, { isBroken });

  if (needsSDK || /salla\./.test(JSON.stringify(options))) continue;
  // The module of the standard build comes by fetch, and this one's blobs are text.
  if (name == "unfetch" && new URLSearchParams(location.search).has("file")) continue;
  test(`${name}, without the SDK`, async () => {
    const alone = await played(await ground(options), play);
    const ours = await played(await aloneGround(options), play);
    assert.deepEqual(ours.outcomes.map(({ is }) => is), ["resolved", "rejected", "resolved", "resolved"]);
    assert.deepEqual(bodies(ours), bodies(alone));
    for (const { headers } of ours.requests) assert.strictEqual(headers.authorization, "Bearer token-1");
    assert.deepEqual(ours.events, EVENTS);
  }, { isBroken });
}

// axios copies a plain object by its keys, of which this proxy says none; JSON.stringify asks its toJSON. web/docs/differences.md
test("Alpine's $data: its fields are sent, and with the SDK alone none", async () => {
  const options = { libraries: ["alpinejs"], between: "alpinejs.default.start();" };
  const sent = async (page) => {
    const element = page.win.document.createElement("form");
    element.setAttribute("x-data", `{ first_name: "A", address: { city: "B" }, tags: ["c"] }`);
    page.win.document.body.append(element);
    const play = (profile, win) => [() => profile.update(win.alpinejs.default.$data(element))];
    await page.salla.profile.ready;
    await page.win.Promise.resolve(); // Alpine has seen the element
    return JSON.parse((await played(page, { play })).requests[0].body);
  };
  const all = { first_name: "A", address: { city: "B" }, tags: ["c"] };
  assert.deepEqual(await sent(await ground(options)), {}, "the SDK alone");
  for (const file of FILES) assert.deepEqual(await sent(await ground({ ...options, file })), all, file);
  assert.deepEqual(await sent(await aloneGround(options)), all);
});

// The SDK's own methods reject with a TypeError there, since a dispatcher is missing: ours say what the store said.
for (const [name, options] of Object.entries({ "after the SDK": { late: ["base"], last: true }, "after ours": { late: ["base"] } })) {
  test(`@salla.sa/base, ${name}: what is sent is as with the SDK alone, and every listener hears`, async () => {
    const alone = await played(await ground({ late: ["base"] }), { play: playOf() });
    for (const file of FILES) {
      const page = await ground({ ...options, file });
      const heard = hear(page);
      const ours = await played(page, { play: playOf() });
      assert.includeMembers(ours.events, alone.events, file);
      same(ours.requests, alone.requests, file);
      assert.deepEqual(ours.outcomes.map(({ is }) => is), ["resolved", "rejected", "resolved", "resolved"]);
      assert.deepEqual(heard(), { on: 1, onUpdated: 1, DOM: 1 });
    }
  });
}

for (const [name, late] of [["before ours", false], ["after ours", true]]) {
  test(`@salla.sa/base, ${name}, without the SDK: every listener hears`, async () => {
    const page = await aloneGround(late ? {} : { libraries: ["base"] });
    await page.salla.profile.ready;
    if (late) await add(page.win, "/lib/base.js");
    page.salla = page.win.salla;
    const heard = hear(page);
    const { outcomes, events } = await played(page, { play: playOf() });
    assert.deepEqual(outcomes.map(({ is }) => is), ["resolved", "rejected", "resolved", "resolved"]);
    assert.includeMembers(events, EVENTS.filter((name) => name.startsWith("profile")));
    assert.deepEqual(heard(), { on: 1, onUpdated: 1, DOM: 1 });
  });
}

/** Counts how often each listener of profile::updated is called. */
function hear({ win, salla }) {
  const counts = { on: 0, onUpdated: 0, DOM: 0 };
  salla.event.on("profile::updated", () => counts.on++);
  salla.profile.event.onUpdated(() => counts.onUpdated++);
  win.document.addEventListener("profile::updated", () => counts.DOM++);
  return () => counts;
}
