// What the tests of pages have besides mocha and chai: pages in frames, a scripted store for each, and test(), mocha's `it`
// that also fails where something went wrong unseen on one of its pages.
import { assert, config, expect, use } from "chai";
import chaiAsPromised from "chai-as-promised";
import waitFor from "p-wait-for";
import { switchTimers } from "./hold.js";

use(chaiAsPromised);
config.truncateThreshold = 0;
export { assert };

// Only for what never ends: a test is over when what it waits for has happened, however slow the machine is. The server
// has more patience than a test, and a test more than one wait in it.
export const HANGS = 5 * 60_000;

mocha.setup({ ui: "bdd", timeout: HANGS, reporter: Posting, fgrep: new URLSearchParams(location.search).get("only") || undefined });

const { fetch: ownFetch } = window; // a test may replace it

/** Tells the server of each test, in order, and then how many there were. A test that hangs is the last: the next ones might, too. */
function Posting(runner) {
  let posted = Promise.resolve();
  const post = (result) => (posted = posted.then(() => ownFetch("/result", { method: "POST", body: JSON.stringify(result) })));
  runner.on("pass", ({ title }) => post({ name: title }));
  runner.on("fail", ({ title }, { message, stack, code }) => {
    post({ name: title, error: message + "\n" + stack });
    if (code == "ERR_MOCHA_TIMEOUT") runner.abort();
  });
  runner.on("end", () => post({ name: "", total: runner.total }));
}

/** isBroken: the test breaks what other scripts of the page need, so that they have errors of their own. */
export function test(name, fn, { isBroken } = {}) {
  it(name, async () => {
    await fn();
    await told();
    assert.isEmpty(isBroken ? uncaught.filter((text) => /salla-profile/.test(text)) : uncaught, "uncaught");
  });
}

afterEach(() => {
  for (const frame of document.querySelectorAll("iframe")) frame.remove();
  uncaught.length = 0;
});

/** What a promise rejects with. */
export const rejection = (promise, what) => expect(promise, what).to.be.rejected;

/** Waits until the condition holds. */
export const until = (condition, what = String(condition)) =>
  waitFor(async () => Boolean(await condition()), { interval: 5, timeout: { milliseconds: HANGS / 2, message: "waited in vain: " + what } });

/** Lets the page do what it has put off to tasks of its own, and what these put off: by its own timers, in their order. */
export async function turn(win = window, count = 5) {
  for (let i = 0; i < count; i++) await new Promise((resolve) => win.setTimeout(resolve));
}

let markers = 0;

/**
 * Waits until the browser has told of every rejection that nobody has heard. It does so in tasks of their own, in order:
 * so once it tells of one that is made now, it has told of all.
 */
async function told() {
  const windows = [window, ...[...document.querySelectorAll("iframe")].map((frame) => frame.contentWindow)];
  for (const win of windows) {
    const marker = "the last one, " + ++markers;
    win.rejectWith(marker);
    const place = () => uncaught.indexOf("rejection: " + marker);
    await until(() => place() >= 0, "the browser's word on rejections");
    uncaught.splice(place(), 1);
  }
}

// ---------------------------------------------------------------- the store API

let last = 0;

/**
 * A store API of its own (package api) that answers as it is told: the next request gets the first answer, 200 where there is
 * none. Those with `hold` wait for release(). It has the module as well, for pages whose file is to be held: {module: true}.
 */
export function newAPI() {
  const id = `${Date.now()}-${++last}`;
  const control = (what, value) => fetch(`/${what}/${id}`, { method: what == "script" ? "PUT" : "POST", body: JSON.stringify(value) });
  return {
    url: `${location.origin}/api/${id}`,
    answer: (...answers) => control("script", { "*": [...answers, good()] }),
    release: () => control("release", "*"),
    requests: async () => (await fetch("/requests/" + id)).json(),
    held: async () => (await fetch("/held/" + id)).json(),
    /** Waits until there are so many requests, and returns them. */
    async got(count) {
      await control("arrived", count);
      const requests = await this.requests();
      assert.strictEqual(requests.length, count, "requests");
      return requests;
    },
  };
}

/** The parts of a multipart body by their names: a text, or a file's "name type content". */
export function parts({ body }) {
  const all = {};
  for (const { name, file, type, text } of body) {
    const value = file ? `${file} ${type} ${text}` : text;
    all[name] = name in all ? all[name] + "|" + value : value;
  }
  return all;
}

