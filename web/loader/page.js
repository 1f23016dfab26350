// The page that the script is on.
import { walk } from "../../bridge/js/read.js";

/** The value at a dotted path under window; undefined where a step is missing. */
export const find = (path) => walk(window, path.split("."));

/** The page's salla, made where there is none. */
export const root = () => (window.salla = window.Salla = window.salla || window.Salla || {});

export const hasSDK = () => typeof find("salla.api.getHeaders") == "function";

/** The SDK's object that has the methods of the profile, where the SDK is there. */
export const theirs = () => hasSDK() && window.salla.api.profile;

/** Whether the page is being left. */
export const leaving = () => document.hidden || /unload|hide/.test(find("event.type"));

export const whenLoaded = (fn) => (document.readyState == "complete" ? fn() : window.addEventListener("load", fn));

/** Sets the members that are missing, as far as the object lets us: a page may have frozen it. */
export const fill = (target, members) => {
  for (const key in members) if (!(key in target)) Reflect.set(target, key, members[key]);
  return target;
};
