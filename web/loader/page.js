// The page that the script is on.
import { attempt, walk } from "../../bridge/page/values.js";

/**
 * The value at a dotted path under window; undefined where a step is missing.
 * @param {string} path
 */
export const find = (path) => walk(window, path);

/** The page's salla, made where there is none. */
export const root = () => (window.salla = window.Salla = window.salla || window.Salla || {});

export const hasSDK = () => typeof find("salla.api.getHeaders") == "function";

/**
 * Adds a listener to the window, where the page has left it a way to.
 * @param {string} event
 * @param {() => void} fn
 */
export const listen = (event, fn) => attempt(() => window.addEventListener(event, fn));

/** @param {() => void} fn */
export const whenLoaded = (fn) => (document.readyState == "complete" ? fn() : listen("load", fn));

/**
 * Sets the members that are missing, as far as the object lets us: a page may have frozen it. Accessors stay accessors.
 * @param {any} target
 * @param {object} members
 */
export const fill = (target, members) => {
  for (const key of Object.keys(members)) {
    if (!(key in target) && Object.isExtensible(target)) attempt(() => Object.defineProperty(target, key, Object.getOwnPropertyDescriptor(members, key)));
  }
  return target;
};
