// Libraries as they are, on one page with the real SDK: what comes of each call, each request and each event is as with the SDK alone.
import { assert } from "./from.js";
import { FILES, aloneGround, ground, played, same } from "./ground.js";

// Of each: the libraries, and what a page has of them. after: ours is there already.
const PAGES = {
  "@sentry/browser 5": { libraries: ["sentry5"], between: `sentry5.init({ dsn: "https://1@localhost/1", tracesSampleRate: 1 });` },
  "@sentry/browser 11": {
    libraries: ["sentry"],
    between: `sentry.init({ dsn: "https://1@localhost/1", integrations: [sentry.browserTracingIntegration()], tracesSampleRate: 1, tracePropagationTargets: [/.*/] });`,
  },
  "whatwg-fetch": { first: "window.fetch = undefined;", libraries: ["whatwg-fetch"] },
  "whatwg-fetch, in place of the browser's": { first: "window.fetch = window.Headers = window.Request = window.Response = undefined;", libraries: ["whatwg-fetch"] },
  unfetch: { libraries: ["unfetch"], between: "window.fetch = unfetch.default;" },
  "fetch-intercept": {
    libraries: ["fetch-intercept"],
    between: `window["fetch-intercept"].default.register({ request: (url, config) => [url, { ...config, headers: { ...config.headers, "X-App": "1" } }] });`,
    differs: "x-app",
  },
  "fetch-mock, as a spy": { libraries: ["fetch-mock"], between: `window["fetch-mock"].default.mockGlobal().spy();` },
  "axios-retry": { libraries: ["axios-retry"], between: `window["axios-retry"].default(salla.api.axios, { retries: 1, retryDelay: () => 0 });` },
  "axios-mock-adapter, that passes through": {
    libraries: ["axios-mock-adapter"],
    between: `new window["axios-mock-adapter"].default(salla.api.axios, { onNoMatch: "passthrough" });`,
  },
  "axios-cache-interceptor": { libraries: ["axios-cache-interceptor"], between: `window["axios-cache-interceptor"].setupCache(salla.api.axios);` },
  "zone.js": { libraries: ["zone.js"] },
  "zone.js, before the SDK": { first: `document.write('<script src="/lib/zone.js.js"></scr' + 'ipt>');` },
  Vue: { libraries: ["vue"], between: "window.model = vue.reactive({ first_name: 'A', tags: ['b'] });", model: true },
  Alpine: { libraries: ["alpinejs"], between: "window.model = alpinejs.default.reactive({ first_name: 'A', tags: ['b'] }); alpinejs.default.start();", model: true },
  htmx: { libraries: ["htmx.org"] },
  Turbo: { libraries: ["turbo"] },
  Backbone: { libraries: ["backbone"], between: "window.model = new backbone.default.Model({ first_name: 'A', tags: ['b'] });", model: true },
  valtio: { libraries: ["valtio"], between: "window.model = valtio.proxy({ first_name: 'A', tags: ['b'] });", model: true },
  "intl-tel-input": { libraries: ["intl-tel-input"] },
  flatpickr: { libraries: ["flatpickr"] },
  "@salla.sa/base, after the SDK": { late: ["base"], last: true },
  "@salla.sa/base, after ours": { late: ["base"] },
  "@salla.sa/base, before the SDK": { first: `document.write('<script src="/lib/base.js"></scr' + 'ipt>');` },
};

const withModel = (profile, win) => [() => profile.update(win.model), () => profile.update({ first_name: "no" }), () => profile.updateContacts({ phone: "0501112233", country_code: "SA" }), () => profile.info()];

for (const [name, { model, differs, ...options }] of Object.entries(PAGES)) {
  it(`${name}: as with the SDK alone`, async () => {
    const play = model ? { play: withModel } : {};
    const alone = await played(await ground(options), play);
    assert.isNotEmpty(alone.requests, "the SDK's requests");
    for (const file of FILES) {
      const ours = await played(await ground({ ...options, file }), play);
      // What wraps fetch adds its own to ours alone.
      for (const { headers } of ours.requests) for (const added of [differs, "sentry-trace", "baggage", "traceparent"]) delete headers[added];
      for (const { headers } of alone.requests) for (const added of ["sentry-trace", "baggage", "traceparent"]) delete headers[added];
      if (/base, after/.test(name)) {
        // The SDK's own methods reject with a TypeError there, since a dispatcher is missing: ours say what the store said.
        assert.includeMembers(ours.events, alone.events, file);
        same(ours.requests, alone.requests, file);
      } else same(ours, alone, file);
    }
  });

  if (/salla\.|axios|base/.test(JSON.stringify(options))) continue;
  // The module of the standard build comes by fetch, and this one's blobs are text.
  if (name == "unfetch" && new URLSearchParams(location.search).has("file")) continue;
  it(`${name}, without the SDK`, async () => {
    const { requests, outcomes, events } = await played(await aloneGround(options), model ? { play: withModel } : {});
    assert.deepEqual(outcomes.map(({ is }) => is), ["resolved", "rejected", "resolved", "resolved"]);
    assert.strictEqual(requests.length, 4, "requests");
    assert.strictEqual(requests[0].body, '{"first_name":"A","tags":["b"]}');
    for (const { headers } of requests) assert.strictEqual(headers.authorization, "Bearer token-1");
    assert.deepEqual(events, ["profile::updated", "document::request.failed", "profile::update.failed", "profile::verification.code.sent", "profile::info.fetched"]);
  });
}
