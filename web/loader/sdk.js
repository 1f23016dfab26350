// What a page with the SDK gets: our methods on its object, and its own where ours can't serve.
import { theirs } from "./page.js";

let exposed; // the object that has our methods

/** Whether the object, which gets our methods now, hasn't had them before. */
export const take = (target) => {
  const fresh = exposed != target;
  exposed = target;
  return fresh;
};

/** Takes the methods off again. */
export const withdraw = (methods, names) => {
  const target = theirs();
  for (const name of names) if (target[name] == methods[name]) Reflect.deleteProperty(target, name);
};

/** The SDK's own method, bound; undefined where there is none. It is the prototype's, where ours is the object's. */
export const original = (name) => {
  const target = theirs();
  const method = target && (exposed == target ? Object.getPrototypeOf(target) : target)[name];
  return method && method.bind(target);
};

/** For whom the SDK makes requests, and how: its headers, and how many interceptors there were so far. */
export const visitor = () => {
  const { api } = window.salla;
  const { request, response } = api.axios.interceptors;
  return [api.getHeaders(), request.handlers.length, response.handlers.length];
};

const hushed = new Set(); // what ends the silence of notices

/** Suppresses the SDK's notices until release() is called. */
export const hush = () => {
  let release;
  window.salla.api.withoutNotifier(() => new Promise((resolve) => hushed.add((release = resolve))));
  return {
    release() {
      hushed.delete(release);
      release();
    },
  };
};

/** Ends every silence: whoever would have ended it is gone. */
export const speak = () => {
  for (const release of hushed) release();
  hushed.clear();
};
