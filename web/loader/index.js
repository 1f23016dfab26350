// What the script of the tag (tag.js) and the ES module (module.js) share: gets the module, has it serve the methods, and
// stays out of the way if it can't.
import { METHODS, ALIASES } from "profile:table";
import { load } from "profile:load"; // inside.js, or fetched.js
import { failure } from "../../bridge/failure.js";
import { xsrfToken } from "../../bridge/fetch.js";
import { createCalls } from "./calls.js";
import { configuration } from "./config.js";
import { mirror, toDOM } from "./events.js";
import { createMeasures } from "./measures.js";
import { fill, find, hasSDK, leaving, root, whenLoaded } from "./page.js";
import { hush, original, speak, take, withdraw } from "./sdk.js";
import { standalone, tokenOf, unsendable } from "./standalone.js";
import { typed } from "./typed.js";
import { customerOf, keep, kept } from "./waiting.js";

// Milliseconds after the page has loaded until calls that nobody can serve are worth a line in the console.
const LATE = 5000;

const open = (config) => (hasSDK() ? 1 + (window.salla.status == "ready") : config.api ? 2 : 0);

// Firefox and WebKit give up what was sent just before a navigation, and keepalive costs them nothing: so always.
// Where fetchLater is, the browser's own process takes care of such a request, which makes it a seventh longer
// (Chromium, which gives up nothing so early): only in an event, since a link may have been clicked, and on leaving.
// But what the theme wants to give up shall be gone then: WebKit keeps its connection.
const keeps = (signal) => leaving() || (!signal && (!window.fetchLater || !!window.event));

// The failure's event, where the program can't send it itself. getFields has none: it resolves to an empty list.
const failed = (name, error) => {
  speak(); // the program may have died before it could
  if (name == "getFields") return [];
  try {
    window.salla.event.profile[METHODS[name][0]](error);
  } catch (_) {} // a broken emitter
};

const fallback = (name, args, reason) => {
  const method = original(name);
  if (method) return method(...args);
  const error = failure({ message: "salla-profile can't run: " + reason, code: "ERR_RUNTIME", cause: reason });
  const instead = failed(name, error);
  if (instead) return instead;
  throw error;
};

/** options: those of configure, and {wasm, base, lazy, debug}: the tag's data-*, or load()'s. */
export function start(options) {
  if (find("salla.profile.configure")) return; // a second tag of the same page

  const names = Object.keys(METHODS);
  const methods = { __proto__: null };
  const config = configuration();
  let settle;
  const ready = new Promise((resolve, reject) => (settle = { resolve, reject }));
  ready.then((detail) => toDOM("salla-profile::ready", detail), () => {}); // nobody has to listen
  const fail = (reason) => {
    settle.reject(reason);
    toDOM("salla-profile::error", reason);
  };

  // What Go is lent.
  const lent = {
    window,
    config,
    hush,
    typed,
    sdk: hasSDK,
    leaving,
    unsendable,
    keep,
    kept,
    customer: () => customerOf(config),
    token: () => tokenOf(config),
    xsrf: () => xsrfToken(config.api, "XSRF-TOKEN"),
    methods,
    take,
    refused: () => fail(new Error("salla.api.profile can't be changed")),
    // In a task of its own: the start has taken its time, and now it's the theme's turn.
    ready: (mode, version, compiler) => setTimeout(settle.resolve, 0, { mode, version, compiler }),
  };
  const stopped = (reason) => {
    withdraw(methods, names);
    fail(reason);
  };
  const calls = createCalls({ open: () => open(config), keeps, lent, fallback, failed, stopped }, names);

  // Once: at once, or with data-lazy when the page has loaded and the browser is idle, or at the first call.
  let begun;
  const begin = () => (begun = begun || load(options).then(calls.start).catch(calls.stop));

  // Calls that wait for something that never comes would do so in silence: tag managers take data-* away. Says it once.
  let late;
  const complain = () => {
    if (!late || open(config) || !calls.waits()) return;
    late = false;
    console.warn("salla-profile: calls wait for the SDK, or for salla.profile.configure({ api, storeId }): the tag has no data-api");
  };
  whenLoaded(() => setTimeout(() => complain((late = true)), LATE));

  const measured = createMeasures(options.debug != null);
  for (const name of names) {
    methods[name] = (...args) => {
      begin();
      const promise = measured(name, () => calls.call(name, args, args[METHODS[name][1]]));
      complain();
      return promise;
    };
  }
  const aliases = {};
  for (const alias in ALIASES) aliases[alias] = methods[alias] = methods[ALIASES[alias]];

  const configure = (options) => {
    config.merge(options);
    if (!hasSDK() && config.api) standalone(methods);
    calls.attach();
    return ready;
  };

  // What the module adds to the SDK's own is there before it runs, and if it never does.
  const attach = () => {
    fill(find("salla.api.profile") || {}, Object.assign({ ready, configure }, aliases));
    mirror(find("salla.event"));
    calls.attach();
  };

  window.addEventListener("salla::created", attach);
  window.addEventListener("twilight::initiated", calls.attach);
  if (hasSDK()) attach();
  else {
    const salla = root();
    salla.profile = fill(salla.profile || {}, Object.assign({ ready, configure, pendingVerification: null }, methods));
    try {
      configure(Object.assign({}, options, { api: options.api || null })); // a template may leave the attribute empty
    } catch (reason) {
      calls.stop(reason);
    }
  }

  if (options.lazy == null) begin();
  else whenLoaded(() => (window.requestIdleCallback || setTimeout)(begin));
}
