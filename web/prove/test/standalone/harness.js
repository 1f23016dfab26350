// A small harness: test(name, fn) notes a test, run() runs them one after the other and posts what came of each.

const tests = [];

// Only for what never ends: a test is over when what it waits for has happened, however slow the machine is. The server
// has more patience than a test, and a test more than one wait in it.
const HANGS = 8 * 60_000;

export function test(name, fn) {
  tests.push({ name, fn });
}

const post = (result) => fetch("/result", { method: "POST", body: JSON.stringify(result) });

export async function run() {
  const only = new URLSearchParams(location.search).get("only");
  const chosen = tests.filter(({ name }) => !only || name.includes(only));
  for (const { name, fn } of chosen) {
    let error = "";
    try {
      await within(HANGS, fn(), () => "still running");
      await told();
      if (uncaught.length) throw new Error("uncaught: " + uncaught.join("; "));
    } catch (reason) {
      error = String(reason?.message ?? reason) + "\n" + (reason?.stack ?? "");
    }
    for (const frame of document.querySelectorAll("iframe")) frame.remove();
    uncaught.length = 0;
    await post({ name, error });
  }
  await post({ name: "", total: chosen.length });
}

// ---------------------------------------------------------------- assertions

const shown = (value) => (typeof value === "string" ? value : JSON.stringify(value) ?? String(value));

export function ok(value, what) {
  if (!value) throw new Error(`${what}: ${shown(value)}`);
}

export function equal(got, want, what = "") {
  if (!Object.is(got, want)) throw new Error(`${what}: got ${shown(got)}, want ${shown(want)}`);
}

/** Equal as JSON, whatever the order of members. */
export function same(got, want, what = "") {
  const sorted = (_, value) =>
    value && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value;
  equal(JSON.stringify(got, sorted), JSON.stringify(want, sorted), what);
}

/** What a promise rejects with. */
export async function rejection(promise, what = "") {
  let body;
  try {
    body = await promise;
  } catch (error) {
    return error;
  }
  throw new Error(`${what}: resolved to ${shown(body)}`);
}

export async function until(condition, what = String(condition)) {
  const end = Date.now() + HANGS / 2;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error("waited in vain: " + what);
    await pause(5); // between two looks: longer or shorter makes no difference to what is found
  }
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** What the promise resolves to, or an error where it never settles. */
export async function within(ms, promise, what) {
  let timer;
  const late = new Promise((_, reject) => (timer = setTimeout(() => reject(new Error(what())), ms)));
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** As within, for one step of a test. */
export const settling = (promise, what) => within(HANGS / 2, promise, what);

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
    win.Promise.reject(marker);
    const place = () => uncaught.indexOf("rejection: " + marker);
    await until(() => place() >= 0, "the browser's word on rejections");
    uncaught.splice(place(), 1);
  }
}

// ---------------------------------------------------------------- the store API

let last = 0;

/**
 * A store API of its own that answers as it is told: the next request gets the first answer, 200 where there is none. Held
 * answers wait for release(). It has the module as well, for pages whose file is to be held: {module: true}.
 */
export function newAPI() {
  const id = `${Date.now()}-${++last}`;
  const control = (method, body) => fetch(`/script/${id}`, { method, body: body && JSON.stringify(body) });
  return {
    url: `${location.origin}/api/${id}`,
    answer: (...answers) => control("PUT", answers),
    release: () => control("POST"),
    requests: async () => (await (await control("GET")).json()) ?? [],
    /** Waits until there are so many requests, and answers them. */
    async got(count) {
      let requests;
      await until(async () => (requests = await this.requests()).length >= count, `${count} requests`);
      equal(requests.length, count, "requests");
      return requests;
    },
  };
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

/** The usual page: a store API of its own, and the module running. */
export async function store(attributes = {}, { before = "", ...options } = {}) {
  const api = newAPI();
  const win = await page({ "data-api": api.url, "data-store-id": "1", ...attributes }, { before: compileOnce + before, ...options });
  await win.salla.profile.ready;
  return { api, win, salla: win.salla, profile: win.salla.profile, log: win.log };
}

/** Called by each page before its other scripts: keeps what goes wrong there unseen, and has a log. */
window.receive = (win) => {
  win.log = [];
  win.uncaught = uncaught;
  win.addEventListener("error", (event) => uncaught.push(event.message));
  win.addEventListener("unhandledrejection", (event) => uncaught.push("rejection: " + event.reason));
};
receive(window); // what a test's own function throws counts as this page's

/** Adds a script to the page, and waits until it has run. */
export const add = (win, src) =>
  new Promise((onload, onerror) => win.document.head.append(Object.assign(win.document.createElement("script"), { src, onload, onerror })));

/** Errors that a test makes on purpose. */
export function forgive(count, text) {
  equal(uncaught.length, count, "uncaught errors: " + uncaught.join("; "));
  for (const error of uncaught) ok(error.includes(text), "uncaught: " + error);
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
