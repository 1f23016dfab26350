// What the tests of the page's JavaScript have besides mocha, chai and pages in frames (web/prove/test/standalone/pages.js): the parts as
// on a page that has just been opened, requests that are noted, and objects that misbehave.
import { assert, page, test as run } from "../test/standalone/pages.js";

export { assert, page };
export { rejection, turn } from "../test/standalone/pages.js";

const own = { fetch: window.fetch };

/** A page as it is before any script of ours. */
const reset = () => {
  window.fetch = own.fetch;
  for (const name of ["salla", "Salla", "dataLayer", "cross"]) delete window[name];
  for (const storage of [localStorage, sessionStorage]) storage.clear();
  document.documentElement.lang = "en";
};

const forgets = []; // what a test's listeners are taken off by

/** Listens to DOM events of these names until the test is over; returns what lists them, [name, detail], on document or on window. */
export function listening(...names) {
  const log = [];
  for (const target of [document, window]) {
    const note = ({ type, detail }) => log.push({ target, entry: [type, detail] });
    for (const name of names) {
      target.addEventListener(name, note);
      forgets.push(() => target.removeEventListener(name, note));
    }
  }
  return (on = document) => log.filter(({ target }) => target == on).map(({ entry }) => entry);
}

/** mocha's `it` on a page that is reset; what the guard and attempt() take for a fault of ours fails it. */
export const test = (name, fn) =>
  run(name, async () => {
    reset();
    const { error } = console;
    console.error = (...args) => {
      if (/^salla-profile: internal/.test(args[0])) window.uncaught.push(args.map(String).join(" ") + (args[1] || {}).stack);
      else error.apply(console, args);
    };
    try {
      await fn();
    } finally {
      console.error = error;
      for (const forget of forgets.splice(0)) forget();
    }
  });

let copies = 0;

/** The parts (units.js), as fresh as on a page that has just been opened; of the storefronts' file with {twilight: true}. */
export const fresh = ({ twilight } = {}) => import(`/units/salla-profile${twilight ? ".twilight" : ""}.js?${++copies}`);

/** The parts in a frame, where `before` has run: they find there what other scripts have put in place of the browser's own. */
export async function inFrame(before = "") {
  const win = await page({ src: "data:text/javascript," }, { before });
  return { win, ...(await win.eval(`import("${location.origin}/units/salla-profile.js")`)) };
}

/** What a function throws; fails where it doesn't. */
export const thrown = (fn) => {
  try {
    fn();
  } catch (error) {
    return error;
  }
  return assert.fail("it throws nothing");
};

/** What a hostile page has thrown in our own code looks like a fault of ours. */
export const forgiveInternal = () => {
  for (const text of window.uncaught.splice(0)) assert.match(text, /internal/);
};

/** Has window.fetch answer every request alike, and returns the list of them. */
export function answer(status = 200, body = "{}", init = {}, win = window) {
  const requests = [];
  win.fetch = async (url, options) => {
    requests.push({ url, ...options });
    return new win.Response(body, { status, ...init });
  };
  return requests;
}

/** A fetch that ends only where its signal does. */
export const hangs = (url, { signal }) => new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));

/** A window of its own: everything of a frame has classes of its own. */
export function otherWindow() {
  const frame = document.createElement("iframe");
  document.body.append(frame);
  window.receive(frame.contentWindow);
  return frame.contentWindow;
}

/** A payload or body as text, for comparing. */
export function describe(value) {
  const classOf = Object.prototype.toString.call(value).slice(8, -1);
  if (classOf == "File") return `file ${value.name} ${value.size}`;
  if (classOf == "Blob") return `blob ${value.size}`;
  if (/^(FormData|URLSearchParams)$/.test(classOf)) return `${classOf} ${JSON.stringify([...value].map(([name, item]) => [name, typeof item == "string" ? item : describe(item)]))}`;
  return typeof value == "string" ? value : JSON.stringify(value);
}

/** A form, or search parameters, of these entries. */
export function formOf(entries, form = new FormData()) {
  for (const [name, value] of entries) form.append(name, value);
  return form;
}

export const formElement = (html) => Object.assign(document.createElement("form"), { innerHTML: html });

export const file = (text = "abc", name = "a.png") => new File([text], name);

const raise = (name) => {
  throw new Error(name);
};

/** Makers of objects of which everything throws. */
export const hostile = {
  getter: () => ({ get phone() { return raise("get"); }, get code() { return raise("get"); }, get a() { return raise("get"); } }),
  setter: () => ({ set a(_) { raise("set"); } }),
  frozen: () => Object.freeze({ a: 1 }),
  proxy: () => new Proxy({ a: 1 }, new Proxy({}, { get: () => raise("trap") })),
  revoked: () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    return proxy;
  },
  revokedFunction: () => {
    const { proxy, revoke } = Proxy.revocable(() => 1, {});
    revoke();
    return proxy;
  },
  tag: () => ({ get [Symbol.toStringTag]() { return raise("tag"); } }),
  toJSON: () => ({ toJSON: () => raise("toJSON") }),
  primitive: () => ({ [Symbol.toPrimitive]: () => raise("toPrimitive") }),
  circular: () => {
    const value = { a: 1 };
    value.self = value;
    return value;
  },
  bigint: () => ({ a: 10n }),
};
