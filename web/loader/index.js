// What the script of the tag (tag.js) and the ES module (module.js) share: gets the module, has it serve the methods, and
// stays out of the way if it can't.
import { METHODS, ALIASES } from "profile:table";
import { load } from "profile:load"; // inside.js, or fetched.js
import * as calls from "./calls.js";
import { config, learn } from "./config.js";
import { mirror } from "./events.js";
import { watch } from "./late.js";
import { createLent } from "./lent.js";
import { createMeasures } from "./measures.js";
import { fill, find, hasSDK, leaving, root, whenLoaded } from "./page.js";
import { fails, ready } from "./ready.js";
import { withdraw } from "./sdk.js";
import { standalone } from "./standalone.js";

const names = Object.keys(METHODS);
const methods = { __proto__: null };

const open = () => (hasSDK() ? 1 + (window.salla.status == "ready") : config.api ? 2 : 0);

// Firefox and WebKit give up what was sent just before a navigation, and keepalive costs them nothing: so always.
// Where fetchLater is, the browser's own process takes care of such a request, which makes it a seventh longer
// (Chromium, which gives up nothing so early): only in an event, since a link may have been clicked, and on leaving.
// But what the theme wants to give up shall be gone then: WebKit keeps its connection.
const keeps = (signal) => leaving() || (!signal && (!window.fetchLater || !!window.event));

const stopped = (reason) => {
  withdraw(methods, names);
  fails(reason);
};

const configure = (options) => {
  learn(options);
  if (!hasSDK() && config.api) standalone(methods);
  calls.attach();
  return ready;
};

// What the module adds to the SDK's own is there before it runs, and if it never does.
const attach = () => {
  const more = { ready, configure };
  for (const alias in ALIASES) more[alias] = methods[alias];
  fill(find("salla.api.profile") || {}, more);
  mirror(find("salla.event"));
  calls.attach();
};

/** options: those of configure, and {wasm, base, lazy, debug}: the tag's data-*, or load()'s. */
export function start(options) {
  if (find("salla.profile.configure")) return; // a second tag of the same page

  calls.use({ names, open, keeps, lent: createLent(methods), stopped });

  // Once: at once, or with data-lazy when the page has loaded and the browser is idle, or at the first call.
  let begun;
  const begin = () => (begun = begun || load(options).then(calls.start).catch(calls.stop));

  const complain = watch(open);
  const measured = createMeasures(options.debug != null);
  for (const name of names) {
    methods[name] = (...args) => {
      begin();
      const promise = measured(name, () => calls.call(name, args, args[METHODS[name][0]]));
      complain();
      return promise;
    };
  }
  for (const alias in ALIASES) methods[alias] = methods[ALIASES[alias]];

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
