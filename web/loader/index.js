// What the script of the tag (tag.js) and the ES module (module.js) share: gets the module, keeps calls until it
// runs, and stays out of the way if it can't.
import { createProgram, failure, walk } from "../../wasm_exec.js";
import { METHODS, ALIASES } from "profile:table";
import { createEvents, mirror, toDOM } from "./events.js";
import { configuration } from "./config.js";
import { typed } from "./typed.js";
import { load } from "profile:load"; // inside.js, or fetched.js

const root = () => (window.salla = window.Salla = window.salla || window.Salla || {});
const find = (path) => walk(window, path.split("."));
const hasSDK = () => typeof find("salla.api.getHeaders") == "function";
const theirs = () => hasSDK() && window.salla.api.profile;

// Milliseconds after the page has loaded until calls that nobody can serve are worth a line in the console.
const LATE = 5000;
// Where what waits for a code is kept.
const KEPT = "salla-profile";

/** options: those of configure, and {wasm, base, lazy, debug}: the tag's data-*, or load()'s. */
export function start(options) {
  if (find("salla.profile.configure")) return; // a second tag of the same page

  const names = Object.keys(METHODS);
  const config = configuration();
  let settle;
  let exposed; // the object that has our methods
  const ready = new Promise((resolve, reject) => (settle = { resolve, reject }));
  ready.then((detail) => toDOM("salla-profile::ready", detail), () => {}); // nobody has to listen
  const fail = (reason) => {
    settle.reject(reason);
    toDOM("salla-profile::error", reason);
  };

  // The failure's event, where the program can't send it itself. getFields has none: it resolves to an empty list.
  const failed = (name, error) => {
    for (const release of hushed) release(); // the program may have died before it could
    hushed.clear();
    if (name == "getFields") return [];
    try {
      window.salla.event.profile[METHODS[name][0]](error);
    } catch (_) {} // a broken emitter
  };

  const open = () => (hasSDK() ? 1 + (window.salla.status == "ready") : config.api ? 2 : 0);

  // The page is being left.
  const leaving = () => document.hidden || /unload|hide/.test(find("event.type"));

  const program = createProgram(
    {
      failed,
      // Firefox and WebKit give up what was sent just before a navigation, and keepalive costs them nothing: so always.
      // Where fetchLater is, the browser's own process takes care of such a request, which makes it a seventh longer
      // (Chromium, which gives up nothing so early): only in an event, since a link may have been clicked, and on leaving.
      // But what the theme wants to give up shall be gone then: WebKit keeps its connection.
      keeps: (signal) => leaving() || (!signal && (!window.fetchLater || !!window.event)),
      open,
      fallback(name, args, reason) {
        // The SDK's own method is its prototype's, where ours is the object's.
        const target = theirs();
        const method = target && (exposed == target ? Object.getPrototypeOf(target) : target)[name];
        if (method) return method.apply(target, args);
        const error = failure({ message: "salla-profile can't run: " + reason, code: "ERR_RUNTIME", cause: reason });
        const instead = failed(name, error);
        if (instead) return instead;
        throw error;
      },
      stopped(reason) {
        const target = theirs();
        for (const name of names) if (target[name] == methods[name]) Reflect.deleteProperty(target, name);
        fail(reason);
      },
      lent: {
        window,
        config,
        // Suppresses the SDK's notices until release() is called.
        hush() {
          let release;
          window.salla.api.withoutNotifier(() => new Promise((resolve) => hushed.add((release = resolve))));
          return { release: () => release(hushed.delete(release)) };
        },
        typed,
        sdk: hasSDK,
        leaving,
        // Which header fetch refuses, if any. Not its value: that may be the customer's token.
        unsendable(headers) {
          for (const header of Object.entries(headers)) {
            try {
              new Headers([header]);
            } catch (_) {
              return new TypeError(`The header ${header[0]} can't be sent`);
            }
          }
        },
        // The customer's token, which configure may have been given a function or a promise for.
        async token() {
          const { token } = config;
          return typeof token == "function" ? token() : token;
        },
        // Shows what waits for a code (the older one behind it), and keeps it for the next page.
        keep(...waiting) {
          const json = JSON.stringify(waiting, (_, text) => text || undefined); // what nobody has said is left out
          const [, shown] = JSON.parse(json);
          Reflect.set(window.salla.api.profile, "pendingVerification", shown);
          sessionStorage[KEPT] = json;
        },
        kept: (place) => JSON.parse(sessionStorage[KEPT])[place],
        // Whom the page is for. Without the SDK: what configure was told; by the token, of which no more is kept than a
        // number that it can't be told from; or whose profile was last fetched.
        customer() {
          if (hasSDK()) return window.salla.config.get("user.id");
          const { userId, token } = config;
          if (userId || typeof token != "string") return userId || JSON.parse(localStorage.getItem("user")).id;
          return [...token].reduce((sum, letter) => (sum * 31 + letter.charCodeAt()) | 0, 0);
        },
        // On the page's own origin, and to no other.
        xsrf: () =>
          new URL(config.api).origin == window.origin && decodeURIComponent(/(?:^|; )XSRF-TOKEN=([^;]*)|$/.exec(document.cookie)[1] || ""),
        // Go calls this with the SDK's object that gets the methods; what they replace is its prototype's. One that the
        // object itself has is somebody's wrapper, and stays.
        expose(target) {
          if (exposed == target) return;
          exposed = target;
          const wrapped = Reflect.ownKeys(target);
          const ours = names.filter((name) => !wrapped.includes(name));
          for (const name of ours) Reflect.set(target, name, methods[name]);
          for (const alias in ALIASES) Reflect.set(target, alias, target[ALIASES[alias]]);
          if (ours.some((name) => target[name] != methods[name])) fail(new Error("salla.api.profile can't be changed"));
        },
        // In a task of its own: the start has taken its time, and now it's the theme's turn.
        ready: (mode, version, compiler) => setTimeout(settle.resolve, 0, { mode, version, compiler }),
      },
    },
    names,
  );

  // Calls that ended, and are not yet measures: these are made a moment later (but not with data-debug), when the theme
  // has done what it does on an outcome. Never what was sent or answered. Of each method one entry stays, the latest: a
  // page may live for days.
  const ended = [];
  const debug = options.debug != null;
  const measure = () => {
    for (const [name, start, end, outcome, failed] of ended.splice(0)) {
      try {
        const label = "salla.profile." + name;
        const status = outcome && outcome.status;
        const code = failed && (outcome.code || outcome.name);
        performance.clearMeasures(label);
        const { duration } = performance.measure(label, { start, end, detail: { status, code } });
        if (debug) console.info(label, status || "", code || "OK", duration | 0, "ms");
      } catch (_) {} // an old browser
    }
  };

  const methods = { __proto__: null };
  const aliases = {};
  const hushed = new Set(); // what ends the silence of notices
  for (const name of names) {
    methods[name] = (...args) => {
      begin();
      const since = performance.now();
      const note = (failed) => (outcome) => {
        const count = ended.push([name, since, performance.now(), outcome, failed]);
        if (debug) measure();
        else if (count == 1) setTimeout(measure, 99);
        if (failed) throw outcome;
        return outcome;
      };
      const promise = program.call(name, args, args[METHODS[name][1]]);
      complain();
      return promise.then(note(), note(1));
    };
  }
  for (const alias in ALIASES) aliases[alias] = methods[alias] = methods[ALIASES[alias]];

  // Calls that wait for something that never comes would do so in silence: tag managers take data-* away. Says it once.
  let late;
  const complain = () => {
    if (!late || open() || !program.waits()) return;
    late = false;
    console.warn("salla-profile: calls wait for the SDK, or for salla.profile.configure({ api, storeId }): the tag has no data-api");
  };
  whenLoaded(() => setTimeout(() => complain((late = true)), LATE));

  const configure = (options) => {
    config.merge(options);
    if (!hasSDK() && config.api) standalone();
    program.attach();
    return ready;
  };

  // What a page without the SDK has instead of it: created where it is missing, never overwritten.
  function standalone() {
    const salla = root();
    const events = createEvents(methods);
    salla.event = fill(salla.event || {}, events);
    salla.api = salla.api || {};
    salla.api.profile = fill(salla.profile, salla.api.profile || {});
    salla.profile.event = salla.event.profile;
    salla.profile.api = salla.profile;
  }

  // What the module adds to the SDK's own is there before it runs, and if it never does.
  const attach = () => {
    fill(find("salla.api.profile") || {}, Object.assign({ ready, configure }, aliases));
    mirror(find("salla.event"));
    program.attach();
  };

  window.addEventListener("salla::created", attach);
  window.addEventListener("twilight::initiated", program.attach);
  if (hasSDK()) attach();
  else {
    const salla = root();
    salla.profile = fill(salla.profile || {}, Object.assign({ ready, configure, pendingVerification: null }, methods));
    try {
      configure(Object.assign({}, options, { api: options.api || null })); // a template may leave the attribute empty
    } catch (reason) {
      program.stop(reason);
    }
  }

  // Once: at once, or with data-lazy when the page has loaded and the browser is idle, or at the first call.
  let begun;
  const begin = () => (begun = begun || load(options).then(program.start).catch(program.stop));
  if (options.lazy == null) begin();
  else whenLoaded(() => (window.requestIdleCallback || setTimeout)(begin));
}

const whenLoaded = (fn) => (document.readyState == "complete" ? fn() : window.addEventListener("load", fn));

// Sets the members that are missing, as far as the object lets us: a page may have frozen it.
const fill = (target, members) => {
  for (const key in members) if (!(key in target)) Reflect.set(target, key, members[key]);
  return target;
};