export const good = (data = {}, more = {}) => ({ body: { status: 200, success: true, data, ...more } });

export const bad = (status, error = {}, more = {}) => ({
  status,
  body: { status, success: false, error: { code: status, message: "It didn't work.", ...error }, ...more },
});

// ---------------------------------------------------------------- pages

const uncaught = []; // of the pages of a test

/**
 * A page in a frame: the tag with these attributes, and a script before and after it. Answers the frame's window, where
 * `log` has what was heard and `uncaught` what nobody caught. kept: what a page before it has stored stays, as on a reload.
 */
export async function page(attributes = {}, { before = "", after = "", lang = "en", kept = false } = {}) {
  if (!kept) for (const storage of [localStorage, sessionStorage]) storage.clear();
  const frame = document.createElement("iframe");
  const names = Object.entries({ src: "/dist/salla-profile.js", ...attributes });
  const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  frame.srcdoc = `<!doctype html><html lang="${lang}"><meta charset="utf-8">
    <script>parent.receive(window); ${before}</script>
    <script ${names.map(([name, value]) => `${name}="${escaped(value)}"`).join(" ")}></script>
    <script>${after}</script>`;
  const loaded = new Promise((resolve) => (frame.onload = resolve));
  document.body.append(frame);
  await loaded;
  return frame.contentWindow;
}

// Compiled once for the usual pages: the tests are about what the module does. start.js compiles it on each of its pages.
let compiled;
window.compileOnce = (response) => {
  if (compiled) response.body?.cancel();
  return (compiled ??= WebAssembly.compileStreaming(response));
};
const compileOnce = "if (WebAssembly.compileStreaming) WebAssembly.compileStreaming = (response) => parent.compileOnce(response);";

/** A page with a store API of its own, whose module starts. */
export async function opening(attributes = {}, options = {}) {
  const api = newAPI();
  const win = await page({ "data-api": api.url, "data-store-id": "1", ...attributes }, options);
  return { api, win, salla: win.salla, profile: win.salla?.profile, log: win.log };
}

/** The usual page: its module runs. */
export async function store(attributes = {}, { before = "", ...options } = {}) {
  const opened = await opening(attributes, { before: compileOnce + before, ...options });
  await opened.profile.ready;
  return opened;
}

/** Called by each page before its other scripts: keeps what goes wrong there unseen, and has a log. */
window.receive = (win) => {
  if (win != window) switchTimers(win);
  win.log = [];
  win.uncaught = uncaught;
  win.rejectWith = win.eval("(async (reason) => { throw reason; })"); // the browser's own: libraries have a Promise of their own
  const note = (event, text) => {
    uncaught.push(text);
    if (win == window) event.stopImmediatePropagation(); // test() fails by it, not mocha
  };
  const { error } = win.console;
  win.console.error = (...words) => {
    if (!win.hostile && /^salla-profile: internal/.test(words[0])) uncaught.push(words.join(" ")); // a fault of ours, which a shop doesn't hear of
    Reflect.apply(error, win.console, words);
  };
  win.addEventListener("error", (event) => note(event, event.message));
  win.addEventListener("unhandledrejection", (event) => note(event, "rejection: " + event.reason));
};
receive(window); // what a test's own function throws counts as this page's

/** Adds a script to the page, and waits until it has run. */
export const add = (win, src) =>
  new Promise((onload, onerror) => win.document.head.append(Object.assign(win.document.createElement("script"), { src, onload, onerror })));

/** Errors that a test makes on purpose. */
export function forgive(count, text) {
  assert.strictEqual(uncaught.length, count, "uncaught errors: " + uncaught.join("; "));
  for (const error of uncaught) assert.include(error, text, "uncaught");
  uncaught.length = 0;
}

/** Notes in the page's log each time an event of these names comes, and where. */
export function listen(win, ...names) {
  for (const name of names) {
    win.document.addEventListener(name, (event) => win.log.push({ name, on: "document", detail: event.detail, event }));
    win.addEventListener(name, (event) => win.log.push({ name, on: "window", detail: event.detail, event }));
  }
}

export const heard = (win, name, on = "document") => win.log.filter((entry) => entry.name === name && entry.on === on);
