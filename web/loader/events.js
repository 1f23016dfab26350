// Events: the emitter of a page without the SDK, and the mirror that makes DOM events of the SDK's.
import { METHODS } from "profile:table";

export const toDOM = (name, detail) => document.dispatchEvent(new CustomEvent(name, { bubbles: true, detail }));

const report = (error) => (window.reportError || console.error)(error);

/** salla.event for a page that has none: on, once, off, emit, dispatch and profile, shaped as the SDK's. */
export function createEvents(methods) {
  let listeners = []; // {pattern, fn, once}
  const matches = (pattern, name) =>
    pattern == name || (pattern.endsWith("*") && name.startsWith(pattern.slice(0, pattern.indexOf("*"))));
  const add = (pattern, fn, once) => {
    if (typeof pattern != "string" || typeof fn != "function") throw new TypeError("salla.event: a name and a function");
    listeners.push({ pattern, fn, once });
    return events;
  };
  const emit = (name, ...args) => {
    const action = methods[(/^profile(?:::|\.)(.*)/.exec(name) || [])[1]];
    // The name of an action calls it, as the SDK's emitter does.
    if (action) return void action(...(Array.isArray(args[0]) ? args[0] : args)).catch(() => {});
    for (const listener of listeners.slice()) {
      if (!matches(listener.pattern, name)) continue;
      if (listener.once) listeners = listeners.filter((other) => other != listener);
      try {
        listener.fn(...args);
      } catch (error) {
        report(error);
      }
    }
    toDOM(name, args[0]);
  };
  const events = {
    on: (pattern, fn) => add(pattern, fn),
    once: (pattern, fn) => add(pattern, fn, true),
    off(pattern, fn) {
      listeners = listeners.filter((listener) => listener.pattern != pattern || listener.fn != fn);
      return events;
    },
    emit,
    dispatch: emit,
    profile: {},
  };
  const dispatchers = Object.values(METHODS).flatMap((row) => row.slice(1, 3));
  for (const key of dispatchers.filter(Boolean)) {
    const name = "profile::" + key.replace(/[A-Z]/g, ".$&").toLowerCase();
    const Key = key[0].toUpperCase() + key.slice(1);
    events.profile[key] = (...args) => emit(name, ...args);
    events.profile["on" + Key] = (fn) => events.on(name, fn);
    events.profile["off" + Key] = (fn) => events.off(name, fn);
  }
  return events;
}

const mirrored = new WeakSet();

/** Makes a DOM event of every profile::* event of the SDK's emitter, after its own listeners, exactly once. */
export function mirror(emitter) {
  if (!emitter || !emitter.prependAny || mirrored.has(emitter)) return;
  mirrored.add(emitter);
  const seen = []; // emitted, and not yet a DOM event
  const send = (i) => toDOM(...seen.splice(i, 1)[0]);
  emitter.prependAny((name, detail) => {
    if (!String(name).startsWith("profile::")) return;
    seen.push([name, detail]);
    // Where a listener throws, the emitter never gets to the one below.
    Promise.resolve().then(() => {
      while (seen.length) send(0);
    });
  });
  emitter.on("profile::*", function (detail) {
    // From the end: a listener may have emitted an event of its own meanwhile.
    for (let i = seen.length; i--; ) {
      if (seen[i][0] == this.event && seen[i][1] === detail) return send(i);
    }
  });
}
