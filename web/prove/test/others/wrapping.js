// Cases 1 to 13 of other scripts on the page, on both files, and without the SDK where they apply.
import { assert, newAPI, test } from "./from.js";
import { FILES, aloneGround, ground, outcomeOf, played, same } from "./ground.js";

const adding = (spread) => `{ const own = fetch; window.fetch = function (url, init = {}) { return own.call(this, url, ${spread}); }; }`;

const WRAPPERS = {
  "spreads headers": adding(`{ ...init, headers: { ...init.headers, "X-App": "1" } }`),
  "assigns headers": adding(`Object.assign({}, init, { headers: Object.assign({}, init.headers, { "X-App": "1" }) })`),
  "goes over headers": adding(`{ ...init, headers: Object.keys(init.headers || {}).map((name) => [name, init.headers[name]]).concat([["X-App", "1"]]) }`),
  "makes a Request": `{ const own = fetch; window.fetch = (url, init) => { const made = new Request(url, init); made.headers.set("X-App", "1"); return own(made); }; }`,
  "sets on init.headers": adding(`(init.headers ? init.headers["X-App"] = "1" : 0, init)`),
};

const PAGES = {
  "var performance = { score: 5 }": "var performance = { score: 5 };",
  "const performance": "Object.defineProperty(window, 'performance', { value: { score: 5 } });",
  "no PerformanceObserver": "delete window.PerformanceObserver;",
  "a stub of PerformanceObserver": "window.PerformanceObserver = class { observe() {} disconnect() {} };",
  "a PerformanceObserver that throws": "window.PerformanceObserver = class { observe() { throw new Error('no'); } };",
  "PerformanceObserver without takeRecords": "delete PerformanceObserver.prototype.takeRecords;",
  "JSON.stringify that drops its replacer": "{ const own = JSON.stringify; JSON.stringify = (value) => own(value); }",
  "TextEncoder without encodeInto": "delete TextEncoder.prototype.encodeInto;",
  "Array.prototype.toJSON": "Array.prototype.toJSON = function () { return '[' + this.map((x) => JSON.stringify(x)).join(', ') + ']'; };",
  "Array.from and reduce of Prototype.js": "Array.from = (list) => (list ? Array.prototype.slice.call(list) : []); Array.prototype.reduce = function () { return this.length > 1 ? this : this[0]; };",
  "Headers that throws": "window.Headers = function () { throw new TypeError('no'); };",
  "var origin": "var origin = 'Riyadh';",
  "var URL": "var URL = 'https://shop.test/';",
  "console without warn": "window.console = {};",
  "no CustomEvent": "window.CustomEvent = undefined;",
  "no Reflect": "window.Reflect = undefined;",
  "no WeakSet, Map and Set": "window.WeakSet = undefined; window.Map = undefined; window.Set = undefined;",
};

for (const [name, between] of Object.entries(WRAPPERS)) {
  for (const file of FILES) {
    test(`a wrapper of fetch that ${name}: nothing is lost, ${file}`, async () => {
      const alone = await played(await ground({}));
      const ours = await played(await ground({ between, file }));
      for (const { headers } of ours.requests) {
        assert.strictEqual(headers["x-app"], "1");
        delete headers["x-app"];
      }
      same(ours, alone, file);
    });
  }
}

for (const [name, between] of Object.entries(WRAPPERS)) {
  test(`a wrapper of fetch that ${name}: nothing is lost, without the SDK`, async () => {
    const { outcomes, requests } = await played(await aloneGround({ between }));
    assert.deepEqual(outcomes.map(({ is }) => is), ["resolved", "rejected", "resolved", "resolved"]);
    for (const { method, headers } of requests) {
      assert.deepInclude(headers, { "x-app": "1", authorization: "Bearer token-1", "store-identifier": "1" });
      if (method == "POST") assert.strictEqual(headers["content-type"], "application/json");
    }
  });
}

for (const [name, between] of Object.entries(PAGES)) {
  // Without a URL the SDK's own requests fail, and ours don't.
  if (name != "var URL") test(`${name}: as with the SDK alone`, async () => {
    const alone = await played(await ground({ between }));
    for (const file of FILES) same(await played(await ground({ between, file })), alone, file);
  }, { isBroken: true });

  test(`${name}, without the SDK`, async () => {
    const { outcomes, requests } = await played(await aloneGround({ between }));
    assert.deepEqual(outcomes.map(({ is }) => is), ["resolved", "rejected", "resolved", "resolved"]);
    assert.strictEqual(requests.length, 4, "requests");
  });
}

test("forms beside Prototype.js and MooTools: every field arrives", async () => {
  for (const from of ["(list) => (list && list.length ? [].slice.call(list) : [])", "(item) => (item && typeof item.length == 'number' ? [].slice.call(item) : [item])"]) {
    const { api, win, salla } = await aloneGround({ between: `Array.from = ${from};` });
    const form = new win.URLSearchParams("first_name=A&last_name=B");
    assert.strictEqual((await outcomeOf(() => salla.profile.update(form))).is, "resolved");
    const [{ body }] = await api.got(1);
    assert.strictEqual(body, "first_name=A&last_name=B");
  }
});

test("another vendor's tag: nothing goes there", async () => {
  const api = newAPI();
  const { salla } = await ground({ file: FILES[0], first: `document.write('<script src="/others/nothing.js" data-api="${api.url}" data-store-id="9"></scr' + 'ipt>');` });
  await salla.profile.update({ a: 1 });
  assert.isEmpty(await api.requests());
});
