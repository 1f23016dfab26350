// salla.event on a page without the SDK, which behaves as the SDK's EventEmitter2 does: wildcards, the delimiter ::.
import { METHODS } from "profile:table";
import { Promise } from "../browser.js";
import { eventOf, noteEmitted, toDOM } from "../events.js";
import { attempt } from "../values.js";

const report = (error) => attempt(() => (window.reportError || console.error)(error));

/**
 * Whether a name of segments is one of the pattern: "*" stands for one segment, "**" for any number of them; in either of the two.
 * @param {string[]} pattern
 * @param {string[]} name
 */
const matches = (pattern, name) => {
  const [first, ...rest] = pattern;
  const [head, ...tail] = name;
  if (first == "**") return matches(rest, name) || (head !== undefined && matches(pattern, tail));
  if (head == "**") return matches(name, pattern);
  if (first === undefined || head === undefined) return first === head;
  return (first == "*" || head == "*" || first == head) && matches(rest, tail);
};

// Who hears first: by segments, a name before * and that before **.
const rankOf = (pattern) => pattern.replace(/[^:*]+/g, " ").replace(/\*\*/g, "~");

const isOwn = (name) => /^(profile::|document::request\.failed$)/.test(name);

/**
 * @param {(name: string) => ((...args: unknown[]) => Promise<unknown>) | undefined} actionOf the method of a name, as it is on salla.profile now
 */
export function createEmitter(actionOf) {
  let listeners = []; // {pattern, fn, rank, once, any}, in the order in which they hear; another list at each change
  const add = (pattern, fn, more) => {
    if (typeof pattern != "string" || typeof fn != "function") throw new TypeError("salla.event: a name and a function");
    const added = Object.assign({ pattern, fn, rank: rankOf(pattern) }, more);
    const next = [];
    for (const one of listeners) if (one.rank <= added.rank) next.push(one);
    next.push(added);
    for (const one of listeners) if (one.rank > added.rank) next.push(one);
    listeners = next;
    return emitter;
  };
  const run = ({ fn }, name, args) => {
    try {
      return fn.apply({ event: name, emit: emitter.emit }, args);
    } catch (error) {
      report(error);
    }
  };
  const tell = (name, args) => {
    const isDue = noteEmitted(name, emitter);
    const results = [];
    for (const listener of listeners) {
      if (listener.pattern != name && !matches(listener.pattern.split("::"), name.split("::"))) continue;
      if (listener.once) listeners = listeners.filter((other) => other != listener);
      results.push(run(listener, name, listener.any ? [name, ...args] : args));
    }
    if (isDue && isOwn(name) && name.indexOf("*") < 0) toDOM(name, args[0]);
    return Promise.all(results);
  };
  const emit = (name, ...args) => {
    const action = actionOf((/^profile(?:::|\.)(.*)/.exec(name) || [])[1]);
    // The name of an action calls it, as the SDK's emitter does.
    if (!action) return void tell(name, args);
    Promise.resolve(action(...(Array.isArray(args[0]) ? args[0] : args))).catch(() => {});
  };
  const remove = (pattern, fn) => {
    const first = listeners.map((listener) => listener.pattern == pattern && listener.fn == fn).indexOf(true);
    listeners = listeners.filter((_, i) => i != first);
    return emitter;
  };
  const emitter = {
    on: (pattern, fn) => add(pattern, fn),
    once: (pattern, fn) => add(pattern, fn, { once: true }),
    onAny: (fn) => add("**", fn, { any: true, rank: "" }),
    off: remove,
    offAny: (fn) => {
      listeners = listeners.filter((listener) => !listener.any || (fn && listener.fn != fn));
      return emitter;
    },
    emit,
    dispatch: emit,
    emitAsync: async (name, ...args) => tell(name, args),
    profile: {},
  };
  for (const dispatcher of Object.values(METHODS).flatMap(({ success, failure }) => [success, failure])) {
    if (dispatcher && !emitter.profile[dispatcher]) addDispatcher(emitter, dispatcher);
  }
  return emitter;
}

// A dispatcher with its helpers, of the SDK's shape: one function is taken once.
const addDispatcher = (emitter, dispatcher) => {
  const name = eventOf(dispatcher);
  const Name = dispatcher[0].toUpperCase() + dispatcher.slice(1);
  const known = [];
  emitter.profile[dispatcher] = (...args) => emitter.emitAsync(name, ...args);
  emitter.profile["on" + Name] = (fn) => {
    if (known.indexOf(fn) >= 0) return emitter;
    emitter.on(name, fn);
    known.push(fn);
    return emitter;
  };
  emitter.profile["off" + Name] = (fn) => {
    if (known.indexOf(fn) >= 0) known.splice(known.indexOf(fn), 1);
    return emitter.off(name, fn);
  };
};
