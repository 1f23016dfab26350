// What a page with the SDK gets: our methods on its object, and its own where ours can't serve.
import { attempt, sourceOf } from "../../bridge/page/values.js";
import { find, hasSDK } from "./page.js";

/** The object that has the methods of the profile. */
export const target = () => find("salla.api.profile");

let exposed; // { holder, theirs }: where our methods are, and what they have replaced

// Whether it reads as a method of the SDK's class, and not as a wrapper's.
const isMethod = (fn, name) => typeof fn == "function" && new RegExp(`^(async )?${name}\\((?![^]*(super|\\.apply|\\.call)\\b)`).test(sourceOf(fn));

// Where the SDK has its methods: on the prototype, wrapped or not.
const holderOf = (api, names) => {
  const prototype = Object.getPrototypeOf(api);
  return prototype && prototype != Object.prototype && names.some((name) => name in prototype) ? prototype : api;
};

/**
 * Which methods Go is to put where: not over those that somebody has wrapped, on the object or on its prototype.
 * @param {object} methods
 * @returns {{ holder: object, chosen: object }}
 */
export const exposureOf = (methods) => {
  const api = target();
  const names = Object.keys(methods);
  if (!hasSDK()) return { holder: api, chosen: methods };
  if (!exposed || exposed.api != api) exposed = { api, holder: holderOf(api, names), theirs: {} };
  const { holder, theirs } = exposed;
  const chosen = {};
  for (const name of names) {
    const now = holder[name];
    const isTheirs = holder == api ? !Object.prototype.hasOwnProperty.call(api, name) : !(name in holder) || isMethod(now, name);
    if (!isTheirs) continue;
    theirs[name] = now;
    chosen[name] = methods[name];
  }
  return { holder, chosen };
};

/** Takes the methods off again. */
export const withdraw = (methods) => {
  if (!exposed) return;
  const { holder, theirs, api } = exposed;
  for (const name of Object.keys(theirs)) {
    if (holder[name] != methods[name]) continue;
    if (holder == api) attempt(() => delete holder[name]);
    else if (theirs[name]) attempt(() => (holder[name] = theirs[name]));
  }
};

/** The SDK's own method, bound; undefined where there is none. */
export const original = (name) => {
  const api = hasSDK() && target();
  if (!api) return;
  const method = (exposed && exposed.api == api && exposed.theirs[name]) || Object.getPrototypeOf(api)[name];
  return typeof method == "function" ? method.bind(api) : undefined;
};
