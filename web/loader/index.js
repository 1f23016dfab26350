// What the scripts of the tag and the ES modules share: gets the module, has it serve the methods, and
// stays out of the way if it can't.
import { METHODS, ALIASES } from "profile:table";
import { load } from "profile:load"; // embedded.js, or external.js
import { configure as learn, configureByTag, functions as own, isConfigured, schema } from "profile:mode"; // mode.js, or mode_twilight.js
import { forgetCustomer, pendingVerifications, watchCustomer } from "../../bridge/page/customer.js";
import { functions as shared } from "../../bridge/page/functions.js";
import { mirror, watchEmitted } from "../../bridge/page/events.js";
import { attempt } from "../../bridge/page/values.js";
import * as calls from "./calls.js";
import { watch } from "./stallWarning.js";
import { createMeasures } from "./measures.js";
import { fill, find, hasSDK, listen, root, whenLoaded } from "./page.js";
import { fails, ready, serves } from "./ready.js";
import { exposureOf, target, withdraw } from "./sdk.js";
import { becomeReady, isReady, watchSDK } from "./sdkReady.js";

const methods = { __proto__: null };

const open = () => (hasSDK() ? 1 + +isReady() : isConfigured() ? 2 : 0);

const stopped = (reason) => {
  withdraw(methods);
  fails(reason);
};

const exposed = (ok) => (ok ? serves() : fails(new Error("salla.api.profile can't be changed")));

const functions = Object.assign({ settle: calls.settle, exposed }, shared, own);

const configure = (options) => {
  learn(options, methods);
  calls.attach();
  return ready;
};

// A second tag of the page.
configure.byTag = (options) => {
  configureByTag(options, methods);
  calls.attach();
};

// Besides the methods that the module replaces: there before it runs, and if it never does.
const members = {
  ready,
  configure,
  get pendingVerifications() {
    return pendingVerifications();
  },
  get pendingVerification() {
    return pendingVerifications()[0] || null;
  },
};

for (const alias of Object.keys(ALIASES)) {
  const of = ALIASES[alias];
  Object.defineProperty(members, alias, {
    enumerable: true,
    configurable: true,
    get() {
      return this[of];
    },
    set(value) {
      attempt(() => Object.defineProperty(this, alias, { value, writable: true, enumerable: true, configurable: true }));
    },
  });
}

const onEmitted = (name) => {
  if (name == "twilight::initiated") becomeReady();
  if (name == "auth::logged.out") forgetCustomer(true);
};

// A page may have taken what this needs.
const orStop = (run) => {
  try {
    run();
  } catch (reason) {
    calls.stop(reason);
  }
};

// The SDK was created, once more perhaps.
const attach = () =>
  orStop(() => {
    fill(fill(Object(target()), members), methods);
    mirror(find("salla.event"));
    watchSDK();
    calls.attach();
  });

/** options: those of configure, and {wasm, base, lazy, debug}: the tag's data-*, or load()'s. */
export function start(options) {
  const running = find("salla.profile.configure");
  if (running) {
    if (running.byTag && (options.api || options.storeId)) running.byTag(options);
    return;
  }
  calls.use({ open, schema, functions, exposure: () => exposureOf(methods), stopped });
  watchCustomer(calls.attach);
  watchEmitted(onEmitted);

  // Once: at once, or with data-lazy when the page has loaded and the browser is idle, or at the first call.
  let begun;
  const begin = () => (begun = begun || load(options).then(calls.start).catch(calls.stop));

  const complain = watch(open);
  const measured = createMeasures(options.debug != null);
  for (const name of calls.names) {
    methods[name] = (...args) => {
      begin();
      const promise = measured(name, () => calls.call(name, args, args[METHODS[name].options]));
      complain();
      return promise;
    };
  }

  listen("salla::created", attach);
  listen("twilight::initiated", becomeReady);
  if (hasSDK()) attach();
  else {
    const salla = root();
    salla.profile = fill(fill(salla.profile || {}, members), methods);
    orStop(() => configure.byTag(options));
  }

  if (options.lazy == null) begin();
  else whenLoaded(() => (window.requestIdleCallback || setTimeout)(begin));
}
