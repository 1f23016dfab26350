// Runs the document's scenario: initialises the SDK, waits for what the set-up has, plays, posts the journal.
import timeout from "p-timeout";
import waitFor from "p-wait-for";

const { parity } = window;
const { run } = parity;

const post = (path, value, method = "POST") => fetch(path, { method, body: JSON.stringify(value) });

const within = (milliseconds, what, promise) => timeout(Promise.resolve(promise), { milliseconds, message: `no ${what} within ${milliseconds} ms` });

// How long a page may take over one thing: only a page that hangs takes so long, on any machine. The server's patience
// is longer.
const HANGS = 60_000;

const until = (what, holds) =>
  waitFor(() => Boolean(holds()), { interval: 4, timeout: { milliseconds: HANGS, message: "not " + what } });

const addScript = (src, attributes = {}) =>
  new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement("script"), { src, onload: resolve, onerror: () => reject(new Error(src)) });
    for (const name in attributes) script.setAttribute(name, attributes[name]);
    document.head.append(script);
  });

/** The SDK, as the store's pages initialise it, with what the scenario changes. */
async function initialise(config = {}) {
  const salla = window.salla;
  salla.notify.setNotifier((message, type, about) => parity.log("notice", message, type, about));
  const { store, user, ...rest } = config;
  salla.init({
    store: {
      id: 1305146709,
      name: "Parity",
      username: "parity",
      url: run.page + "/doc/" + run.run + "#", // so that leaving for another page stays in this one
      api: run.api + "/",
      features: [],
      settings: {},
      ...store,
    },
    user: { id: 7, type: "user", language_code: "en", currency_code: "SAR", country_code: "SA", ...user },
    login: { url: run.page + "/login" },
    ...rest,
  });
  await until("initialised", () => window.salla.status == "ready" && window.translations);
}

const moduleIsReady = async () => {
  // The tag's script may come after the SDK and later than this one.
  await until("attached", () => window.salla.profile?.ready);
  await within(HANGS, "module", window.salla.profile.ready);
};

const release = (request) => post("/release/" + run.run, request);

/** What a scenario plays with. */
function theatre() {
  return {
    get salla() {
      return window.salla;
    },
    parity,
    note: (...entry) => parity.log("note", ...entry),
    until,
    settled: parity.settled,
    /** Calls fn and notes what came of its promise. */
    async call(name, fn) {
      let promise;
      try {
        promise = fn();
      } catch (error) {
        parity.log("threw", name, error);
        return;
      }
      if (!(promise instanceof Promise)) parity.log("no promise", name, promise);
      try {
        const value = await promise;
        parity.log("resolved", name, value);
        return value;
      } catch (error) {
        parity.log("rejected", name, error);
        return error;
      }
    },
    /** Calls a method of the profile, as call does. */
    profile(name, ...args) {
      return this.call(name, () => window.salla.profile[name](...args));
    },
    /** Resolves when the page has gone to another one of the store. */
    left: () => parity.left,
    /** Resolves when the API has seen so many requests of the scenario. */
    arrived: (count) => post("/arrived/" + run.run, count),
    /** Lets the API answer a request that it holds back. */
    release,
    /** Lets it answer two that it holds back, the second when the call of the first is over. */
    async releaseBoth(request, calls) {
      await release(request);
      await Promise.race(calls);
      await release(request);
      await Promise.all(calls);
    },
    holdTimers: parity.holdTimers,
    form(html) {
      const form = document.createElement("form");
      form.innerHTML = html;
      document.body.append(form);
      return form;
    },
  };
}

/** Tells the API what to say; it forgets what it has seen. */
const script = (api = {}) => {
  const answers = {};
  for (const key in api) answers[key] = [api[key]].flat();
  return post("/script/" + run.run, answers, "PUT");
};

let failure;

async function play() {
  const { default: scenarios } = await import(run.base + "/scenarios/" + run.group + ".js");
  const scenario = scenarios[run.scenario];
  const hasModule = run.setup.module && !scenario.early;

  for (const key in scenario.storage) localStorage.setItem(key, JSON.stringify(scenario.storage[key]));
  await until("created", () => window.salla?.status);
  await initialise(scenario.config);
  if (hasModule) await moduleIsReady();
  if (run.setup.again) {
    await parity.settled();
    await addScript(run.sdk + "?again");
    await initialise(scenario.config);
    if (hasModule) await moduleIsReady();
  }
  if (!scenario.early) await parity.settled();

  const { salla } = window;
  salla.event.onAny(parity.emit);
  const before = { user: structuredClone(salla.config.get("user")), storage: { ...localStorage } };
  for (const [name, part] of Object.entries(scenario.cases || { "": scenario })) {
    // Cases share a document, so each begins with the same customer.
    if (name) {
      salla.config.set("user", structuredClone(before.user));
      localStorage.clear();
      sessionStorage.clear();
      for (const key in before.storage) localStorage.setItem(key, before.storage[key]);
    }
    await script(part.api);
    parity.begin();
    if (name) parity.log("case", name);
    try {
      await within(HANGS, "end of the scenario", part.run(theatre()));
    } catch (error) {
      failure = `${name || "the scenario"}: ${error.stack || error}`; // with the SDK and the module alike it would be the same
    }
    await parity.settled();
    parity.log("config user", salla.config.get("user"));
    for (const key of ["user", "token"]) {
      const text = localStorage.getItem(key);
      parity.log("stored", key, text === null ? undefined : JSON.parse(text));
    }
    parity.end();
  }
}

try {
  await within(1.2 * HANGS, "end", play());
} catch (error) {
  failure = String(error.stack || error);
}
const { boot, journal, transports } = parity;
const next = await (await post("/result/" + run.run, { boot, journal, transports, failure })).text();
// A scenario may have left a navigation behind that gets in the way.
setInterval(() => location.replace(next), 2000);
location.replace(next);
