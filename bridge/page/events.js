// Outcomes become events: by whichever emitter stands on salla.event, and as DOM events.
import { Promise } from "./browser.js";
import { attempt, call, walk } from "./values.js";

/**
 * Dispatches a DOM event on document.
 * @param {string} name
 * @param {unknown} detail
 */
export const toDOM = (name, detail) =>
  attempt(() => {
    const event = document.createEvent("CustomEvent"); // pages have a constructor of their own
    event.initCustomEvent(name, true, false, detail);
    document.dispatchEvent(event);
  });

/**
 * The name of the profile event that a dispatcher announces (profile/names.go).
 * @param {string} dispatcher
 */
export const eventOf = (dispatcher) => "profile::" + dispatcher.replace(/[A-Z]/g, ".$&").toLowerCase();

let awaited, awaitedOf; // the outcome that is to be heard, and the emitter that stands on salla.event
let onEmitted = (/** @type {string} */ _name) => {};

/** @param {(name: string) => void} fn hears the name of every event of a mirrored emitter, or of our own, before its listeners do */
export const watchEmitted = (fn) => (onEmitted = fn);

/**
 * Whether two objects are one emitter: one may be a proxy of the other, or made from it. EventEmitter2 has an object of its own for its
 * listeners, and ours an emitAsync.
 * @param {any} one
 * @param {any} other
 */
const isSame = (one, other) =>
  one == other || ["_events", "emitAsync"].every((name) => walk(one, name) == walk(other, name));

/**
 * An emitter emits an event now. Reports whether the DOM is to hear of it: of an outcome that stands to be heard by another emitter it
 * hears then.
 * @param {string} name
 * @param {unknown} emitter
 */
export const noteEmitted = (name, emitter) => {
  onEmitted(name);
  if (name == awaited) {
    if (awaitedOf && !isSame(emitter, awaitedOf)) return false;
    awaited = "";
  }
  return true;
};

/**
 * An outcome, by a dispatcher of salla.event.profile as the SDK's own methods have it, so that listeners, dataLayer, analytics and mobile bridge
 * work unchanged. Where there is no such dispatcher, or it doesn't reach the emitter that stands on salla.event, it is emitted
 * there; and it becomes a DOM event in any case.
 * @param {string} dispatcher
 * @param {unknown} detail
 */
export const announce = (dispatcher, detail) => {
  const name = eventOf(dispatcher);
  const emitter = walk(window, "salla.event");
  attempt(() => mirror(emitter)); // a page may have taken what it uses
  awaited = name;
  awaitedOf = emitter;
  const holder = typeof walk(emitter, "profile." + dispatcher) == "function" ? "event.profile." : "profile.event.";
  call(holder + dispatcher, detail);
  if (awaited) attempt(() => emitter && emitter.emit(name, detail));
  if (awaited) toDOM(name, detail);
};

const mirrors = []; // { emitter, watch() }

/**
 * Makes a DOM event of every profile::* event of the emitter, after its own listeners, exactly once. Where somebody takes all listeners
 * off, ours come back.
 * @param {any} emitter
 */
export const mirror = (emitter) => {
  if (!emitter || typeof emitter.prependAny != "function") return;
  let known = mirrors.find((one) => isSame(one.emitter, emitter));
  if (!known) mirrors.push((known = { emitter, watch: createWatch(emitter) }));
  attempt(known.watch);
};

const createWatch = (emitter) => {
  /** @type {{ name: string, detail: unknown, isSent?: boolean }[]} */
  let seen = []; // emitted, and perhaps not yet a DOM event
  const send = (one) => {
    if (one.isSent) return;
    one.isSent = true;
    toDOM(one.name, one.detail);
  };
  const first = (name, detail) => {
    if (!noteEmitted(name, emitter) || !String(name).startsWith("profile::")) return;
    seen.push({ name, detail });
    // Where a listener throws, the emitter never gets to the one below.
    Promise.resolve().then(() => {
      for (const one of seen) send(one);
      seen = [];
    });
  };
  const last = function (detail) {
    // From the end: a listener may have emitted an event of its own meanwhile.
    for (let i = seen.length; i--; ) {
      const one = seen[i];
      if (!one.isSent && one.name == this.event && one.detail === detail) return send(one);
    }
  };
  const watch = () => {
    if (emitter.listenersAny().indexOf(first) < 0) emitter.prependAny(first);
    if (emitter.listeners("profile::*").indexOf(last) < 0) emitter.on("profile::*", last);
  };
  // Not at once: somebody may take listeners off until there are none.
  for (const name of ["offAny", "removeAllListeners", "off", "removeListener"]) {
    const own = emitter[name];
    if (typeof own != "function") continue;
    attempt(() => {
      emitter[name] = function (...args) {
        const result = own.apply(this, args);
        Promise.resolve().then(() => attempt(watch));
        return result;
      };
    });
  }
  return watch;
};
